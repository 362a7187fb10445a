"""Dialogues: one query in, one update and one revision out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Select,
    Update,
    and_,
    bindparam,
    delete,
    func,
    literal_column,
    select,
    update,
)

from kfmodel.answers import COLUMNS, LEVELS, Activity, Answers
from kfmodel.dialogue import AnsweredAs, Capacity, Facts, Previous, Progress, State
from kfmodel.methods import method_of
from kfmodel.organisation import OrganisationKind
from kfmodel.repository.people import Person
from kfmodel.repository.schema import (
    ACTIVITY,
    CATEGORY,
    CYCLE,
    DIALOGUE,
    DRIVER,
    ORGANISATION,
    PERSON,
    PREVIOUS,
    RESPONSIBILITY,
    REVISION,
)
from kfmodel.scales import Likelihood, Need, Severity

_COMMITTEE = ORGANISATION.alias("committee")
_CHANGER = PERSON.alias("changer")
_OWN = PREVIOUS.alias("own_previous")
_COMMITTEES = PREVIOUS.alias("committee_previous")
_PREVIOUS_COLUMNS = ("year", "need_2y", "need_5y", *LEVELS, "severity", "likelihood")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A dialogue as one of those who may answer it meets it."""

    person: Person
    facts: Facts
    state: State


@dataclass(frozen=True, slots=True)
class Pressed:
    """Who pressed what and when, for the revision row. `typed` is what an outdated card held."""

    person_id: int | None
    at: datetime
    verb: str
    step: str | None
    digest: str


def _previous_columns(alias: Any, prefix: str) -> list[Any]:
    return [alias.c[name].label(f"{prefix}_{name}") for name in _PREVIOUS_COLUMNS]


_DRIVER_COUNT = (
    select(func.count())
    .select_from(DRIVER)
    .where(DRIVER.c.dialogue_id == DIALOGUE.c.id)
    .scalar_subquery()
    .label("driver_count")
)
_ACTIVITY_COUNT = (
    select(func.count())
    .select_from(ACTIVITY)
    .where(ACTIVITY.c.dialogue_id == DIALOGUE.c.id)
    .scalar_subquery()
    .label("activity_count")
)


def _query() -> Select[Any]:
    return (
        select(
            DIALOGUE,
            PERSON.c.id.label("person_id"),
            PERSON.c.name.label("person_name"),
            PERSON.c.email.label("person_email"),
            PERSON.c.language.label("person_language"),
            CYCLE.c.name.label("cycle_name"),
            CYCLE.c.year.label("cycle_year"),
            CYCLE.c.opens_on,
            CYCLE.c.deadline_on,
            CYCLE.c.closed_at,
            CYCLE.c.method.label("cycle_method"),
            ORGANISATION.c.name.label("organisation_name"),
            ORGANISATION.c.kind.label("organisation_kind"),
            _COMMITTEE.c.name.label("committee_name"),
            _COMMITTEE.c.method.label("committee_method"),
            CATEGORY.c.name.label("category_name"),
            RESPONSIBILITY.c.capacity,
            RESPONSIBILITY.c.position,
            RESPONSIBILITY.c.total,
            _CHANGER.c.name.label("changer_name"),
            _DRIVER_COUNT,
            _ACTIVITY_COUNT,
            *_previous_columns(_OWN, "own"),
            *_previous_columns(_COMMITTEES, "committee"),
        )
        .select_from(PERSON)
        .join(RESPONSIBILITY, RESPONSIBILITY.c.person_id == PERSON.c.id)
        .join(DIALOGUE, DIALOGUE.c.id == RESPONSIBILITY.c.dialogue_id)
        .join(CYCLE, CYCLE.c.id == DIALOGUE.c.cycle_id)
        .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
        .join(CATEGORY, CATEGORY.c.id == DIALOGUE.c.category_id)
        .join(_COMMITTEE, _COMMITTEE.c.id == ORGANISATION.c.committee_id, isouter=True)
        .join(_CHANGER, _CHANGER.c.id == DIALOGUE.c.changed_by, isouter=True)
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
        _facts(row),
        _state(connection, row),
    )


def _facts(row: Row[Any]) -> Facts:
    return Facts(
        dialogue_id=row.id,
        cycle=row.cycle_name,
        year=row.cycle_year,
        opens_on=row.opens_on,
        deadline_on=row.deadline_on,
        closed=row.closed_at is not None,
        method=_method(row),
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
        previous=_previous(row, "own"),
        committee_previous=_previous(row, "committee"),
    )


def _method(row: Row[Any]) -> str:
    return str(row.committee_method or row.cycle_method)


def _previous(row: Row[Any], prefix: str) -> Previous | None:
    values = row._mapping  # noqa: SLF001  # SQLAlchemy's public name for a row by column label
    if values[f"{prefix}_year"] is None:
        return None
    levels = tuple(values[f"{prefix}_{name}"] for name in LEVELS)
    return Previous(
        values[f"{prefix}_year"],
        _known(Need, values[f"{prefix}_need_2y"]),
        _known(Need, values[f"{prefix}_need_5y"]),
        None if None in levels else (levels[0], levels[1], levels[2], levels[3]),
        _known(Severity, values[f"{prefix}_severity"]),
        _known(Likelihood, values[f"{prefix}_likelihood"]),
    )


def _known(scale: Any, value: str | None) -> Any:
    return None if value is None else scale(value)


_SCALES = {"need_2y": Need, "need_5y": Need, "severity": Severity, "likelihood": Likelihood}


def answers_of(
    row: Row[Any], method: str, drivers: Iterable[str], activities: Sequence[Activity]
) -> Answers:
    """The answers in a dialogue's row. The drivers are put in the method's order."""
    values = {name: getattr(row, name) for name in COLUMNS}
    for name, scale in _SCALES.items():
        values[name] = _known(scale, values[name])
    ordered = method_of(method).drivers_in_order(drivers)
    return Answers(**values, drivers=ordered, activities=tuple(activities))


def _state(connection: Connection, row: Row[Any]) -> State:
    drivers = _drivers(connection, row.id) if row.driver_count else ()
    activities = _activities(connection, row.id) if row.activity_count else ()
    return State(
        answers=answers_of(row, _method(row), drivers, activities),
        progress=Progress(row.progress),
        step=row.step,
        revision=row.revision,
        changed_at=row.changed_at,
        changed_by=row.changer_name,
        submitted_at=row.submitted_at,
        late=row.late,
        last_press=row.last_press,
    )


_DRIVERS = select(DRIVER.c.driver).where(DRIVER.c.dialogue_id == bindparam("dialogue"))


def _drivers(connection: Connection, dialogue_id: int) -> Sequence[str]:
    return connection.execute(_DRIVERS, {"dialogue": dialogue_id}).scalars().all()


_ACTIVITIES = (
    select(ACTIVITY.c.description, ACTIVITY.c.area, ACTIVITY.c.time_plan)
    .where(ACTIVITY.c.dialogue_id == bindparam("dialogue"))
    .order_by(ACTIVITY.c.position)
)


def _activities(connection: Connection, dialogue_id: int) -> tuple[Activity, ...]:
    rows = connection.execute(_ACTIVITIES, {"dialogue": dialogue_id})
    return tuple(Activity(*row) for row in rows)


@dataclass(frozen=True, slots=True)
class Asked:
    """A dialogue as HR meets it who enters answers for others."""

    dialogue_id: int
    state: State
    answered_as: AnsweredAs | None


def asked_in(connection: Connection, cycle_id: int) -> dict[tuple[str, str], Asked]:
    """The cycle's dialogues by organisation code and category."""
    query = (
        select(
            DIALOGUE,
            ORGANISATION.c.code,
            CATEGORY.c.name.label("category_name"),
            CYCLE.c.method.label("cycle_method"),
            _COMMITTEE.c.method.label("committee_method"),
            _CHANGER.c.name.label("changer_name"),
            _DRIVER_COUNT,
            _ACTIVITY_COUNT,
        )
        .select_from(DIALOGUE)
        .join(CYCLE, CYCLE.c.id == DIALOGUE.c.cycle_id)
        .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
        .join(CATEGORY, CATEGORY.c.id == DIALOGUE.c.category_id)
        .join(_COMMITTEE, _COMMITTEE.c.id == ORGANISATION.c.committee_id, isouter=True)
        .join(_CHANGER, _CHANGER.c.id == DIALOGUE.c.changed_by, isouter=True)
        .where(DIALOGUE.c.cycle_id == cycle_id)
    )
    return {
        (row.code, row.category_name): Asked(
            row.id,
            _state(connection, row),
            AnsweredAs(row.answered_as) if row.answered_as else None,
        )
        for row in connection.execute(query).all()
    }


@lru_cache(maxsize=256)
def _saving(columns: frozenset[str]) -> Update:
    """Kept per set of columns: a statement made anew is also compiled anew."""
    return (
        update(DIALOGUE)
        .where(
            and_(DIALOGUE.c.id == bindparam("dialogue"), DIALOGUE.c.revision == bindparam("base"))
        )
        .values(
            revision=literal_column("revision") + 1,
            **{name: bindparam(f"new_{name}") for name in columns},
        )
    )


_REVISION = REVISION.insert()


def save(
    connection: Connection,
    dialogue_id: int,
    before: State,
    after: State,
    pressed: Pressed,
    answered_as: AnsweredAs,
) -> State | None:
    """Store a new state with its revision row, and give it as stored.

    None: somebody else has stored a newer one since `before` was read; then nothing is written.
    """
    submitted = after.progress is Progress.SUBMITTED
    stored = State(
        answers=after.answers,
        progress=after.progress,
        step=after.step,
        revision=before.revision + 1,
        changed_at=pressed.at,
        changed_by=None,
        submitted_at=pressed.at if submitted else None,
        late=after.late,
        last_press=pressed.digest,
    )
    values = {
        **_changed_columns(before.answers, after.answers),
        "progress": stored.progress,
        "step": stored.step,
        "last_press": stored.last_press,
        "changed_at": pressed.at,
        "changed_by": pressed.person_id,
        "submitted_at": stored.submitted_at,
        "submitted_by": pressed.person_id if submitted else None,
        "late": stored.late,
        "answered_as": answered_as if submitted else None,
    }
    parameters = {f"new_{name}": value for name, value in values.items()}
    parameters |= {"dialogue": dialogue_id, "base": before.revision}
    if connection.execute(_saving(frozenset(values)), parameters).rowcount != 1:
        return None
    _save_lists(connection, dialogue_id, before.answers, after.answers)
    record = _record(before), _record(after)
    _write_revision(connection, dialogue_id, stored.revision, before.revision, pressed, *record)
    return stored


def _changed_columns(before: Answers, after: Answers) -> dict[str, Any]:
    return {
        name: value for name in COLUMNS if (value := getattr(after, name)) != getattr(before, name)
    }


def keep_unapplied(
    connection: Connection,
    dialogue_id: int,
    state: State,
    pressed: Pressed,
    typed: dict[str, Any],
) -> None:
    """Keep what was typed on an outdated or refused card, beside the answers; once, however often
    the press is delivered."""
    kept = select(REVISION.c.id).where(
        REVISION.c.dialogue_id == dialogue_id,
        REVISION.c.number.is_(None),
        REVISION.c.press == pressed.digest,
    )
    if connection.execute(kept).first():
        return
    _write_revision(
        connection, dialogue_id, None, state.revision, pressed, _record(state), {"typed": typed}
    )


def _record(state: State) -> dict[str, Any]:
    return {"progress": state.progress.value, "step": state.step, **state.answers.as_record()}


def _write_revision(
    connection: Connection,
    dialogue_id: int,
    number: int | None,
    base: int,
    pressed: Pressed,
    before: dict[str, Any],
    after: dict[str, Any],
) -> None:
    connection.execute(
        _REVISION,
        {
            "dialogue_id": dialogue_id,
            "number": number,
            "base_number": base,
            "at": pressed.at,
            "person_id": pressed.person_id,
            "verb": pressed.verb,
            "step": pressed.step,
            "press": pressed.digest,
            "before": before,
            "after": after,
        },
    )


def _save_lists(connection: Connection, dialogue_id: int, before: Answers, after: Answers) -> None:
    if before.drivers != after.drivers:
        connection.execute(delete(DRIVER).where(DRIVER.c.dialogue_id == dialogue_id))
        rows = [{"dialogue_id": dialogue_id, "driver": driver} for driver in after.drivers]
        if rows:
            connection.execute(DRIVER.insert(), rows)
    if before.activities != after.activities:
        connection.execute(delete(ACTIVITY).where(ACTIVITY.c.dialogue_id == dialogue_id))
        activities = [
            {
                "dialogue_id": dialogue_id,
                "position": place,
                "description": activity.description,
                "area": activity.area,
                "time_plan": activity.time_plan,
            }
            for place, activity in enumerate(after.activities, start=1)
        ]
        if activities:
            connection.execute(ACTIVITY.insert(), activities)
