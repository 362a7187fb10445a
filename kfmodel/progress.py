"""How far a committee has come in a cycle, as values for whoever follows it."""

from dataclasses import dataclass
from datetime import date

from kfmodel.dialogue import Progress


@dataclass(frozen=True, slots=True)
class Group:
    """One dialogue in the list: who answers it and where it stands."""

    organisation: str
    category: str
    responsible: tuple[str, ...]
    progress: Progress
    vacant: bool


@dataclass(frozen=True, slots=True)
class DivisionProgress:
    """`division` is None for what lies directly under the committee."""

    division: str | None
    groups: tuple[Group, ...]

    @property
    def submitted(self) -> int:
        return sum(group.progress is Progress.SUBMITTED for group in self.groups)

    @property
    def missing(self) -> tuple[Group, ...]:
        """What is not submitted."""
        return tuple(group for group in self.groups if group.progress is not Progress.SUBMITTED)


@dataclass(frozen=True, slots=True)
class CommitteeProgress:
    """A committee in a cycle, division by division."""

    cycle: str
    opens_on: date
    deadline_on: date
    committee_id: int
    committee: str
    divisions: tuple[DivisionProgress, ...]

    @property
    def asked(self) -> int:
        return sum(len(division.groups) for division in self.divisions)

    @property
    def submitted(self) -> int:
        return sum(division.submitted for division in self.divisions)
