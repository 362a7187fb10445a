"""Shares of the group by level: heads summed, then whole percent by largest remainder."""

from fractions import Fraction
from math import floor

from kfmodel.answers import LEVELS
from kfmodel.calculations import LevelHeads, exact, level_shares, plain
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import Working
from kfmodel.compilation.explain.settled import settled_or
from kfmodel.compilation.explain.speakers import (
    Speaker,
    heading_of,
    how_many_hidden,
    speakers,
)
from kfmodel.compilation.given import level_heads
from kfmodel.compilation.words import Points, Value
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading

_VALUES = (heading("heads"), *(heading(name) for name in LEVELS))


def share_of(row: CategoryRow, asked: Asked, name: str) -> Working:
    """The parts hold heads missing (+) or in surplus (−) at every level: what is rounded up at one
    depends on the others."""
    said = [
        (speaker, heads)
        for speaker in speakers(row, asked.compilation)
        if (heads := level_heads(speaker.answers, speaker.heads)) is not None
    ]
    shares = level_shares((speaker.heads, heads) for speaker, heads in said)
    hidden = how_many_hidden(speaker for speaker, _ in said)
    working = Working(
        rule("level_shares"),
        Points(shares[LEVELS.index(name)]) if shares else None,
        (heading_of(speaker for speaker, _ in said), *_VALUES),
        [(s.name, plain(exact(s.heads)), *map(plain, heads)) for s, heads in said if not s.hidden],
        () if hidden else _rounded(said),
        hidden,
    )
    return settled_or(working, row, name)


def _rounded(said: list[tuple[Speaker, LevelHeads]]) -> list[tuple[str, Value]]:
    whole = sum((exact(speaker.heads) for speaker, _ in said), Fraction())
    if not whole:
        return []
    summed = [sum(column, Fraction()) for column in zip(*(heads for _, heads in said), strict=True)]
    raw = [100 * heads / whole for heads in summed]
    steps: list[tuple[str, Value]] = [("Svarande medarbetare", plain(whole))]
    for level, heads, share in zip(LEVELS, summed, raw, strict=True):
        steps += [
            (f"{heading(level)}, medarbetare", plain(heads)),
            (f"{heading(level)}, procentenheter före avrundning", plain(share)),
            (f"{heading(level)}, avrundat nedåt", floor(share)),
        ]
    return steps
