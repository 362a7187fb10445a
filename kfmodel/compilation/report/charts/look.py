"""How the charts look: print-quality, told apart by pattern and text as well as by colour."""

from functools import cache
from textwrap import wrap
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont, get_font

from kfmodel.compilation.report.text import printable
from kfmodel.scales import Severity

WIDTH = 6.3
"""Inches: the text's width on A4."""

INK = "#1F2933"
QUIET = "#4B5563"
LINE = "#CBD2D9"
EDGE = "#FFFFFF"
OUTLINE = "#A8570F"
SMALL, NORMAL = 7.5, 8.5


class Fill(NamedTuple):
    """A colour, the pattern drawn on it, and the ink that can be read there."""

    colour: str
    hatch: str = ""
    ink: str = INK


DARK = Fill("#1F4E79", ink="#FFFFFF")
LIGHT = Fill("#F3B27A", "////")
PALE = Fill("#C3CFDA", "....")

TONES = {
    Severity.OTHER: Fill("#E8ECF0"),
    Severity.NOT_SERIOUS: Fill("#CFEBD5"),
    Severity.LESS_SERIOUS: Fill("#FFE9A8"),
    Severity.SERIOUS: Fill("#F8CFCF"),
}


def figure(height: float) -> Figure:
    """A blank picture as wide as the text; height in inches."""
    return Figure(figsize=(WIDTH, height), layout="constrained", facecolor="white")


def quiet(axes: Axes) -> None:
    """Only what helps reading: lines along the values, no frame."""
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0, labelsize=SMALL, labelcolor=QUIET)
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    axes.set_axisbelow(True)


def wrapped(text: str, width: int, *, indent: str = "") -> str:
    """The text on lines of about so many characters, those after the first indented.

    A character that the font lacks is a box, as it is in print elsewhere.
    """
    known = _characters()
    drawn = "".join(c if ord(c) in known or c.isspace() else "□" for c in printable(text))
    return "\n".join(wrap(drawn, width, subsequent_indent=indent))


@cache
def _characters() -> frozenset[int]:
    """What the font that comes with matplotlib can draw; it is there on every machine."""
    return frozenset(get_font(findfont("DejaVu Sans")).get_charmap())
