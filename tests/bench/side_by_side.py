"""Servers that run at the same time and are loaded in turn, round by round.

The machine is never the same for long: what is compared must have been measured together.
"""

import statistics
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from tests.bench.load import BuildRequest, put_under_load
from tests.bench.running import running


@dataclass(frozen=True)
class Contestant:
    """A server module with its arguments, and what it is asked in each round, counted from 0."""

    name: str
    module: str
    requests: Callable[[int], BuildRequest]
    turns: int
    arguments: tuple[str, ...] = ()


def side_by_side(contestants: Sequence[Contestant], rounds: int) -> dict[str, float]:
    """Turns a second of each by name, the median of the rounds."""
    measured: dict[str, list[float]] = {contestant.name: [] for contestant in contestants}
    with ExitStack() as stack:
        ports = [
            stack.enter_context(running(contestant.module, *contestant.arguments))
            for contestant in contestants
        ]
        for turn in range(rounds):
            for contestant, port in zip(contestants, ports, strict=True):
                load = put_under_load(port, contestant.requests(turn), contestant.turns)
                measured[contestant.name].append(load.turns_per_s)
    return {name: statistics.median(figures) for name, figures in measured.items()}
