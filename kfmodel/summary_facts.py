"""What messages say of a summary: stored with the version, so that whoever gets it, and whenever,
is told of the same."""

from dataclasses import dataclass

from kfmodel.compilation.main_figures import MainFigures
from kfmodel.progress import CommitteeProgress


@dataclass(frozen=True, slots=True)
class Coverage:
    """So many of the dialogues asked for are submitted."""

    submitted: int
    asked: int


@dataclass(frozen=True, slots=True)
class SummaryFacts:
    """`organisation` is whose summary it is. `progress` is the committee's, or the division's part
    of it; a city has none: it sees no unit. `committee` is how far a division's whole committee
    had come.

    Versions are read again days later: a new field needs a default.
    """

    organisation: str
    figures: MainFigures
    progress: CommitteeProgress | None = None
    committee: Coverage | None = None
