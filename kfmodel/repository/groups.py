"""Dialogues, made from staffing and organisation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from kfmodel.asked import (
    AskedGroup,
    Node,
    Staffed,
    Tree,
    asked_groups,
    nearest,
)
from kfmodel.compilation.material import Projection
from kfmodel.importing.values import CycleFile, Problem
from kfmodel.methods import method_of
from kfmodel.organisation import OrganisationKind
from kfmodel.repository.earlier_dialogues import earlier_dialogues
from kfmodel.repository.projections import rolled_up
from kfmodel.repository.responsibilities import sync_responsibilities
from kfmodel.repository.schema import (
    CATEGORY,
    CYCLE,
    DIALOGUE,
    ORGANISATION,
    PICKED_QUOTE,
    PREVIOUS,
    RESPONSIBILITY,
    REVISION,
    STAFFING,
)
from kfmodel.repository.sync import Key, Values, remove, sync

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GroupsSynced:
    """How many groups are asked about, and what is in the way of it."""

    asked: int
    problems: tuple[Problem, ...] = ()


def sync_groups(connection: Connection, cycle_id: int, file: CycleFile) -> GroupsSynced:
    """Make the cycle's dialogues what the stored staffing says, and name who answers them.

    A dialogue that somebody has typed in and that has no ground any more is a problem, not a loss.
    """
    tree, groups = _asked(connection, cycle_id, file.cycle.method)
    earlier = earlier_dialogues(connection, cycle_id, file.cycle.year)
    facts = _Facts(connection, cycle_id, tree, earlier)
    wanted: dict[Key, Values] = {
        (group.organisation_id, group.category_id): facts.of(group) for group in groups
    }
    key = ("organisation_id", "category_id")
    synced = sync(connection, DIALOGUE, key, wanted, {"cycle_id": cycle_id})
    gone = [synced.ids[k] for k in synced.gone]
    if problems := _begun(connection, gone, file):
        return GroupsSynced(len(groups), problems)
    ids = {(int(str(o)), int(str(c))): row_id for (o, c), row_id in synced.ids.items()}
    _link_staffing(connection, cycle_id, groups, ids)
    _remove_dialogues(connection, gone)
    sync_responsibilities(connection, cycle_id, tree, groups, ids)
    return GroupsSynced(len(groups))


def sync_answerers(connection: Connection, cycle_id: int) -> None:
    """Name anew who answers each dialogue, where assignments have changed and staffing has not."""
    method = connection.execute(select(CYCLE.c.method).where(CYCLE.c.id == cycle_id)).scalar_one()
    tree, groups = _asked(connection, cycle_id, method)
    columns = (DIALOGUE.c.organisation_id, DIALOGUE.c.category_id, DIALOGUE.c.id)
    rows = connection.execute(select(*columns).where(DIALOGUE.c.cycle_id == cycle_id))
    ids = {(place, category): row_id for place, category, row_id in rows}
    sync_responsibilities(connection, cycle_id, tree, groups, ids)


def _asked(connection: Connection, cycle_id: int, method: str) -> tuple[Tree, list[AskedGroup]]:
    """The cycle's organisations, and the groups that the stored staffing makes."""
    tree, methods = _organisations(connection, cycle_id, method)
    staffing = _staffing(connection, cycle_id)
    groups = asked_groups(tree, staffing, lambda place: method_of(methods[place]).smallest_group)
    return tree, groups


def _organisations(
    connection: Connection, cycle_id: int, cycle_method: str
) -> tuple[Tree, Mapping[int, str]]:
    rows = connection.execute(select(ORGANISATION).where(ORGANISATION.c.cycle_id == cycle_id)).all()
    tree = {
        row.id: Node(row.id, row.parent_id, OrganisationKind(row.kind), row.position)
        for row in rows
    }
    own = {row.id: row.method for row in rows}
    methods = {row.id: own.get(row.committee_id) or cycle_method for row in rows}
    return tree, methods


def _staffing(connection: Connection, cycle_id: int) -> Iterable[Staffed]:
    columns = (
        STAFFING.c.id,
        STAFFING.c.organisation_id,
        STAFFING.c.category_id,
        STAFFING.c.heads,
    )
    rows = connection.execute(
        select(*columns).where(STAFFING.c.cycle_id == cycle_id).order_by(STAFFING.c.id)
    )
    return [Staffed(*row) for row in rows]


class _Facts:
    """What a dialogue knows before it is answered."""

    def __init__(
        self, connection: Connection, cycle_id: int, tree: Tree, earlier: Mapping[Pair, int]
    ) -> None:
        self._tree = tree
        self._earlier = earlier
        self._rolled: Mapping[Pair, Projection] = rolled_up(connection, cycle_id)
        rows = connection.execute(
            select(PREVIOUS).where(PREVIOUS.c.cycle_id == cycle_id).order_by(PREVIOUS.c.year)
        )
        self._previous = {(row.organisation_id, row.category_id): row.id for row in rows}

    def of(self, group: AskedGroup) -> dict[str, Any]:
        pair = (group.organisation_id, group.category_id)
        committee = nearest(self._tree, group.organisation_id, OrganisationKind.COMMITTEE) or 0
        at_committee = (committee, group.category_id)
        projection = self._rolled.get(at_committee)
        own = self._previous.get(pair) if group.organisation_id != committee else None
        return {
            "heads": group.heads,
            "units": group.units,
            "committee_headcount": projection.headcount if projection else None,
            "committee_gap_2y": projection.gap_2y if projection else None,
            "committee_gap_5y": projection.gap_5y if projection else None,
            "earlier_id": self._earlier.get(pair),
            "previous_id": own,
            "committee_previous_id": self._previous.get(at_committee),
        }


def _begun(connection: Connection, gone: list[int], file: CycleFile) -> tuple[Problem, ...]:
    """A problem for each dialogue that would go and has revisions, at its cell if it has one."""
    rows = connection.execute(
        select(ORGANISATION.c.code, CATEGORY.c.name)
        .select_from(DIALOGUE)
        .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
        .join(CATEGORY, CATEGORY.c.id == DIALOGUE.c.category_id)
        .where(DIALOGUE.c.id.in_(gone), DIALOGUE.c.id.in_(select(REVISION.c.dialogue_id)))
    )
    cells = {(row.organisation_code, row.category): row.cell for row in file.staffing}
    return tuple(
        Problem(
            cells.get((code, category), "Bemanning!A1"),
            f'"{category}" i {code} har redan svar och kan inte tas bort eller slås ihop med en '
            "annan grupp; behåll raden med minst det antal som krävs för en egen grupp",
        )
        for code, category in rows
    )


def _link_staffing(
    connection: Connection, cycle_id: int, groups: list[AskedGroup], ids: Mapping[Pair, int]
) -> None:
    connection.execute(
        update(STAFFING).where(STAFFING.c.cycle_id == cycle_id).values(dialogue_id=None)
    )
    links = [
        {"row_id": member.staffing_id, "link": ids[group.organisation_id, group.category_id]}
        for group in groups
        for member in group.members
    ]
    if links:
        connection.execute(
            update(STAFFING)
            .where(STAFFING.c.id == bindparam("row_id"))
            .values(dialogue_id=bindparam("link")),
            links,
        )


def _remove_dialogues(connection: Connection, ids: list[int]) -> None:
    if ids:
        connection.execute(
            update(DIALOGUE)
            .where(DIALOGUE.c.earlier_id == bindparam("gone"))
            .values(earlier_id=None),
            [{"gone": row_id} for row_id in ids],
        )
        for table in (RESPONSIBILITY, PICKED_QUOTE):
            connection.execute(
                delete(table).where(table.c.dialogue_id == bindparam("row_id")),
                [{"row_id": row_id} for row_id in ids],
            )
    remove(connection, DIALOGUE, ids)
