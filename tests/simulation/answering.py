"""Managers and their answers in one cycle: who has what left, and what they do with it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Engine, func, select

from bot.clock import Clock
from bot.turns import Turns
from dialogs.press import Press, Verb
from dialogs.screen import REVIEW
from kfmodel.database import reading, writing
from kfmodel.dialogue import Progress
from kfmodel.organisation import Role
from kfmodel.planning.putting_off import Until, day_meant
from kfmodel.repository.dialogue_changes import Pressed
from kfmodel.repository.dialogue_return import Return, return_dialogue
from kfmodel.repository.schema import (
    ASSIGNMENT,
    DIALOGUE,
    ORGANISATION,
    PERSON,
    RESPONSIBILITY,
)
from kfmodel.repository.snoozes import snooze
from tests.repository.build import SHORTEST, STEP_INPUTS
from tests.simulation.city import HR, account
from tests.simulation.managers import Act
from tests.simulation.receivers import People

STEPS = tuple(
    (step, {name: SHORTEST[name] for name in names if name in SHORTEST})
    for step, names in STEP_INPUTS.items()
)
_ANSWERS = frozenset({Act.BEGIN, Act.SUBMIT, Act.REOPEN, Act.GET_RETURN, Act.PUT_OFF})


@dataclass(frozen=True, slots=True)
class Person:
    """`own` are the ids of the dialogues that the person answers, `headed` those of the division
    that they head."""

    id: int
    email: str
    own: tuple[int, ...]
    headed: tuple[int, ...]


class Answering:
    """What is left is kept here too, apart from the database, to check it by."""

    def __init__(self, engine: Engine, clock: Clock, people: People, cycle_id: int) -> None:
        self._engine = engine
        self._turns = Turns(engine, clock)
        self._clock = clock
        self._people = people
        self._cycle_id = cycle_id
        with reading(engine) as connection:
            self.everyone = _everyone(connection, cycle_id)
            hr = select(PERSON.c.id).where(PERSON.c.email == HR)
            self._hr_id = int(connection.execute(hr).scalar_one())
        self._submitted: set[int] = set()
        self.put_off: dict[str, date] = {}
        self.is_closed = False

    def close(self) -> None:
        self._turns.close()

    def left_of(self, email: str) -> int:
        """What the person has not submitted; for a head, what the division lacks as well."""
        person = self.everyone.get(email)
        return len({*person.own, *person.headed} - self._submitted) if person else 0

    def has_left(self, email: str) -> bool:
        return bool(set(self.everyone[email].own) - self._submitted)

    def takes(self, act: Act) -> bool:
        """Whether the cycle, closed or not, lets anybody do it."""
        return not self.is_closed or act not in _ANSWERS

    def do(self, person: Person, act: Act) -> bool:
        """False where the act makes no sense as things stand."""
        open_ones = [one for one in person.own if one not in self._submitted]
        done = [one for one in person.own if one in self._submitted]
        match act:
            case Act.BEGIN if open_ones and not done:
                self._press(person, open_ones[0], Verb.ANSWER, *STEPS[0])
            case Act.SUBMIT if open_ones and person.email not in self._people.left:
                for dialogue_id in open_ones:
                    self._submit(person, dialogue_id)
            case Act.REOPEN if done:
                self._press(person, done[0], Verb.REOPEN)
                self._submitted.remove(done[0])
            case Act.GET_RETURN if done:
                self._return(done[0])
            case Act.PUT_OFF if open_ones:
                self._put_off(person)
            case Act.LEAVE:
                self._people.left.add(person.email)
            case Act.BLOCK:
                self._people.blocking.add(person.email)
            case Act.UNBLOCK:
                self._people.blocking.discard(person.email)
            case _:
                return False
        return True

    def _submit(self, person: Person, dialogue_id: int) -> None:
        for step, inputs in STEPS:
            self._press(person, dialogue_id, Verb.ANSWER, step, inputs)
        self._press(person, dialogue_id, Verb.SUBMIT, REVIEW)
        self._submitted.add(dialogue_id)

    def _press(
        self,
        person: Person,
        dialogue_id: int,
        verb: Verb,
        step: str | None = None,
        inputs: dict[str, str] | None = None,
    ) -> None:
        """Whoever the roster has no account of is met now."""
        entra_id = account(person.email)
        self._turns.bind(entra_id, (person.email,))
        press = Press(verb, step, self._revision(dialogue_id), inputs or {})
        assert self._turns.press(entra_id, dialogue_id, press), (person, dialogue_id)

    def _revision(self, dialogue_id: int) -> int:
        query = select(DIALOGUE.c.revision).where(DIALOGUE.c.id == dialogue_id)
        with reading(self._engine) as connection:
            return int(connection.execute(query).scalar_one())

    def _return(self, dialogue_id: int) -> None:
        pressed = Pressed(self._hr_id, self._clock.now(), Verb.RETURN, None, f"{dialogue_id}")
        given = Return("Stämmer behovet?", "need")
        revision = self._revision(dialogue_id)
        with writing(self._engine) as connection:
            assert return_dialogue(connection, dialogue_id, revision, given, pressed)
        self._submitted.remove(dialogue_id)

    def _put_off(self, person: Person) -> None:
        until = day_meant(Until.NEXT_WEEK, self._clock.today())
        with writing(self._engine) as connection:
            snooze(connection, self._cycle_id, person.id, until, self._clock.now())
        self.put_off[person.email] = until

    def submitted_in_database(self) -> int:
        query = select(func.count()).where(
            DIALOGUE.c.cycle_id == self._cycle_id, DIALOGUE.c.progress == Progress.SUBMITTED
        )
        with reading(self._engine) as connection:
            return int(connection.execute(query).scalar_one())

    @property
    def submitted(self) -> int:
        return len(self._submitted)


def _everyone(connection: Any, cycle_id: int) -> dict[str, Person]:
    """Who answers or heads a division; not HR."""
    own: defaultdict[int, list[int]] = defaultdict(list)
    headed: defaultdict[int, list[int]] = defaultdict(list)
    answered = (
        select(RESPONSIBILITY.c.person_id, DIALOGUE.c.id)
        .join(DIALOGUE, DIALOGUE.c.id == RESPONSIBILITY.c.dialogue_id)
        .where(DIALOGUE.c.cycle_id == cycle_id)
    )
    for person_id, dialogue_id in connection.execute(answered):
        own[person_id].append(dialogue_id)
    heads = (
        select(ASSIGNMENT.c.person_id, DIALOGUE.c.id)
        .join(ORGANISATION, ORGANISATION.c.division_id == ASSIGNMENT.c.organisation_id)
        .join(DIALOGUE, DIALOGUE.c.organisation_id == ORGANISATION.c.id)
        .where(DIALOGUE.c.cycle_id == cycle_id, ASSIGNMENT.c.role == Role.DIVISION_HEAD)
    )
    for person_id, dialogue_id in connection.execute(heads):
        headed[person_id].append(dialogue_id)
    return {
        email: Person(person_id, email, tuple(own[person_id]), tuple(headed[person_id]))
        for person_id, email in connection.execute(select(PERSON.c.id, PERSON.c.email))
        if email != HR and (own[person_id] or headed[person_id])
    }
