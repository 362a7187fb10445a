"""Which groups are hidden beside those that are too small. Heads are whole people here."""

from kfmodel.compilation.suppression import COMMITTEE, Division, Hidden, Tree, Unit, hidden_in


def unit(number: int, heads: int, *, answered: bool = True) -> Unit:
    return Unit(number, heads, answered)


def hidden(*parts: Unit | Division, projected: int | None = None, smallest: int = 5) -> Hidden:
    units = tuple(part for part in parts if isinstance(part, Unit))
    divisions = tuple(part for part in parts if isinstance(part, Division))
    return hidden_in(Tree(units, divisions, projected), smallest)


def test_nothing_is_hidden_where_no_group_is_small() -> None:
    found = hidden(unit(1, 5), Division("A", (unit(2, 9), unit(3, 40))))
    assert found == Hidden()


def test_the_smallest_other_unit_covers_a_small_one() -> None:
    assert hidden(unit(1, 40), unit(2, 4), unit(3, 9)).units == {2, 3}


def test_small_units_that_are_enough_together_cover_each_other() -> None:
    assert hidden(unit(1, 40), unit(2, 4), unit(3, 3)).units == {2, 3}


def test_of_equally_small_units_the_first_covers() -> None:
    assert hidden(unit(1, 9), unit(2, 4), unit(3, 9)).units == {1, 2}


def test_a_unit_that_has_not_answered_covers_no_answer() -> None:
    found = hidden(unit(1, 40), unit(2, 4), unit(3, 7, answered=False))
    assert found.units == {1, 2}


def test_a_unit_that_has_not_answered_covers_the_staffing() -> None:
    unanswered = unit(2, 4, answered=False), unit(3, 7, answered=False)
    assert hidden(unit(1, 40), *unanswered).units == {2}
    assert hidden(unit(1, 40), unanswered[0]).units == {1, 2}


def test_only_a_small_group_has_answered() -> None:
    found = hidden(unit(1, 40, answered=False), unit(2, 4))
    assert (found.rows, found.answers) == (set(), {COMMITTEE})


def test_one_large_contributor_is_shown() -> None:
    assert hidden(unit(1, 40), unit(2, 9, answered=False)) == Hidden()


def test_a_small_category_is_hidden_whole() -> None:
    found = hidden(Division("A", (unit(1, 6),)), projected=4)
    assert found.units == {1}
    assert found.rows == found.answers == {COMMITTEE, "A"}


def test_a_small_unit_is_covered_inside_its_division() -> None:
    """The division's row stays: less the units shown in it, it is of 13."""
    found = hidden(
        Division("A", (unit(1, 4), unit(2, 9), unit(3, 12))), Division("B", (unit(4, 6),))
    )
    assert found.units == {1, 2}
    assert not found.answers


def test_the_committees_own_pool_is_covered_by_the_smallest_division() -> None:
    """The committee less its divisions would be the pool; so is it less the units of B."""
    found = hidden(
        unit(1, 3),
        Division("A", (unit(2, 30), unit(3, 20))),
        Division("B", (unit(4, 12), unit(5, 9))),
    )
    assert found.units == {1, 5}
    assert found.answers == found.rows == {"B"}


def test_a_unit_is_hidden_rather_than_a_larger_division() -> None:
    found = hidden(unit(1, 3), unit(2, 8), Division("A", (unit(3, 9), unit(4, 9))))
    assert found.units == {1, 2}
    assert not found.answers


def test_a_division_whose_only_answer_is_a_small_units_shows_no_answers() -> None:
    found = hidden(
        Division("A", (unit(1, 3), unit(2, 9, answered=False))),
        Division("B", (unit(3, 12),)),
        unit(4, 20),
    )
    assert found.units == {1, 3}
    assert found.answers == {"A", "B"}
    assert not found.rows


def test_a_small_division_is_covered_by_the_smallest_projected_one() -> None:
    """The committee's gap and retirements less those of the divisions shown."""
    divisions = [Division(code, (), heads) for code, heads in (("A", 3), ("B", 30), ("C", 8))]
    assert hidden(*divisions, projected=41).rows == {"A", "C"}


def test_the_projection_shows_where_the_staffing_may_not() -> None:
    found = hidden(unit(1, 4), projected=50)
    assert (found.rows, found.staffing, found.answers) == (set(), {COMMITTEE}, {COMMITTEE})


def test_a_settled_value_of_a_small_division_that_has_not_answered_is_covered() -> None:
    small = Division("A", (Unit(1, 4, answered=False, spoken_for=True),))
    found = hidden(small, Division("B", (unit(2, 9),)), Division("C", (unit(3, 40),)))
    assert found.rows == {"A", "B"}
    assert found.units == {1, 2}
