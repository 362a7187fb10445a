"""What is pressed beside the dialogues: replies to what the bot has sent, quotes, HR's controls,
and settling. Whoever it is not for learns nothing of it."""

import asyncio

import cards
from bot.chat.controls import ControlCards
from bot.chat.quoting import QUOTE_VERBS, Quoting
from bot.chat.replies import REPLY_VERBS, Replies
from bot.chat.screens import Screens
from bot.chat.settling_turns import CHANGING, SettlingTurns
from bot.chat.steering import STEERING_VERBS, Steering
from bot.documents.hr_files import HrFiles
from bot.teams.arrivals import Account, Pressed
from bot.turns import Turns
from cards import Card
from dialogs.press import Verb
from dialogs.screen import Notice
from dialogs.settling import SettlingPress
from kfmodel.repository.people import Person

ERRAND_VERBS = REPLY_VERBS | QUOTE_VERBS | STEERING_VERBS


class Errands:
    """Finds the work for the verb, and the start card for whoever it is not for."""

    def __init__(
        self, turns: Turns, settling: SettlingTurns, files: HrFiles, screens: Screens
    ) -> None:
        self._turns = turns
        self._settling = settling
        self._screens = screens
        self._replies = Replies(turns.engine, turns.clock)
        self._quoting = Quoting(turns.engine, turns.clock)
        self._steering = Steering(turns.engine, turns.clock)
        self._controls = ControlCards(turns.engine, turns.clock, files)

    async def press(self, account: Account, person: Person, pressed: Pressed) -> Card:
        """Carry out one of ERRAND_VERBS."""
        if pressed.verb in REPLY_VERBS:
            card = await self._turns.run(self._replies.card_for, person, pressed)
            return card or await self._screens.start(account)
        if pressed.verb in QUOTE_VERBS:
            card = await asyncio.to_thread(self._quoting.card_for, person, pressed)
        else:
            card = await self._steer(person, pressed)
        return card or await self._screens.start(account, Notice("not_yours"))

    async def settle(self, account: Account, press: SettlingPress) -> Card:
        """Carry out one of SETTLING_VERBS, of division heads and HR."""
        work = self._settling.press if press.verb in CHANGING else self._settling.show
        shown = await self._turns.run(work, account.entra_id, press)
        if shown is None:
            return await self._screens.start(account, Notice("not_yours"))
        return cards.settling_card(shown.screen, shown.person.language)

    async def controls(self, person: Person) -> Card | None:
        """HR's controls of a cycle; None for somebody who steers nothing."""
        return await asyncio.to_thread(self._controls.card, person, {})

    async def _steer(self, person: Person, pressed: Pressed) -> Card | None:
        given, steered = pressed.press.inputs, None
        if pressed.verb is Verb.STEER:
            steered = await self._turns.run(self._steering.press, person, given)
        return await asyncio.to_thread(self._controls.card, person, given, steered)
