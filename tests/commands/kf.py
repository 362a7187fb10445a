"""The `kf` command line as a process of its own, the way HR and IT run it."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

KF = (sys.executable, "-m", "bot")


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
    settings: dict[str, str] = field(default_factory=dict)

    def __call__(self, *arguments: str | Path, **settings: str) -> Outcome:
        done = subprocess.run(
            [*KF, *map(str, arguments)],
            cwd=self.directory,
            env=self.environment(**settings),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Outcome(done.returncode, done.stdout, done.stderr)

    def environment(self, **settings: str) -> dict[str, str]:
        """This machine's own settings left out; a terminal is 80 columns wide."""
        inherited = {name: value for name, value in os.environ.items() if name[:3] != "KF_"}
        chosen = {"KF_DATABASE_URL": self.database_url, **self.settings, **settings}
        return {**inherited, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", **chosen}
