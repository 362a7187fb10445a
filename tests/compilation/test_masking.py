"""Below the smallest group (five heads) nothing is shown, in no output."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from kfmodel.compilation import Compilation, as_json, write_workbook
from kfmodel.compilation.report import write_report
from kfmodel.scales import Need, Severity
from tests.compilation.build import ASN, CATEGORY, COMPLETE, compiled, dialogue, projection

SECRET = replace(
    COMPLETE,
    need_2y=Need.LESS,
    severity=Severity.SERIOUS,
    comment="hemligt",
    headcount_ok=False,
    headcount_actual=3,
)
GAP = projection(4, gap_2y=-1, gap_5y=-1, turnover_2y=1, retirements_2y=0)


def small_category() -> Compilation:
    return compiled(dialogue("1", 4, SECRET), projections={(ASN.code, CATEGORY): GAP})


def sheets(compilation: Compilation) -> dict[str, list[tuple[Any, ...]]]:
    file = BytesIO()
    write_workbook(compilation, file)
    return {
        sheet.title: list(sheet.iter_rows(min_row=2, values_only=True))
        for sheet in load_workbook(file).worksheets
    }


@pytest.mark.parametrize("table", ["gap", "recruitment", "risk", "spread"])
def test_a_small_category_has_no_values_in_json(table: str) -> None:
    [row] = as_json(small_category())["tables"][table]
    assert row == {
        "organisation": "ASN",
        "method": "five-level",
        "category": CATEGORY,
        "masked": True,
    }


def test_a_small_category_is_dots_in_excel() -> None:
    printed = sheets(small_category())
    for title in ("Gapanalys", "Rekryteringsbehov", "Risk"):
        [row] = printed[title]
        assert row[0] == CATEGORY
        assert set(row[1:]) == {"•"}
    [answer] = printed["Svar"]
    assert answer[:3] == ("Avdelningen för insatser", "Enhet 1", CATEGORY)
    assert set(answer[3:]) == {"•"}


def test_a_small_category_is_in_no_chart_matrix_or_check() -> None:
    compilation = small_category()
    printed = sheets(compilation)
    assert not [cell for row in printed["Diagram"] for cell in row if cell is not None]
    matrix = [cell for row in printed["Riskmatris"] for cell in row if cell is not None]
    assert f"Visas inte, för få medarbetare: {CATEGORY}." in matrix
    assert CATEGORY not in matrix
    everything = str(printed) + str(as_json(compilation))
    assert "hemligt" not in everything
    assert "mindre behov men allvarlig" not in everything
    assert "enligt chefen" not in str(as_json(compilation))


def test_five_is_enough() -> None:
    [row] = as_json(compiled(dialogue("1", 5)))["tables"]["gap"]
    assert "masked" not in row
    assert as_json(compiled(dialogue("1", 4.99)))["tables"]["gap"][0]["masked"]


def test_the_projection_decides_where_there_is_one() -> None:
    large = projection(50, gap_2y=-1)
    found = compiled(dialogue("1", 4), projections={(ASN.code, CATEGORY): large})
    [row] = as_json(found)["tables"]["gap"]
    assert row["headcount"] == 50
    [answer] = sheets(found)["Svar"]
    assert "•" in answer


def test_a_small_unit_in_a_large_category() -> None:
    compilation = compiled(dialogue("1", 40), dialogue("2", 4, SECRET))
    printed = sheets(compilation)
    assert [row[3] for row in printed["Svar"]] == ["•", "•"]
    assert "hemligt" not in str(printed)
    [risk] = as_json(compilation)["tables"]["risk"]
    assert risk["serious_units"] == []
    named = {check.name: check.status.value for check in compilation.checks}
    assert named["contradictions"] == named["headcount_deviations"] == "ok"


def test_a_small_answer_cannot_be_worked_out_from_the_others_and_the_total() -> None:
    """The smallest of the other answers is hidden with it; what is unanswered covers nothing."""
    units = dialogue("1", 40), dialogue("2", 4, SECRET), dialogue("3", 9), dialogue("4", 7, None)
    printed = sheets(compiled(*units))
    assert [row[3] for row in printed["Svar"]] == [40, "•", "•"]


def test_small_answers_that_are_enough_together_hide_no_other() -> None:
    printed = sheets(compiled(dialogue("1", 40), dialogue("2", 4), dialogue("3", 3)))
    assert [row[3] for row in printed["Svar"]] == [40, "•", "•"]


def test_a_category_where_only_a_small_group_has_answered_says_nothing_of_it() -> None:
    found = compiled(dialogue("1", 40, None), dialogue("2", 4, SECRET))
    tables = as_json(found)["tables"]
    [gap], [risk] = tables["gap"], tables["risk"]
    assert (gap["headcount"], gap["units_answered"], gap["answers_masked"]) == (44, 1, True)
    assert not {"need_2y", "level_some", "masked"} & set(gap)
    assert risk["masked"]
    assert {row["masked"] for row in tables["spread"]} == {True}
    printed = sheets(found)
    assert printed["Gapanalys"][0][:4] == (CATEGORY, 44, None, "•")
    assert set(printed["Risk"][0][1:]) == {"•"}
    matrix = [cell for row in printed["Riskmatris"] for cell in row if cell is not None]
    assert f"Visas inte, för få medarbetare: {CATEGORY}." in matrix


def test_the_spread_is_of_shown_answers_and_says_that_others_are_hidden() -> None:
    compilation = compiled(dialogue("1", 40), dialogue("2", 4, SECRET), dialogue("3", 9))
    spread = as_json(compilation)["tables"]["spread"]
    shown, hidden = [row for row in spread if row["question"] == "need_2y"]
    assert (shown["answer"], shown["heads"], shown["share_pct"]) == ("MORE", 40, 75)
    assert hidden["masked"]
    assert not {"answer", "heads", "units", "share_pct"} & set(hidden)


def test_a_unit_that_is_hidden_to_cover_another_is_not_listed_as_serious() -> None:
    """The median between its severity and the others' would tell the small group's."""
    compilation = compiled(
        dialogue("1", 47, replace(COMPLETE, severity=Severity.SERIOUS)),
        dialogue("2", 53),
        dialogue("3", 6, SECRET),
        dialogue("4", 3, SECRET),
    )
    [risk] = as_json(compilation)["tables"]["risk"]
    assert risk["serious_units"] == ["Enhet 1"]
    assert "hemligt" not in str(sheets(compilation))


def test_the_report_quotes_nobody_who_is_hidden() -> None:
    """Neither the small group nor the one that covers it."""
    hidden = replace(SECRET, specific_gap="hemligt gap")
    units = dialogue("1", 40), dialogue("2", 4, hidden), dialogue("3", 9, hidden)
    file = BytesIO()
    write_report(compiled(*units), file)
    told = "".join(node.text or "" for node in Document(file).element.body.iter(qn("w:t")))
    assert CATEGORY in told
    assert "hemligt" not in told
