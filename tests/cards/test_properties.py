"""Whatever the facts and answers, a card comes out, small enough and in plain JSON."""

from dataclasses import replace
from datetime import date, timedelta

import orjson
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cards.card import LARGEST, size
from dialogs.contradictions import contradictions
from dialogs.inputs import LONG_TEXT, SHORT_TEXT
from dialogs.screen import Ask, Overview, OverviewItem, Review, Screen, Submitted
from dialogs.steps import STEPS
from dialogs.steps.activities import MOST_SEK
from kfmodel.answers import HEADS_NEEDED, HEADS_NOW, SEVERITIES, Activity, Answers
from kfmodel.dialogue import Capacity, Facts, Previous, Progress
from kfmodel.methods import all_methods, method_of
from kfmodel.organisation import OrganisationKind
from kfmodel.scales import Likelihood, Need, Severity
from tests.cards.anatomy import inputs
from tests.cards.samples import BEGUN, FACTS, HEADCOUNT, LANGUAGES, METHOD, NEW, drawn
from tests.cards.typed import known

names = st.text(min_size=1, max_size=80).filter(str.strip)
maybe_need = st.none() | st.sampled_from(Need)
points = st.integers(-100, 100)
heads = st.floats(0, 5_000).map(lambda value: round(value, 2))
gaps = st.none() | st.floats(-500, 500).map(lambda value: round(value, 2))
by_level = st.tuples(*(st.integers(0, 5_000),) * 4)
days = st.dates(date(2019, 1, 1), date(2040, 1, 1))

previous = st.builds(
    Previous,
    st.integers(2000, 2100),
    maybe_need,
    maybe_need,
    st.none() | st.tuples(points, points, points, points),
    st.none() | st.sampled_from(Severity),
    st.none() | st.sampled_from(Likelihood),
    **dict.fromkeys(SEVERITIES[1:], st.none() | st.sampled_from(Severity)),
    **dict.fromkeys(("heads_now", "heads_2y", "heads_5y"), st.none() | by_level),
)
facts = st.builds(
    Facts,
    dialogue_id=st.integers(1, 2**31),
    cycle=names,
    year=st.integers(2000, 2100),
    opens_on=days,
    deadline_on=days,
    closed=st.booleans(),
    method=st.sampled_from(sorted(all_methods())),
    organisation=names,
    organisation_kind=st.sampled_from(OrganisationKind),
    committee=names,
    category=names,
    heads=heads,
    units=st.integers(1, 40),
    committee_headcount=st.none() | heads,
    gap_2y=gaps,
    gap_5y=gaps,
    capacity=st.sampled_from(Capacity),
    position=st.integers(1, 9),
    total=st.integers(1, 9),
    previous=st.none() | previous,
    committee_previous=st.none() | previous,
)


def answers(longest: int, activities: int) -> st.SearchStrategy[Answers]:
    text = st.none() | st.text(min_size=1, max_size=longest)
    further = st.none() | st.text(min_size=1, max_size=min(longest // 4, SHORT_TEXT))
    activity = st.builds(
        Activity,
        st.text(min_size=1, max_size=longest),
        st.none() | st.sampled_from([*METHOD.area_by_id, "gone"]),
        st.none() | st.text(min_size=1, max_size=min(longest, SHORT_TEXT)),
        further,
        further,
        st.none() | st.sampled_from([*METHOD.driver_by_id, "gone"]),
        further,
        st.none() | st.integers(0, MOST_SEK),
    )
    moves = st.none() | st.integers(0, 5_000)
    return st.builds(
        Answers,
        headcount_ok=st.none() | st.booleans(),
        headcount_actual=moves,
        need_2y=maybe_need,
        need_5y=maybe_need,
        move_some_good=moves,
        move_good_high=moves,
        move_high_very_high=moves,
        level_some=st.none() | points,
        level_good=st.none() | points,
        level_high=st.none() | points,
        level_very_high=st.none() | points,
        **dict.fromkeys((*HEADS_NOW, *HEADS_NEEDED[2], *HEADS_NEEDED[5]), moves),
        **dict.fromkeys(SEVERITIES, st.none() | st.sampled_from(Severity)),
        likelihood=st.none() | st.sampled_from(Likelihood),
        specific_gap=text,
        comment=text,
        drivers=st.lists(st.sampled_from([*METHOD.driver_by_id, "gone"]), unique=True).map(tuple),
        activities=st.lists(activity, max_size=activities).map(tuple),
    )


def screens_of(facts: Facts, given: Answers) -> list[Screen]:
    state = replace(BEGUN, answers=given)
    method = method_of(facts.method)
    missing = tuple(p for step in method.steps for p in STEPS[step].missing(given, method))
    return [
        *(Ask(step, facts, state) for step in method.steps),
        Review(facts, state, contradictions(given), missing),
        Submitted(facts, state, may_reopen=True, just_now=True),
        Overview(facts.organisation, (OverviewItem(facts, Progress.IN_PROGRESS, "risk"),)),
    ]


@given(facts, answers(longest=150, activities=4), st.sampled_from(LANGUAGES))
def test_every_screen_of_ordinary_answers_fits(facts: Facts, given: Answers, language: str) -> None:
    for screen in screens_of(facts, given):
        card = drawn(screen, language)
        assert orjson.dumps(known(card))
        assert size(card) <= LARGEST


@given(answers(longest=LONG_TEXT, activities=10), st.sampled_from([FACTS, HEADCOUNT]))
def test_reviews_and_receipts_of_the_fullest_answers_fit(given: Answers, facts: Facts) -> None:
    for screen in screens_of(facts, given):
        if not isinstance(screen, Review | Submitted):
            continue
        assert size(drawn(screen)) <= LARGEST


typed = st.dictionaries(
    st.sampled_from(
        ["headcount_ok", "headcount_actual", "need_2y", "move_some_good", "level_some", "severity",
         "now_some", "need_5y_high", "severity_operations", "drivers", "comment",
         "activity_description", "activity_area_2"]
    ),
    st.text(max_size=200) | st.integers() | st.booleans() | st.none() | st.lists(st.integers()),
)  # fmt: skip


@given(facts, typed)
def test_whatever_was_typed_can_be_drawn(facts: Facts, typed: dict[str, object]) -> None:
    for step in method_of(facts.method).steps:
        assert orjson.dumps(drawn(Ask(step, facts, NEW, typed)))


# Two bytes a character, as almost all that is written; JSON doubles quotes and backslashes.
LONG = st.text(
    st.characters(max_codepoint=0x2FFF, exclude_categories=["C"], exclude_characters='"\\'),
    max_size=10_000,
)


@pytest.mark.parametrize("name", ["comment", "specific_gap", "activity_description"])
@given(text=LONG)
@example(text="å" * 10_000)
def test_typed_text_is_never_cut(name: str, text: str) -> None:
    card = drawn(Ask("drivers", FACTS, NEW, {name: text}))
    assert inputs(card)[name]["value"] == text
    assert size(card) <= LARGEST


@given(st.dates(date(2025, 8, 1), date(2025, 12, 1)), st.integers(-60, 60))
def test_any_day_can_be_said(today: date, days: int) -> None:
    facts = replace(FACTS, deadline_on=today + timedelta(days=days))
    assert drawn(Overview("Anna", (OverviewItem(facts, Progress.NOT_STARTED, None),)))
