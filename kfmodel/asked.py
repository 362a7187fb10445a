"""Which groups are asked about, and who answers for them.

A unit with fewer heads of a category than the smallest group is not asked alone: its people are
pooled at the nearest level above whose pool reaches it, at the latest at the committee. For a
vacant post the nearest head above or the committee's HR answers.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kfmodel.dialogue import Capacity
from kfmodel.organisation import OrganisationKind, Role

_TOP = (OrganisationKind.CITY, OrganisationKind.COMMITTEE)


@dataclass(frozen=True, slots=True)
class Node:
    """An organisation in the tree; `position` is its place in HR's file."""

    id: int
    parent_id: int | None
    kind: OrganisationKind
    position: int


@dataclass(frozen=True, slots=True)
class Staffed:
    """Heads of a category in an organisation, as a row of HR's staffing says."""

    staffing_id: int
    organisation_id: int
    category_id: int
    heads: float


@dataclass(frozen=True, slots=True)
class AskedGroup:
    """What one dialogue is about."""

    organisation_id: int
    category_id: int
    members: tuple[Staffed, ...]

    @property
    def heads(self) -> float:
        """Two decimals: full-time equivalents may have them."""
        return round(sum(member.heads for member in self.members), 2)

    @property
    def units(self) -> int:
        """How many organisations its people are in."""
        return len({member.organisation_id for member in self.members})


@dataclass(frozen=True, slots=True)
class Assigned:
    """What somebody is in an organisation."""

    person_id: int
    organisation_id: int
    role: Role


Tree = Mapping[int, Node]


def path_up(tree: Tree, organisation_id: int) -> Iterable[Node]:
    """The organisation and those above it, nearest first."""
    node: Node | None = tree[organisation_id]
    while node is not None:
        yield node
        node = tree[node.parent_id] if node.parent_id is not None else None


def nearest(tree: Tree, organisation_id: int, kind: OrganisationKind) -> int | None:
    """The nearest organisation of a kind, itself included."""
    return next((node.id for node in path_up(tree, organisation_id) if node.kind is kind), None)


def asked_groups(
    tree: Tree, staffing: Iterable[Staffed], smallest_group: Callable[[int], int]
) -> list[AskedGroup]:
    """The groups in the tree's order. `smallest_group` of an organisation comes from its method.

    Every staffed head is in exactly one group; a row without heads is in none.
    """
    pools: dict[int, dict[int, list[Staffed]]] = defaultdict(lambda: defaultdict(list))
    for row in staffing:
        if row.heads > 0:
            pools[row.organisation_id][row.category_id].append(row)
    groups = []
    for node in _deepest_first(tree):
        for category_id, members in pools.pop(node.id, {}).items():
            group = AskedGroup(node.id, category_id, tuple(members))
            if (
                node.parent_id is None
                or node.kind in _TOP
                or group.heads >= smallest_group(node.id)
            ):
                groups.append(group)
            else:
                pools[node.parent_id][category_id].extend(members)
    return sorted(groups, key=lambda group: tree[group.organisation_id].position)


def _deepest_first(tree: Tree) -> list[Node]:
    depth = {node_id: sum(1 for _ in path_up(tree, node_id)) for node_id in tree}
    return sorted(tree.values(), key=lambda node: -depth[node.id])


def answerers(
    tree: Tree, group: AskedGroup, assigned: Mapping[int, list[Assigned]]
) -> dict[int, Capacity]:
    """Who may answer for a group, by person: its managers, else whoever stands in for them.

    Nobody of the city does: a committee is an authority of its own. `assigned` holds the
    assignments of each organisation.
    """
    managers = _managers(assigned, group.organisation_id)
    if managers:
        return dict.fromkeys(managers, Capacity.MANAGER)
    path = path_up(tree, group.organisation_id)
    above = [node.id for node in path if node.kind is not OrganisationKind.CITY]
    heads = next((found for place in above if (found := _managers(assigned, place))), [])
    hr = next((found for place in above if (found := _hr(assigned, place))), [])
    return dict.fromkeys([*heads, *hr], Capacity.VACANCY)


def _managers(assigned: Mapping[int, list[Assigned]], organisation_id: int) -> list[int]:
    return [a.person_id for a in assigned.get(organisation_id, []) if a.role is not Role.HR]


def _hr(assigned: Mapping[int, list[Assigned]], organisation_id: int) -> list[int]:
    return [a.person_id for a in assigned.get(organisation_id, []) if a.role is Role.HR]
