"""Plan framåt: the activities by area."""

from kfmodel.compilation.report.blocks import Block, Heading, Tabular, ToFill
from kfmodel.compilation.report.report import Report
from kfmodel.glossary import heading


def section(report: Report) -> list[Block]:
    table = report.table("activities")
    return [
        Heading(heading("plan"), 1),
        ToFill("Vilka områden nämnden har identifierat som avgörande för framtidens behov."),
        *(
            [Tabular(table, "Aktiviteter efter område")]
            if table
            else [ToFill("Aktiviteter: vad som ska göras, när, av vem och vilket gap det fyller.")]
        ),
        ToFill("Hur planen följs upp och vad som skiljer den från den förra."),
    ]
