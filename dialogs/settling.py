"""What a press of someone who settles comes to. Pure: what there is and what was pressed in; what
to store, or why not, out. Who may do what stands in `kfmodel.settling`."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from dialogs.inputs import LONG_TEXT, Inputs, Reader
from dialogs.press import Verb
from dialogs.screen import Notice, Problem
from dialogs.settling_values import NUMBERS, read_values
from kfmodel.answers import LEVELS, Answers
from kfmodel.contradictions import levels_total
from kfmodel.personal_data import personal_data
from kfmodel.settling import (
    Action,
    Requirement,
    Standing,
    Subject,
    Transition,
    is_ever_theirs,
    values_to_settle,
)
from kfmodel.to_settle import CategoryToSettle, Place

REASON = "reason"


@dataclass(frozen=True, slots=True)
class SettlingPress:
    """`revision` and `basis` are what the card was drawn from; `as_compiled` takes the compiled
    values as they are; `told` are the passages that the card has pointed out as personal."""

    verb: Verb
    place_id: int | None
    category_id: int | None = None
    revision: int | None = None
    basis: str = ""
    as_compiled: bool = False
    inputs: Inputs = field(default_factory=dict)
    told: tuple[str, ...] = ()

    def digest(self, person_id: int) -> str:
        """The same for the same press of the same person, however often it is delivered."""
        parts = [person_id, self.verb, self.place_id, self.category_id, self.revision, self.basis]
        text = json.dumps([*parts, self.as_compiled, sorted(self.inputs.items())], default=str)
        return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nothing changes. `outdated`: the card was, so what was typed is kept beside. `personal` are
    passages to point out before the press is made again."""

    notice: Notice | None
    problems: tuple[Problem, ...] = ()
    outdated: bool = False
    personal: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settle:
    answers: Answers
    reason: str | None

    @property
    def personal(self) -> tuple[str, ...]:
        """What of the reason looks as if it were about one person."""
        return personal_data(self.reason or "")


def settle(place: Place, category: CategoryToSettle, press: SettlingPress) -> Settle | Refusal:
    """Settle a category as it was compiled, or with the values of the inputs."""
    step = place.may_on(place.category_subject, category.standing, Action.SETTLE)
    if step is None:
        subject = place.category_subject
        return Refusal(why_not(place, subject, category.standing, Action.SETTLE), outdated=True)
    if (press.revision, press.basis) != (category.revision, category.basis):
        return Refusal(Notice("settling_outdated"), outdated=True)
    answers, reason, refused = _given(place, category, press)
    ids = {problem.input_id for problem in refused}
    lacking = _lacking(step, place, category, answers, reason)
    problems = (*refused, *(one for one in lacking if one.input_id not in ids))
    return Refusal(None, problems) if problems else Settle(answers, reason)


def to_point_out(personal: tuple[str, ...], press: SettlingPress) -> Refusal | None:
    """A personal passage that the card has not told of yet; what it has told of is a choice."""
    is_new = not set(press.told).issuperset(personal)
    return Refusal(None, personal=personal) if is_new else None


def _given(
    place: Place, category: CategoryToSettle, press: SettlingPress
) -> tuple[Answers, str | None, tuple[Problem, ...]]:
    """The values, their reason, and what of them cannot be read."""
    if press.as_compiled:
        return category.compiled, None, ()
    answers, problems = read_values(place.method, press.inputs)
    reader = Reader(press.inputs)
    reason = reader.text(REASON, LONG_TEXT)
    return answers, reason, (*problems, *reader.problems)


def _lacking(
    step: Transition, place: Place, category: CategoryToSettle, answers: Answers, reason: str | None
) -> Iterator[Problem]:
    names = values_to_settle(place.method)
    if Requirement.EVERY_VALUE in step.needs:
        for name in (name for name in names if getattr(answers, name) is None):
            yield Problem(name, "number_missing") if name in NUMBERS else Problem(name, "required")
    changed = answers != category.compiled
    if answers.levels != category.compiled.levels and (total := levels_total(answers)):
        yield Problem(LEVELS[0], "levels_sum", {"total": total})
    if Requirement.REASON_WHERE_CHANGED in step.needs and changed and not reason:
        yield Problem(REASON, "reason_missing")


def approve(
    place: Place, categories: tuple[CategoryToSettle, ...], press: SettlingPress
) -> Refusal | None:
    """None: the whole may be approved."""
    step = place.may(Action.APPROVE)
    if step is None:
        return Refusal(why_not(place, place.subject, place.standing, Action.APPROVE))
    if press.revision != place.revision:
        return Refusal(Notice("settling_outdated"))
    if not categories:
        return Refusal(Notice("settling_nothing"))
    left = [category.name for category in categories if not category.is_settled]
    if Requirement.ALL_SETTLED in step.needs and left:
        return Refusal(Notice("settling_left", {"n": len(left), "categories": ", ".join(left)}))
    return None


def withdraw(place: Place, press: SettlingPress) -> Refusal | None:
    """None: the approval may be taken back."""
    if place.may(Action.WITHDRAW) is None:
        return Refusal(why_not(place, place.subject, place.standing, Action.WITHDRAW))
    return Refusal(Notice("settling_outdated")) if press.revision != place.revision else None


def why_not(place: Place, subject: Subject, standing: Standing, action: Action) -> Notice:
    """Why an action is refused that is not in the table."""
    if not is_ever_theirs(subject, action, place.actors):
        return Notice("settling_not_yours", {"place": place.name})
    if standing is Standing.FINAL:
        return Notice("settling_final")
    if standing is Standing.LOCKED:
        return Notice("settling_approved", {"place": place.name})
    return Notice("settling_outdated")
