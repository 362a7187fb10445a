"""What a press changes: one update and one revision, append-only."""

from dataclasses import asdict, dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Update, bindparam, delete, literal_column, select, update

from kfmodel.answers import COLUMNS, Answers
from kfmodel.dialogue import AnsweredAs, Progress, State
from kfmodel.repository.schema import ACTIVITY, DIALOGUE, DRIVER, REVISION


@dataclass(frozen=True, slots=True)
class Pressed:
    """Who pressed what and when, for the revision row; `person_id` is None for whoever runs the
    service. `digest` is of the press, so that a second delivery of it is known."""

    person_id: int | None
    at: datetime
    verb: str
    step: str | None
    digest: str


@lru_cache(maxsize=256)
def _saving(columns: frozenset[str]) -> Update:
    """Kept per set of columns: a statement made anew is also compiled anew."""
    return (
        update(DIALOGUE)
        .where(
            DIALOGUE.c.id == bindparam("dialogue"),
            DIALOGUE.c.revision == bindparam("base"),
            DIALOGUE.c.locked.is_(False),
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

    What was returned is no longer so once it is submitted again. None: somebody else has stored a
    newer one since `before` was read, or has locked it; then nothing is written.
    """
    stored = _stored(before, after, pressed)
    values = _columns(stored, pressed, answered_as)
    values |= _changed_columns(before.answers, after.answers)
    if before.returned and not stored.returned:
        values |= dict.fromkeys(("return_comment", "returned_at", "returned_by"))
    parameters = {f"new_{name}": value for name, value in values.items()}
    parameters |= {"dialogue": dialogue_id, "base": before.revision}
    if connection.execute(_saving(frozenset(values)), parameters).rowcount != 1:
        return None
    _save_lists(connection, dialogue_id, before.answers, after.answers)
    record = _record(before), _record(after)
    write_revision(connection, dialogue_id, stored.revision, before.revision, pressed, *record)
    return stored


def _stored(before: State, after: State, pressed: Pressed) -> State:
    submitted = after.progress is Progress.SUBMITTED
    return State(
        answers=after.answers,
        progress=after.progress,
        step=after.step,
        revision=before.revision + 1,
        changed_at=pressed.at,
        changed_by=None,
        submitted_at=pressed.at if submitted else None,
        late=after.late,
        last_press=pressed.digest,
        returned=None if submitted else before.returned,
    )


def _columns(stored: State, pressed: Pressed, answered_as: AnsweredAs) -> dict[str, Any]:
    """What every press sets beside the answers."""
    submitted = stored.progress is Progress.SUBMITTED
    return {
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
    write_revision(
        connection, dialogue_id, None, state.revision, pressed, _record(state), {"typed": typed}
    )


def _record(state: State) -> dict[str, Any]:
    return {"progress": state.progress.value, "step": state.step, **state.answers.as_record()}


def write_revision(
    connection: Connection,
    dialogue_id: int,
    number: int | None,
    base: int,
    pressed: Pressed,
    before: dict[str, Any],
    after: dict[str, Any],
) -> None:
    """Append what a press changed from `base`; `number` None where it was not applied."""
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
            {"dialogue_id": dialogue_id, "position": place, **asdict(activity)}
            for place, activity in enumerate(after.activities, start=1)
        ]
        if activities:
            connection.execute(ACTIVITY.insert(), activities)
