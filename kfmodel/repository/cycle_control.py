"""What HR does with a cycle: its dates, pausing and closing; audited."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from kfmodel.controls import Act, CycleState
from kfmodel.deadlines import check_deadline
from kfmodel.organisation import OrganisationKind
from kfmodel.planning.office_hours import day_of
from kfmodel.repository.audit import note
from kfmodel.repository.posts import HrPost, all_hr_posts
from kfmodel.repository.schema import CYCLE, ORGANISATION


def state_of(connection: Connection, cycle_id: int) -> CycleState:
    """Where the cycle stands, as it is stored."""
    return _state(connection.execute(select(CYCLE).where(CYCLE.c.id == cycle_id)).one())


def locked_state(connection: Connection, cycle_id: int) -> CycleState:
    """The state, which nobody else changes before this transaction ends: HR's presses on a cycle
    come one after the other."""
    query = select(CYCLE).where(CYCLE.c.id == cycle_id).with_for_update()
    return _state(connection.execute(query).one())


def _state(row: Row[Any]) -> CycleState:
    return CycleState(
        row.id,
        row.name,
        row.year,
        row.opens_on,
        row.deadline_on,
        row.paused_at,
        row.closed_at,
    )


def steered_posts(connection: Connection, person_id: int) -> tuple[HrPost, ...]:
    """Where the person is HR of a committee or the city, closed cycles included."""
    kinds = (OrganisationKind.COMMITTEE, OrganisationKind.CITY)
    posts = all_hr_posts(connection, person_id)
    return tuple(post for post in posts if post.organisation_kind in kinds)


def sets_dates(connection: Connection, post: HrPost) -> bool:
    """Whether who has the post sets the cycle's dates. A committee's HR does where it is alone in
    the cycle: committees are authorities of their own, and what they share is the city's."""
    if post.organisation_kind is not OrganisationKind.COMMITTEE:
        return post.organisation_kind is OrganisationKind.CITY
    committees = select(func.count()).where(
        ORGANISATION.c.cycle_id == post.cycle_id,
        ORGANISATION.c.kind == OrganisationKind.COMMITTEE,
    )
    return int(connection.execute(committees).scalar_one()) == 1


def change(
    connection: Connection,
    state: CycleState,
    act: Act,
    now: datetime,
    *,
    by: int | None = None,
    deadline_on: date | None = None,
) -> bool:
    """Do it and audit it; False where the cycle stands so already, or the act has no meaning as it
    stands. `deadline_on` is for EXTEND, which raises DeadlineRefusedError; `by` is None where it
    was not done in chat."""
    if state.stands(act, day_of(now), deadline_on) or state.is_closed != (act is Act.REOPEN):
        return False
    if act is Act.EXTEND and deadline_on:
        check_deadline(deadline_on, opens_on=state.opens_on, year=state.year, today=day_of(now))
        note_moved_deadline(connection, state.name, deadline_on, now)
    name, value = _wanted(act, now, deadline_on)
    connection.execute(update(CYCLE).where(CYCLE.c.id == state.id).values({name: value}))
    detail = {name: [_said(getattr(state, name)), _said(value)]}
    note(connection, now, f"cycle_{act}", detail, person_id=by, cycle_id=state.id)
    return True


def note_moved_deadline(
    connection: Connection, name: str, deadline_on: date, now: datetime
) -> None:
    """When the cycle's deadline is moved, and from which day, if it is stored and this is
    another."""
    moved = (CYCLE.c.name == name) & (CYCLE.c.deadline_on != deadline_on)
    row = connection.execute(select(CYCLE).where(moved).with_for_update()).one_or_none()
    if row is None:
        return
    earlier = [*(row.earlier_deadlines or ()), (f"{row.deadline_on}", now.isoformat())]
    values = {"deadline_moved_at": now, "earlier_deadlines": earlier}
    connection.execute(update(CYCLE).where(CYCLE.c.id == row.id).values(values))


def _wanted(act: Act, now: datetime, deadline_on: date | None) -> tuple[str, date | None]:
    return {
        Act.OPEN: ("opens_on", day_of(now)),
        Act.EXTEND: ("deadline_on", deadline_on),
        Act.CLOSE: ("closed_at", now),
        Act.REOPEN: ("closed_at", None),
        Act.PAUSE: ("paused_at", now),
        Act.RESUME: ("paused_at", None),
    }[act]


def _said(value: date | None) -> str | None:
    return value.isoformat() if value else None
