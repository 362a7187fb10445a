"""`make bench`: what a turn, compiling and planning cost, beside others, from one run.

All servers run at once and are loaded in turn; each figure is the median of the rounds. What is
compared are ratios, since the machine is never the same twice.
"""

import tempfile
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.compiling.measured import Measured, measured
from tests.bench.dialogues import WHOLE_TURN, dialogues, require_all_stored
from tests.bench.echoes import DOCUMENTED, PLAIN, SUCCESSOR, echoes
from tests.bench.issuing import issuing, token
from tests.bench.planning import measured as planning_of
from tests.bench.sending import measured as sending_of
from tests.bench.sent_list import measured as listing_of
from tests.bench.side_by_side import side_by_side

ROUNDS = 5
ECHO_TURNS = 10_000
UNITS = 500
MANAGERS = 60_000
COMPILE_ROUNDS = 2
MESSAGES = 800
"""Sent of the 60 000: Teams takes a fixed number a second, whoever sends."""


def main() -> None:
    console = Console(width=110)
    turns(console)
    compiling(console)
    planning_and_sending(console)


def turns(console: Console) -> None:
    with issuing() as (metadata_url, key), tempfile.TemporaryDirectory() as directory:
        signed, database = token(key), str(Path(directory, "bench.db"))
        whole = dialogues(UNITS, ROUNDS, metadata_url, signed, database)
        found = side_by_side([*echoes(ECHO_TURNS, metadata_url, signed), whole], ROUNDS)
        require_all_stored(database, UNITS, ROUNDS)
    console.print(_figures(found))
    for name in (DOCUMENTED, SUCCESSOR, PLAIN):
        ratio = found[WHOLE_TURN] / found[name]
        console.print(f"whole dialogue turn / echo of {name}: {ratio:.2f}")


def compiling(console: Console) -> None:
    """Answers of 60 000 managers to JSON and workbook."""
    found = measured(MANAGERS, COMPILE_ROUNDS)
    console.print(_compiled(found))
    whole = found["compile_all"].seconds
    for name in ("write_only", "group_by"):
        console.print(f"compile_all / {name}: {whole / found[name].seconds:.2f}")


def planning_and_sending(console: Console) -> None:
    """Invitations and reminders to 60 000 managers with three categories each, and some of the
    reminders sent; then the list of what reached whom."""
    with tempfile.TemporaryDirectory() as directory:
        url = f"sqlite:///{directory}/planning.db"
        planned = planning_of(url, MANAGERS)
        sent = sending_of(url, MESSAGES)
        listed = listing_of(url)
    console.print(_named(f"planning for {MANAGERS} managers", asdict(planned)))
    console.print(_named("sending, at Teams' pace", asdict(sent)))
    console.print(_named("the list of what reached whom", asdict(listed)))
    hours = MANAGERS / (sent.messages / sent.seconds) / 3600
    console.print(f"a first message to all {MANAGERS} by one replica: {hours:.1f} hours")


def _named(title: str, figures: dict[str, float]) -> Table:
    table = Table(title, "")
    for name, figure in figures.items():
        table.add_row(name, str(figure))
    return table


def _compiled(found: dict[str, Measured]) -> Table:
    table = Table(f"{MANAGERS} managers", "s", "peak MB")
    for name, run in found.items():
        table.add_row(name, f"{run.seconds:.2f}", f"{run.peak_mb:.0f}")
    return table


def _figures(found: dict[str, float]) -> Table:
    table = Table("server", "turns/s", "ms a turn")
    for name, turns_per_s in found.items():
        table.add_row(name, f"{turns_per_s:.0f}", f"{1000 / turns_per_s:.3f}")
    return table


if __name__ == "__main__":
    main()
