from dataclasses import replace

import pytest

from kfmodel.compilation import as_json
from kfmodel.compilation.proposal import spread
from kfmodel.compilation.spread import spread_rows
from kfmodel.compilation.voice import Voice
from kfmodel.scales import Need
from tests.compilation.build import COMPLETE, compiled, dialogue


def test_each_answer_given_with_its_units_heads_and_share() -> None:
    compilation = compiled(
        dialogue("1", 10.5, replace(COMPLETE, need_2y=Need.MUCH_MORE)),
        dialogue("2", 10.5, replace(COMPLETE, need_2y=Need.SAME)),
        dialogue("3", 10.5, replace(COMPLETE, need_2y=Need.SAME), units=2),
        dialogue("4", 50, None),
    )
    spread = as_json(compilation)["tables"]["spread"]
    assert spread[:2] == [
        {
            "organisation": "ASN",
            "method": "five-level",
            "category": "Sektionschef",
            "question": "need_2y",
            "answer": "SAME",
            "units": 3,
            "heads": 21,
            "share_pct": 67,
        },
        {
            "organisation": "ASN",
            "method": "five-level",
            "category": "Sektionschef",
            "question": "need_2y",
            "answer": "MUCH_MORE",
            "units": 1,
            "heads": 10.5,
            "share_pct": 33,
        },
    ]
    assert [row["question"] for row in spread] == [
        "need_2y",
        "need_2y",
        "need_5y",
        "severity",
        "likelihood",
    ]


NEEDS = {Need.LESS: 51, Need.SAME: 84, Need.MORE: 65}
"""25.5, 42 and 32.5 %: rounded each by itself they are 101."""


def test_shares_of_a_question_are_together_a_hundred() -> None:
    units = [
        dialogue(need.name, heads, replace(COMPLETE, need_2y=need)) for need, heads in NEEDS.items()
    ]
    [row] = compiled(*units).rows
    found = [one.share_pct for one in spread_rows(row) if one.question == "need_2y"]
    assert found == [25, 42, 33]
    voices = [
        Voice(need.name, heads, replace(COMPLETE, need_2y=need)) for need, heads in NEEDS.items()
    ]
    assert [share.pct for share in spread(voices, "need_2y")] == found


@pytest.mark.parametrize("hidden", [Need.MUCH_LESS, Need.SAME, Need.MUCH_MORE])
def test_shares_beside_a_hidden_answer_are_of_all_and_do_not_tell_which_it_is(hidden: Need) -> None:
    compilation = compiled(
        dialogue("1", 40.5, replace(COMPLETE, need_2y=Need.LESS)),
        dialogue("2", 49.6, replace(COMPLETE, need_2y=Need.MORE)),
        dialogue("3", 3.45, replace(COMPLETE, need_2y=hidden)),
        dialogue("4", 6.45, replace(COMPLETE, need_2y=Need.LESS)),
    )
    [row] = compilation.rows
    found = [(one.answer, one.share_pct) for one in spread_rows(row) if one.question == "need_2y"]
    # the two hidden as parts of their own would leave more to round up: 41
    assert found == [(Need.LESS, 40), (Need.MORE, 50), (None, None)]
