"""Where somebody is HR, or head of a division: the posts from which a cycle is followed."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from kfmodel.organisation import OrganisationKind, Role
from kfmodel.repository.schema import ASSIGNMENT, CYCLE, ORGANISATION


@dataclass(frozen=True, slots=True)
class HrPost:
    """A committee or city that a person is HR of, or a division that they are the head of, in a
    cycle."""

    cycle_id: int
    cycle: str
    organisation_id: int
    organisation_code: str
    organisation: str
    organisation_kind: OrganisationKind
    is_closed: bool = False


_HR = ASSIGNMENT.c.role == Role.HR
_DIVISION_HEAD = and_(
    ASSIGNMENT.c.role == Role.DIVISION_HEAD,
    ORGANISATION.c.kind == OrganisationKind.DIVISION,
    ORGANISATION.c.committee_id.is_not(None),
)


def hr_posts(connection: Connection, person_id: int) -> tuple[HrPost, ...]:
    """Where the person is HR in a cycle that is not closed, newest cycle first."""
    return tuple(post for post in all_hr_posts(connection, person_id) if not post.is_closed)


def all_hr_posts(connection: Connection, person_id: int) -> tuple[HrPost, ...]:
    """Where the person is HR, closed cycles included."""
    return _posts(connection, person_id, _HR)


def summary_posts(connection: Connection, person_id: int) -> tuple[HrPost, ...]:
    """Whose compilation the person gets: where they are HR, and the divisions they are head of;
    closed cycles included."""
    return _posts(connection, person_id, or_(_HR, _DIVISION_HEAD))


def current(posts: Sequence[HrPost]) -> tuple[HrPost, ...]:
    """Those of cycles that are not closed; where there are none, those of the newest that is."""
    not_closed = tuple(post for post in posts if not post.is_closed)
    return not_closed or tuple(post for post in posts if post.cycle_id == posts[0].cycle_id)


def _posts(
    connection: Connection, person_id: int, roles: ColumnElement[bool]
) -> tuple[HrPost, ...]:
    query = (
        select(
            CYCLE.c.id,
            CYCLE.c.name,
            ORGANISATION.c.id,
            ORGANISATION.c.code,
            ORGANISATION.c.name,
            ORGANISATION.c.kind,
            CYCLE.c.closed_at,
        )
        .select_from(ASSIGNMENT)
        .join(CYCLE, CYCLE.c.id == ASSIGNMENT.c.cycle_id)
        .join(ORGANISATION, ORGANISATION.c.id == ASSIGNMENT.c.organisation_id)
        .where(ASSIGNMENT.c.person_id == person_id, roles)
        .order_by(CYCLE.c.year.desc(), CYCLE.c.id.desc(), ORGANISATION.c.position)
    )
    found = dict.fromkeys(tuple(row) for row in connection.execute(query))
    return tuple(
        HrPost(cycle_id, cycle, place_id, code, name, OrganisationKind(kind), closed_at is not None)
        for cycle_id, cycle, place_id, code, name, kind, closed_at in found
    )
