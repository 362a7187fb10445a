"""Settling, approving, returning: what is stored, who is what, and what is locked."""

from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine, select, update
from sqlalchemy.exc import DBAPIError

from dialogs.press import Verb
from kfmodel.answers import Answers
from kfmodel.database import reading, writing
from kfmodel.dialogue import AnsweredAs, Progress
from kfmodel.organisation import OrganisationKind, Role
from kfmodel.repository.cycle_import import ImportRefusedError
from kfmodel.repository.dialogue_changes import save
from kfmodel.repository.dialogue_return import Return, return_dialogue
from kfmodel.repository.schema import ORGANISATION, PERSON, SETTLING_REVISION
from kfmodel.repository.settling_changes import (
    Doing,
    SettledValues,
    approve,
    hold,
    keep_typed,
    return_settlement,
    settle,
    withdraw,
)
from kfmodel.repository.settling_places import (
    divisions_of,
    place_to_settle,
    places_to_settle,
    returned_to,
)
from kfmodel.repository.to_settle import categories_to_settle
from kfmodel.scales import Likelihood, Need, Severity
from kfmodel.settling import Action, Actor, Standing
from kfmodel.to_settle import CategoryToSettle, Place
from tests.repository.build import (
    CHIEF,
    NOW,
    ORGANISATIONS,
    PEOPLE,
    SOCIAL,
    STAFFING,
    Answering,
    cycle_file,
    email,
    loaded,
    organisation_row,
    people,
    pressed_by,
    stored,
)
from tests.repository.test_material import material
from tests.repository.threads import at_once

SERIOUS = Answers(
    need_2y=Need.MUCH_MORE,
    need_5y=Need.MORE,
    level_some=-10,
    level_good=0,
    level_high=10,
    level_very_high=0,
    severity=Severity.SERIOUS,
    likelihood=Likelihood.HIGH,
)
HEAD, HR = frozenset({Actor.DIVISION_HEAD}), frozenset({Actor.COMMITTEE_HR})


@pytest.fixture
def imported(engine: Engine) -> Engine:
    stored(engine)
    return engine


def person(engine: Engine, name: str) -> int:
    with reading(engine) as connection:
        query = select(PERSON.c.id).where(PERSON.c.email == email(name))
        return int(connection.execute(query).scalar_one())


def organisation(engine: Engine, code: str) -> int:
    with reading(engine) as connection:
        query = select(ORGANISATION.c.id).where(ORGANISATION.c.code == code)
        return int(connection.execute(query).scalar_one())


def place(engine: Engine, name: str, code: str) -> Place:
    found = maybe_place(engine, name, code)
    assert found is not None, f"{name} does not settle {code}"
    return found


def maybe_place(engine: Engine, name: str, code: str) -> Place | None:
    with reading(engine) as connection:
        return place_to_settle(connection, person(engine, name), organisation(engine, code))


def category(engine: Engine, name: str, code: str, category_name: str = SOCIAL) -> CategoryToSettle:
    with reading(engine) as connection:
        found = categories_to_settle(connection, place(engine, name, code))
    return next(one for one in found if one.name == category_name)


def doing(engine: Engine, name: str, action: Action = Action.SETTLE) -> Doing:
    return Doing(person(engine, name), NOW, action, f"{name} {action}")


def settled(engine: Engine, name: str, code: str, answers: Answers, reason: str = "Budget") -> None:
    where, one = place(engine, name, code), category(engine, name, code)
    with writing(engine) as connection:
        hold(connection, where.committee_id)
        values = SettledValues(answers, reason, one.basis)
        settle(connection, where.cycle_id, where.id, one.id, values, doing(engine, name))


def approved(engine: Engine, name: str, code: str) -> None:
    where = place(engine, name, code)
    with writing(engine) as connection:
        hold(connection, where.committee_id)
        approve(connection, where.id, where.committee_id, doing(engine, name, Action.APPROVE))


def withdrawn(engine: Engine, code: str) -> None:
    where = place(engine, "hanna", code)
    with writing(engine) as connection:
        act = doing(engine, "hanna", Action.WITHDRAW)
        withdraw(connection, where.id, where.committee_id, act)


def test_who_is_what_comes_from_the_roster(imported: Engine) -> None:
    with reading(imported) as connection:
        own = {
            name: [one.code for one in places_to_settle(connection, person(imported, name))]
            for name in ("disa", "hanna", "anna")
        }
    assert own == {"disa": ["A"], "hanna": ["ASN"], "anna": []}
    assert place(imported, "disa", "A").actors == HEAD
    assert place(imported, "hanna", "A").actors == HR
    assert place(imported, "hanna", "ASN").actors == HR
    for name, code in (("disa", "B"), ("disa", "ASN"), ("anna", "A"), ("hanna", "A1")):
        assert maybe_place(imported, name, code) is None


def test_hr_acts_for_a_division_without_a_head(engine: Engine) -> None:
    stored(engine, cycle_file(assignments=people(*(p for p in PEOPLE if p[0] != "disa"))))
    assert place(engine, "hanna", "A").actors == HEAD | HR
    assert place(engine, "hanna", "B").actors == HR
    with reading(engine) as connection:
        divisions = divisions_of(connection, place(engine, "hanna", "ASN"))
    assert [(one.code, one.actors) for one in divisions] == [("A", HEAD | HR), ("B", HR)]


def test_the_citys_hr_settles_nothing(engine: Engine) -> None:
    stored(engine, cycle_file(assignments=people(*PEOPLE, ("stina", Role.HR, "STAD"))))
    for code in ("STAD", "ASN", "A"):
        assert maybe_place(engine, "stina", code) is None


def test_hr_of_another_committee_settles_nothing_here(engine: Engine) -> None:
    organisations = (
        *(organisation_row(code, *place_) for code, place_ in ORGANISATIONS.items()),
        organisation_row("FSN", OrganisationKind.COMMITTEE, "STAD"),
    )
    assignments = people(*PEOPLE, ("fanny", Role.HR, "FSN"))
    stored(engine, cycle_file(organisations=organisations, assignments=assignments))
    assert maybe_place(engine, "fanny", "ASN") is None
    assert maybe_place(engine, "fanny", "A") is None
    assert place(engine, "fanny", "FSN").actors == HR


def test_a_division_compiles_its_own_units(imported: Engine) -> None:
    Answering(imported, "anna", "A1").submit(need_2y="MUCH_MORE", severity="SERIOUS")
    Answering(imported, "agnes", "A2").submit()
    Answering(imported, "bea", "B1").submit(need_2y="MUCH_LESS")
    one = category(imported, "disa", "A")
    assert (one.compiled.need_2y, one.compiled.severity) == (Need.MORE, Severity.LESS_SERIOUS)
    assert one.compiled.level_some == 0
    assert [group.code for group in one.groups] == ["A1", "A2", "A3"]
    assert [group.code for group in one.unheard] == ["A1"]
    assert (one.standing, one.settled) == (Standing.PROPOSED, None)
    assert category(imported, "disa", "A", CHIEF).compiled == Answers()


def test_a_settled_division_speaks_for_its_units_with_their_weight(imported: Engine) -> None:
    for code in ("B1", "B2"):
        Answering(imported, "bea", code).submit(severity="NOT_SERIOUS")
    Answering(imported, "anna", "A1").submit(severity="NOT_SERIOUS")
    assert category(imported, "hanna", "ASN").compiled.severity is Severity.NOT_SERIOUS
    settled(imported, "disa", "A", SERIOUS)
    one = category(imported, "hanna", "ASN")
    assert one.compiled.severity is Severity.SERIOUS  # 38 heads of A against 21 of B
    [division] = one.divisions
    assert (division.code, division.heads, division.settled.reason) == ("A", 38, "Budget")
    assert division.compiled.severity is Severity.NOT_SERIOUS
    assert division.settled.by == "Disa"


def test_what_is_settled_stays_and_says_when_its_ground_has_changed(imported: Engine) -> None:
    Answering(imported, "anna", "A1").submit()
    settled(imported, "disa", "A", SERIOUS)
    one = category(imported, "disa", "A")
    assert (one.standing, one.changed) == (Standing.SETTLED, False)
    assert one.settled is not None
    assert one.settled.answers == SERIOUS
    Answering(imported, "agnes", "A2").submit()
    one = category(imported, "disa", "A")
    assert (one.changed, one.settled.answers if one.settled else None) == (True, SERIOUS)
    settled(imported, "disa", "A", one.compiled)
    assert not category(imported, "disa", "A").changed


def test_the_material_holds_what_is_settled_and_approved(imported: Engine) -> None:
    settled(imported, "disa", "A", SERIOUS)
    approved(imported, "disa", "A")
    found = material(imported)
    assert found.settled["A", SOCIAL].answers == SERIOUS
    assert (found.settled["A", SOCIAL].by, found.settled["A", SOCIAL].at) == ("Disa", NOW)
    assert found.approved == {"A"}
    assert {one.division_code for one in found.dialogues} == {"A", "B"}


def test_what_hr_has_returned_is_a_proposal_again(imported: Engine) -> None:
    settled(imported, "disa", "A", SERIOUS)
    one = category(imported, "disa", "A")
    with writing(imported) as connection:
        act = doing(imported, "hanna", Action.RETURN)
        return_settlement(connection, organisation(imported, "A"), one.id, "Varför?", act)
    one = category(imported, "disa", "A")
    assert one.standing is Standing.RETURNED
    assert one.returned is not None
    assert (one.returned.by, one.returned.comment) == ("Hanna", "Varför?")
    assert one.settled is not None
    assert material(imported).settled == {}
    assert category(imported, "hanna", "ASN").divisions == ()
    with reading(imported) as connection:
        assert returned_to(connection, [place(imported, "disa", "A")]) == 1
    settled(imported, "disa", "A", SERIOUS)
    assert category(imported, "disa", "A").standing is Standing.SETTLED


def test_every_change_is_kept_with_what_was_before(imported: Engine) -> None:
    settled(imported, "disa", "A", SERIOUS)
    settled(imported, "disa", "A", Answers(need_2y=Need.SAME), "Omtag")
    approved(imported, "disa", "A")
    withdrawn(imported, "A")
    withdrawn(imported, "A")
    with writing(imported) as connection:
        for _ in range(2):
            act = doing(imported, "disa", Action.APPROVE)
            keep_typed(connection, organisation(imported, "A"), None, {"reason": "x"}, act)
            typed = doing(imported, "bo")
            keep_typed(connection, organisation(imported, "A"), None, {"reason": "y"}, typed)
    with reading(imported) as connection:
        rows = connection.execute(select(SETTLING_REVISION).order_by(SETTLING_REVISION.c.id)).all()
    assert [(row.number, row.action) for row in rows] == [
        (1, "settle"),
        (2, "settle"),
        (3, "approve"),
        (4, "withdraw"),
        (None, "settle"),
    ]
    assert (rows[0].before, rows[0].after["settled"]["severity"]) == ({}, "SERIOUS")
    assert rows[1].before == rows[0].after
    assert rows[1].after == {"settled": {"need_2y": "SAME"}, "reason": "Omtag"}
    assert rows[4].after == {"typed": {"reason": "y"}}
    for statement in (update(SETTLING_REVISION).values(press=""), SETTLING_REVISION.delete()):
        with pytest.raises(DBAPIError, match="append-only"), writing(imported) as connection:
            connection.execute(statement)


def test_approving_locks_what_is_below_and_nothing_else(imported: Engine) -> None:
    Answering(imported, "anna", "A1").submit()
    approved(imported, "disa", "A")
    assert loaded(imported, "anna", "A1").facts.locked
    assert loaded(imported, "agnes", "A2").facts.locked
    assert not loaded(imported, "bea", "B1").facts.locked
    assert category(imported, "disa", "A").standing is Standing.LOCKED
    assert {g.standing for g in category(imported, "disa", "A").groups} == {Standing.LOCKED}
    approved(imported, "hanna", "ASN")
    assert loaded(imported, "bea", "B1").facts.locked
    assert {g.standing for g in category(imported, "disa", "A").groups} == {Standing.FINAL}
    assert category(imported, "disa", "A").standing is Standing.FINAL
    assert place(imported, "disa", "A").standing is Standing.FINAL
    withdrawn(imported, "ASN")
    assert not loaded(imported, "bea", "B1").facts.locked
    assert loaded(imported, "anna", "A1").facts.locked
    withdrawn(imported, "A")
    assert not loaded(imported, "anna", "A1").facts.locked


def test_a_press_that_was_under_way_is_not_stored_once_it_is_locked(imported: Engine) -> None:
    one = loaded(imported, "anna", "A1")
    approved(imported, "disa", "A")
    with writing(imported) as connection:
        dialogue_id = one.facts.dialogue_id
        after = save(
            connection, dialogue_id, one.state, one.state, pressed_by(one), AnsweredAs.MANAGER
        )
    assert after is None


def test_approving_and_answering_at_once_leaves_no_answer_unlocked(imported: Engine) -> None:
    """Whichever comes first: the answer is in what is approved, or it is refused."""
    barrier = Barrier(2)

    def answer() -> bool:
        one = loaded(imported, "anna", "A1")
        barrier.wait()
        with writing(imported) as connection:
            dialogue_id = one.facts.dialogue_id
            after = save(
                connection, dialogue_id, one.state, one.state, pressed_by(one), AnsweredAs.MANAGER
            )
        return after is not None

    def lock() -> bool:
        barrier.wait()
        approved(imported, "disa", "A")
        return True

    for _ in range(5):
        revision = loaded(imported, "anna", "A1").state.revision
        was_stored, _ = at_once(answer, lock)
        after = loaded(imported, "anna", "A1")
        assert after.facts.locked
        assert after.state.revision == revision + was_stored
        withdrawn(imported, "A")


def test_those_who_settle_at_once_take_turns(imported: Engine) -> None:
    barrier = Barrier(2)

    def act(code: str) -> None:
        barrier.wait()
        settled(imported, "hanna", code, SERIOUS)

    at_once(lambda: act("ASN"), lambda: act("ASN"))
    assert place(imported, "hanna", "ASN").revision == 2


def test_a_returned_dialogue_is_open_with_the_comment_until_it_is_submitted(
    imported: Engine,
) -> None:
    answering = Answering(imported, "anna", "A1")
    submitted = answering.submit(comment="Som förut")
    one = loaded(imported, "anna", "A1")
    later = NOW + timedelta(days=60)
    pressed = pressed_by(one, "return", None, "r", later)
    given = Return("Stämmer antalet?", "review")
    with writing(imported) as connection:
        assert return_dialogue(
            connection, one.facts.dialogue_id, submitted.revision, given, pressed
        )
        assert not return_dialogue(
            connection, one.facts.dialogue_id, submitted.revision, given, pressed
        )
    state = loaded(imported, "anna", "A1").state
    assert (state.progress, state.step) == (Progress.IN_PROGRESS, "review")
    assert state.answers == submitted.answers
    assert state.returned is not None
    assert (state.returned.comment, state.returned.by) == ("Stämmer antalet?", "Anna")
    again = answering.press(Verb.SUBMIT, at=later)
    assert (again.progress, again.late, again.returned) == (Progress.SUBMITTED, False, None)
    assert loaded(imported, "anna", "A1").state.returned is None


def test_a_dialogue_that_was_never_submitted_keeps_its_place(imported: Engine) -> None:
    one = loaded(imported, "anna", "A1")
    with writing(imported) as connection:
        given = Return("Svara gärna", "review")
        assert return_dialogue(
            connection, one.facts.dialogue_id, 0, given, pressed_by(one, "return", None)
        )
    state = loaded(imported, "anna", "A1").state
    assert (state.progress, state.step, state.revision) == (Progress.NOT_STARTED, None, 1)


def test_what_is_settled_cannot_be_removed_by_an_import(imported: Engine) -> None:
    settled(imported, "disa", "A", SERIOUS)
    without = {key: heads for key, heads in STAFFING.items() if key[1] != SOCIAL}
    file = cycle_file(without, projections=(), categories=cycle_file().categories[:1])
    with pytest.raises(ImportRefusedError) as refused:
        stored(imported, file, removing=True)
    assert [str(problem) for problem in refused.value.problems] == [
        f'Yrkeskategorier!A1: "{SOCIAL}" har redan fastställda värden och kan inte tas bort; '
        "behåll raden"
    ]


def test_what_an_import_adds_below_an_approved_division_is_locked(imported: Engine) -> None:
    approved(imported, "disa", "A")
    stored(imported, cycle_file({**STAFFING, ("A1", CHIEF): 5}))
    assert loaded(imported, "anna", "A1", CHIEF).facts.locked
