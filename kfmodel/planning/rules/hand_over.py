"""To HR as soon as somebody has said that they are not the one who answers; until it is settled.

Who says so again, after HR has let them stay, is a new occasion, also on the same day.
"""

from datetime import date

from kfmodel.delivery import Kind
from kfmodel.planning.committee import AskedCommittee, AskedToHandOver
from kfmodel.planning.dates import Dates
from kfmodel.planning.occasion import Occasion
from kfmodel.planning.office_hours import day_of

PREFIX = "hand-over-"


def due(_dates: Dates, committee: AskedCommittee, _today: date) -> tuple[Occasion, ...]:
    return tuple(map(_of, committee.hand_overs))


def request_in(key: str) -> int:
    """The request that an occasion's key names."""
    return int(key.removeprefix(PREFIX).partition("-")[0])


def _of(one: AskedToHandOver) -> Occasion:
    key = f"{PREFIX}{one.request_id}-{one.asked_at:%Y-%m-%dT%H:%M:%S}"
    return Occasion(Kind.HAND_OVER, key, day_of(one.asked_at), date.max)
