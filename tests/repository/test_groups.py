"""Which dialogues an import makes, and who answers them."""

from sqlalchemy import Engine, select

from kfmodel.database import reading
from kfmodel.dialogue import Capacity
from kfmodel.importing.values import CycleFile
from kfmodel.organisation import OrganisationKind, Role
from kfmodel.repository.dialogues import dialogues_of
from kfmodel.repository.schema import DIALOGUE, ORGANISATION, STAFFING
from kfmodel.scales import Severity
from tests.repository.build import (
    CHIEF,
    ORGANISATIONS,
    PEOPLE,
    SOCIAL,
    cycle_file,
    entra,
    loaded,
    of,
    organisation_row,
    people,
    previous_row,
    projection_row,
    stored,
)
from tests.repository.build import (
    STAFFING as SMALL_STAFFING,
)


def capacities(engine: Engine, name: str) -> dict[str, Capacity]:
    with reading(engine) as connection:
        return {
            one.facts.organisation.removeprefix("Enhet "): one.facts.capacity
            for one in dialogues_of(connection, entra(name))
        }


def heads_asked(engine: Engine) -> dict[tuple[str, float], int]:
    """Heads and units of each dialogue about social workers."""
    with reading(engine) as connection:
        query = select(ORGANISATION.c.code, DIALOGUE.c.heads, DIALOGUE.c.units).join(
            ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id
        )
        return {(row.code, row.heads): row.units for row in connection.execute(query)}


def only_social(**heads: float) -> CycleFile:
    return cycle_file({(code, SOCIAL): count for code, count in heads.items()})


def test_a_manager_answers_for_every_category_of_their_units_in_order(engine: Engine) -> None:
    stored(engine)
    assert of(engine, "bea") == [("B1", SOCIAL), ("B2", CHIEF), ("B2", SOCIAL)]
    assert of(engine, "anna") == [("A1", SOCIAL)]


def test_the_categories_are_numbered_among_the_persons_own(engine: Engine) -> None:
    stored(engine)
    with reading(engine) as connection:
        own = dialogues_of(connection, entra("bea"))
    assert [(one.facts.position, one.facts.total) for one in own] == [(1, 3), (2, 3), (3, 3)]


def test_two_managers_share_a_unit(engine: Engine) -> None:
    stored(engine)
    agnes, anton = loaded(engine, "agnes", "A2"), loaded(engine, "anton", "A2")
    assert agnes.facts == anton.facts
    assert agnes.facts.capacity is Capacity.MANAGER
    assert agnes.person != anton.person


def test_a_division_head_answers_for_section_managers_then_for_vacancies(engine: Engine) -> None:
    stored(engine)
    assert of(engine, "disa") == [("A", CHIEF), ("A3", SOCIAL)]
    assert capacities(engine, "disa") == {"A": Capacity.MANAGER, "A3": Capacity.VACANCY}
    facts = loaded(engine, "disa", "A3").facts
    assert (facts.position, facts.total) == (1, 1)


def test_hr_may_answer_for_a_vacant_post(engine: Engine) -> None:
    stored(engine)
    assert capacities(engine, "hanna") == {"A3": Capacity.VACANCY}


def test_with_neither_manager_nor_head_hr_answers(engine: Engine) -> None:
    stored(engine, cycle_file(assignments=people(("hanna", Role.HR, "ASN"))))
    assert len(of(engine, "hanna")) == len(SMALL_STAFFING)


def test_a_new_manager_takes_over_from_whoever_stood_in(engine: Engine) -> None:
    stored(engine)
    stored(engine, cycle_file(assignments=people(*PEOPLE, ("nils", Role.UNIT_MANAGER, "A3"))))
    assert capacities(engine, "nils") == {"A3": Capacity.MANAGER}
    assert of(engine, "disa") == [("A", CHIEF)]
    assert of(engine, "hanna") == []


def test_small_units_are_pooled_at_their_division(engine: Engine) -> None:
    stored(engine, only_social(A1=3, A2=2, A3=7))
    assert heads_asked(engine) == {("A", 5.0): 2, ("A3", 7.0): 1}
    assert of(engine, "disa") == [("A", SOCIAL), ("A3", SOCIAL)]
    assert of(engine, "anna") == []


def test_what_a_division_does_not_reach_is_pooled_at_the_committee(engine: Engine) -> None:
    stored(engine, only_social(A1=3, B1=1))
    assert heads_asked(engine) == {("ASN", 4.0): 2}
    assert capacities(engine, "hanna") == {"ASN": Capacity.VACANCY}
    assert of(engine, "disa") == []


def test_staffing_knows_the_dialogue_it_is_asked_in(engine: Engine) -> None:
    stored(engine, only_social(A1=3, A2=2, A3=7))
    with reading(engine) as connection:
        query = (
            select(STAFFING.c.heads, DIALOGUE.c.heads)
            .join(DIALOGUE, DIALOGUE.c.id == STAFFING.c.dialogue_id)
            .order_by(STAFFING.c.heads)
        )
        assert [tuple(row) for row in connection.execute(query)] == [(2, 5), (3, 5), (7, 7)]


def test_a_corrected_headcount_may_pool_and_part_again(engine: Engine) -> None:
    stored(engine, only_social(A1=9, A2=8))
    stored(engine, only_social(A1=4, A2=8))
    assert heads_asked(engine) == {("ASN", 4.0): 1, ("A2", 8.0): 1}
    stored(engine, only_social(A1=9, A2=8))
    assert heads_asked(engine) == {("A1", 9.0): 1, ("A2", 8.0): 1}


def test_facts_hold_the_committees_projection_summed_from_below(engine: Engine) -> None:
    projections = (
        projection_row("A", SOCIAL, 40, -2, -3),
        projection_row("B", SOCIAL, 21.5, -1),
    )
    stored(engine, cycle_file(projections=projections))
    facts = loaded(engine, "anna", "A1").facts
    assert (facts.committee_headcount, facts.gap_2y, facts.gap_5y) == (61.5, -3, -3)
    chiefs = loaded(engine, "disa", "A", CHIEF).facts
    assert (chiefs.committee_headcount, chiefs.gap_2y, chiefs.gap_5y) == (None, None, None)


def test_facts_hold_the_units_own_last_answer_and_the_committees(engine: Engine) -> None:
    previous = (
        previous_row("A1", SOCIAL, 2021, severity=Severity.SERIOUS),
        previous_row("A1", SOCIAL, 2023, severity=Severity.LESS_SERIOUS),
        previous_row("ASN", SOCIAL, 2023, severity=Severity.NOT_SERIOUS, level_some=-10),
    )
    stored(engine, cycle_file(previous=previous))
    facts = loaded(engine, "anna", "A1").facts
    assert facts.previous is not None
    assert facts.committee_previous is not None
    assert (facts.previous.year, facts.previous.severity) == (2023, Severity.LESS_SERIOUS)
    assert facts.committee_previous.severity is Severity.NOT_SERIOUS
    assert facts.committee_previous.levels is None
    assert loaded(engine, "bea", "B1").facts.previous is None


def test_what_the_committee_reported_is_never_its_pools_own_answer(engine: Engine) -> None:
    previous = (previous_row("ASN", SOCIAL, severity=Severity.SERIOUS),)
    file = only_social(A1=3)
    stored(engine, cycle_file({("A1", SOCIAL): 3}, previous=previous, projections=file.projections))
    facts = loaded(engine, "hanna", "ASN").facts
    assert facts.previous is None
    assert facts.committee_previous is not None


def test_a_committees_own_method_holds_for_its_units(engine: Engine) -> None:
    both = {
        **ORGANISATIONS,
        "FSN": (OrganisationKind.COMMITTEE, "STAD"),
        "F1": (OrganisationKind.UNIT, "FSN"),
    }
    rows = [
        organisation_row(code, *place, method="five-level" if code == "FSN" else None)
        for code, place in both.items()
    ]
    roster = people(*PEOPLE, ("frida", Role.UNIT_MANAGER, "F1"))
    staffing = {("A1", SOCIAL): 9, ("F1", SOCIAL): 9}
    stored(engine, cycle_file(staffing, organisations=tuple(rows), assignments=roster))
    facts = loaded(engine, "frida", "F1").facts
    assert (facts.method, facts.committee) == ("five-level", "Enhet FSN")


def test_a_group_straight_under_the_city_names_the_city(engine: Engine) -> None:
    roster = people(("stina", Role.DIVISION_HEAD, "STAD"))
    stored(engine, cycle_file({("STAD", SOCIAL): 9}, assignments=roster))
    facts = loaded(engine, "stina", "STAD").facts
    assert (facts.committee, facts.organisation_kind) == ("Enhet STAD", OrganisationKind.CITY)
