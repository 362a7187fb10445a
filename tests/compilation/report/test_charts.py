"""The charts: each is a picture, whatever its figures."""

from collections.abc import Sequence
from io import BytesIO

import pytest
from matplotlib.image import imread

from kfmodel.calculations import PeopleRange
from kfmodel.compilation import CategoryRow
from kfmodel.compilation.chart_data import CauseRow, NeedRow, cause_rows, need_rows
from kfmodel.compilation.report.batches import batches
from kfmodel.compilation.report.charts.drawing import picture_of
from kfmodel.compilation.report.charts.recruitment import parts_of
from kfmodel.compilation.report.charts.values import (
    Chart,
    NeedChart,
    RecruitmentChart,
)
from kfmodel.compilation.report.sections.matrices import matrix_of
from kfmodel.compilation.report.sentences.needs import in_words
from kfmodel.methods import Method, method_of
from kfmodel.scales import Severity
from tests.compilation.report.rows import asn, method, row

SERIOUS_AT_WORK = {
    "severity_operations": Severity.OTHER,
    "severity_work_environment": Severity.SERIOUS,
}


def apart() -> Method:
    return method_of("headcount-levels")


def matrix(rows: Sequence[CategoryRow], method: Method) -> Chart:
    chart = matrix_of(rows, method)
    assert chart is not None
    return chart


CHARTS: dict[str, Chart] = {
    "need": NeedChart(tuple(need_rows(asn())), 2025, "medarbetare"),
    "open and unknown needs": NeedChart(
        (
            NeedRow("Fler", 10, 11, PeopleRange(15, None), None, None),
            NeedRow("Färre", 10, 0, PeopleRange(None, 4), 10.5, PeopleRange(0, 0)),
        ),
        2025,
        "årsarbetare",
    ),
    "recruitment": RecruitmentChart(tuple(cause_rows(asn())), "personer"),
    "surplus": RecruitmentChart((CauseRow("Färre", 6, -4, 0, 2),), "personer"),
    "risk": matrix(asn(), method()),
    "risk apart": matrix(
        [row("A", method=apart(), **SERIOUS_AT_WORK), row("B", method=apart())], apart()
    ),
}


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_pictures_fit_a_page_in_print_quality(chart: Chart) -> None:
    height, width, _ = imread(BytesIO(picture_of(chart))).shape
    assert width >= 1300
    assert height / width < 24 / 16


def test_needs_in_words() -> None:
    ranges = [
        PeopleRange(185, 202),
        PeopleRange(107, None),
        PeopleRange(None, 4),
        PeopleRange(3, 3),
    ]
    assert [in_words(found) for found in ranges] == ["185–202", "minst 107", "högst 4", "3"]


def test_a_total_and_its_parts() -> None:
    told = [
        parts_of(CauseRow("A", 11, 3, 1, 15)),
        parts_of(CauseRow("A", 6, -4, 0, 2)),
        parts_of(CauseRow("A", 0, 0, 0, 0)),
    ]
    assert told == ["15 = 11 + 3 + 1", "2 = 6 − 4", "0"]


def test_what_is_charted() -> None:
    known = row("A", gap_2y=-1, gap_5y=-2, turnover_2y=3, retirements_2y=0, recruitment_2y=4)
    rows = [known, row("B"), row("C", masked=True, gap_2y=-1)]
    assert list(cause_rows(rows)) == [CauseRow("A", 3, 1, 0, 4)]
    assert [need.category for need in need_rows(rows)] == ["A"]
    assert next(need_rows(rows)).projected_2y == 21


def test_rows_in_even_batches() -> None:
    assert batches([]) == []
    assert batches(range(3)) == [((0, 1, 2), "")]
    assert [len(rows) for rows, _ in batches(range(33))] == [11, 11, 11]


def test_one_risk_set_against_the_other() -> None:
    chart = matrix_of([row("A", method=apart(), **SERIOUS_AT_WORK)], apart())
    assert chart is not None
    placed = {
        (name, column): cell.names
        for name, cells in chart.rows
        for column, cell in zip(chart.columns, cells, strict=True)
        if cell.names
    }
    assert placed == {("Annan risk", "Allvarlig"): ("A",)}
    assert matrix_of([row("A")], method()) is None
