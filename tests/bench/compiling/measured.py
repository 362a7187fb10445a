"""The contestants in turn, each in a process of its own."""

import json
import statistics
import subprocess
import sys
from dataclasses import dataclass

NAMES = ("compile_all", "write_only", "group_by")


@dataclass(frozen=True, slots=True)
class Measured:
    seconds: float
    peak_mb: float


def measured(managers: int, rounds: int) -> dict[str, Measured]:
    """Median seconds and the highest peak of each, interleaved."""
    runs: dict[str, list[Measured]] = {name: [] for name in NAMES}
    for _ in range(rounds):
        for name in NAMES:
            runs[name].append(_run(name, managers))
    return {
        name: Measured(
            statistics.median(run.seconds for run in of_it), max(run.peak_mb for run in of_it)
        )
        for name, of_it in runs.items()
    }


def _run(name: str, managers: int) -> Measured:
    command = [sys.executable, "-m", "tests.bench.compiling.contestants", name, str(managers)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return Measured(**json.loads(printed))
