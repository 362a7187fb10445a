"""Resultat av gapanalys: the published table, the need in people, and what they tell."""

from kfmodel.compilation.chart_data import NeedRow, need_rows
from kfmodel.compilation.report.batches import batches
from kfmodel.compilation.report.blocks import Block, Heading, Picture, Tabular, ToFill, said
from kfmodel.compilation.report.charts.values import NeedChart
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.report.sentences.gaps import gap_over_time
from kfmodel.compilation.report.sentences.needs import much_more, needs_judged
from kfmodel.glossary import heading

PUBLISHED = (
    "category",
    "headcount",
    "gap_2y",
    "need_2y",
    "gap_5y",
    "need_5y",
    "level_some",
    "level_good",
    "level_high",
    "level_very_high",
    "gap_kind",
)
IN_PEOPLE = (
    "category",
    "assessed_2y_from",
    "assessed_2y_to",
    "assessed_5y_from",
    "assessed_5y_to",
    "units_answered",
    "units_total",
    "heads_answered_pct",
    "settled",
)

_HOW_TO_READ = (
    "Gap är tillgängliga minus behövda medarbetare enligt personalframskrivningen. Uppskattat "
    "behov är chefernas bedömning. Viss till Mycket hög är det kvalitativa gapet på två års sikt, "
    "i procent av gruppen: saknas (+), överskott (−)."
)
_IN_PEOPLE = (
    "Enheternas svar omräknade till antal. Ett öppet intervall saknar från eller till. Fylls i när "
    "alla enheter har svarat och räknas aldrig in i gapet."
)


def section(report: Report) -> list[Block]:
    judged = report.judged
    return [
        Heading(heading("gap_result"), 2),
        *said(
            *needs_judged(judged, report.method),
            much_more(judged),
            gap_over_time(report.shown, report.year),
        ),
        *_tables(report),
        ToFill(
            "De kompetensspecifika gapen: vilka kunskaper och förmågor som saknas, yrkeskategori "
            "för yrkeskategori. Chefernas egna ord finns i arbetsboken."
        ),
        ToFill(
            "Förvaltningens kommentar: hur tabellen ska läsas och vad som förklarar de största "
            "gapen."
        ),
        *_charts(report),
    ]


def _tables(report: Report) -> list[Block]:
    table, moves = report.table("gap"), report.table("moves")
    if table is None:
        return said("Inga yrkeskategorier ingår ännu.")
    blocks: list[Block] = [
        Tabular(table, f"Gapanalys {report.year}", PUBLISHED, _HOW_TO_READ),
        Tabular(table, "Bedömt behov i antal, och hur många som har svarat", IN_PEOPLE, _IN_PEOPLE),
    ]
    if moves:
        blocks.append(Tabular(moves, "Utökning och kompetensförflyttning i antal medarbetare"))
    return blocks


def _charts(report: Report) -> list[Block]:
    return [
        Picture(
            NeedChart(rows, report.year),
            f"Behov av medarbetare {report.year + 2} och {report.year + 5} enligt "
            f"personalframskrivningen och enligt chefernas bedömning{part}",
            _alternative(rows, report.year),
        )
        for rows, part in batches(need_rows(report.shown))
    ]


def _alternative(rows: tuple[NeedRow, ...], year: int) -> str:
    told = "; ".join(f"{row.category}: {row.projected_2y} och {row.projected_5y}" for row in rows)
    return f"Liggande staplar med behovet {year + 2} och {year + 5}. {told}."
