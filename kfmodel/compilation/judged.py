"""What is judged of one category: compiled from those who speak for it, and what is settled."""

from collections.abc import Sequence
from dataclasses import dataclass

from kfmodel.answers import Answers
from kfmodel.calculations import PeopleRange
from kfmodel.compilation.assessed_need import assessed_need, counted_need
from kfmodel.compilation.compilation import DialogueRow
from kfmodel.compilation.material import Projection
from kfmodel.compilation.proposal import proposed
from kfmodel.compilation.voice import Voice
from kfmodel.compilation.voices import SettledDivisions, all_speak, voices_of
from kfmodel.methods import Method
from kfmodel.settling import Settled, values_to_settle


@dataclass(frozen=True, slots=True)
class Judged:
    """`answers` is what the row says: as it is settled, else as it was compiled. The need in people
    is what was answered, and known once somebody speaks for every unit."""

    compiled: Answers
    voices: tuple[Voice, ...]
    answers: Answers
    assessed_2y: PeopleRange | None
    assessed_5y: PeopleRange | None


HIDDEN = Judged(Answers(), (), Answers(), None, None)
"""Nothing of what was answered, nor of what was settled upon it."""


def judged(
    dialogues: Sequence[DialogueRow],
    below: SettledDivisions,
    settlement: Settled | None,
    method: Method,
    projected: Projection,
) -> Judged:
    """`below` holds what divisions have settled, `projected` the committee's projection."""
    voices = voices_of(dialogues, below)
    compiled = proposed(voices, values_to_settle(method))
    counted = voices if all_speak(dialogues, below) else ()
    return Judged(
        compiled,
        voices,
        settlement.answers if settlement else compiled,
        _assessed(counted, 2, method, projected),
        _assessed(counted, 5, method, projected),
    )


def _assessed(
    voices: Sequence[Voice], horizon: int, method: Method, projected: Projection
) -> PeopleRange | None:
    """Where heads are counted, as many as were counted; else what the words mean in people."""
    if method.counts_heads():
        return counted_need([voice.answers.heads_needed(horizon) for voice in voices])
    gap = {2: projected.gap_2y, 5: projected.gap_5y}[horizon]
    needs = [(getattr(voice.answers, f"need_{horizon}y"), voice.heads) for voice in voices]
    return assessed_need(needs, method, projected.headcount, gap)
