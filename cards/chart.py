"""A summary's chart. Clients that draw none, as some phones, show its bars in signs; the figures
beside it say the same in words."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from microsoft_teams.cards.core import Container, HorizontalBarChart, HorizontalBarChartDataValue

from cards.elements import Element, element, line, run, small
from cards.figures import named
from cards.text import Texts
from kfmodel.compilation.main_figures import MainFigures
from kfmodel.glossary import heading as word
from kfmodel.scales import Severity, label

_MOST = 8
"""Bars on a phone before one scrolls."""
_SIGNS = 12


class Bar(NamedTuple):
    name: str
    value: float


def summary_chart(main: MainFigures, texts: Texts) -> list[Element]:
    """The recruitment need by category, the largest first; where the method has no projection, how
    many categories there are of each severity. Nothing of groups too small to show."""
    if needs := _needs(main):
        need, year = word("recruitment", texts.language), str(main.year + 2)
        title = texts("summary.chart.recruitment", need=need, year=year)
        left_out = len(needs) - _MOST
        more = [small(texts("summary.chart.largest", n=_MOST))] if left_out > 0 else []
        return [_chart(title, needs[:_MOST], texts), *more]
    risks = _risks(main, texts)
    return [_chart(texts("summary.chart.risk"), risks, texts)] if risks else []


def _needs(main: MainFigures) -> list[Bar]:
    """A surplus is no need."""
    bars = [
        Bar(named(row, main), row.recruitment_2y)
        for row in main.rows
        if row.recruitment_2y is not None and row.recruitment_2y > 0
    ]
    return sorted(bars, key=lambda bar: -bar.value)


def _risks(main: MainFigures, texts: Texts) -> list[Bar]:
    """The most severe first."""
    counts = Counter(row.severity for row in main.rows)
    found = [severity for severity in reversed(Severity) if counts[severity]]
    return [Bar(label(severity, texts.language), counts[severity]) for severity in found]


def _chart(title: str, bars: Sequence[Bar], texts: Texts) -> Element:
    return element(
        HorizontalBarChart,
        title=title,
        show_title=True,
        data=[element(HorizontalBarChartDataValue, x=bar.name, y=float(bar.value)) for bar in bars],
        fallback=_in_signs(title, bars, texts),
    )


def _in_signs(title: str, bars: Sequence[Bar], texts: Texts) -> Element:
    longest = max(bar.value for bar in bars)
    items: list[Element] = [line(run(title, bold=True))]
    for bar in bars:
        signs = "▰" * max(1, round(bar.value / longest * _SIGNS))
        items.append(line(bar.name, spacing="Small"))
        items.append(
            line(run(signs, color="Accent"), f" {texts.number(bar.value)}", spacing="None")
        )
    return element(Container, items=items)
