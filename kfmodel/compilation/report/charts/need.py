"""Need a category at both horizons: what is projected beside what the units' answers come to."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kfmodel.calculations import PeopleRange
from kfmodel.compilation.report.charts.look import (
    DARK,
    EDGE,
    INK,
    LIGHT,
    NORMAL,
    OUTLINE,
    QUIET,
    SMALL,
    figure,
    quiet,
    wrapped,
)
from kfmodel.compilation.report.charts.values import NeedChart
from kfmodel.compilation.report.sentences.language import number
from kfmodel.compilation.report.sentences.needs import in_words

_NAME = 22
_AROUND, _A_ROW = 1.0, 0.48
_BAR = 0.36
_Need = tuple[float | None, PeopleRange | None]
"""As projected, and as assessed."""


def draw(chart: NeedChart) -> Figure:
    picture = figure(_AROUND + _A_ROW * len(chart.rows))
    two: Axes
    two, five = picture.subplots(1, 2, sharex=True, sharey=True)
    _draw(two, [(row.projected_2y, row.assessed_2y) for row in chart.rows], chart.year + 2)
    _draw(five, [(row.projected_5y, row.assessed_5y) for row in chart.rows], chart.year + 5)
    for axes in (two, five):
        axes.set_xlabel(f"Antal {chart.heads}", fontsize=SMALL, color=QUIET)
    two.set_yticks(
        range(len(chart.rows)),
        [wrapped(row.category, _NAME) for row in chart.rows],
        parse_math=False,
        fontsize=NORMAL,
        color=INK,
    )
    two.invert_yaxis()
    two.margins(x=0.28)
    two.set_xlim(left=0)
    drawn = {
        label: handle
        for each in (two, five)
        for handle, label in zip(*each.get_legend_handles_labels(), strict=True)
    }
    picture.legend(
        drawn.values(),
        drawn.keys(),
        loc="outside upper center",
        ncols=3,
        frameon=False,
        fontsize=NORMAL,
    )
    return picture


def _draw(axes: Axes, needs: Sequence[_Need], year: int) -> None:
    quiet(axes)
    axes.set_title(str(year), fontsize=NORMAL, color=INK, loc="left")
    above = [place - _BAR / 2 for place in range(len(needs))]
    below = [place + _BAR / 2 for place in range(len(needs))]
    _projected(axes, above, [projected for projected, _ in needs])
    ends = _assessed(axes, below, [assessed for _, assessed in needs])
    for place, (projected, assessed) in enumerate(needs):
        if projected is not None:
            _write(axes, projected, above[place], number(projected))
        if assessed is not None:
            _write(axes, ends[place], below[place], in_words(assessed))


def _projected(axes: Axes, places: Sequence[float], needs: Sequence[float | None]) -> None:
    axes.barh(
        places,
        [need or 0 for need in needs],
        height=_BAR,
        color=DARK.colour,
        label=_named("Enligt personalframskrivningen", needs),
    )


def _assessed(
    axes: Axes, places: Sequence[float], needs: Sequence[PeopleRange | None]
) -> Sequence[int]:
    """A bar to the least, and an empty one from there to the most; gives where each ends."""
    lows = [(need.low if need else None) or 0 for need in needs]
    highs = [max(low, _high(need)) for low, need in zip(lows, needs, strict=True)]
    axes.barh(
        places,
        lows,
        height=_BAR,
        color=LIGHT.colour,
        hatch=LIGHT.hatch,
        edgecolor=EDGE,
        linewidth=0.5,
        label=_named("Enligt chefernas bedömning, minst", lows),
    )
    axes.barh(
        places,
        [high - low for low, high in zip(lows, highs, strict=True)],
        left=lows,
        height=_BAR,
        color=EDGE,
        edgecolor=OUTLINE,
        linewidth=0.8,
        label=_named("Högst", highs),
    )
    return highs


def _named(name: str, values: Sequence[float | None]) -> str:
    """The name, which the legend leaves out where nothing is drawn."""
    return name if any(values) else f"_{name}"


def _high(assessed: PeopleRange | None) -> int:
    return (assessed.high if assessed else None) or 0


def _write(axes: Axes, end: float, place: float, text: str) -> None:
    axes.annotate(
        text,
        (end, place),
        xytext=(3, 0),
        textcoords="offset points",
        va="center",
        fontsize=SMALL - 1,
        color=INK,
    )
