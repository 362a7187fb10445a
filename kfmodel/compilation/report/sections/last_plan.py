"""Återkoppling av förra planen: goals and outcomes, and how far the activities have come."""

from kfmodel.compilation.report.blocks import Block, Heading, Tabular, ToFill, said
from kfmodel.compilation.report.report import Report
from kfmodel.glossary import heading


def section(report: Report) -> list[Block]:
    goals = report.table("follow_up")
    return [
        Heading(heading("last_plan"), 1),
        *([Tabular(goals, "Mål och utfall")] if goals else said("Inga mål är satta för perioden.")),
        ToFill(
            "Vad som har gjorts sedan förra planen, vilka aktiviteter som är klara, pågår eller "
            "utgår, och vad de har gett."
        ),
    ]
