"""Settling: which states there are, and who may do what in them.

Unit → division → committee. A division head, then HR of the committee, settles each category: takes
the compiled values or sets others with a reason; then approves the whole, which locks what is
below. A return reopens it. Everything that may be done is one row of TRANSITIONS; buttons and
refusals both come from there.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kfmodel.answers import ANSWER_FIELDS, HEADS_NEEDED, HEADS_NOW, LEVELS, MOVES, Answers
from kfmodel.dialogue import Progress
from kfmodel.methods import Method


class Subject(StrEnum):
    """What an action is done to."""

    DIALOGUE = "dialogue"
    DIVISION_CATEGORY = "division_category"
    COMMITTEE_CATEGORY = "committee_category"
    DIVISION = "division"
    COMMITTEE = "committee"


class Standing(StrEnum):
    """Where a subject stands. LOCKED: its division is approved; FINAL: its committee is, whatever
    it was before."""

    OPEN = "open"
    SUBMITTED = "submitted"
    PROPOSED = "proposed"
    SETTLED = "settled"
    RETURNED = "returned"
    APPROVED = "approved"
    LOCKED = "locked"
    FINAL = "final"


class Action(StrEnum):
    """What may be done to a subject."""

    ANSWER = "answer"
    REOPEN = "reopen"
    SETTLE = "settle"
    RETURN = "return"
    APPROVE = "approve"
    WITHDRAW = "withdraw"


class Actor(StrEnum):
    """What a person is to a subject; one may be several. Where a division has no head, HR of its
    committee is DIVISION_HEAD there as well."""

    ANSWERER = "answerer"
    DIVISION_HEAD = "division_head"
    COMMITTEE_HR = "committee_hr"
    CITY_HR = "city_hr"
    OTHER = "other"


class Requirement(StrEnum):
    """What an action needs besides."""

    BEFORE_DEADLINE = "before_deadline"
    EVERY_VALUE = "every_value"
    REASON_WHERE_CHANGED = "reason_where_changed"
    COMMENT = "comment"
    ALL_SETTLED = "all_settled"


@dataclass(frozen=True, slots=True)
class Transition:
    """Who may do what where a subject stands, and where it stands then."""

    subject: Subject
    before: Standing
    action: Action
    actor: Actor
    after: Standing
    needs: tuple[Requirement, ...] = ()


_SETTLING = (Requirement.EVERY_VALUE, Requirement.REASON_WHERE_CHANGED)
_RETURNING = (Requirement.COMMENT,)
_APPROVING = (Requirement.ALL_SETTLED,)
_UNITS, _DIVISIONS, _COMMITTEES = (
    Subject.DIALOGUE,
    Subject.DIVISION_CATEGORY,
    Subject.COMMITTEE_CATEGORY,
)
_HEAD, _HR = Actor.DIVISION_HEAD, Actor.COMMITTEE_HR

TRANSITIONS: tuple[Transition, ...] = (
    # A dialogue. HR's return of a locked one lifts the approval of its division.
    Transition(_UNITS, Standing.OPEN, Action.ANSWER, Actor.ANSWERER, Standing.SUBMITTED),
    Transition(
        _UNITS,
        Standing.SUBMITTED,
        Action.REOPEN,
        Actor.ANSWERER,
        Standing.OPEN,
        (Requirement.BEFORE_DEADLINE,),
    ),
    Transition(_UNITS, Standing.SUBMITTED, Action.RETURN, _HEAD, Standing.OPEN, _RETURNING),
    Transition(_UNITS, Standing.SUBMITTED, Action.RETURN, _HR, Standing.OPEN, _RETURNING),
    Transition(_UNITS, Standing.LOCKED, Action.RETURN, _HR, Standing.OPEN, _RETURNING),
    # A category of a division.
    Transition(_DIVISIONS, Standing.PROPOSED, Action.SETTLE, _HEAD, Standing.SETTLED, _SETTLING),
    Transition(_DIVISIONS, Standing.SETTLED, Action.SETTLE, _HEAD, Standing.SETTLED, _SETTLING),
    Transition(_DIVISIONS, Standing.RETURNED, Action.SETTLE, _HEAD, Standing.SETTLED, _SETTLING),
    Transition(_DIVISIONS, Standing.SETTLED, Action.RETURN, _HR, Standing.RETURNED, _RETURNING),
    Transition(_DIVISIONS, Standing.LOCKED, Action.RETURN, _HR, Standing.RETURNED, _RETURNING),
    # A category of the committee.
    Transition(_COMMITTEES, Standing.PROPOSED, Action.SETTLE, _HR, Standing.SETTLED, _SETTLING),
    Transition(_COMMITTEES, Standing.SETTLED, Action.SETTLE, _HR, Standing.SETTLED, _SETTLING),
    # The whole of a division, and of the committee.
    Transition(
        Subject.DIVISION, Standing.OPEN, Action.APPROVE, _HEAD, Standing.APPROVED, _APPROVING
    ),
    Transition(Subject.DIVISION, Standing.APPROVED, Action.WITHDRAW, _HR, Standing.OPEN),
    Transition(
        Subject.COMMITTEE, Standing.OPEN, Action.APPROVE, _HR, Standing.APPROVED, _APPROVING
    ),
    Transition(Subject.COMMITTEE, Standing.APPROVED, Action.WITHDRAW, _HR, Standing.OPEN),
)

_BY_KEY = {(t.subject, t.before, t.action, t.actor): t for t in TRANSITIONS}


def transition(
    subject: Subject, standing: Standing, action: Action, actors: frozenset[Actor]
) -> Transition | None:
    """What the action leads to where one who is all of `actors` does it; None: it is not theirs to
    do, or not now."""
    found = (_BY_KEY.get((subject, standing, action, actor)) for actor in Actor if actor in actors)
    return next((one for one in found if one), None)


def is_ever_theirs(subject: Subject, action: Action, actors: frozenset[Actor]) -> bool:
    """Whether one who is all of `actors` may do it in some standing."""
    return any(
        (t.subject, t.action) == (subject, action) and t.actor in actors for t in TRANSITIONS
    )


def standing_of_dialogue(progress: Progress, *, locked: bool, final: bool = False) -> Standing:
    """Where a dialogue stands for those who settle. `final`: its committee is approved."""
    if final:
        return Standing.FINAL
    if locked:
        return Standing.LOCKED
    return Standing.SUBMITTED if progress is Progress.SUBMITTED else Standing.OPEN


@dataclass(frozen=True, slots=True)
class Settled:
    """What was settled for one organisation and category.

    `answers` holds scale values only: needs, levels as whole percentage points or heads by level,
    severities, likelihood. `reason` says why they differ from what was compiled. `basis` is the
    digest of what they were settled on.
    """

    answers: Answers
    reason: str | None
    by: str
    at: datetime
    basis: str = ""


_IN_WORDS = frozenset({"specific_gap", "comment", "drivers", "activities"})
_ASKED_ALONG = frozenset({"headcount_ok", "headcount_actual", *MOVES})

SCALE_VALUES = tuple(n for n in ANSWER_FIELDS if n not in _IN_WORDS | _ASKED_ALONG)
"""The answers that are settled, in the order they are asked. Moves are settled as levels."""


def _heads(method: Method) -> tuple[str, ...]:
    return (*HEADS_NOW, *(name for years in method.horizons for name in HEADS_NEEDED[years]))


def values_to_settle(method: Method) -> tuple[str, ...]:
    """The scale values that the method asks for, in the order they are asked."""
    asked = {
        *(f"need_{horizon}y" for horizon in method.horizons if method.asks_need()),
        *(LEVELS if method.asks_shares() else ()),
        *(_heads(method) if method.counts_heads() else ()),
        *method.risk_questions,
    }
    return tuple(name for name in SCALE_VALUES if name in asked)
