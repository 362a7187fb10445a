"""HR of a committee picks what the report quotes."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine

import cards
from bot.arrivals import Pressed, whole
from bot.clock import Clock
from bot.compiling import compiled_for
from dialogs.press import Verb
from dialogs.quotes import QuotesPage
from kfmodel.compilation.quotes import Candidate, Choice, choice_of
from kfmodel.database import reading, writing
from kfmodel.organisation import OrganisationKind
from kfmodel.quotes import NotFromAnswer, PickedQuote, shortened
from kfmodel.repository.cycles import cycle_with
from kfmodel.repository.people import HrPost, Person, hr_posts
from kfmodel.repository.quotes import drop, pick, picked_quotes

QUOTE_VERBS = frozenset({Verb.QUOTES, Verb.QUOTE})

Card = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Quoting:
    """Works for `Turns.run`."""

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
        refused = self._carry_out(meant[0], person, pressed)
        page = whole(pressed.press.inputs.get("page"))
        return cards.quotes_card(self._page(meant[0], page or 0, refused), person.language)

    def _posts(self, person: Person) -> list[HrPost]:
        with reading(self.engine) as connection:
            posts = hr_posts(connection, person.id)
        return [post for post in posts if post.organisation_kind is OrganisationKind.COMMITTEE]

    def _page(self, post: HrPost, wanted: int, refused: tuple[str, str, str] | None) -> QuotesPage:
        place = post.organisation_id, post.organisation, post.cycle
        return QuotesPage(*place, self._choice(post), wanted, refused)

    def _choice(self, post: HrPost) -> Choice:
        with reading(self.engine) as connection:
            cycle = cycle_with(connection, post.cycle_id)
            now = self.clock.now()
            compilation = compiled_for(connection, cycle, post.organisation_id, now)
            return choice_of(compilation, picked_quotes(connection, post.cycle_id))

    def _carry_out(
        self, post: HrPost, person: Person, pressed: Pressed
    ) -> tuple[str, str, str] | None:
        """What was refused of it. Only what is offered can be picked, and a pick whose answer is
        changed meanwhile holds no longer."""
        given = pressed.press.inputs
        offered = {one.key.id: one for one in self._choice(post).candidates}
        one = offered.get(str(given.get("quote")))
        if pressed.verb is not Verb.QUOTE or one is None:
            return None
        if given.get("picked") not in (True, "true"):
            with writing(self.engine) as connection:
                drop(connection, one.key, post.cycle_id, person.id, self.clock.now())
            return None
        typed = given.get(cards.quote_input_id(one.key.id)) if given.get("cut") else None
        try:
            quote = _quote(one, typed)
        except NotFromAnswer as error:
            return one.key.id, str(error), str(typed)
        with writing(self.engine) as connection:
            pick(connection, quote, post.cycle_id, person.id, self.clock.now())
        return None


def _quote(one: Candidate, typed: object) -> PickedQuote:
    """Whole, or cut as typed; nothing typed is the whole again."""
    cut = shortened(one.text, str(typed)) if typed else None
    return PickedQuote(one.key, one.text, cut)
