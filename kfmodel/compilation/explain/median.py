"""Weighted median of the units' answers on a scale."""

from collections import defaultdict
from fractions import Fraction

from kfmodel.calculations import exact, plain, weighted_median
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import Working
from kfmodel.compilation.explain.settled import settled_or
from kfmodel.compilation.explain.speakers import heading_of, how_many_hidden, speakers
from kfmodel.compilation.proposal import Ordinal
from kfmodel.compilation.words import Value, word
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading
from kfmodel.scales import rank


def median_of(row: CategoryRow, asked: Asked, name: str) -> Working:
    """Every head answers as its unit did; the middle one's answer, or what is settled instead."""
    said = [
        (speaker, answer)
        for speaker in speakers(row, asked.compilation)
        if (answer := getattr(speaker.answers, name)) is not None
    ]
    hidden = how_many_hidden(speaker for speaker, _ in said)
    working = Working(
        rule("weighted_median"),
        weighted_median((answer, speaker.heads) for speaker, answer in said),
        (heading_of(speaker for speaker, _ in said), heading("heads"), heading("answer")),
        [(s.name, plain(exact(s.heads)), answer) for s, answer in said if not s.hidden],
        () if hidden else _cumulative([(answer, speaker.heads) for speaker, answer in said]),
        hidden,
    )
    return settled_or(working, row, name)


def _cumulative(said: list[tuple[Ordinal, float]]) -> list[tuple[str, Value]]:
    """Heads from the least answer up, until more than half of them."""
    weights: defaultdict[Ordinal, Fraction] = defaultdict(Fraction)
    for answer, heads in said:
        weights[answer] += exact(heads)
    half = sum(weights.values(), Fraction()) / 2
    steps: list[tuple[str, Value]] = [("Hälften av medarbetarna", plain(half))] if said else []
    below = Fraction()
    for answer in sorted(weights, key=rank):
        below += weights[answer]
        steps.append((f"Medarbetare till och med {word(answer)}", plain(below)))
        if below > half:
            break
    return steps
