"""The `kf` command line as a process of its own, the way HR and IT run it."""

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

KF = (sys.executable, "-m", "bot")
PATIENCE = 60

# Processes are forked from one that has imported what it needs: that takes longer than to run.
_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(
    ["bot.__main__", "bot.commands.running", "kfmodel.compilation.report.document", __name__]
)


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def errors(self) -> list[str]:
        return self.err.splitlines()

    @property
    def error(self) -> str:
        """The one line of a refusal, on standard error and nowhere else."""
        assert (self.code, self.out) == (2, "")
        [line] = self.errors
        return line

    @property
    def line(self) -> str:
        """The one line of a success without remarks."""
        assert (self.code, self.err) == (0, "")
        [line] = self.lines
        return line


@dataclass(frozen=True)
class Kf:
    """Runs commands in a directory of the test's own, on the database there."""

    directory: Path
    database_url: str

    def __call__(self, *arguments: str | Path, **settings: str) -> Outcome:
        place = self.directory / ".output"
        place.mkdir(exist_ok=True)
        given = (list(map(str, arguments)), self.directory, self.environment(**settings), place)
        process = _FORKING.Process(target=_run, args=given)
        process.start()
        process.join(PATIENCE)
        if process.exitcode is None:
            process.kill()
            raise TimeoutError(*arguments)
        return _outcome(process.exitcode, *(file.read_bytes() for file in _files(place)))

    def from_the_start(self, *arguments: str, **settings: str) -> Outcome:
        """As a shell would run it, imports and all."""
        done = subprocess.run(
            [*KF, *arguments],
            cwd=self.directory,
            env=self.environment(**settings),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )
        return _outcome(done.returncode, done.stdout, done.stderr)

    def environment(self, **settings: str) -> dict[str, str]:
        """This machine's own settings left out; a terminal is 80 columns wide."""
        inherited = {name: value for name, value in os.environ.items() if name[:3] != "KF_"}
        chosen = {"KF_DATABASE_URL": self.database_url, **settings}
        return {**inherited, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", **chosen}


def _outcome(code: int, out: bytes, err: bytes) -> Outcome:
    assert b"Traceback" not in err, err.decode()
    return Outcome(code, out.decode(), err.decode())


def _files(place: Path) -> tuple[Path, Path]:
    return place / "out", place / "err"


def _run(
    arguments: list[str], directory: Path, environment: Mapping[str, str], place: Path
) -> None:
    """In the new process: take its place in the world, and be `kf`."""
    from bot.__main__ import main  # noqa: PLC0415  # only here, where it has been imported

    for descriptor, path in enumerate((Path(os.devnull), *_files(place))):
        opened = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        os.dup2(opened, descriptor)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115  # until it ends
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115  # until it ends
    os.chdir(directory)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["kf", *arguments]
    main()
