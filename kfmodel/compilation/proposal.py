"""What units answered, or divisions settled for theirs, comes to for one category: a proposal."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from kfmodel.answers import LEVELS, MOVES, Answers
from kfmodel.calculations import exact_sum, level_shares, plain, shares_pct, weighted_median
from kfmodel.compilation.given import level_heads
from kfmodel.compilation.voice import Voice
from kfmodel.scales import Likelihood, Need, Severity, rank
from kfmodel.settling import SCALE_VALUES

Ordinal = Need | Severity | Likelihood


@dataclass(frozen=True, slots=True)
class Share:
    """How many said one value of a scale; `pct` is of the heads that answered the question, and
    together 100."""

    value: Ordinal
    voices: int
    heads: int | float
    pct: int


def proposed(voices: Sequence[Voice], names: Iterable[str]) -> Answers:
    """The compiled value of each scale value in `names`; None where nobody gave it.

    Ordinal answers: weighted median. Shares by level: heads summed. Heads by level: summed.
    """
    values: dict[str, Any] = {}
    levels = _levels(voices)
    for name in names:
        if name in LEVELS:
            values[name] = levels[LEVELS.index(name)] if levels else None
        else:
            values[name] = _one(voices, name)
    return Answers(**values)


def _levels(voices: Sequence[Voice]) -> tuple[int, int, int, int] | None:
    parts = ((voice.heads, level_heads(voice.answers, voice.heads)) for voice in voices)
    return level_shares((heads, levels) for heads, levels in parts if levels is not None)


def _one(voices: Sequence[Voice], name: str) -> Any:
    given = [(value, v.heads) for v in voices if (value := getattr(v.answers, name)) is not None]
    if given and isinstance(given[0][0], int):
        return sum(value for value, _ in given)
    return weighted_median(given)


def spread(voices: Sequence[Voice], name: str) -> tuple[Share, ...]:
    """Who said what to one question on a scale, in the order of the scale."""
    heads: dict[Ordinal, list[float]] = {}
    for voice in voices:
        if (value := getattr(voice.answers, name)) is not None:
            heads.setdefault(value, []).append(voice.heads)
    values = sorted(heads, key=rank)
    sums = [exact_sum(heads[value]) for value in values]
    return tuple(
        Share(value, len(heads[value]), plain(whole), pct or 0)
        for value, whole, pct in zip(values, sums, shares_pct(sums), strict=True)
    )


def basis(voices: Iterable[Voice]) -> str:
    """A digest of what a proposal is made from, the same as long as none of it changes."""
    names = (*SCALE_VALUES, *MOVES)
    said = [
        (voice.code, float(voice.heads), [getattr(voice.answers, name) for name in names])
        for voice in sorted(voices, key=lambda voice: voice.code)
    ]
    return hashlib.blake2b(orjson.dumps(said), digest_size=12).hexdigest()
