"""Bilaga: checks, who is missing, what is not shown, how the figures are computed, the spread."""

from dataclasses import replace

from kfmodel.compilation.compilation import Status
from kfmodel.compilation.report.blocks import (
    Block,
    Definitions,
    Heading,
    Paragraph,
    Tabular,
    ToFill,
    said,
)
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.report.sentences.coverage import answers_given, missing_by_division
from kfmodel.compilation.report.sentences.language import number, word
from kfmodel.compilation.tables.about import origin, rules
from kfmodel.glossary import heading

_GO_THROUGH = "Gå igenom varningarna och felen innan rapporten lämnas vidare."
_WHERE = ("committee", "division", "unit", "category", "progress")
_LONGEST = 300
"""Characters of what a check found; the workbook has the whole."""
_MOST_MISSING = 200
"""Rows of those who are missing; the workbook has them all."""


def section(report: Report) -> list[Block]:
    return [
        Heading(heading("appendix"), 1),
        *_checks(report),
        *_missing(report),
        *_small_groups(report),
        *_how_computed(report),
        *_spread(report),
    ]


def _checks(report: Report) -> list[Block]:
    checks = report.compilation.checks
    table = report.table("checks")
    if table is None:
        return []
    wrong = any(check.status is not Status.OK for check in checks)
    cut = [replace(check, detail=_cut(check.detail)) for check in checks]
    return [
        Heading(heading("checks"), 2),
        Tabular(replace(table, records=cut), "Kontroller av underlaget"),
        *([ToFill(_GO_THROUGH)] if wrong else []),
    ]


def _cut(text: str) -> str:
    """At most so many characters, of whole words."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rpartition(' ')[0]} … Resten finns i arbetsboken."


def _missing(report: Report) -> list[Block]:
    dialogues = report.compilation.dialogues
    missing = [row for row in dialogues if not row.submitted]
    table = report.table("progress")
    if not missing or table is None:
        return []
    named = replace(table, records=missing[:_MOST_MISSING])
    left = len(missing) - len(named.records)
    more = f"Ytterligare {number(left)} svar saknas; alla finns i arbetsboken." if left else ""
    return [
        Heading(heading("missing_answers"), 2),
        *said(answers_given(dialogues), missing_by_division(dialogues)),
        Tabular(named, "Svar som saknas", _WHERE, more),
    ]


def _small_groups(report: Report) -> list[Block]:
    smallest = [method.smallest_group for method in report.compilation.methods]
    if not smallest:
        return []
    return [
        Heading(heading("small_groups"), 2),
        Paragraph(
            "Bedömningarna gäller grupper, aldrig enskilda medarbetare. En grupp med färre än "
            f"{word(max(smallest))} {report.counted('medarbetare')} redovisas inte: dess värden "
            "ersätts med •. Där en så liten grupp kunde räknas fram ur siffrorna bredvid döljs "
            "också den minsta av de andra grupperna. Summor i texten omfattar bara det som "
            "redovisas."
        ),
    ]


def _how_computed(report: Report) -> list[Block]:
    compilation = report.compilation
    notes = (*origin(compilation), *rules(compilation))
    return [Heading(heading("how_computed"), 2), Definitions(notes)]


def _spread(report: Report) -> list[Block]:
    table = report.table("spread")
    if table is None:
        return []
    return [
        Heading(heading("spread"), 2),
        Tabular(
            table,
            "Så fördelar sig enheternas svar",
            ("committee", "category", "question", "answer", "units", "heads", "share_pct"),
            report.counted("Andel av de medarbetare vars chefer har svarat på frågan."),
        ),
    ]
