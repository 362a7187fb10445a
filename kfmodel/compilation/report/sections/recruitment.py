"""Rekryteringsbehov: the published table, the need by cause in words and in a chart."""

from kfmodel.compilation.chart_data import CauseRow, cause_rows
from kfmodel.compilation.report.batches import batches
from kfmodel.compilation.report.blocks import (
    Block,
    Heading,
    Paragraph,
    Picture,
    Tabular,
    ToFill,
    said,
)
from kfmodel.compilation.report.charts.values import RecruitmentChart
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.report.sentences.coverage import sums_cover
from kfmodel.compilation.report.sentences.language import listed, number
from kfmodel.compilation.report.sentences.recruitment import (
    largest_recruitment,
    not_projected,
    recruitment_by_cause,
)
from kfmodel.glossary import heading


def section(report: Report) -> list[Block]:
    shown = report.shown
    table = report.table("recruitment")
    return [
        Heading(heading("recruitment"), 2),
        Paragraph(
            "Gapet säger inte hur många som behöver rekryteras, eftersom medarbetare också slutar "
            "och går i pension. Det totala rekryteringsbehovet på två års sikt är gapet plus "
            "förväntad personalomsättning plus förväntade pensionsavgångar."
        ),
        *said(
            recruitment_by_cause(shown, report.heads),
            largest_recruitment(shown, report.heads),
            not_projected(shown),
            sums_cover(len(shown), len(report.compilation.rows)),
        ),
        *(
            [
                Tabular(
                    table,
                    f"Rekryteringsbehov {report.year}–{report.year + 2}",
                    note="Totalt rekryteringsbehov = −gap + personalomsättning (utan "
                    "pensionsavgångar) + pensionsavgångar. Ett negativt tal är ett överskott.",
                )
            ]
            if table and any(row.recruitment_2y is not None for row in shown)
            else []
        ),
        *_charts(report),
        ToFill(
            "Förvaltningens kommentar: hur personalomsättning och pensionsavgångar har "
            "utvecklats, jämfört med staden i övrigt, och vad som är svårast att rekrytera."
        ),
    ]


def _charts(report: Report) -> list[Block]:
    return [
        Picture(
            RecruitmentChart(rows, report.heads.many),
            f"Rekryteringsbehov på två års sikt efter orsak{part}",
            _alternative(rows),
        )
        for rows, part in batches(cause_rows(report.shown))
    ]


def _alternative(rows: tuple[CauseRow, ...]) -> str:
    return "Staplar delade efter orsak. " + "; ".join(_told(row) for row in rows) + "."


def _told(row: CauseRow) -> str:
    causes = ("turnover", "gap_to_fill", "retirements")
    parts = [f"{heading(name).lower()} {number(getattr(row, name))}" for name in causes]
    return f"{row.category} {number(row.total)}: {listed(parts)}"
