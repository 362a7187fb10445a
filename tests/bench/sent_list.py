"""What the list of what reached whom costs: read and written as a workbook, whatever its length.

In a process of its own: `python -m tests.bench.sent_list URL` prints one JSON object.
"""

import json
import sys
from dataclasses import asdict, dataclass
from tempfile import TemporaryFile

from bot.documents.sent_lists import sent_list
from kfmodel.compilation.sent_book import write_sent_list
from kfmodel.database import connect, reading
from kfmodel.repository.cycles import find_cycle
from kfmodel.repository.sent import sent_in
from kfmodel.sent_list import SentList
from tests.bench.planning import REMINDER, peak_mb, seconds
from tests.bench.running import printed


@dataclass(frozen=True, slots=True)
class Listing:
    """Seconds for HR's card, for the plan ahead and for the workbook; `writing_mb` is what writing
    it took of memory beside the plan."""

    messages: int
    ahead: int
    card_s: float
    plan_s: float
    workbook_s: float
    writing_mb: float


def measured(url: str) -> Listing:
    """Of the database that `tests.bench.planning` has left."""
    return Listing(**json.loads(printed("tests.bench.sent_list", url)))


def _list(url: str) -> Listing:
    engine = connect(url)
    with reading(engine) as connection, TemporaryFile() as file:
        cycle = find_cycle(connection, None)
        card = seconds(lambda: sent_in(connection, cycle.id, None, REMINDER.date()))
        lists: list[SentList] = []
        plan = seconds(lambda: lists.append(sent_list(connection, cycle, None, REMINDER)))
        [found] = lists
        before = peak_mb()
        workbook = seconds(lambda: write_sent_list(found, file))
        grown = round(peak_mb() - before)
        counts = len(found.delivered), len(found.ahead)
    engine.dispose()
    return Listing(*counts, card, plan, workbook, grown)


if __name__ == "__main__":
    print(json.dumps(asdict(_list(sys.argv[1]))))
