"""Starting what is measured, in a process of its own."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

PATIENCE = 30.0


def printed(module: str, *arguments: str) -> str:
    """What `python -m module arguments` prints until it ends."""
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


@contextmanager
def running(module: str, *arguments: str) -> Iterator[int]:
    """`python -m module PORT arguments`; gives the port once it is listened to."""
    port = _free_port()
    command = [sys.executable, "-m", module, str(port), *arguments]
    with subprocess.Popen(command) as process:
        try:
            _wait_for(port, process)
            yield port
        finally:
            process.terminate()


def _free_port() -> int:
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    give_up_at = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < give_up_at:
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"{process.args!r} does not listen on {port}")
