"""Who may do what: every subject, standing, action and actor against what is written here."""

from itertools import product

import pytest

from kfmodel.settling import TRANSITIONS, Action, Actor, Requirement, Standing, Subject, transition

PERMITTED = """
dialogue           open      answer   answerer      submitted
dialogue           submitted reopen   answerer      open      before_deadline
dialogue           submitted return   division_head open      comment
dialogue           submitted return   committee_hr  open      comment
dialogue           locked    return   committee_hr  open      comment
division_category  proposed  settle   division_head settled   every_value reason_where_changed
division_category  settled   settle   division_head settled   every_value reason_where_changed
division_category  returned  settle   division_head settled   every_value reason_where_changed
division_category  settled   return   committee_hr  returned  comment
division_category  locked    return   committee_hr  returned  comment
committee_category proposed  settle   committee_hr  settled   every_value reason_where_changed
committee_category settled   settle   committee_hr  settled   every_value reason_where_changed
division           open      approve  division_head approved  all_settled
division           approved  withdraw committee_hr  open
committee          open      approve  committee_hr  approved  all_settled
committee          approved  withdraw committee_hr  open
"""
EXPECTED = {
    tuple(words[:4]): (words[4], tuple(words[5:]))
    for words in (line.split() for line in PERMITTED.strip().splitlines())
}


@pytest.mark.parametrize("subject", Subject)
def test_who_may_do_what_and_nothing_else(subject: Subject) -> None:
    for standing, action, actor in product(Standing, Action, Actor):
        found = transition(subject, standing, action, frozenset({actor}))
        led_to = (found.after.value, tuple(need.value for need in found.needs)) if found else None
        assert led_to == EXPECTED.get((subject, standing, action, actor))


def test_nothing_is_done_below_what_its_committee_has_approved() -> None:
    assert all(one.before is not Standing.FINAL for one in TRANSITIONS)


def test_someone_who_is_several_things_may_do_what_each_may() -> None:
    both = frozenset({Actor.DIVISION_HEAD, Actor.COMMITTEE_HR})
    settled = transition(Subject.DIVISION_CATEGORY, Standing.SETTLED, Action.SETTLE, both)
    returned = transition(Subject.DIVISION_CATEGORY, Standing.SETTLED, Action.RETURN, both)
    assert settled is not None
    assert settled.after is Standing.SETTLED
    assert returned is not None
    assert returned.needs == (Requirement.COMMENT,)


def test_the_city_decides_nothing() -> None:
    assert not [one for one in TRANSITIONS if one.actor in (Actor.CITY_HR, Actor.OTHER)]
