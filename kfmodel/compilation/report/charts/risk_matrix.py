"""The risk matrix: severity upwards, likelihood to the right, categories by name."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from kfmodel.compilation.report.charts.look import (
    INK,
    NORMAL,
    SMALL,
    TONES,
    figure,
    wrapped,
)
from kfmodel.compilation.report.charts.values import RiskMatrixChart
from kfmodel.glossary import heading
from kfmodel.scales import ScaleValue, label

_LINE = 0.155
_AROUND_TEXT = 0.3
_HEADINGS = 0.9
_LEAST = 0.9
_CHARACTERS = 92
"""Of the small size, in all columns together."""


def draw(chart: RiskMatrixChart) -> Figure:
    columns = [band.value for band in chart.likelihoods]
    severities = list(reversed(chart.severities))
    width = _CHARACTERS // max(1, len(columns))
    texts = [
        [
            "\n".join(
                wrapped(f"• {name}", width, indent="   ")
                for name in chart.matrix.placed.get((severity, likelihood), [])
            )
            for likelihood in columns
        ]
        for severity in severities
    ]
    heights = [_height(row) for row in texts]
    picture = figure(_HEADINGS + sum(heights))
    axes = picture.add_subplot()
    tops = [sum(heights[:place]) for place in range(len(heights))]
    for severity, row, top, height in zip(severities, texts, tops, heights, strict=True):
        _row(axes, TONES[severity].colour, row, top, height)
    _labels(axes, chart, [top + height / 2 for top, height in zip(tops, heights, strict=True)])
    axes.set_xlim(0, len(columns))
    axes.set_ylim(sum(heights), 0)
    return picture


def _height(row: Sequence[str]) -> float:
    """Inches that the fullest cell needs."""
    lines = max(text.count("\n") + 1 for text in row)
    return max(_LEAST, _AROUND_TEXT + _LINE * lines)


def _row(axes: Axes, colour: str, texts: Sequence[str], top: float, height: float) -> None:
    for column, text in enumerate(texts):
        cell = Rectangle((column, top), 1, height, facecolor=colour, edgecolor="white", linewidth=2)
        axes.add_patch(cell)
        axes.text(
            column + 0.03,
            top + height / 2,
            text,
            va="center",
            fontsize=SMALL,
            color=INK,
            linespacing=1.25,
            parse_math=False,
        )


def _labels(axes: Axes, chart: RiskMatrixChart, middles: Sequence[float]) -> None:
    likelihoods = [
        f"{label(band.value)} ({band.from_pct}–{band.to_pct} %)" for band in chart.likelihoods
    ]
    axes.set_xticks([place + 0.5 for place in range(len(likelihoods))], likelihoods)
    axes.set_yticks(middles, [_on_two_lines(s) for s in reversed(chart.severities)])
    axes.xaxis.set_label_position("top")
    axes.xaxis.tick_top()
    axes.set_xlabel(f"{heading('likelihood')} →", fontsize=NORMAL, fontweight="bold", color=INK)
    axes.set_ylabel(f"{heading('severity')} →", fontsize=NORMAL, fontweight="bold", color=INK)
    axes.tick_params(length=0, labelsize=NORMAL, labelcolor=INK)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _on_two_lines(value: ScaleValue) -> str:
    return label(value).replace(" ", "\n")
