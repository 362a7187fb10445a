"""Storing HR's file in one transaction. What the file lacks is proposed for removal."""

from collections.abc import Callable, Hashable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, select

from kfmodel.asked import Node, nearest
from kfmodel.importing.values import CycleFile, OrganisationRow, Problem
from kfmodel.organisation import OrganisationKind
from kfmodel.repository.audit import note
from kfmodel.repository.cycle_control import note_moved_deadline
from kfmodel.repository.groups import sync_groups
from kfmodel.repository.must_stay import must_stay
from kfmodel.repository.people import sync_people
from kfmodel.repository.plan_import import Ids, plan_sheets
from kfmodel.repository.removals import Gone, Removal
from kfmodel.repository.schema import (
    ASSIGNMENT,
    CATEGORY,
    CATEGORY_EARLIER_NAME,
    CYCLE,
    FUNDING,
    ORGANISATION,
    PLANNED_ACTIVITY,
    PREVIOUS,
    PROJECTION,
    STAFFING,
)
from kfmodel.repository.settling_changes import relock
from kfmodel.repository.sync import Key, Synced, Values, sync

_PAIR = ("organisation_id", "category_id")
_NOT_STORED = frozenset({"organisation_code", "category", "cell"})


class ImportRefusedError(ValueError):
    """The file contradicts what is stored; the transaction must be rolled back."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("import refused")
        self.problems = problems


@dataclass(slots=True)
class Stored:
    """What an import did; `dialogues` is how many groups are asked about."""

    cycle_id: int
    added: int = 0
    changed: int = 0
    removed: int = 0
    dialogues: int = 0
    removals: list[Removal] = field(default_factory=list)

    @property
    def unchanged(self) -> bool:
        """Whether the file said what was stored."""
        return not (self.added or self.changed or self.removed)


def store_cycle(
    connection: Connection, file: CycleFile, now: datetime, *, removing: bool = False
) -> Stored:
    """Store the file; raises ImportRefusedError where it contradicts what has been answered: also
    where a row is gone that has answers, before anyone asks for the removal."""
    note_moved_deadline(connection, file.cycle.name, file.cycle.deadline_on, now)
    storing = _Storing(connection, file, removing)
    storing.organisations()
    storing.categories()
    storing.people()
    storing.pairs()
    storing.plan()
    storing.remove("Bemanning", "Personalframskrivning", "Föregående omgång", "Personer")
    storing.remove("Mål", "Utfall", "Aktiviteter", "Medel")
    groups = sync_groups(connection, storing.stored.cycle_id, file)
    if groups.problems:
        raise ImportRefusedError(groups.problems)
    storing.refuse_what_must_stay()
    storing.remove("Yrkeskategorier", "Organisation")
    relock(connection, cycle_id=storing.stored.cycle_id)
    stored = storing.stored
    stored.removals = storing.gone.proposed
    stored.dialogues = groups.asked
    if not stored.unchanged:
        counts = {"added": stored.added, "changed": stored.changed, "removed": stored.removed}
        note(connection, now, "cycle_imported", counts, cycle_id=stored.cycle_id)
    if stored.removals:
        _refuse_impossible_removals(connection, file, now)
    return stored


def _refuse_impossible_removals(connection: Connection, file: CycleFile, now: datetime) -> None:
    """Remove what is gone for trial, and take that back."""
    trial = connection.begin_nested()
    try:
        store_cycle(connection, file, now, removing=True)
    finally:
        trial.rollback()


class _Storing:
    """One import under way: what is stored so far, and which rows the file lacks."""

    def __init__(self, connection: Connection, file: CycleFile, removing: bool) -> None:
        self._connection = connection
        self._file = file
        self._removing = removing
        cycle = {name: v for name, v in asdict(file.cycle).items() if name != "name"}
        synced = sync(connection, CYCLE, ("name",), {(file.cycle.name,): cycle}, _named(file))
        self.stored = Stored(synced.ids[file.cycle.name,])
        self._scope = {"cycle_id": self.stored.cycle_id}
        self._count(synced)
        self.gone = Gone()
        self._organisations: dict[str, int] = {}
        self._categories: dict[str, int] = {}
        self._people: dict[str, int] = {}

    def organisations(self) -> None:
        rows = self._file.organisations
        wanted: dict[Key, Values] = {
            (row.code,): {
                "position": place,
                "name": row.name,
                "kind": row.kind,
                "method": row.method,
            }
            for place, row in enumerate(rows)
        }
        synced = sync(self._connection, ORGANISATION, ("code",), wanted, self._scope)
        self._organisations = {str(code): row_id for (code,), row_id in synced.ids.items()}
        links = sync(self._connection, ORGANISATION, ("code",), self._links(rows), self._scope)
        links.changed -= synced.added
        self._count(synced, links)
        self._propose("Organisation", ORGANISATION, synced)

    def _links(self, rows: tuple[OrganisationRow, ...]) -> dict[Key, Values]:
        ids = self._organisations
        tree = {
            ids[row.code]: Node(
                ids[row.code], ids[row.parent_code] if row.parent_code else None, row.kind, place
            )
            for place, row in enumerate(rows)
        }
        return {
            (row.code,): {
                "parent_id": tree[ids[row.code]].parent_id,
                "committee_id": nearest(tree, ids[row.code], OrganisationKind.COMMITTEE),
                "division_id": nearest(tree, ids[row.code], OrganisationKind.DIVISION),
            }
            for row in rows
        }

    def categories(self) -> None:
        wanted: dict[Key, Values] = {
            (row.name,): {
                "position": place,
                "aid_code": row.aid_code,
                "focus_area": row.focus_area,
            }
            for place, row in enumerate(self._file.categories)
        }
        synced = sync(self._connection, CATEGORY, ("name",), wanted, self._scope)
        self._categories = {str(name): row_id for (name,), row_id in synced.ids.items()}
        self._count(synced)
        self._propose("Yrkeskategorier", CATEGORY, synced)
        self._earlier_names({synced.ids[key] for key in synced.added})

    def _earlier_names(self, added: set[int]) -> None:
        """Of a category that is new itself, its earlier names are no further change."""
        table = CATEGORY_EARLIER_NAME
        ids = [self._categories[row.name] for row in self._file.categories]
        wanted = {
            (self._categories[row.name], name)
            for row in self._file.categories
            for name in row.earlier_names
        }
        stored = self._connection.execute(select(table).where(table.c.category_id.in_(ids)))
        differing = wanted ^ {(row.category_id, row.name) for row in stored}
        if not differing:
            return
        self._connection.execute(delete(table).where(table.c.category_id.in_(ids)))
        if wanted:
            rows = [{"category_id": category, "name": name} for category, name in sorted(wanted)]
            self._connection.execute(table.insert(), rows)
        self.stored.changed += len({category for category, _ in differing} - added)

    def people(self) -> None:
        people = sync_people(self._connection, self._file.assignments)
        if people.problems:
            raise ImportRefusedError(people.problems)
        self._people = people.ids
        self.stored.added += people.added
        self.stored.changed += people.changed
        wanted: dict[Key, Values] = {
            (people.ids[row.email], self._organisations[row.organisation_code], row.role): {}
            for row in self._file.assignments
        }
        key = ("person_id", "organisation_id", "role")
        synced = sync(self._connection, ASSIGNMENT, key, wanted, self._scope)
        self._count(synced)
        self._propose("Personer", ASSIGNMENT, synced)

    def pairs(self) -> None:
        """The sheets with a row an organisation and category."""
        self._pairs("Bemanning", STAFFING, self._file.staffing)
        self._pairs("Personalframskrivning", PROJECTION, self._file.projections)
        self._pairs("Föregående omgång", PREVIOUS, self._file.previous, "year")

    def _pairs(self, sheet: str, table: Table, rows: tuple[Any, ...], *further: str) -> None:
        wanted: dict[Key, Values] = {}
        for row in rows:
            values = {name: v for name, v in asdict(row).items() if name not in _NOT_STORED}
            organisation = self._organisations[row.organisation_code]
            key = (organisation, self._categories[row.category], *(values.pop(f) for f in further))
            wanted[key] = values
        synced = sync(self._connection, table, (*_PAIR, *further), wanted, self._scope)
        self._count(synced)
        self._propose(sheet, table, synced)

    def plan(self) -> None:
        """The sheets Mål, Utfall, Aktiviteter and Medel."""
        ids = Ids(self._organisations, self._categories)
        for sheet in plan_sheets(self._file.plan, ids):
            scope = {**self._scope, **sheet.scope}
            synced = sync(self._connection, sheet.table, sheet.key, sheet.wanted, scope)
            self._count(synced)
            self._propose(sheet.title, sheet.table, synced)

    def _count(self, *all_synced: Synced) -> None:
        for synced in all_synced:
            self.stored.added += len(synced.added)
            self.stored.changed += len(synced.changed)

    def _propose(self, sheet: str, table: Table, synced: Synced) -> None:
        name = self._namer(table)
        self.gone.add(sheet, table, {synced.ids[key]: name(key) for key in synced.gone})

    def _namer(self, table: Table) -> Callable[[Key], str]:
        """What a row is called in its sheet, by its key."""
        if table in (ORGANISATION, CATEGORY, PLANNED_ACTIVITY, FUNDING):
            return lambda key: str(key[0])
        places = {row_id: code for code, row_id in self._organisations.items()}
        if table is ASSIGNMENT:
            addresses = {row_id: address for address, row_id in self._people.items()}
            return lambda key: f"{addresses[_id(key[0])]}, {places[_id(key[1])]}"
        categories = {row_id: name for name, row_id in self._categories.items()}
        return lambda key: f"{places[_id(key[0])]}, {categories[_id(key[1])]}"

    def remove(self, *sheets: str) -> None:
        """Remove what is gone from the sheets, where that was asked for."""
        if self._removing:
            self.stored.removed += self.gone.remove(self._connection, *sheets)

    def refuse_what_must_stay(self) -> None:
        """What has been handed out or settled stays, and so does whose it was."""
        if not self._removing:
            return
        organisations, categories = self.gone.ids("Organisation"), self.gone.ids("Yrkeskategorier")
        if problems := must_stay(self._connection, organisations, categories):
            raise ImportRefusedError(problems)


def _id(part: Hashable) -> int:
    return int(str(part))


def _named(file: CycleFile) -> Values:
    return {"name": file.cycle.name}
