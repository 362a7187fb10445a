"""Who answers each dialogue: named from the assignments, and read by name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, delete, insert, select

from kfmodel.asked import AskedGroup, Assigned, Tree, answerers
from kfmodel.dialogue import Capacity
from kfmodel.organisation import OrganisationKind, Role
from kfmodel.repository.schema import (
    ASSIGNMENT,
    CATEGORY,
    DIALOGUE,
    ORGANISATION,
    PERSON,
    RESPONSIBILITY,
)


@dataclass(frozen=True, slots=True)
class _Responsible:
    """A row to be; `position` of `total` is the dialogue's place among the person's own."""

    dialogue_id: int
    person_id: int
    capacity: Capacity
    position: int = 0
    total: int = 0


def sync_responsibilities(
    connection: Connection,
    cycle_id: int,
    tree: Tree,
    groups: list[AskedGroup],
    ids: Mapping[tuple[int, int], int],
) -> None:
    """Name anew who answers each of the cycle's dialogues. `ids` are the dialogues' by
    (organisation id, category id)."""
    assigned = _assignments(connection, cycle_id)
    wanted = _numbered(
        _Responsible(ids[group.organisation_id, group.category_id], person_id, capacity)
        for group in _in_order(connection, cycle_id, tree, groups)
        for person_id, capacity in answerers(tree, group, assigned).items()
    )
    in_cycle = select(DIALOGUE.c.id).where(DIALOGUE.c.cycle_id == cycle_id)
    connection.execute(delete(RESPONSIBILITY).where(RESPONSIBILITY.c.dialogue_id.in_(in_cycle)))
    if wanted:
        names = ("dialogue_id", "person_id", "capacity", "position", "total")
        rows = [{name: getattr(row, name) for name in names} for row in wanted]
        connection.execute(insert(RESPONSIBILITY), rows)


def _assignments(connection: Connection, cycle_id: int) -> dict[int, list[Assigned]]:
    by_place: dict[int, list[Assigned]] = defaultdict(list)
    columns = (ASSIGNMENT.c.person_id, ASSIGNMENT.c.organisation_id, ASSIGNMENT.c.role)
    for person_id, place, role in connection.execute(
        select(*columns).where(ASSIGNMENT.c.cycle_id == cycle_id).order_by(ASSIGNMENT.c.id)
    ):
        by_place[place].append(Assigned(person_id, place, Role(role)))
    return by_place


def _in_order(
    connection: Connection, cycle_id: int, tree: Tree, groups: list[AskedGroup]
) -> list[AskedGroup]:
    """By organisation, within one by category, both in HR's order."""
    query = select(CATEGORY.c.id, CATEGORY.c.position).where(CATEGORY.c.cycle_id == cycle_id)
    place = {row.id: row.position for row in connection.execute(query)}
    return sorted(groups, key=lambda g: (tree[g.organisation_id].position, place[g.category_id]))


def _numbered(rows: Iterable[_Responsible]) -> list[_Responsible]:
    """Each with its place among the person's own of the same capacity."""
    by_person: dict[tuple[int, Capacity], list[_Responsible]] = defaultdict(list)
    for row in rows:
        by_person[row.person_id, row.capacity].append(row)
    return [
        replace(row, position=place, total=len(own))
        for own in by_person.values()
        for place, row in enumerate(own, start=1)
    ]


def responsible_names(connection: Connection, cycle_id: int) -> dict[int, list[str]]:
    """Names of those who may answer, by dialogue."""
    query = (
        select(RESPONSIBILITY.c.dialogue_id, PERSON.c.name)
        .join(PERSON, PERSON.c.id == RESPONSIBILITY.c.person_id)
        .join(DIALOGUE, DIALOGUE.c.id == RESPONSIBILITY.c.dialogue_id)
        .where(DIALOGUE.c.cycle_id == cycle_id)
        .order_by(PERSON.c.name)
    )
    names: dict[int, list[str]] = defaultdict(list)
    for dialogue_id, name in connection.execute(query):
        names[dialogue_id].append(name)
    return names


def vacant_in(connection: Connection, cycle_id: int) -> set[int]:
    """Ids of the dialogues that have no manager; a committee has none, its HR answers for what is
    pooled there."""
    managed = select(RESPONSIBILITY.c.dialogue_id).where(
        RESPONSIBILITY.c.capacity == Capacity.MANAGER
    )
    query = (
        select(DIALOGUE.c.id)
        .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
        .where(
            DIALOGUE.c.cycle_id == cycle_id,
            DIALOGUE.c.id.not_in(managed),
            ORGANISATION.c.kind.in_((OrganisationKind.DIVISION, OrganisationKind.UNIT)),
        )
    )
    return set(connection.execute(query).scalars())
