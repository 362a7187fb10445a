"""Which groups are asked and who answers for them, without a database."""

from collections import Counter, defaultdict

from hypothesis import given
from hypothesis import strategies as st

from kfmodel.asked import (
    AskedGroup,
    Assigned,
    Node,
    Staffed,
    Tree,
    answerers,
    asked_groups,
    nearest,
    path_up,
)
from kfmodel.dialogue import Capacity
from kfmodel.organisation import OrganisationKind, Role

CITY, COMMITTEE = OrganisationKind.CITY, OrganisationKind.COMMITTEE
DIVISION, UNIT = OrganisationKind.DIVISION, OrganisationKind.UNIT
TREE: Tree = {
    1: Node(1, None, CITY, 0),
    2: Node(2, 1, COMMITTEE, 1),
    3: Node(3, 2, DIVISION, 2),
    4: Node(4, 3, UNIT, 3),
    5: Node(5, 3, UNIT, 4),
    6: Node(6, 2, UNIT, 5),  # a unit straight under the committee
}
HR, HEAD, MANAGER = 10, 11, 12


def groups_of(heads: dict[int, float], smallest: int = 5) -> dict[int, float]:
    staffing = [Staffed(n, place, 1, count) for n, (place, count) in enumerate(heads.items())]
    return {g.organisation_id: g.heads for g in asked_groups(TREE, staffing, lambda _: smallest)}


def group(place: int) -> AskedGroup:
    return AskedGroup(place, 1, (Staffed(1, place, 1, 9),))


def assigned(*rows: tuple[int, int, Role]) -> dict[int, list[Assigned]]:
    found: dict[int, list[Assigned]] = {}
    for person, place, role in rows:
        found.setdefault(place, []).append(Assigned(person, place, role))
    return found


def test_a_group_of_the_smallest_size_is_asked_alone() -> None:
    assert groups_of({4: 5, 5: 7}) == {4: 5, 5: 7}


def test_small_groups_are_pooled_at_the_nearest_level_that_reaches() -> None:
    assert groups_of({4: 3, 5: 2}) == {3: 5}
    assert groups_of({4: 3, 5: 7}) == {2: 3, 5: 7}
    assert groups_of({4: 1, 5: 2, 6: 4}) == {2: 7}


def test_at_the_committee_a_group_is_asked_however_small() -> None:
    assert groups_of({4: 1}) == {2: 1}
    assert groups_of({1: 2}) == {1: 2}


def test_a_unit_below_joins_the_staff_of_the_division_itself() -> None:
    assert groups_of({3: 3, 4: 2}) == {3: 5}


def test_nobody_is_asked_about_a_group_without_heads() -> None:
    assert groups_of({4: 0}) == {}


def test_full_time_equivalents_are_summed_without_binary_dust() -> None:
    assert groups_of({4: 4.9, 5: 4.85}) == {3: 9.75}
    assert groups_of({4: 0.1, 5: 4.9}) == {3: 5}


def test_categories_are_pooled_apart() -> None:
    staffing = [Staffed(1, 4, 1, 3), Staffed(2, 5, 2, 3), Staffed(3, 5, 1, 3)]
    found = asked_groups(TREE, staffing, lambda _: 5)
    assert {(g.organisation_id, g.category_id, g.heads) for g in found} == {(3, 1, 6), (2, 2, 3)}


def test_a_pool_counts_its_units() -> None:
    staffing = [Staffed(1, 4, 1, 3), Staffed(2, 5, 1, 3)]
    assert asked_groups(TREE, staffing, lambda _: 5)[0].units == 2


def test_each_committees_method_has_its_own_smallest_group() -> None:
    staffing = [Staffed(1, 4, 1, 3), Staffed(2, 6, 1, 3)]
    found = asked_groups(TREE, staffing, lambda place: 3 if place == 4 else 5)
    assert [g.organisation_id for g in found] == [2, 4]


def test_groups_come_in_the_order_of_the_file() -> None:
    staffing = [Staffed(n, place, 1, 9) for n, place in enumerate((6, 4, 2, 5))]
    found = asked_groups(TREE, staffing, lambda _: 5)
    assert [g.organisation_id for g in found] == [2, 4, 5, 6]


def test_the_path_leads_up_to_the_city() -> None:
    assert [node.id for node in path_up(TREE, 4)] == [4, 3, 2, 1]
    assert nearest(TREE, 4, COMMITTEE) == 2
    assert nearest(TREE, 3, DIVISION) == 3
    assert nearest(TREE, 6, DIVISION) is None


def test_managers_answer_for_their_own() -> None:
    rows = assigned((MANAGER, 4, Role.UNIT_MANAGER), (13, 4, Role.UNIT_MANAGER), (HR, 2, Role.HR))
    assert answerers(TREE, group(4), rows) == {MANAGER: Capacity.MANAGER, 13: Capacity.MANAGER}


def test_for_a_vacant_post_the_nearest_head_or_hr_answers() -> None:
    rows = assigned((HEAD, 3, Role.DIVISION_HEAD), (HR, 2, Role.HR), (14, 1, Role.HR))
    assert answerers(TREE, group(4), rows) == {HEAD: Capacity.VACANCY, HR: Capacity.VACANCY}
    assert answerers(TREE, group(6), rows) == {HR: Capacity.VACANCY}


def test_hr_of_a_unit_is_not_its_manager() -> None:
    rows = assigned((HR, 4, Role.HR), (HEAD, 3, Role.DIVISION_HEAD))
    assert answerers(TREE, group(4), rows) == {HEAD: Capacity.VACANCY, HR: Capacity.VACANCY}


def test_where_there_is_nobody_nobody_answers() -> None:
    assert answerers(TREE, group(4), {}) == {}


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Organisations below a city, each under any higher type; levels may be skipped."""
    kinds = list(OrganisationKind)
    nodes = {0: Node(0, None, CITY, 0)}
    for place in range(1, draw(st.integers(1, 14))):
        parent = nodes[draw(st.sampled_from(sorted(nodes)))]
        lower = kinds[kinds.index(parent.kind) + 1 :]
        if lower:
            nodes[place] = Node(place, parent.id, draw(st.sampled_from(lower)), place)
    return nodes


@st.composite
def staffed_trees(draw: st.DrawFn) -> tuple[Tree, list[Staffed]]:
    tree = draw(trees())
    pairs = st.tuples(st.sampled_from(sorted(tree)), st.integers(1, 3))
    heads = st.one_of(st.integers(0, 30), st.decimals(0, 30, places=2)).map(float)
    staffing = draw(st.dictionaries(pairs, heads, max_size=20))
    return tree, [Staffed(n, *pair, heads=h) for n, (pair, h) in enumerate(staffing.items())]


@given(staffed_trees(), st.integers(1, 12))
def test_every_head_is_asked_once_and_no_group_is_too_small_below_the_top(
    staffed: tuple[Tree, list[Staffed]], smallest: int
) -> None:
    tree, staffing = staffed
    groups = asked_groups(tree, staffing, lambda _: smallest)
    members = Counter(member for found in groups for member in found.members)
    assert members == Counter(row for row in staffing if row.heads > 0)
    assert len({(g.organisation_id, g.category_id) for g in groups}) == len(groups)
    for found in groups:
        node = tree[found.organisation_id]
        assert found.heads >= smallest or node.kind in (CITY, COMMITTEE)
        assert {row.category_id for row in found.members} == {found.category_id}
        for place, heads in _heads_passed(tree, found).items():
            assert round(heads, 2) < smallest
            assert tree[place].kind not in (CITY, COMMITTEE)


def _heads_passed(tree: Tree, found: AskedGroup) -> dict[int, float]:
    """Heads of the group at each level below its own: those were too few to be asked there."""
    heads: defaultdict[int, float] = defaultdict(float)
    for row in found.members:
        way = [node.id for node in path_up(tree, row.organisation_id)]
        for place in way[: way.index(found.organisation_id)]:
            heads[place] += row.heads
    return heads
