"""How far the committees have come."""

from sqlalchemy import Engine

from dialogs.press import Verb
from kfmodel.database import reading
from kfmodel.dialogue import Progress
from kfmodel.progress import CommitteeProgress, Group
from kfmodel.repository.cycles import find_cycle
from kfmodel.repository.progress import committee_progress
from tests.repository.build import (
    CHIEF,
    CYCLE_ROW,
    NAME,
    SOCIAL,
    Answering,
    cycle_file,
    stored,
)
from tests.repository.test_material import TWO_COMMITTEES


def progress(engine: Engine, committee_id: int | None = None) -> tuple[CommitteeProgress, ...]:
    with reading(engine) as connection:
        return committee_progress(connection, find_cycle(connection), committee_id)


def test_a_committees_groups_stand_by_division_in_hrs_order(engine: Engine) -> None:
    stored(engine)
    (committee,) = progress(engine)
    assert (committee.cycle, committee.committee) == (NAME, "Enhet ASN")
    assert (committee.opens_on, committee.deadline_on) == (
        CYCLE_ROW.opens_on,
        CYCLE_ROW.deadline_on,
    )
    assert (committee.asked, committee.submitted) == (8, 0)
    groups = {
        division.division: [(group.organisation, group.category) for group in division.groups]
        for division in committee.divisions
    }
    assert groups == {
        "Enhet A": [
            ("Enhet A", CHIEF),
            ("Enhet A1", SOCIAL),
            ("Enhet A2", SOCIAL),
            ("Enhet A3", SOCIAL),
        ],
        "Enhet B": [
            ("Enhet B", CHIEF),
            ("Enhet B1", SOCIAL),
            ("Enhet B2", CHIEF),
            ("Enhet B2", SOCIAL),
        ],
    }


def test_each_group_tells_who_and_where_it_stands(engine: Engine) -> None:
    stored(engine)
    Answering(engine, "anna", "A1").submit()
    Answering(engine, "anton", "A2").press(Verb.ANSWER, "need", need_2y="MORE")
    first, _ = progress(engine)[0].divisions
    assert first.groups[1:] == (
        Group("Enhet A1", SOCIAL, ("Anna",), Progress.SUBMITTED, vacant=False),
        Group("Enhet A2", SOCIAL, ("Agnes", "Anton"), Progress.IN_PROGRESS, vacant=False),
        Group("Enhet A3", SOCIAL, ("Disa", "Hanna"), Progress.NOT_STARTED, vacant=True),
    )
    assert first.submitted == 1
    assert [group.organisation for group in first.missing] == ["Enhet A", "Enhet A2", "Enhet A3"]
    assert progress(engine)[0].submitted == 1


def test_what_lies_straight_under_the_committee_comes_first(engine: Engine) -> None:
    stored(engine, cycle_file({("A1", SOCIAL): 9, ("A2", CHIEF): 3}))
    divisions = progress(engine)[0].divisions
    assert [division.division for division in divisions] == [None, "Enhet A"]


def test_several_committees_or_one(engine: Engine) -> None:
    stored(engine, TWO_COMMITTEES)
    both = progress(engine)
    assert [(one.committee, one.asked) for one in both] == [("Enhet ASN", 8), ("Enhet FSN", 1)]
    assert progress(engine, both[1].committee_id) == (both[1],)


def test_a_group_that_nobody_answers_for_is_vacant(engine: Engine) -> None:
    stored(engine, cycle_file(assignments=()))
    groups = progress(engine)[0].divisions[0].groups
    assert {(group.responsible, group.vacant) for group in groups} == {((), True)}
