"""To HR as soon as somebody has said that they are not the one who answers; until it is settled."""

from datetime import date

from kfmodel.delivery import Kind
from kfmodel.planning.committee import Committee
from kfmodel.planning.dates import Dates
from kfmodel.planning.occasion import Occasion

PREFIX = "hand-over-"


def due(_dates: Dates, committee: Committee, _today: date) -> tuple[Occasion, ...]:
    return tuple(
        Occasion(Kind.HAND_OVER, f"{PREFIX}{one.request_id}-{one.asked_on}", one.asked_on, date.max)
        for one in committee.hand_overs
    )


def request_in(key: str) -> int:
    """The request that an occasion's key names."""
    return int(key.removeprefix(PREFIX).partition("-")[0])
