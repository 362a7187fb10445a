"""HR of a committee picks what the report quotes."""

from dataclasses import dataclass

from sqlalchemy import Engine

import cards
from bot.clock import Clock
from bot.documents.compiling import compiled_for
from bot.teams.arrivals import Pressed, whole
from cards import Card
from dialogs.press import Verb
from dialogs.quotes import QuotesPage, RefusedCut
from kfmodel.compilation import Compilation
from kfmodel.compilation.quotes import Candidate, Choice, choice_of
from kfmodel.database import reading, writing
from kfmodel.organisation import OrganisationKind
from kfmodel.quotes import Key, NotFromAnswerError, PickedQuote, shortened
from kfmodel.repository.cycles import cycle_with
from kfmodel.repository.people import Person
from kfmodel.repository.posts import HrPost, hr_posts
from kfmodel.repository.quotes import drop, pick, picked_quotes

QUOTE_VERBS = frozenset({Verb.QUOTES, Verb.QUOTE})


@dataclass(frozen=True, slots=True)
class Quoting:
    """Works for a thread of its own: compiling takes too long for the pool that answers people."""

    engine: Engine
    clock: Clock

    def card_for(self, person: Person, pressed: Pressed) -> Card | None:
        """The page that is asked for, after what was pressed; None for who is HR of no committee,
        who learns nothing."""
        posts = self._posts(person)
        meant = [post for post in posts if post.organisation_id == pressed.committee_id] or posts
        if not meant:
            return None
        if len(meant) > 1:
            choices = [(post.organisation_id, post.organisation, post.cycle) for post in meant]
            return cards.whose_quotes_card(choices, person.language)
        [post] = meant
        compilation = self._compilation(post)
        refused = self._carry_out(compilation, post, person, pressed)
        wanted = whole(pressed.press.inputs.get("page")) or 0
        place = post.organisation_id, post.organisation, post.cycle
        page = QuotesPage(*place, self._choice(compilation, post), wanted, refused)
        return cards.quotes_card(page, person.language)

    def _posts(self, person: Person) -> list[HrPost]:
        with reading(self.engine) as connection:
            posts = hr_posts(connection, person.id)
        return [post for post in posts if post.organisation_kind is OrganisationKind.COMMITTEE]

    def _compilation(self, post: HrPost) -> Compilation:
        with reading(self.engine) as connection:
            cycle = cycle_with(connection, post.cycle_id)
            return compiled_for(connection, cycle, post.organisation_id, self.clock.now())

    def _choice(self, compilation: Compilation, post: HrPost) -> Choice:
        """As it is picked now."""
        with reading(self.engine) as connection:
            return choice_of(compilation, picked_quotes(connection, post.cycle_id))

    def _carry_out(
        self, compilation: Compilation, post: HrPost, person: Person, pressed: Pressed
    ) -> RefusedCut | None:
        """What was refused of it. Only what is offered can be picked, and a pick whose answer is
        changed meanwhile holds no longer."""
        given = pressed.press.inputs
        if pressed.verb is not Verb.QUOTE:
            return None
        choice, wanted = self._choice(compilation, post), str(given.get("quote"))
        if given.get("picked") not in (True, "true"):
            self._take_back(choice, wanted, post, person)
            return None
        typed = given.get(cards.quote_input_id(wanted)) if given.get("cut") else None
        offered = choice.offered_as(wanted)
        return self._pick(*offered, typed, post, person) if offered else None

    def _take_back(self, choice: Choice, wanted: str, post: HrPost, person: Person) -> None:
        with writing(self.engine) as connection:
            for key in choice.held_as(wanted):
                drop(connection, key, post.cycle_id, person.id, self.clock.now())

    def _pick(
        self, one: Candidate, key: Key, typed: object, post: HrPost, person: Person
    ) -> RefusedCut | None:
        """Under one of its drivers, and no longer under another."""
        try:
            cut = shortened(one.text, str(typed)) if typed else None
        except NotFromAnswerError as error:
            return RefusedCut(key.id, str(error), str(typed))
        now = self.clock.now()
        with writing(self.engine) as connection:
            for other in one.keys:
                if other != key:
                    drop(connection, other, post.cycle_id, person.id, now)
            pick(connection, PickedQuote(key, one.text, cut), post.cycle_id, person.id, now)
        return None
