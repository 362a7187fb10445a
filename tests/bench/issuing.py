"""A published signing key and a token for the bot, in the Bot Framework's place."""

import json
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.bench.presses import SERVICE_URL
from tests.channel.issuer import Key


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        """Nothing."""


@contextmanager
def issuing() -> Iterator[tuple[str, Key]]:
    """The URL of the metadata, and the key."""
    key = Key("bench", ["msteams"])
    with tempfile.TemporaryDirectory() as directory:
        handler = partial(_Quiet, directory=directory)
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            url = f"http://127.0.0.1:{server.server_port}"
            Path(directory, "metadata").write_text(json.dumps({"jwks_uri": f"{url}/keys"}))
            Path(directory, "keys").write_text(json.dumps({"keys": [key.jwk]}))
            threading.Thread(target=server.serve_forever).start()
            yield f"{url}/metadata", key
            server.shutdown()


def token(key: Key) -> str:
    return key.sign(SERVICE_URL)
