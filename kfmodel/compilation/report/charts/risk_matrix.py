"""The risk matrix: severity upwards, likelihood to the right, categories by name."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from kfmodel.compilation.report.charts.look import (
    EDGE,
    INK,
    NORMAL,
    SMALL,
    TONES,
    figure,
    wrapped,
)
from kfmodel.compilation.report.charts.values import MatrixCell, RiskMatrixChart

_LINE = 0.155
_AROUND_TEXT = 0.3
_HEADINGS = 0.9
_LEAST = 0.9
_CHARACTERS = 92
"""Of the small size, in all columns together."""


def draw(chart: RiskMatrixChart) -> Figure:
    width = _CHARACTERS // len(chart.columns)
    texts = [[_text(cell, width) for cell in cells] for _, cells in chart.rows]
    heights = [_height(row) for row in texts]
    tops = [sum(heights[:place]) for place in range(len(heights))]
    picture = figure(_HEADINGS + sum(heights))
    axes = picture.add_subplot()
    for (_, cells), row, top, height in zip(chart.rows, texts, tops, heights, strict=True):
        _row(axes, cells, row, top, height)
    _labels(axes, chart, [top + height / 2 for top, height in zip(tops, heights, strict=True)])
    axes.set_xlim(0, len(chart.columns))
    axes.set_ylim(sum(heights), 0)
    return picture


def _text(cell: MatrixCell, width: int) -> str:
    return "\n".join(wrapped(f"• {name}", width, indent="   ") for name in cell.names)


def _height(row: Sequence[str]) -> float:
    """Inches that the fullest cell needs."""
    lines = max(text.count("\n") + 1 for text in row)
    return max(_LEAST, _AROUND_TEXT + _LINE * lines)


def _row(
    axes: Axes, cells: Sequence[MatrixCell], texts: Sequence[str], top: float, height: float
) -> None:
    for column, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        colour = TONES[cell.severity].colour
        axes.add_patch(
            Rectangle((column, top), 1, height, facecolor=colour, edgecolor=EDGE, linewidth=2)
        )
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
    axes.set_xticks([place + 0.5 for place in range(len(chart.columns))], chart.columns)
    axes.set_yticks(middles, [name.replace(" ", "\n") for name, _ in chart.rows])
    axes.xaxis.set_label_position("top")
    axes.xaxis.tick_top()
    axes.set_xlabel(f"{chart.right} →", fontsize=NORMAL, fontweight="bold", color=INK)
    axes.set_ylabel(f"{chart.down} →", fontsize=NORMAL, fontweight="bold", color=INK)
    axes.tick_params(length=0, labelsize=NORMAL, labelcolor=INK)
    for spine in axes.spines.values():
        spine.set_visible(False)
