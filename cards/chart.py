"""A summary's chart. Clients that draw none, as some phones, show its bars in signs; the figures
beside it say the same in words."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from microsoft_teams.cards.core import (
    CardElement,
    Container,
    HorizontalBarChart,
    HorizontalBarChartDataValue,
)

from cards.elements import line, run, small
from cards.figures import named
from cards.text import Texts
from kfmodel.compilation.compilation import Compilation, worst
from kfmodel.glossary import heading as word
from kfmodel.scales import Severity, label

_MOST = 8
"""Bars on a phone before one scrolls."""
_SIGNS = 12


class Bar(NamedTuple):
    name: str
    value: float


def summary_chart(compilation: Compilation, texts: Texts) -> list[CardElement]:
    """The recruitment need by category, the largest first; where the method has no projection, how
    many categories there are of each severity. Nothing of groups too small to show."""
    if needs := _needs(compilation):
        need, year = word("recruitment", texts.language), str(compilation.year + 2)
        title = texts("summary.chart.recruitment", need=need, year=year)
        left_out = len(needs) - _MOST
        more = [small(texts("summary.chart.largest", n=_MOST))] if left_out > 0 else []
        return [_chart(title, needs[:_MOST], texts), *more]
    risks = _risks(compilation, texts)
    return [_chart(texts("summary.chart.risk"), risks, texts)] if risks else []


def _needs(compilation: Compilation) -> list[Bar]:
    """A surplus is no need."""
    bars = [
        Bar(named(row, compilation), row.recruitment_2y)
        for row in compilation.rows
        if row.recruitment_2y is not None and row.recruitment_2y > 0 and not row.masked
    ]
    return sorted(bars, key=lambda bar: -bar.value)


def _risks(compilation: Compilation, texts: Texts) -> list[Bar]:
    """The most severe first."""
    shown = (row for row in compilation.rows if not (row.masked or row.answers_hidden))
    counts = Counter(worst(row.answers.severities) for row in shown)
    found = [severity for severity in reversed(Severity) if counts[severity]]
    return [Bar(label(severity, texts.language), counts[severity]) for severity in found]


def _chart(title: str, bars: Sequence[Bar], texts: Texts) -> HorizontalBarChart:
    return HorizontalBarChart(
        title=title,
        show_title=True,
        data=[HorizontalBarChartDataValue(x=bar.name, y=float(bar.value)) for bar in bars],
        fallback=_in_signs(title, bars, texts),
    )


def _in_signs(title: str, bars: Sequence[Bar], texts: Texts) -> Container:
    longest = max(bar.value for bar in bars)
    items: list[CardElement] = [line(run(title, bold=True))]
    for bar in bars:
        signs = "▰" * max(1, round(bar.value / longest * _SIGNS))
        items.append(line(bar.name, spacing="Small"))
        items.append(
            line(run(signs, color="Accent"), f" {texts.number(bar.value)}", spacing="None")
        )
    return Container(items=items)
