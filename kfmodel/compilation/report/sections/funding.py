"""Medel: what was asked for, what was granted and what came of it."""

from kfmodel.compilation.report.blocks import Block, Heading, Tabular, ToFill
from kfmodel.compilation.report.report import Report
from kfmodel.glossary import heading

_COLUMNS = ("measure", "period", "purpose", "asked", "granted", "granted_pct", "deviations")
"""Who asked for it stands in the workbook."""


def section(report: Report) -> list[Block]:
    table = report.table("funding")
    if table is None:
        return []
    return [
        Heading(heading("funding"), 2),
        Tabular(table, "Medel för kompetenshöjande insatser", _COLUMNS),
        ToFill("Hur insatserna har genomförts och vilka effekter de har haft."),
    ]
