"""One turn of someone who settles: read, decide, store, in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from bot.clock import Clock
from bot.settling_work import divisions_to_settle, store_return, store_settled
from dialogs.press import Verb
from dialogs.returning import give_back
from dialogs.screen import Notice
from dialogs.settling import Refusal, SettlingPress, approve, settle, to_point_out, withdraw
from dialogs.settling_screen import (
    CategoriesToSettle,
    OneCategory,
    PlacesToSettle,
    SettlingScreen,
)
from kfmodel.database import reading, writing
from kfmodel.repository import settling_changes as changes
from kfmodel.repository.people import Person, person_by_entra_id
from kfmodel.repository.settling_places import place_to_settle, places_to_settle
from kfmodel.repository.to_settle import categories_to_settle
from kfmodel.settling import Action
from kfmodel.to_settle import CategoryToSettle, Place


@dataclass(frozen=True, slots=True)
class SettlingShown:
    person: Person
    screen: SettlingScreen


@dataclass(frozen=True, slots=True)
class _Turn:
    """What a press is carried out with."""

    connection: Connection
    person: Person
    place: Place
    press: SettlingPress
    doing: changes.Doing

    @property
    def done_before(self) -> bool:
        """Whether this is a second delivery of the same press."""
        return changes.was_done(self.connection, self.place.committee_id, self.doing.digest)

    def afresh(self) -> Place:
        """The place as it is now that something has been stored."""
        place = place_to_settle(self.connection, self.person.id, self.place.id)
        return place or self.place


class SettlingTurns:
    """What handlers ask of the database for those who settle. Who somebody is, and what that lets
    them do, is read from the roster each time."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def show(self, entra_id: str, press: SettlingPress) -> SettlingShown | None:
        """Where there is something to settle, one place's categories, or one category; None for
        what is not this person's."""
        with reading(self._engine) as connection:
            person = person_by_entra_id(connection, entra_id)
            if person is None:
                return None
            if press.place_id is None:
                return SettlingShown(person, _places(connection, person))
            place = place_to_settle(connection, person.id, press.place_id)
            screen = _place(connection, place, press) if place else None
        return SettlingShown(person, screen) if screen else None

    def press(self, entra_id: str, press: SettlingPress) -> SettlingShown | None:
        """Carry out a press that changes something; None for what is not this person's."""
        with writing(self._engine) as connection:
            person = person_by_entra_id(connection, entra_id)
            if person is None or press.place_id is None:
                return None
            changes.hold(connection, press.place_id)
            place = place_to_settle(connection, person.id, press.place_id)
            if place is None:
                return None
            action, work = _WORK[press.verb]
            digest = press.digest(person.id)
            doing = changes.Doing(person.id, self._clock.now(), action, digest)
            screen = work(_Turn(connection, person, place, press, doing))
        return SettlingShown(person, screen) if screen else None


def _places(connection: Connection, person: Person) -> SettlingScreen:
    places = places_to_settle(connection, person.id)
    return _list(connection, places[0]) if len(places) == 1 else PlacesToSettle(places)


def _place(connection: Connection, place: Place, press: SettlingPress) -> SettlingScreen | None:
    if press.category_id is None:
        return _list(connection, place)
    category = _category(connection, place, press.category_id)
    return OneCategory(place, category) if category else None


def _list(connection: Connection, place: Place, notice: Notice | None = None) -> SettlingScreen:
    categories = categories_to_settle(connection, place)
    divisions = divisions_to_settle(connection, place, categories)
    return CategoriesToSettle(place, categories, divisions, notice)


def _category(
    connection: Connection, place: Place, category_id: int | None
) -> CategoryToSettle | None:
    if category_id is None:
        return None
    return next(iter(categories_to_settle(connection, place, category_id)), None)


def _settle(turn: _Turn) -> SettlingScreen | None:
    """Settle, and go on to the next category that is not."""
    category = _category(turn.connection, turn.place, turn.press.category_id)
    if category is None:
        return None
    if turn.done_before:
        return _next(turn, category)
    decided = settle(turn.place, category, turn.press)
    if isinstance(decided, Refusal):
        return _refused(turn, category, decided)
    if asked := to_point_out(decided.personal, turn.press):
        return _refused(turn, category, asked)
    store_settled(turn.connection, turn.place, category, decided, turn.doing)
    return _next(turn, category)


def _next(turn: _Turn, done: CategoryToSettle) -> SettlingScreen:
    place, params = turn.afresh(), {"category": done.name}
    left = [one for one in categories_to_settle(turn.connection, place) if not one.is_settled]
    if not left:
        return _list(turn.connection, place, Notice("all_settled", params))
    following = next((one for one in left if one.place > done.place), left[0])
    return OneCategory(place, following, notice=Notice("settled", params))


def _return(turn: _Turn) -> SettlingScreen | None:
    category = _category(turn.connection, turn.place, turn.press.category_id)
    if category is None:
        return None
    done = Notice("settling_returned")
    if turn.done_before:
        return OneCategory(turn.place, category, notice=done)
    decided = give_back(turn.place, category, turn.press)
    if isinstance(decided, Refusal):
        return _refused(turn, category, decided)
    if asked := to_point_out(decided.personal, turn.press):
        return _refused(turn, category, asked)
    if not store_return(turn.connection, turn.place, category, decided, turn.doing):
        return _refused(turn, category, Refusal(Notice("settling_outdated"), outdated=True))
    place = turn.afresh()
    now = _category(turn.connection, place, category.id) or category
    return OneCategory(place, now, notice=done)


def _refused(turn: _Turn, category: CategoryToSettle, refusal: Refusal) -> SettlingScreen:
    """What stands now, with what was typed; that is kept where the card was outdated."""
    typed = turn.press.inputs or None
    if refusal.outdated and typed:
        place, doing = turn.place, turn.doing
        changes.keep_typed(turn.connection, place.id, category.id, dict(typed), doing)
    is_form = typed is not None or bool(refusal.problems)
    return OneCategory(
        turn.place,
        category,
        typed=typed,
        problems=refusal.problems,
        notice=refusal.notice,
        changing=is_form and turn.press.verb is Verb.SETTLE,
        returning=is_form and turn.press.verb is Verb.RETURN,
        personal=refusal.personal,
    )


def _approve(turn: _Turn) -> SettlingScreen:
    connection, place = turn.connection, turn.place
    done = Notice("settling_is_approved")
    if turn.done_before:
        return _list(connection, place, done)
    refused = approve(place, categories_to_settle(connection, place), turn.press)
    if refused:
        return _list(connection, place, refused.notice)
    changes.approve(connection, place.id, place.committee_id, turn.doing)
    return _list(connection, turn.afresh(), done)


def _withdraw(turn: _Turn) -> SettlingScreen:
    connection, place = turn.connection, turn.place
    done = Notice("settling_withdrawn")
    if turn.done_before:
        return _list(connection, place, done)
    refused = withdraw(place, turn.press)
    if refused:
        return _list(connection, place, refused.notice)
    changes.withdraw(connection, place.id, place.committee_id, turn.doing)
    return _list(connection, turn.afresh(), done)


_WORK: dict[Verb, tuple[Action, Callable[[_Turn], SettlingScreen | None]]] = {
    Verb.SETTLE: (Action.SETTLE, _settle),
    Verb.RETURN: (Action.RETURN, _return),
    Verb.APPROVE: (Action.APPROVE, _approve),
    Verb.WITHDRAW: (Action.WITHDRAW, _withdraw),
}
CHANGING = frozenset(_WORK)
SETTLING_VERBS = CHANGING | {Verb.TO_SETTLE, Verb.CATEGORY}
