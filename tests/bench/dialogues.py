"""Whole dialogue turns against the service: turns a second with every write committed."""

import sqlite3
import statistics
import tempfile
from contextlib import closing
from functools import partial
from pathlib import Path

from tests.bench.answers import STEPS, answer
from tests.bench.issuing import issuing, token
from tests.bench.load import put_under_load
from tests.bench.running import running

SERVER = "tests.bench.servers.whole_service"


def dialogues(units: int, rounds: int) -> float:
    """Turns a second, the median of the rounds; each round is answered by other units.

    Raises RuntimeError where not every press has left its revision in the database.
    """
    with issuing() as (metadata_url, key), tempfile.TemporaryDirectory() as directory:
        database = str(Path(directory, "bench.db"))
        with running(SERVER, metadata_url, database, str(units * rounds)) as port:
            signed = token(key)
            loads = [
                put_under_load(
                    port, partial(answer, signed, 1 + turn * units, units), units * len(STEPS)
                )
                for turn in range(rounds)
            ]
        _require_all_stored(database, units * rounds * len(STEPS))
    return statistics.median(load.turns_per_s for load in loads)


def _require_all_stored(database: str, presses: int) -> None:
    with closing(sqlite3.connect(database)) as connection:
        (stored,) = connection.execute("SELECT count(*) FROM revision WHERE number > 0").fetchone()
    if stored != presses:
        raise RuntimeError(f"{stored} revisions stored of {presses} presses")


if __name__ == "__main__":
    print(f"{dialogues(1000, 2):.0f} turns/s")
