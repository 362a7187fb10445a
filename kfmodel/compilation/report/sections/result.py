"""Resultat: the summary that the figures themselves give."""

from kfmodel.compilation.report.blocks import Block, Heading, ToFill, said
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.report.sentences.changes import severity_moved
from kfmodel.compilation.report.sentences.coverage import sums_cover, without_answers
from kfmodel.compilation.report.sentences.gaps import (
    categories_with_gap,
    gap_share,
    gap_totals,
    largest_gap,
)
from kfmodel.compilation.report.sentences.levels import higher_levels, qualitative_gap
from kfmodel.compilation.report.sentences.recruitment import recruitment_by_cause
from kfmodel.compilation.report.sentences.risk import highest_risk
from kfmodel.glossary import heading


def section(report: Report) -> list[Block]:
    shown, judged = report.shown, report.judged
    return [
        Heading(_title(report), 1),
        Heading(heading("result_summary"), 2),
        *said(
            categories_with_gap(shown),
            gap_totals(shown, report.year, report.heads),
            largest_gap(shown, report.heads),
            gap_share(shown, report.compilation.counting),
        ),
        *said(qualitative_gap(judged), higher_levels(judged)),
        *said(highest_risk(judged), *severity_moved(judged)),
        *said(
            recruitment_by_cause(shown, report.heads),
            sums_cover(len(shown), len(report.compilation.rows)),
        ),
        *said(without_answers(judged)),
        ToFill(
            "Den samlade bilden: om gapen är att betrakta som små eller stora, vad som har "
            "förändrats och vad som är mest sårbart."
        ),
    ]


def _title(report: Report) -> str:
    if not report.part and not report.of_division:
        return heading("result")
    return f"{heading('result_of')} {report.compilation.committees[0].name}"
