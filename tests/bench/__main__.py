"""`make bench`: what a turn costs, beside other servers, from one run.

Each figure is the median of several rounds of the same load; what is compared are ratios, since
the machine is never the same twice.
"""

from rich.console import Console
from rich.table import Table

from tests.bench.dialogues import dialogues
from tests.bench.echoes import echoes

ROUNDS = 3
ECHO_TURNS = 20_000
UNITS = 1_000

WHOLE_TURN = "the whole dialogue turn on SQLite: token, write, card"
COMPARED_WITH = ("documented CloudAdapter", "successor SDK", "plain aiohttp")


def main() -> None:
    measured = dict(echoes(ECHO_TURNS, ROUNDS))
    measured[WHOLE_TURN] = dialogues(UNITS, ROUNDS)
    console = Console(width=110)
    console.print(_figures(measured))
    for name in COMPARED_WITH:
        ratio = measured[WHOLE_TURN] / measured[name]
        console.print(f"whole dialogue turn / echo of {name}: {ratio:.2f}")


def _figures(measured: dict[str, float]) -> Table:
    table = Table("server", "turns/s", "ms a turn")
    for name, turns_per_s in measured.items():
        table.add_row(name, f"{turns_per_s:.0f}", f"{1000 / turns_per_s:.3f}")
    return table


if __name__ == "__main__":
    main()
