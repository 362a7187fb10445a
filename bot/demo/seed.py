"""The example as the demo begins: half of the managers done, a few half-way.

Answers are stored by the dialogue's own path, press by press, so that every revision exists.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice

from sqlalchemy import Connection

from bot.clock import STOCKHOLM
from bot.demo.example_answers import planned_answers
from bot.demo.example_cycle import CYCLE, example_cycle
from bot.demo.example_organisation import CITY, COMMITTEE, DIVISIONS, UNITS
from bot.demo.example_people import account, address
from bot.demo.presses import presses
from dialogs.flow import advance
from dialogs.press import Press
from kfmodel.answers import Answers
from kfmodel.dialogue import AnsweredAs, State
from kfmodel.methods import method_of
from kfmodel.repository.cycle_import import store_cycle
from kfmodel.repository.dialogue_changes import Pressed, save
from kfmodel.repository.dialogues import Loaded, dialogues_of

_BETWEEN_PRESSES = timedelta(seconds=95)

_ALL = None
_DONE: dict[str, tuple[str, ...] | None] = {
    "Anna Lindmo": _ALL,
    "Karin Öberg": _ALL,
    "Maria Dahlhem": _ALL,
    "Martin Hedby": _ALL,
    "Mattias Edfors": _ALL,
    "Sarah Whitcombe": _ALL,
    "Eva Norrsell": _ALL,
    "Daniel Ekvik": ("Socialsekreterare förste",),
    "Malin Törnvall": ("Socialsekreterare myndighet barn och unga",),
    "Mikael Stenhag": _ALL,
    "Petra Wallmark": _ALL,
    "Leila Karimi Holm": _ALL,
    "Emil Rosander": _ALL,
    "Henrik Ljungvik": _ALL,
}
"""Who is done, in the order they began, with which of their categories."""

_STALLED = {"Peter Sandahl": 2, "Annika Sjödell": 1, "Åsa Granlid": 4}
"""Who has stopped half-way, and after how many presses."""


def has_begun(name: str) -> bool:
    """Whether the person has answered anything when the demo begins."""
    return name in _DONE or name in _STALLED


_CODES = {
    name: code
    for code, name in [
        CITY,
        COMMITTEE,
        *((code, name) for code, (name, _) in (DIVISIONS | UNITS).items()),
    ]
}


@dataclass(frozen=True, slots=True)
class _Sitting:
    """A dialogue that someone sat down with; `presses` is None where they pressed all."""

    dialogue: Loaded
    answers: Answers
    presses: int | None


def seed(connection: Connection, now: datetime) -> None:
    """Store the example cycle and the answers that have been given by `now` (UTC).

    The work days from the opening until yesterday are shared among those who have answered; when
    the cycle has just opened, nobody has.
    """
    store_cycle(connection, example_cycle(), now)
    days = _work_days(now.astimezone(STOCKHOLM).date())
    if days:
        sittings = list(_sittings(connection))
        for place, sitting in enumerate(sittings):
            _sit(connection, sitting, _begins(place, len(sittings), days))


def _work_days(today: date) -> list[date]:
    last = min(today - timedelta(days=1), CYCLE.deadline_on)
    days = (CYCLE.opens_on + timedelta(days=n) for n in range((last - CYCLE.opens_on).days + 1))
    return [day for day in days if day.weekday() < 5]


def _begins(place: int, sittings: int, days: list[date]) -> datetime:
    """Spread over the days, one after the other within a day."""
    day = place * len(days) // sittings
    first_of_day = -(-day * sittings // len(days))
    minutes = 8 * 60 + 35 + (place - first_of_day) * 17 + place * 7 % 11
    begins = time(minutes // 60, minutes % 60)
    return datetime.combine(days[day], begins, tzinfo=STOCKHOLM)


def _sittings(connection: Connection) -> Iterator[_Sitting]:
    for name, only in _DONE.items():
        yield from _sittings_of(connection, name, only, None)
    for name, stopped_after in _STALLED.items():
        yield next(_sittings_of(connection, name, _ALL, stopped_after))


def _sittings_of(
    connection: Connection, name: str, only: tuple[str, ...] | None, stopped_after: int | None
) -> Iterator[_Sitting]:
    for dialogue in dialogues_of(connection, account(address(name))):
        facts = dialogue.facts
        if only is None or facts.category in only:
            answers = planned_answers()[_CODES[facts.organisation], facts.category]
            yield _Sitting(dialogue, answers, stopped_after)


def _sit(connection: Connection, sitting: _Sitting, begins: datetime) -> None:
    state = sitting.dialogue.state
    for place, press in enumerate(islice(presses(sitting.answers), sitting.presses)):
        state = _press(connection, sitting, state, press, begins + place * _BETWEEN_PRESSES)


def _press(
    connection: Connection, sitting: _Sitting, state: State, press: Press, at: datetime
) -> State:
    facts, person = sitting.dialogue.facts, sitting.dialogue.person
    pressed = replace(press, revision=state.revision)
    turn = advance(method_of(facts.method), facts, state, pressed, at.date())
    digest = pressed.digest(person.id)
    record = Pressed(person.id, at, pressed.verb, pressed.step, digest)
    capacity = AnsweredAs(facts.capacity.value)
    after = turn.state or state
    stored = save(connection, facts.dialogue_id, state, after, record, capacity)
    if stored is None:
        raise RuntimeError("somebody else is answering the example")
    return stored
