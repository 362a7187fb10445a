"""Committees whose methods ask otherwise are compiled as far as the tables hold their answers."""

from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook

from kfmodel.answers import HEADS_NEEDED, HEADS_NOW, Answers
from kfmodel.compilation import Compilation, as_json, write_workbook
from kfmodel.scales import Likelihood, Need, Severity
from tests.compilation.build import ASN, FSN, compiled, dialogue

THREE, HEADS = replace(ASN, method="three-level"), replace(FSN, method="headcount-levels")
IN_THREE = Answers(
    need_2y=Need.MORE, need_5y=Need.MORE, severity=Severity.SERIOUS, likelihood=Likelihood.HIGH
)
IN_HEADS = Answers(
    severity_operations=Severity.SERIOUS, severity_work_environment=Severity.OTHER
).with_values(dict.fromkeys((*HEADS_NOW, *HEADS_NEEDED[2], *HEADS_NEEDED[5]), 3))


def both() -> Compilation:
    return compiled(
        dialogue("1", 7, IN_THREE, committee=THREE),
        dialogue("2", 12, IN_HEADS, committee=HEADS),
        committees=(THREE, HEADS),
    )


def test_what_a_method_does_not_ask_is_absent_from_its_rows() -> None:
    three, heads = as_json(both())["tables"]["gap"]
    assert (three["method"], three["need_2y"], three["need_5y"]) == ("three-level", "MORE", "MORE")
    assert heads["method"] == "headcount-levels"
    assert {"need_2y", "need_5y"}.isdisjoint(heads)
    assert {"level_some", "level_very_high"}.isdisjoint(three)


def test_the_workbook_opens() -> None:
    written = BytesIO()
    write_workbook(both(), written)
    book = load_workbook(written)
    assert {"Gapanalys", "Risk", "Svar", "Riskmatris"} <= set(book.sheetnames)
