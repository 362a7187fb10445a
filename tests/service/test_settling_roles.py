"""Through HTTP nobody does what the table forbids: everyone tries everything, on every card."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.demo.categories import SUPPORT
from bot.demo.example import seed
from dialogs.press import Verb
from dialogs.returning import COMMENT, WHOM, Returnable, returnable
from kfmodel.database import reading, writing
from kfmodel.repository import settling_changes as changes
from kfmodel.repository.settling_places import every_place
from kfmodel.repository.to_settle import categories_to_settle
from kfmodel.settling import Action, Actor, Standing, Subject, transition
from kfmodel.to_settle import CategoryToSettle, Place
from tests.service.conftest import NOW
from tests.service.teams import ON_SQLITE, Teams
from tests.service.test_settling import REASON, VALUES

DIVISION, COMMITTEE = "ASN-ARB", "ASN"
EVERYONE = {
    "Bengt Hallander": {DIVISION: {Actor.DIVISION_HEAD}},
    "Ingrid Solvik": {},
    "Helena Ryding": {DIVISION: {Actor.COMMITTEE_HR}, COMMITTEE: {Actor.COMMITTEE_HR}},
    "Anna Lindmo": {},
    "Ulf Främling": {},
    "Peter Sandahl": {},
}
"""Peter is the city's HR here; what the others are stands in the example."""

VERBS = {
    Verb.SETTLE: Action.SETTLE,
    Verb.RETURN: Action.RETURN,
    Verb.APPROVE: Action.APPROVE,
    Verb.WITHDRAW: Action.WITHDRAW,
}


@pytest.fixture
def imported_url(engine: Engine, database_url: str) -> str:
    with writing(engine) as connection:
        seed(connection, NOW)
    return database_url


@dataclass(frozen=True)
class Attempt:
    """One person's press of a button that the person who may press it would have."""

    name: str
    verb: Verb
    place: Place
    category: CategoryToSettle
    whom: str = ""

    @property
    def data(self) -> dict[str, Any]:
        inputs = {
            Verb.SETTLE: {**VALUES, "reason": REASON},
            Verb.RETURN: {WHOM: self.whom, COMMENT: "Se över"},
        }
        revisions = {Verb.SETTLE: self.category.revision, Verb.RETURN: self.category.revision}
        return {
            "place": self.place.id,
            "category": self.category.id,
            "basis": self.category.basis,
            "revision": revisions.get(self.verb, self.place.revision),
            **inputs.get(self.verb, {}),
        }


def seen(teams: Teams, code: str) -> tuple[Place, CategoryToSettle]:
    """The place and its category as whoever may do everything sees them."""
    with reading(teams.engine) as connection:
        cycle_id = teams.rows("SELECT id FROM cycle")[0]
        place = every_place(connection, cycle_id)[code]
        categories = categories_to_settle(connection, place)
    return place, next(one for one in categories if one.name == SUPPORT)


def attempts(teams: Teams) -> Iterator[tuple[Attempt, bool]]:
    """Every press of everyone at every place, and whether the table permits it."""
    for (name, roles), verb, code in product(EVERYONE.items(), VERBS, (DIVISION, COMMITTEE)):
        place, category = seen(teams, code)
        actors = frozenset(roles.get(code, ()))
        if verb is Verb.RETURN:
            for what in returnable(place, category):
                returned = transition(*below(place, category, what), Action.RETURN, actors)
                yield Attempt(name, verb, place, category, what.key), returned is not None
            continue
        subject, standing = (
            (place.category_subject, category.standing)
            if verb is Verb.SETTLE
            else (place.subject, place.standing)
        )
        permitted = transition(subject, standing, VERBS[verb], actors) is not None
        yield Attempt(name, verb, place, category), permitted


def below(place: Place, category: CategoryToSettle, what: Returnable) -> tuple[Subject, Standing]:
    """What is returned, and where it stands."""
    for group in category.groups:
        if group.dialogue_id == what.dialogue_id:
            return Subject.DIALOGUE, group.standing
    found = [one.standing for one in category.divisions if one.division_id == what.organisation_id]
    return Subject.DIVISION_CATEGORY, found[0] if found else category.standing


def everything(teams: Teams) -> list[Any]:
    """All that settling can change; what was typed and kept beside it is no change."""
    tables = ("settlement", "approval", "revision", "dialogue")
    rows = [teams.rows(f"SELECT * FROM {table} ORDER BY 1") for table in tables]
    return [*rows, teams.rows("SELECT id FROM settling_revision WHERE number IS NOT NULL")]


def approved(teams: Teams, *codes: str) -> None:
    for code in codes:
        place, _ = seen(teams, code)
        with writing(teams.engine) as connection:
            doing = changes.Doing(None, NOW, Action.APPROVE, code)
            changes.approve(connection, place.id, place.committee_id, doing)


@ON_SQLITE
@pytest.mark.parametrize("standing", [(), (DIVISION,), (DIVISION, COMMITTEE)])
async def test_nobody_does_what_the_table_forbids(teams: Teams, standing: tuple[str, ...]) -> None:
    teams.do(
        "UPDATE assignment SET role = 'hr', organisation_id ="
        " (SELECT id FROM organisation WHERE code = 'EXS') WHERE person_id ="
        " (SELECT id FROM person WHERE name = 'Peter Sandahl')"
    )
    approved(teams, *standing)
    before, tried = everything(teams), 0
    for attempt, permitted in attempts(teams):
        if not permitted:
            press = {"action": {"verb": attempt.verb, "data": attempt.data}}
            _, body = await teams.chat(attempt.name).invoke(press)
            assert body["statusCode"] == 200
            assert everything(teams) == before, attempt
            tried += 1
    assert tried > 20


@ON_SQLITE
async def test_everyone_does_what_the_table_permits(teams: Teams) -> None:
    """Each permitted press of the open state, once; so that the test above tries real presses."""
    done = set()
    for attempt, permitted in attempts(teams):
        if permitted and (attempt.name, attempt.verb) not in done:
            done.add((attempt.name, attempt.verb))
            before = everything(teams)
            press = {"action": {"verb": attempt.verb, "data": attempt.data}}
            await teams.chat(attempt.name).invoke(press)
            changed = everything(teams) != before
            assert changed is (attempt.verb is not Verb.APPROVE), attempt
    assert {verb for _, verb in done} == {Verb.SETTLE, Verb.RETURN, Verb.APPROVE}
