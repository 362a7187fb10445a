"""People: storing the roster, knowing who writes, and where they are reached."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import cache

from sqlalchemy import ColumnElement, Connection, and_, or_, select, update

from kfmodel.importing.values import AssignmentRow, Problem
from kfmodel.organisation import OrganisationKind, Role
from kfmodel.repository.audit import note
from kfmodel.repository.insert import Insert, insert_in
from kfmodel.repository.schema import ASSIGNMENT, CONVERSATION, CYCLE, ORGANISATION, PERSON
from kfmodel.repository.sync import Values, sync


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    name: str
    email: str
    language: str


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a person's messages come from, and so where the bot can write."""

    channel_id: str
    service_url: str
    conversation_id: str
    tenant_id: str
    bot_id: str
    user_id: str


_REACH = tuple(Reach.__dataclass_fields__)


@dataclass(slots=True)
class PeopleSynced:
    ids: dict[str, int] = field(default_factory=dict)
    added: int = 0
    changed: int = 0
    problems: tuple[Problem, ...] = ()


def sync_people(connection: Connection, rows: Sequence[AssignmentRow]) -> PeopleSynced:
    """People by their e-mail. An Entra id on one of a person's rows holds for all of them, and one
    that is bound stays where the file gives none; a language chosen in chat stays until the file's
    own changes."""
    stored = {row.email: row for row in connection.execute(select(PERSON))}
    holders = {row.entra_id: row.email for row in stored.values() if row.entra_id}
    accounts = {row.email: row.entra_id for row in rows if row.entra_id}
    wanted: dict[str, dict[str, str | None]] = {}
    problems = []
    for row in rows:
        known = stored.get(row.email)
        holder = holders.get(row.entra_id, row.email)
        if holder != row.email:
            problems.append(Problem(row.cell, f"Entra-id hör redan till {holder}"))
        new_language = known is None or known.imported_language != row.language
        wanted[row.email] = {
            "name": row.name,
            "imported_language": row.language,
            "language": row.language if known is None or new_language else known.language,
            "entra_id": accounts.get(row.email) or (known.entra_id if known else None),
        }
    if problems:
        return PeopleSynced(problems=tuple(problems))
    values: dict[tuple[object, ...], Values] = {(email,): v for email, v in wanted.items()}
    synced = sync(connection, PERSON, ("email",), values, {})
    ids = {str(email): row_id for (email,), row_id in synced.ids.items()}
    return PeopleSynced(ids, len(synced.added), len(synced.changed))


_PERSON = select(PERSON.c.id, PERSON.c.name, PERSON.c.email, PERSON.c.language)


def person_by_entra_id(connection: Connection, entra_id: str) -> Person | None:
    row = connection.execute(_PERSON.where(PERSON.c.entra_id == entra_id)).one_or_none()
    return Person(*row) if row else None


def person_called(connection: Connection, person_id: int) -> tuple[Person, str | None]:
    """The person and their Entra id, if it is bound."""
    query = _PERSON.add_columns(PERSON.c.entra_id).where(PERSON.c.id == person_id)
    *values, entra_id = connection.execute(query).one()
    return Person(*values), entra_id


def bind_entra_id(
    connection: Connection, addresses: Iterable[str], entra_id: str, now: datetime
) -> Person | None:
    """Bind an account to the person that the roster's own addresses name, once, and audit it.

    Nobody is bound whom the addresses do not name alone or who has an account already. An account
    that is bound, perhaps by another message at the same moment, gives its person.
    """
    if known := person_by_entra_id(connection, entra_id):
        return known
    lowered = [address.lower() for address in addresses if address]
    rows = connection.execute(_PERSON.where(PERSON.c.email.in_(lowered))).all()
    if len(rows) != 1:
        return None
    person = Person(*rows[0])
    bound = connection.execute(
        update(PERSON)
        .where(PERSON.c.id == person.id, PERSON.c.entra_id.is_(None))
        .values(entra_id=entra_id)
    )
    if bound.rowcount != 1:
        return person_by_entra_id(connection, entra_id)
    note(connection, now, "account_bound", {"entra_id": entra_id}, person_id=person.id)
    return person


def set_language(connection: Connection, person_id: int, language: str) -> None:
    connection.execute(update(PERSON).where(PERSON.c.id == person_id).values(language=language))


def languages(connection: Connection) -> dict[str, str]:
    """Everyone's language by e-mail."""
    rows = connection.execute(select(PERSON.c.email, PERSON.c.language))
    return {row.email: row.language for row in rows}


def reach_of(connection: Connection, person_id: int) -> Reach | None:
    columns = [CONVERSATION.c[name] for name in _REACH]
    row = connection.execute(
        select(*columns).where(CONVERSATION.c.person_id == person_id)
    ).one_or_none()
    return Reach(*row) if row else None


@cache
def _remembering(dialect: str) -> Insert:
    insert = insert_in(dialect, CONVERSATION)
    newest = {name: insert.excluded[name] for name in (*_REACH, "updated_at")}
    return insert.on_conflict_do_update(index_elements=["person_id"], set_=newest)


def remember_reach(connection: Connection, person_id: int, reach: Reach, now: datetime) -> None:
    """Keep where the person was last met; one row a person, also when two messages come at once."""
    values = {"person_id": person_id, "updated_at": now, **asdict(reach)}
    connection.execute(_remembering(connection.dialect.name), values)


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
    current = tuple(post for post in posts if not post.is_closed)
    return current or tuple(post for post in posts if post.cycle_id == posts[0].cycle_id)


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
