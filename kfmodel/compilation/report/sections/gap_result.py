"""Resultat av gapanalys: the published table, the need in people, and what they tell."""

from typing import Any

from kfmodel.compilation.chart_data import need_rows
from kfmodel.compilation.report.batches import batches
from kfmodel.compilation.report.blocks import Block, Heading, Picture, Tabular, ToFill, said
from kfmodel.compilation.report.charts.values import NeedChart
from kfmodel.compilation.report.printed import columns_left
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.report.sentences.charted import needs_shown, needs_told
from kfmodel.compilation.report.sentences.gaps import gap_over_time
from kfmodel.compilation.report.sentences.needs import much_more, needs_judged
from kfmodel.compilation.table import Table
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

_IN_PEOPLE = (
    "Enheternas svar omräknade till antal. Ett öppet intervall saknar från eller till. Fylls i när "
    "alla enheter har svarat och räknas aldrig in i gapet."
)
_WORDS = " Chefernas egna ord finns i arbetsboken."


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
            f"för yrkeskategori.{_WORDS if report.of_units else ''}"
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
        Tabular(table, f"Gapanalys {report.year}", PUBLISHED, report.counted(_how_to_read(table))),
        _in_people(table),
    ]
    if moves:
        caption = report.counted("Utökning och kompetensförflyttning i antal medarbetare")
        blocks.append(Tabular(moves, caption))
    return blocks


def _how_to_read(table: Table[Any]) -> str:
    """What the columns mean that are printed."""
    left = columns_left(table, PUBLISHED)
    told = (
        (
            {"gap_2y", "gap_5y"},
            "Gap är tillgängliga minus behövda medarbetare enligt personalframskrivningen.",
        ),
        ({"need_2y", "need_5y"}, "Uppskattat behov är chefernas bedömning."),
        (
            {"level_some", "level_good", "level_high", "level_very_high"},
            "Viss till Mycket hög är det kvalitativa gapet på två års sikt, i procent av gruppen: "
            "saknas (+), överskott (−).",
        ),
    )
    return " ".join(sentence for columns, sentence in told if left & columns)


def _in_people(table: Table[Any]) -> Tabular:
    """The need in people, where any is told, and how many have answered."""
    if any(name.startswith("assessed_") for name in columns_left(table, IN_PEOPLE)):
        caption = "Bedömt behov i antal, och hur många som har svarat"
        return Tabular(table, caption, IN_PEOPLE, _IN_PEOPLE)
    return Tabular(table, "Hur många som har svarat", IN_PEOPLE)


def _charts(report: Report) -> list[Block]:
    return [
        Picture(
            NeedChart(rows, report.year, report.counted("medarbetare")),
            report.counted(f"Behov av medarbetare {needs_shown(rows, report.year)}{part}"),
            needs_told(rows, report.year),
        )
        for rows, part in batches(need_rows(report.shown))
    ]
