"""What may be returned to whoever answered or settled it, and a press that does so."""

from collections.abc import Iterator
from dataclasses import dataclass

from dialogs.inputs import LONG_TEXT, Reader
from dialogs.screen import Notice
from dialogs.settling import Refusal, SettlingPress
from kfmodel.organisation import OrganisationKind
from kfmodel.personal_data import personal_data
from kfmodel.settling import Action, Standing, Subject, Transition
from kfmodel.to_settle import CategoryToSettle, Group, Place

COMMENT, WHOM = "return_comment", "return_to"


@dataclass(frozen=True, slots=True)
class Returnable:
    """A dialogue of the organisation, or what it has settled where `dialogue_id` is None. `lifts`
    is the division whose approval ends with the return."""

    key: str
    name: str
    revision: int
    dialogue_id: int | None
    organisation_id: int
    lifts: int | None


@dataclass(frozen=True, slots=True)
class GiveBack:
    what: Returnable
    comment: str

    @property
    def personal(self) -> tuple[str, ...]:
        """What of the comment looks as if it were about one person."""
        return personal_data(self.comment)


def give_back(place: Place, category: CategoryToSettle, press: SettlingPress) -> GiveBack | Refusal:
    """Return what the card's list names, with a comment."""
    reader = Reader(press.inputs)
    comment = reader.text(COMMENT, LONG_TEXT)
    key = str(press.inputs.get(WHOM) or "")
    chosen = next((one for one in returnable(place, category) if one.key == key), None)
    if key and chosen is None:
        return Refusal(Notice("settling_outdated"), outdated=True)
    if chosen is None:
        reader.refuse(WHOM, "return_to_missing")
    if comment is None and not any(problem.input_id == COMMENT for problem in reader.problems):
        reader.refuse(COMMENT, "return_comment_missing")
    if chosen is None or comment is None:
        return Refusal(None, tuple(reader.problems))
    return GiveBack(chosen, comment)


def returnable(place: Place, category: CategoryToSettle) -> tuple[Returnable, ...]:
    """What the person may return in this category: what divisions have settled, then dialogues."""
    return (*_settled(place, category), *_dialogues(place, category.groups))


def _settled(place: Place, category: CategoryToSettle) -> Iterator[Returnable]:
    if place.kind is OrganisationKind.DIVISION:
        step = place.may_on(place.category_subject, category.standing, Action.RETURN)
        if step:
            yield _division(step, place.id, place.name, category.revision)
    for one in category.divisions:
        step = place.may_on(Subject.DIVISION_CATEGORY, one.standing, Action.RETURN)
        if step:
            yield _division(step, one.division_id, one.division, one.revision)


def _division(step: Transition, division_id: int, name: str, revision: int) -> Returnable:
    lifts = division_id if step.before is Standing.LOCKED else None
    key = f"division-{division_id}-{revision}"
    return Returnable(key, name, revision, None, division_id, lifts)


def _dialogues(place: Place, groups: tuple[Group, ...]) -> Iterator[Returnable]:
    for one in groups:
        step = place.may_on(Subject.DIALOGUE, one.standing, Action.RETURN)
        if step:
            lifts = one.division_id if step.before is Standing.LOCKED else None
            key = f"dialogue-{one.dialogue_id}-{one.revision}"
            name = one.organisation
            yield Returnable(key, name, one.revision, one.dialogue_id, one.organisation_id, lifts)
