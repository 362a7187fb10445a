"""Återkoppling av förra planen: goals and outcomes, and how far the activities have come."""

from collections.abc import Iterator
from dataclasses import replace

from kfmodel.compilation.activities import ActivityRow, GivenBy
from kfmodel.compilation.follow_up import FollowUpRow
from kfmodel.compilation.report.blocks import Block, Heading, Tabular, ToFill, said
from kfmodel.compilation.report.plan_tables import activities_of
from kfmodel.compilation.report.printed import columns_left
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.report.sentences.follow_up import left_out
from kfmodel.glossary import heading

_GOALS = ("category", "measure", "to_year", "goal", "outcome", "percent", "source")
_PERCENT = "En utveckling åt fel håll är negativ; ett mål på 0 har ingen andel."
_STATUS = ("area", "description", "earlier_status", "status")


def section(report: Report) -> list[Block]:
    return [
        Heading(heading("last_plan"), 1),
        *_goals(report),
        *_activities(report),
        ToFill(
            "Vad som har gjorts sedan förra planen, vilka aktiviteter som är klara, pågår eller "
            "utgår, och vad de har gett."
        ),
    ]


def _goals(report: Report) -> list[Block]:
    goals = report.table("follow_up")
    if goals is None:
        return said("Inga mål är satta för perioden.")
    totals = [row for row in goals.totals if isinstance(row, FollowUpRow)]
    left = columns_left(goals, _GOALS)
    caption = "Mål och utfall" if "outcome" in left else "Mål"
    note = _PERCENT if "percent" in left else ""
    return [Tabular(goals, caption, _GOALS, note), *said(*left_out(totals))]


def _activities(report: Report) -> Iterator[Block]:
    """Those that have come somewhere."""
    table = activities_of(report, GivenBy.HR)
    rows = [row for row in table.records if isinstance(row, ActivityRow)] if table else []
    begun = [row for row in rows if row.status or row.earlier_status]
    if table and begun:
        yield Tabular(replace(table, records=begun), "Aktiviteternas status", _STATUS)
