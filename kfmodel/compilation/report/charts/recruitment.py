"""Recruitment need by cause: a lying bar a category, its causes end to end."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kfmodel.compilation.chart_data import CauseRow
from kfmodel.compilation.report.charts.look import (
    DARK,
    EDGE,
    INK,
    LIGHT,
    NORMAL,
    PALE,
    QUIET,
    SMALL,
    Fill,
    figure,
    quiet,
    wrapped,
)
from kfmodel.compilation.report.charts.values import RecruitmentChart
from kfmodel.compilation.report.sentences.language import number
from kfmodel.glossary import heading

_CAUSES: tuple[tuple[str, Fill], ...] = (
    ("turnover", DARK),
    ("gap_to_fill", LIGHT),
    ("retirements", PALE),
)
_NAME = 30
_AROUND, _A_ROW = 1.1, 0.42


def draw(chart: RecruitmentChart) -> Figure:
    picture = figure(_AROUND + _A_ROW * len(chart.rows))
    axes = picture.add_subplot()
    quiet(axes)
    places = range(len(chart.rows))
    ends = [0.0] * len(chart.rows)
    for name, fill in _CAUSES:
        values = [float(getattr(row, name)) for row in chart.rows]
        starts = [_start(end, value) for end, value in zip(ends, values, strict=True)]
        axes.barh(
            places,
            values,
            left=starts,
            height=0.62,
            color=fill.colour,
            hatch=fill.hatch,
            edgecolor=EDGE,
            linewidth=0.8,
            label=heading(name),
        )
        ends = [end + max(0.0, value) for end, value in zip(ends, values, strict=True)]
    _totals(axes, chart.rows, ends)
    axes.set_yticks(
        places,
        [wrapped(row.category, _NAME) for row in chart.rows],
        parse_math=False,
        fontsize=NORMAL,
        color=INK,
    )
    axes.invert_yaxis()
    axes.margins(x=0.2)
    axes.set_xlabel(f"Antal {chart.heads}", fontsize=SMALL, color=QUIET)
    picture.legend(loc="outside upper center", ncols=3, frameon=False, fontsize=NORMAL)
    return picture


def _start(end: float, value: float) -> float:
    """A surplus goes to the left of 0, the causes to the right after each other."""
    return 0.0 if value < 0 else end


def _totals(axes: Axes, rows: Sequence[CauseRow], ends: Sequence[float]) -> None:
    """Each bar's figures after it: the total, and the parts in the order of the bar."""
    for place, (row, end) in enumerate(zip(rows, ends, strict=True)):
        axes.annotate(
            parts_of(row),
            (end, place),
            xytext=(4, 0),
            textcoords="offset points",
            va="center",
            fontsize=SMALL,
            color=INK,
        )


def parts_of(row: CauseRow) -> str:
    """ "15 = 11 + 3 + 1", "2 = 6 − 4"; a need of one part is that alone."""
    parts = [part for name, _ in _CAUSES if (part := getattr(row, name))]
    if len(parts) < 2:
        return number(row.total)
    first, *others = parts
    told = "".join(f" {'−' if part < 0 else '+'} {number(abs(part))}" for part in others)
    return f"{number(row.total)} = {number(first)}{told}"
