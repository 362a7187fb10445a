"""Settling, approving and taking back: each change with its append-only row.

Whoever changes something holds the committee first, so that those who settle the same committee
take turns and each sees what the one before has done.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select, update

from kfmodel.answers import Answers
from kfmodel.repository.schema import (
    APPROVAL,
    DIALOGUE,
    ORGANISATION,
    SETTLEMENT,
    SETTLING_REVISION,
)
from kfmodel.settling import Action


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does what and when; `person_id` None is whoever runs the service."""

    person_id: int | None
    at: datetime
    action: Action
    digest: str


@dataclass(frozen=True, slots=True)
class SettledValues:
    """What is settled: the values, why they differ from the compiled ones, and on what basis."""

    answers: Answers
    reason: str | None
    basis: str


def hold(connection: Connection, organisation_id: int) -> None:
    """Let nobody else settle in the organisation's committee until the transaction ends."""
    own = select(ORGANISATION.c.committee_id).where(ORGANISATION.c.id == organisation_id)
    connection.execute(
        select(ORGANISATION.c.id)
        .where(ORGANISATION.c.id == own.scalar_subquery())
        .with_for_update(key_share=True)
    )


def was_done(connection: Connection, committee_id: int, digest: str) -> bool:
    """Whether the very same press has been carried out before, anywhere in the committee."""
    within = select(ORGANISATION.c.id).where(ORGANISATION.c.committee_id == committee_id)
    query = select(SETTLING_REVISION.c.id).where(
        SETTLING_REVISION.c.organisation_id.in_(within),
        SETTLING_REVISION.c.press == digest,
        SETTLING_REVISION.c.number.is_not(None),
    )
    return connection.execute(query).first() is not None


def settle(
    connection: Connection,
    cycle_id: int,
    organisation_id: int,
    category_id: int,
    values: SettledValues,
    doing: Doing,
) -> None:
    """Settle a category; what HR returned before is settled anew."""
    columns = {
        "answers": values.answers.as_record(),
        "reason": values.reason,
        "basis": values.basis,
        "settled_at": doing.at,
        "settled_by": doing.person_id,
        "return_comment": None,
        "returned_at": None,
        "returned_by": None,
    }
    before = _settlement(connection, organisation_id, category_id)
    after = {"settled": columns["answers"], "reason": values.reason}
    number = _write(connection, organisation_id, category_id, doing, _record(before), after)
    if before is None:
        key = {
            "cycle_id": cycle_id,
            "organisation_id": organisation_id,
            "category_id": category_id,
        }
        connection.execute(SETTLEMENT.insert().values(**key, **columns, revision=number))
    else:
        _update(connection, before.id, {**columns, "revision": number})


def return_settlement(
    connection: Connection, organisation_id: int, category_id: int, comment: str, doing: Doing
) -> None:
    """Give a division's settled category back to it, with why. Raises LookupError where nothing is
    settled."""
    before = _settlement(connection, organisation_id, category_id)
    if before is None:
        raise LookupError(f"nothing is settled for {category_id} in {organisation_id}")
    after = {"settled": before.answers, "reason": before.reason, "returned": comment}
    number = _write(connection, organisation_id, category_id, doing, _record(before), after)
    values = {
        "return_comment": comment,
        "returned_at": doing.at,
        "returned_by": doing.person_id,
        "revision": number,
    }
    _update(connection, before.id, values)


def note_return(
    connection: Connection,
    organisation_id: int,
    category_id: int,
    detail: dict[str, Any],
    doing: Doing,
) -> None:
    """That a dialogue was given back, among what was done in the place it was done from."""
    _write(connection, organisation_id, category_id, doing, {}, {"returned": detail})


def approve(connection: Connection, organisation_id: int, committee_id: int, doing: Doing) -> None:
    """Approve the whole, which locks the dialogues below."""
    _write(connection, organisation_id, None, doing, {"approved": False}, {"approved": True})
    connection.execute(
        APPROVAL.insert().values(
            organisation_id=organisation_id, approved_at=doing.at, approved_by=doing.person_id
        )
    )
    relock(connection, committee_id=committee_id)


def withdraw(connection: Connection, organisation_id: int, committee_id: int, doing: Doing) -> None:
    """Take an approval back; nothing happens where there is none."""
    gone = connection.execute(delete(APPROVAL).where(APPROVAL.c.organisation_id == organisation_id))
    if gone.rowcount:
        _write(connection, organisation_id, None, doing, {"approved": True}, {"approved": False})
        relock(connection, committee_id=committee_id)


def keep_typed(
    connection: Connection,
    organisation_id: int,
    category_id: int | None,
    typed: dict[str, Any],
    doing: Doing,
) -> None:
    """Keep what was typed and could not be carried out; once, however often it is delivered."""
    kept = select(SETTLING_REVISION.c.id).where(
        SETTLING_REVISION.c.organisation_id == organisation_id,
        SETTLING_REVISION.c.press == doing.digest,
    )
    if connection.execute(kept).first() is None:
        _insert(connection, organisation_id, category_id, None, doing, {}, {"typed": typed})


def relock(
    connection: Connection, *, committee_id: int | None = None, cycle_id: int | None = None
) -> None:
    """Lock the dialogues whose division or committee is approved, and no others."""
    approved = select(APPROVAL.c.organisation_id)
    locked = select(ORGANISATION.c.id).where(
        ORGANISATION.c.division_id.in_(approved) | ORGANISATION.c.committee_id.in_(approved)
    )
    scope = (
        DIALOGUE.c.cycle_id == cycle_id
        if committee_id is None
        else DIALOGUE.c.organisation_id.in_(
            select(ORGANISATION.c.id).where(ORGANISATION.c.committee_id == committee_id)
        )
    )
    belongs = DIALOGUE.c.organisation_id.in_(locked)
    for is_locked, those in ((True, belongs), (False, ~belongs)):
        connection.execute(
            update(DIALOGUE)
            .where(scope, those, DIALOGUE.c.locked.is_not(is_locked))
            .values(locked=is_locked)
        )


def _settlement(connection: Connection, organisation_id: int, category_id: int) -> Row[Any] | None:
    return connection.execute(
        select(SETTLEMENT).where(
            SETTLEMENT.c.organisation_id == organisation_id,
            SETTLEMENT.c.category_id == category_id,
        )
    ).one_or_none()


def _update(connection: Connection, settlement_id: int, values: dict[str, Any]) -> None:
    connection.execute(update(SETTLEMENT).where(SETTLEMENT.c.id == settlement_id).values(**values))


def _record(row: Row[Any] | None) -> dict[str, Any]:
    if row is None:
        return {}
    record = {"settled": row.answers, "reason": row.reason}
    return record | ({"returned": row.return_comment} if row.return_comment else {})


def _write(
    connection: Connection,
    organisation_id: int,
    category_id: int | None,
    doing: Doing,
    before: dict[str, Any],
    after: dict[str, Any],
) -> int:
    """The change as the organisation's next, and its number."""
    last = select(func.coalesce(func.max(SETTLING_REVISION.c.number), 0)).where(
        SETTLING_REVISION.c.organisation_id == organisation_id
    )
    number = int(connection.execute(last).scalar_one()) + 1
    _insert(connection, organisation_id, category_id, number, doing, before, after)
    return number


def _insert(
    connection: Connection,
    organisation_id: int,
    category_id: int | None,
    number: int | None,
    doing: Doing,
    before: dict[str, Any],
    after: dict[str, Any],
) -> None:
    connection.execute(
        SETTLING_REVISION.insert().values(
            organisation_id=organisation_id,
            category_id=category_id,
            number=number,
            at=doing.at,
            person_id=doing.person_id,
            action=doing.action,
            press=doing.digest,
            before=before,
            after=after,
        )
    )
