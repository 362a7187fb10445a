"""Heads at each competence level, in words."""

from cards.people import heads_text
from cards.text import Texts
from kfmodel.answers import HeadsByLevel
from kfmodel.scales import Level, label


def heads_by_level_text(texts: Texts, heads: HeadsByLevel) -> str:
    """ "Viss 3, God 4, Hög 2, Mycket hög 0 – tillsammans 9 personer"."""
    total = heads_text(texts, sum(heads))
    return texts("heads.sum", levels=_by_level(texts, heads, signed=False), total=total)


def moves_text(texts: Texts, moves: HeadsByLevel) -> str:
    """ "Viss −1, God +1, Hög +2, Mycket hög 0 – tillsammans +2"."""
    total = texts.number(sum(moves), signed=True)
    return texts("heads.sum", levels=_by_level(texts, moves, signed=True), total=total)


def _by_level(texts: Texts, heads: HeadsByLevel, *, signed: bool) -> str:
    return ", ".join(
        texts(
            "heads.level",
            level=label(level, texts.language),
            heads=texts.number(number, signed=signed),
        )
        for level, number in zip(Level, heads, strict=True)
    )
