"""What a person sees next, as values. The cards turn each into an Adaptive Card."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kfmodel.dialogue import Facts, Progress, Returned, State

REVIEW = "review"
"""The step after the method's last one."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with one input: a message id and what it is filled with."""

    input_id: str
    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Notice:
    """A line at the top of a card: a message id and what it is filled with."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ask:
    """One step's questions. `typed` is what stands in the inputs instead of the stored answers;
    `from_review` brings the person back to the review when the step is saved."""

    step: str
    facts: Facts
    state: State
    typed: Mapping[str, Any] | None = None
    problems: tuple[Problem, ...] = ()
    notice: Notice | None = None
    from_review: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """Everything answered, before it is submitted; `personal` are passages that look as if they
    were about one person."""

    facts: Facts
    state: State
    contradictions: tuple[Notice, ...] = ()
    missing: tuple[Problem, ...] = ()
    notice: Notice | None = None
    personal: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OverviewItem:
    """One category on the start card; `revision` is the dialogue's; `returned` why
    it is to be answered again."""

    facts: Facts
    progress: Progress
    step: str | None
    late: bool = False
    revision: int = 0
    returned: Returned | None = None


@dataclass(frozen=True, slots=True)
class Submitted:
    """What was submitted, and whether it may be reopened; `next_up` is what is left to answer."""

    facts: Facts
    state: State
    may_reopen: bool
    just_now: bool = False
    notice: Notice | None = None
    typed: Mapping[str, Any] | None = None
    next_up: OverviewItem | None = None


class ClosedReason(StrEnum):
    NOT_OPEN = "not_open"
    CYCLE_CLOSED = "cycle_closed"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Closed:
    """No answer is taken now; `typed` is shown so that it can be kept."""

    facts: Facts
    reason: ClosedReason
    typed: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """The start card: what the person answers, by cycle and organisation. `settles`: they are a
    division head or HR; `returned` is how many settled categories HR has given back to them."""

    person: str
    items: tuple[OverviewItem, ...]
    is_hr: bool = False
    notice: Notice | None = None
    settles: bool = False
    returned: int = 0


Screen = Ask | Review | Submitted | Closed | Overview
