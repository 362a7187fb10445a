"""One who speaks for a category."""

from dataclasses import dataclass

from kfmodel.answers import Answers


@dataclass(frozen=True, slots=True)
class Voice:
    """What one organisation says, with its weight in heads."""

    code: str
    heads: float
    answers: Answers
