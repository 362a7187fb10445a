"""Dialogues as those who may answer them meet them: one query."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, select

from kfmodel.dialogue import Capacity, Facts, Previous, State, newest
from kfmodel.organisation import Counting, OrganisationKind
from kfmodel.repository import previous_answers
from kfmodel.repository.dialogue_state import STATE, method_in, state_of, with_state
from kfmodel.repository.earlier_dialogues import submitted_earlier
from kfmodel.repository.people import Person
from kfmodel.repository.schema import (
    CATEGORY,
    CYCLE,
    DIALOGUE,
    ORGANISATION,
    PERSON,
    PREVIOUS,
    RESPONSIBILITY,
)

_OWN = PREVIOUS.alias("own_previous")
_COMMITTEES = PREVIOUS.alias("committee_previous")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A dialogue as one of those who may answer it meets it."""

    person: Person
    facts: Facts
    state: State


def _previous_columns(alias: Any, prefix: str) -> list[Any]:
    return [alias.c[name].label(f"{prefix}_{name}") for name in previous_answers.COLUMNS]


_COLUMNS = (
    *STATE,
    PERSON.c.id.label("person_id"),
    PERSON.c.name.label("person_name"),
    PERSON.c.email.label("person_email"),
    PERSON.c.language.label("person_language"),
    CYCLE.c.name.label("cycle_name"),
    CYCLE.c.year.label("cycle_year"),
    CYCLE.c.opens_on,
    CYCLE.c.deadline_on,
    CYCLE.c.closed_at,
    CYCLE.c.counting,
    ORGANISATION.c.name.label("organisation_name"),
    ORGANISATION.c.kind.label("organisation_kind"),
    CATEGORY.c.name.label("category_name"),
    RESPONSIBILITY.c.capacity,
    RESPONSIBILITY.c.position,
    RESPONSIBILITY.c.total,
    *_previous_columns(_OWN, "own"),
    *_previous_columns(_COMMITTEES, "committee"),
)


def _query() -> Select[Any]:
    of_person = (
        select(*_COLUMNS)
        .select_from(PERSON)
        .join(RESPONSIBILITY, RESPONSIBILITY.c.person_id == PERSON.c.id)
        .join(DIALOGUE, DIALOGUE.c.id == RESPONSIBILITY.c.dialogue_id)
    )
    return (
        with_state(of_person)
        .join(_OWN, _OWN.c.id == DIALOGUE.c.previous_id, isouter=True)
        .join(_COMMITTEES, _COMMITTEES.c.id == DIALOGUE.c.committee_previous_id, isouter=True)
        .where(PERSON.c.entra_id == bindparam("entra_id"))
    )


_ONE = _query().where(DIALOGUE.c.id == bindparam("dialogue"))
_OF_PERSON = (
    _query()
    .where(CYCLE.c.closed_at.is_(None))
    .order_by(CYCLE.c.deadline_on, CYCLE.c.id, RESPONSIBILITY.c.capacity, RESPONSIBILITY.c.position)
)


def load_dialogue(connection: Connection, entra_id: str, dialogue_id: int) -> Loaded | None:
    """The dialogue, or None where there is none that this person may answer."""
    row = connection.execute(_ONE, {"entra_id": entra_id, "dialogue": dialogue_id}).one_or_none()
    return _loaded(connection, row) if row else None


def dialogues_of(connection: Connection, entra_id: str) -> tuple[Loaded, ...]:
    """All that the person answers in cycles that are not closed: own ones first, then vacancies."""
    rows = connection.execute(_OF_PERSON, {"entra_id": entra_id}).all()
    return tuple(_loaded(connection, row) for row in rows)


def _loaded(connection: Connection, row: Row[Any]) -> Loaded:
    return Loaded(
        Person(row.person_id, row.person_name, row.person_email, row.person_language),
        _facts(connection, row),
        state_of(connection, row),
    )


def _facts(connection: Connection, row: Row[Any]) -> Facts:
    earlier = submitted_earlier(connection, row.earlier_id) if row.earlier_id else None
    return Facts(
        dialogue_id=row.id,
        cycle=row.cycle_name,
        year=row.cycle_year,
        opens_on=row.opens_on,
        deadline_on=row.deadline_on,
        closed=row.closed_at is not None,
        method=method_in(row),
        organisation=row.organisation_name,
        organisation_kind=OrganisationKind(row.organisation_kind),
        committee=row.committee_name or row.organisation_name,
        category=row.category_name,
        heads=row.heads,
        units=row.units,
        committee_headcount=row.committee_headcount,
        gap_2y=row.committee_gap_2y,
        gap_5y=row.committee_gap_5y,
        capacity=Capacity(row.capacity),
        position=row.position,
        total=row.total,
        previous=newest(_previous(row, "own"), earlier),
        committee_previous=_previous(row, "committee"),
        locked=row.locked,
        counting=Counting(row.counting) if row.counting else None,
    )


def _previous(row: Row[Any], prefix: str) -> Previous | None:
    values = row._mapping  # noqa: SLF001  # SQLAlchemy's public name for a row by column label
    if values[f"{prefix}_year"] is None:
        return None
    return previous_answers.previous_from(lambda name: values[f"{prefix}_{name}"])
