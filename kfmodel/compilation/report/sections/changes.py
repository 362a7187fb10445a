"""Vad har förändrats: what has moved since the last cycle, and what came of its estimates."""

from collections.abc import Iterable
from dataclasses import replace

from kfmodel.compilation.report.blocks import Block, Heading, Paragraph, Tabular, ToFill, said
from kfmodel.compilation.report.change_table import changed, moved_table
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.report.sentences.changes import need_moved
from kfmodel.compilation.report.sentences.language import listed
from kfmodel.glossary import heading


def section(report: Report) -> list[Block]:
    known = any(row.previous for row in report.judged)
    return [
        Heading(heading("what_has_changed"), 2),
        *(_moved(report) if known else [Paragraph(_NOTHING_KNOWN)]),
        ToFill("Vad förändringarna beror på och vad de betyder för planen framåt."),
    ]


_NOTHING_KNOWN = (
    "Uppgifter från förra omgången saknas, så någon jämförelse kan inte göras den här gången."
)
_MOVED_ONLY = "Det som är oförändrat eller saknar tidigare uppgift finns i arbetsboken."
_ESTIMATED = (
    "category",
    "headcount_then",
    "gap_then",
    "need_then",
    "expected_from",
    "expected_to",
    "headcount",
    "against_estimate",
)


def _moved(report: Report) -> list[Block]:
    return [*said(*need_moved(report.judged)), *_changes(report), *_estimates(report)]


def _changes(report: Report) -> list[Block]:
    table = moved_table(report)
    if table is None:
        return []
    years = _years(row.year for row in changed(report))
    return [Tabular(table, f"Det som har ändrats sedan förra omgången{years}", note=_MOVED_ONLY)]


def _estimates(report: Report) -> list[Block]:
    table = report.table("estimates")
    rows = [row for row in table.records if row.outcome is not None] if table else []
    if table is None or not rows:
        return []
    years = _years(row.year for row in rows)
    caption = f"Förra omgångens bedömning{years} och utfallet"
    return [Tabular(replace(table, records=rows), caption, _ESTIMATED)]


def _years(known: Iterable[int | None]) -> str:
    """ " (2023)", " (2021 och 2023)"."""
    years = sorted({year for year in known if year is not None})
    return f" ({listed(map(str, years))})" if years else ""
