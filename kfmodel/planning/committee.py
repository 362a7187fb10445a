"""A committee in a cycle, as the rules for what HR gets see it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AskedDivision:
    """How many dialogues it is asked about, how many of them are submitted, and when the newest
    was."""

    code: str
    asked: int
    submitted: int
    last_submitted_at: datetime | None = None

    @property
    def complete(self) -> bool:
        """Whether nothing lacks."""
        return self.submitted == self.asked


@dataclass(frozen=True, slots=True)
class AskedToHandOver:
    """Somebody says that another answers, which HR has not settled."""

    request_id: int
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class AskedCommittee:
    """The same of a committee. `divisions` are in HR's order; what lies directly under the
    committee is in the sums only."""

    code: str
    asked: int
    submitted: int
    divisions: tuple[AskedDivision, ...] = ()
    hand_overs: tuple[AskedToHandOver, ...] = ()
