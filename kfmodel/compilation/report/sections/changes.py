"""Vad har förändrats: what has moved since the last cycle, and what came of its estimates."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kfmodel.calculations import Change
from kfmodel.compilation.report.blocks import Block, Heading, Paragraph, Tabular, ToFill, said
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.report.sentences.changes import need_moved
from kfmodel.compilation.table import Table
from kfmodel.glossary import heading


def section(report: Report) -> list[Block]:
    known = any(row.previous for row in report.judged)
    return [
        Heading(heading("what_has_changed"), 2),
        *(_moved(report) if known else [Paragraph(_NOTHING_KNOWN)]),
        ToFill("Vad förändringarna beror på och vad de betyder för planen framåt."),
    ]


_CHANGES = "Det som har ändrats sedan förra omgången"
_MOVED_ONLY = "Det som är oförändrat eller saknar tidigare uppgift finns i arbetsboken."
_ESTIMATES = "Förra omgångens bedömning och utfallet"
_NOTHING_KNOWN = (
    "Uppgifter från förra omgången saknas, så någon jämförelse kan inte göras den här gången."
)


def _moved(report: Report) -> list[Block]:
    changes, estimates = report.table("changes"), report.table("estimates")
    return [
        *said(*need_moved(report.judged)),
        *_with(changes, lambda row: row.change in (Change.UP, Change.DOWN), _CHANGES, _MOVED_ONLY),
        *_with(estimates, lambda row: row.outcome is not None, _ESTIMATES),
    ]


def _with(
    table: Table[Any] | None, telling: Callable[[Any], bool], caption: str, note: str = ""
) -> list[Block]:
    """The rows of the table that tell something; nothing where none does."""
    records = [record for record in table.records if telling(record)] if table else []
    return (
        [Tabular(replace(table, records=records), caption, note=note)] if table and records else []
    )
