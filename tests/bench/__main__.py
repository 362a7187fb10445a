"""`make bench`: what a turn costs, beside other servers, from one run.

All servers run at once and are loaded in turn; each figure is the median of the rounds. What is
compared are ratios, since the machine is never the same twice.
"""

import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.dialogues import WHOLE_TURN, dialogues, require_all_stored
from tests.bench.echoes import DOCUMENTED, PLAIN, SUCCESSOR, echoes
from tests.bench.issuing import issuing, token
from tests.bench.side_by_side import side_by_side

ROUNDS = 5
ECHO_TURNS = 10_000
UNITS = 500


def main() -> None:
    with issuing() as (metadata_url, key), tempfile.TemporaryDirectory() as directory:
        signed, database = token(key), str(Path(directory, "bench.db"))
        whole = dialogues(UNITS, ROUNDS, metadata_url, signed, database)
        measured = side_by_side([*echoes(ECHO_TURNS, metadata_url, signed), whole], ROUNDS)
        require_all_stored(database, UNITS, ROUNDS)
    console = Console(width=110)
    console.print(_figures(measured))
    for name in (DOCUMENTED, SUCCESSOR, PLAIN):
        ratio = measured[WHOLE_TURN] / measured[name]
        console.print(f"whole dialogue turn / echo of {name}: {ratio:.2f}")


def _figures(measured: dict[str, float]) -> Table:
    table = Table("server", "turns/s", "ms a turn")
    for name, turns_per_s in measured.items():
        table.add_row(name, f"{turns_per_s:.0f}", f"{1000 / turns_per_s:.3f}")
    return table


if __name__ == "__main__":
    main()
