"""People: storing the roster, and knowing who writes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, select, update

from kfmodel.importing.values import AssignmentRow, Problem
from kfmodel.repository.audit import note
from kfmodel.repository.schema import PERSON
from kfmodel.repository.sync import Values, sync


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the roster, as the bot knows them."""

    id: int
    name: str
    email: str
    language: str


@dataclass(slots=True)
class PeopleSynced:
    """Ids by e-mail, and how many people are new or changed; only the problems where there are
    any."""

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
    """Whose account it is; None where it is nobody's."""
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
    """What they chose in chat; it holds until HR's file says another."""
    connection.execute(update(PERSON).where(PERSON.c.id == person_id).values(language=language))


def languages(connection: Connection) -> dict[str, str]:
    """Everyone's language by e-mail."""
    rows = connection.execute(select(PERSON.c.email, PERSON.c.language))
    return {row.email: row.language for row in rows}
