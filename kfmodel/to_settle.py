"""What a division head or HR has before them to settle, as values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kfmodel.answers import SEVERITIES, Answers
from kfmodel.compilation.voice import Voice
from kfmodel.methods import Method
from kfmodel.organisation import Counting, OrganisationKind
from kfmodel.scales import Severity
from kfmodel.settling import Action, Actor, Settled, Standing, Subject, Transition, transition


@dataclass(frozen=True, slots=True)
class Decided:
    """Who approved or returned something, and when."""

    by: str
    at: datetime
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A division or committee, and what the person is to it. `revision` counts what has been
    settled and approved there."""

    id: int
    code: str
    name: str
    kind: OrganisationKind
    committee_id: int
    cycle_id: int
    cycle: str
    year: int
    method: Method
    actors: frozenset[Actor]
    standing: Standing
    approved: Decided | None
    revision: int
    counting: Counting | None = None

    @property
    def subject(self) -> Subject:
        """What is approved here."""
        is_division = self.kind is OrganisationKind.DIVISION
        return Subject.DIVISION if is_division else Subject.COMMITTEE

    @property
    def category_subject(self) -> Subject:
        """What is settled here, one category at a time."""
        is_division = self.kind is OrganisationKind.DIVISION
        return Subject.DIVISION_CATEGORY if is_division else Subject.COMMITTEE_CATEGORY

    def may(self, action: Action) -> Transition | None:
        """What the action on the whole leads to, where it is the person's to do now."""
        return transition(self.subject, self.standing, action, self.actors)

    def may_on(self, subject: Subject, standing: Standing, action: Action) -> Transition | None:
        """The same for something below."""
        return transition(subject, standing, action, self.actors)


@dataclass(frozen=True, slots=True)
class Group:
    """A dialogue as those meet it who settle. `answers` is set where it has been submitted; `small`
    where it has fewer heads than a group that is shown on its own."""

    dialogue_id: int
    revision: int
    code: str
    organisation: str
    organisation_id: int
    division_id: int | None
    heads: float
    standing: Standing
    answers: Answers | None
    small: bool

    @property
    def serious(self) -> bool:
        """Whether the unit answers "Allvarlig", of operations or work environment."""
        return self.says_serious(SEVERITIES)

    def says_serious(self, questions: Iterable[str]) -> bool:
        """Whether the unit answers "Allvarlig" to any of the questions."""
        return any(getattr(self.answers, name, None) is Severity.SERIOUS for name in questions)


@dataclass(frozen=True, slots=True)
class FromDivision:
    """What a division has settled, beside what its units' answers come to."""

    division_id: int
    code: str
    division: str
    heads: float
    settled: Settled
    compiled: Answers
    standing: Standing
    revision: int


@dataclass(frozen=True, slots=True)
class DivisionToSettle:
    """A division as HR of its committee follows it: so many of the asked categories are settled."""

    place: Place
    settled: int
    asked: int


@dataclass(frozen=True, slots=True)
class CategoryToSettle:
    """One category of a place: what is compiled, what is settled, and from what.

    `settled` stays when HR has returned it: then `returned` says why. `changed`: what it was
    settled on is no longer the same.
    """

    id: int
    name: str
    place: int
    of: int
    standing: Standing
    revision: int
    groups: tuple[Group, ...]
    divisions: tuple[FromDivision, ...]
    voices: tuple[Voice, ...]
    compiled: Answers
    basis: str
    settled: Settled | None
    returned: Decided | None

    @property
    def is_settled(self) -> bool:
        """Settled, and not returned since."""
        return self.settled is not None and self.returned is None

    @property
    def changed(self) -> bool:
        """Whether something that it was settled on is no longer the same."""
        return self.settled is not None and self.is_settled and self.settled.basis != self.basis

    @property
    def answered(self) -> tuple[Group, ...]:
        """The units that have submitted."""
        return tuple(group for group in self.groups if group.answers is not None)

    @property
    def is_proposed(self) -> bool:
        """Whether anybody has said anything that a proposal can be made of."""
        return bool(self.answered or self.divisions)

    @property
    def has_values(self) -> bool:
        """Whether any are proposed or settled."""
        return self.settled is not None or self.is_proposed

    @property
    def unheard(self) -> tuple[Group, ...]:
        """The units that answer "Allvarlig" where the risk that stands is lower."""
        stands = self.settled.answers if self.settled and self.is_settled else self.compiled
        lower = [name for name in SEVERITIES if getattr(stands, name) is not Severity.SERIOUS]
        return tuple(group for group in self.groups if group.says_serious(lower))
