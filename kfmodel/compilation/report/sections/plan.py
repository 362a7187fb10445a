"""Plan framåt: the activities by area, who does what, and what the units propose."""

from kfmodel.compilation.activities import GivenBy
from kfmodel.compilation.report.blocks import Block, Heading, Tabular, ToFill, said
from kfmodel.compilation.report.plan_tables import activities_of, cluster_table
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.report.sentences.plan import activities_in_areas
from kfmodel.glossary import heading

_DONE_BY = ("description", "category", "time_plan", "responsible", "follow_up")
"""Their status stands in the follow-up of the last plan."""
_PROPOSED = ("area", "category", "description", "time_plan")


def section(report: Report) -> list[Block]:
    return [
        Heading(heading("plan"), 1),
        ToFill(
            f"Vilka områden {report.owner.the_one} har identifierat som avgörande för framtidens "
            "behov."
        ),
        *_activities(report),
        ToFill("Hur planen följs upp och vad som skiljer den från den förra."),
    ]


def _activities(report: Report) -> list[Block]:
    clusters = cluster_table(report)
    planned = activities_of(report, GivenBy.HR)
    proposed = activities_of(report, GivenBy.MANAGER)
    blocks: list[Block] = []
    if clusters:
        blocks += said(activities_in_areas(list(clusters.records)))
        blocks.append(Tabular(clusters, "Aktiviteter efter område"))
    if planned:
        blocks.append(Tabular(planned, "Vad som ska göras, när och av vem", _DONE_BY))
    if proposed:
        blocks.append(Tabular(proposed, "Aktiviteter som enheterna föreslår", _PROPOSED))
        blocks.append(ToFill("Vilka av enheternas förslag som ska ingå i planen."))
    return blocks or [
        ToFill("Aktiviteter: vad som ska göras, när, av vem och vilket gap det fyller.")
    ]
