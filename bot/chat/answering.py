"""Presses in a dialogue: one turn on the database, the next screen as a card."""

from dataclasses import replace

from bot.chat.acquaintance import Acquaintance
from bot.chat.screens import Screens
from bot.teams.arrivals import Account, Pressed
from bot.turns import Shown, Turns
from cards import Card
from dialogs.flow import DIALOGUE_VERBS
from dialogs.press import Press, Verb
from dialogs.screen import Ask, Notice


def is_of_a_dialogue(pressed: Pressed) -> bool:
    """Whether it acts on a dialogue; STATUS does where it leaves one."""
    leaves = pressed.verb is Verb.STATUS and pressed.dialogue_id is not None
    return leaves or pressed.verb in DIALOGUE_VERBS


class Answering:
    """Who may answer what is read from the roster within the turn."""

    def __init__(self, turns: Turns, acquaintance: Acquaintance, screens: Screens) -> None:
        self._turns = turns
        self._acquaintance = acquaintance
        self._screens = screens

    async def press(self, account: Account, pressed: Pressed) -> Card:
        """Carry out a press that `is_of_a_dialogue`."""
        if pressed.dialogue_id is None:
            return await self._screens.start(account, Notice("not_yours"))
        if pressed.verb is Verb.STATUS:
            return await self._leave(account, pressed.dialogue_id, pressed.press)
        shown = await self._carry_out(account, pressed.dialogue_id, pressed.press)
        if shown is None:
            return await self._screens.start(account, Notice("not_yours"))
        return self._screens.drawn(shown, account)

    async def _leave(self, account: Account, dialogue_id: int, press: Press) -> Card:
        """The first step's way back is the start card; what was typed is stored on the way, and
        offered again where the card was outdated. A tick that stands there by itself is not."""
        if press.inputs.keys() - {"headcount_ok"}:
            back = replace(press, verb=Verb.BACK)
            shown = await self._carry_out(account, dialogue_id, back)
            if shown and isinstance(shown.screen, Ask) and shown.screen.typed:
                return self._screens.drawn(shown, account)
        return await self._screens.start(account)

    async def _carry_out(self, account: Account, dialogue_id: int, press: Press) -> Shown | None:
        reach = self._acquaintance.new_reach(account)
        shown = await self._turns.run(
            self._turns.press, account.entra_id, dialogue_id, press, reach
        )
        if shown and reach:
            self._acquaintance.has_met(account, reach)
        return shown
