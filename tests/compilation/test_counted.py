"""What is counted is called by its name: people, or full-time equivalents."""

from dataclasses import replace
from itertools import islice

import pytest

from bot.commands.explained import lines
from kfmodel.compilation import Compilation, compile_material
from kfmodel.compilation.explain import explain, explained
from kfmodel.counted import as_counted
from kfmodel.organisation import Counting
from tests.compilation.asn_2025 import asn_2025
from tests.compilation.build import CATEGORY, COMPILED_AT
from tests.compilation.opened import opened as workbook
from tests.compilation.report.word import opened, rows, text_of

FULL_TIME = Counting.FULL_TIME_EQUIVALENTS
OF_PEOPLE_AS_SUCH = (
    "hur medarbetarnas kompetens tas till vara",
    "medarbetare också byter arbete",
    "medarbetare också slutar",
    "aldrig enskilda medarbetare",
)


@pytest.fixture(scope="module")
def full_time() -> Compilation:
    now = replace(asn_2025(), counting=FULL_TIME)
    return compile_material(replace(now, earlier=(replace(now, year=2023),)), COMPILED_AT)


def test_every_heading_and_note_of_the_workbook(full_time: Compilation) -> None:
    printed = {sheet.title: list(sheet.values) for sheet in workbook(full_time)}
    assert printed["Gapanalys"][0][1] == "Totalt antal årsarbetare"
    assert "Andel svarande årsarbetare" in printed["Gapanalys"][0]
    assert "Antal årsarbetare då" in printed["Bedömning och utfall"][0]
    for name, cells in printed.items():
        text = " ".join(str(cell) for row in cells for cell in row)
        assert "edarbetar" not in text, name
        assert "personer" not in text, name
    assert ("Minsta grupp", "5 årsarbetare") in printed["Om sammanställningen"]


def test_the_report_and_its_charts(full_time: Compilation) -> None:
    report = opened(full_time)
    assert rows(report, "Gapanalys 2025")[0][1] == "Totalt antal årsarbetare"
    text = text_of(report)
    for told in OF_PEOPLE_AS_SUCH:
        assert told in text
        text = text.replace(told, "")
    assert "edarbetar" not in text
    assert "personer" not in text
    assert "Behov av årsarbetare 2027 och 2030" in text


def test_every_explanation(full_time: Compilation) -> None:
    for table in full_time.tables:
        for column in table.columns:
            for record in islice(table.records, 1):
                told = " ".join(lines(explained(full_time, table, column, record)))
                assert "edarbetar" not in told, (table.name, column.name)
                assert "personer" not in told, (table.name, column.name)
    [found] = explain(full_time, CATEGORY, "Gapanalys", "Totalt antal årsarbetare")
    assert "  Totalt antal årsarbetare  168" in lines(found)


def test_people_stay_people_and_names_stay_as_they_are() -> None:
    text = "Medarbetare i Medarbetarservice, tre personer enligt personalframskrivningen"
    assert as_counted(text, Counting.PEOPLE) == as_counted(text, None) == text
    assert as_counted(text, FULL_TIME) == (
        "Årsarbetare i Medarbetarservice, tre årsarbetare enligt personalframskrivningen"
    )
