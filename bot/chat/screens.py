"""Screens as cards, and the start card that everything leads back to."""

import cards
from bot.chat.acquaintance import Acquaintance
from bot.teams.arrivals import Account
from bot.turns import Shown, Turns
from cards import Card
from dialogs.screen import Notice
from kfmodel.repository.people import Person


class Screens:
    """For whoever answers a press or a word with where the person stands."""

    def __init__(self, turns: Turns, acquaintance: Acquaintance) -> None:
        self._turns = turns
        self._acquaintance = acquaintance

    def drawn(self, shown: Shown | None, account: Account) -> Card:
        """The screen as a card; the stranger's where there is nothing to show them."""
        if shown is None:
            return cards.unknown_person_card(account.language)
        return cards.render(
            shown.screen,
            shown.method,
            shown.person.language,
            user_id=account.user_id,
            today=self._turns.clock.today(),
        )

    async def welcome(self, person: Person) -> Card:
        is_hr = await self._turns.run(self._turns.is_hr, person.id)
        return cards.welcome_card(person.name, person.language, is_hr=is_hr)

    async def start(self, account: Account, notice: Notice | None = None) -> Card:
        """The start card: what the person answers, and what else they do here."""
        if await self._acquaintance.person(account) is None:
            return cards.unknown_person_card(account.language)
        return self.drawn(
            await self._turns.run(self._turns.overview, account.entra_id, notice), account
        )
