"""Whole dialogue turns against the service, every write committed."""

import sqlite3
from contextlib import closing
from functools import partial

from tests.bench.answers import STEPS, answer
from tests.bench.side_by_side import Contestant

WHOLE_TURN = "the whole dialogue turn on SQLite: token, write, card"


def dialogues(units: int, rounds: int, metadata_url: str, token: str, database: str) -> Contestant:
    """Each round is answered by units of its own, so that each press is on a current card."""

    def requests(turn: int) -> partial[tuple[bytes, dict[str, str]]]:
        return partial(answer, token, 1 + turn * units, units)

    return Contestant(
        WHOLE_TURN,
        "tests.bench.servers.whole_service",
        requests,
        units * len(STEPS),
        (metadata_url, database, str(units * rounds)),
    )


def require_all_stored(database: str, units: int, rounds: int) -> None:
    """Raises RuntimeError where not every press has left its revision in the database."""
    presses = units * rounds * len(STEPS)
    with closing(sqlite3.connect(database)) as connection:
        (stored,) = connection.execute("SELECT count(*) FROM revision WHERE number > 0").fetchone()
    if stored != presses:
        raise RuntimeError(f"{stored} revisions stored of {presses} presses")
