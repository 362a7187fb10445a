"""The first step: facts in words, the headcount, and needs said in people."""

from dataclasses import replace

import pytest

import cards
from dialogs.screen import Ask
from kfmodel.answers import Answers
from kfmodel.dialogue import Facts, Previous
from kfmodel.organisation import Counting
from kfmodel.scales import Need
from tests.cards.anatomy import button, choices, inputs, problem_beside, titles, words
from tests.cards.samples import BEGUN, FACTS, METHOD, NEW, POOL, SCREENS, UNPROJECTED, drawn


def asked(facts: Facts, answers: Answers | None = None, language: str = "sv") -> dict[str, object]:
    state = replace(NEW, answers=answers or Answers())
    return drawn(Ask("need", facts, state), language)


def test_choices_say_the_need_in_people_of_this_unit() -> None:
    """Unit of 7, committee of 168 with gap −3: projected 7,1 (domain's own example)."""
    card = asked(FACTS)
    assert choices(card, "need_2y") == [
        "Mycket mindre: högst 4 personer",
        "Mindre: ungefär 6 personer",
        "Samma: ungefär 7 personer",
        "Mer: ungefär 8–9 personer",
        "Mycket mer: minst 10 personer",
    ]
    assert inputs(card)["need_2y"]["label"] == "Behov 2027 – i dag 7, framskrivningen 7,1"
    assert inputs(card)["need_5y"]["label"] == "Behov 2030 – i dag 7, framskrivningen 7,2"


def test_choices_in_english() -> None:
    card = asked(FACTS, language="en")
    assert choices(card, "need_2y")[3] == "More: about 8–9 people"
    assert inputs(card)["need_2y"]["label"] == "Need in 2027 – today 7, projection 7.1"


def test_one_person_and_nobody() -> None:
    one = replace(FACTS, heads=1.0, gap_2y=0.0)
    assert choices(asked(one), "need_2y") == [
        "Mycket mindre: ingen",
        "Mindre: ungefär 1 person",
        "Samma: ungefär 1 person",
        "Mer: ungefär 1 person",
        "Mycket mer: minst 2 personer",
    ]
    none = replace(FACTS, heads=0.0)
    assert choices(asked(none), "need_2y")[4] == "Mycket mer: hur många som helst"


def test_facts_in_words() -> None:
    said = words(asked(FACTS))
    assert "I dag: 7 personer i Enheten för mottagning" in said
    assert "Arbetsmarknads- och socialnämnden: 168 personer" in said
    assert "2027 saknas 3 personer, 2030 saknas 5 personer" in said
    assert "Ert svar 2023: Mer om 2 år, Samma om 5 år" in said
    assert "Kategori 2 av 3 · Steg 1 av 5: Antal och behov" in said


def test_what_same_means_is_said_once() -> None:
    assert (
        words(asked(FACTS)).count("”Samma” betyder som framskrivningen säger") == 2
    )  # run and line
    today = METHOD.model_copy(update={"baseline": "today"})
    card = cards.render(Ask("need", FACTS, NEW), today, "sv")
    assert "”Samma” betyder lika många som i dag" in words(card)
    assert inputs(card)["need_2y"]["label"] == "Behov 2027 – i dag 7"


def test_surplus_balance_and_the_committees_row() -> None:
    said = words(drawn(SCREENS["need of a vacant pool"]))
    assert "2027 finns 2,5 årsarbetare mer än vad som behövs, 2030 är det i balans" in said
    assert "Nämndens samlade bedömning 2023: Mer om 2 år, Samma om 5 år" in said


def test_vacancy_and_pool_are_said() -> None:
    said = words(asked(POOL))
    assert "Chefsposten är vakant" in said
    assert "Du svarar samlat för 3 små enheter" in said
    assert "12,5 årsarbetare i Enheten för mottagning" in said
    assert "vakant" not in words(asked(FACTS))


def test_whole_numbers_of_full_time_equivalents_are_called_so_too() -> None:
    said = words(asked(replace(FACTS, counting=Counting.FULL_TIME_EQUIVALENTS)))
    assert "7 årsarbetare i Enheten för mottagning" in said
    assert "168 årsarbetare" in said
    assert "Mer: ungefär 8–9 årsarbetare" in said
    assert "Mycket mer: minst 10 årsarbetare" in said
    assert "personer" not in said


def test_without_a_projection_today_is_the_baseline() -> None:
    card = asked(UNPROJECTED)
    assert inputs(card)["need_2y"]["label"] == "Behov 2027 – i dag 7"
    assert choices(card, "need_2y")[3] == "Mer: ungefär 8 personer"
    assert "Framskrivning saknas" in words(card)
    assert "Personalframskrivningen" not in words(card)


def test_without_an_earlier_answer_nothing_is_said_of_one() -> None:
    silent = replace(FACTS, previous=Previous(2023), committee_previous=None)
    assert "2023" not in words(asked(silent))


def test_the_only_category_is_not_counted() -> None:
    said = words(asked(replace(FACTS, position=1, total=1)))
    assert "Steg 1 av 5" in said
    assert "Kategori" not in said


@pytest.mark.parametrize(("stored", "ticked"), [(None, "true"), (True, "true"), (False, "false")])
def test_the_headcount_holds_until_someone_says_otherwise(stored: bool | None, ticked: str) -> None:
    card = asked(FACTS, Answers(headcount_ok=stored, headcount_actual=9))
    assert inputs(card)["headcount_ok"]["value"] == ticked
    assert inputs(card)["headcount_actual"]["value"] == 9


def test_stored_answers_stand_in_the_inputs() -> None:
    card = asked(FACTS, Answers(need_2y=Need.LESS))
    assert inputs(card)["need_2y"]["value"] == "LESS"
    assert "value" not in inputs(card)["need_5y"]


def test_what_was_typed_stays_and_is_told_right_there() -> None:
    card = drawn(SCREENS["need refused"])
    actual = inputs(card)["headcount_actual"]
    assert (actual["type"], actual["value"]) == ("Input.Text", "sju")
    assert "”sju” är inte ett tal" in problem_beside(card, "headcount_actual")
    assert "Välj ett av alternativen" in problem_beside(card, "need_2y")
    assert inputs(card)["headcount_ok"]["value"] == "false"
    assert inputs(card)["need_5y"]["value"] == "MORE"
    assert "2 saker att rätta till" in words(card)
    assert "Svaren ändrades 29 september kl. 14.04 av Anna Åkesson" in words(card)
    assert "refresh" not in card


def test_back_from_the_first_step_leads_to_the_start_card_with_what_was_typed() -> None:
    back = button(asked(FACTS), "Tillbaka")
    assert back["verb"] == "status"
    assert "associatedInputs" not in back


def test_the_press_carries_dialogue_step_and_revision() -> None:
    card = drawn(Ask("need", FACTS, BEGUN))
    data = button(card, "Spara och fortsätt")["data"]
    assert data == {"dialogue": 17, "step": "need", "revision": 6, "verb": "answer"}
    assert titles(card) == ["Spara och fortsätt", "Tillbaka", "Till granskningen"]
    assert "Till granskningen" not in titles(asked(FACTS))
    assert "Till granskningen" not in titles(drawn(Ask("drivers", FACTS, BEGUN)))


def test_refreshes_itself_for_the_user() -> None:
    refresh = asked(FACTS)["refresh"]
    assert refresh == {
        "action": {
            "type": "Action.Execute",
            "verb": "start",
            "data": {"dialogue": 17, "verb": "start"},
        },
        "userIds": ["29:anna"],
    }
