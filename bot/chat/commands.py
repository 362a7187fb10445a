"""Words that people type, and the buttons that stand for them."""

from botframework.connector import Channels

import cards
from bot.chat.errands import Errands
from bot.chat.for_hr import COMMANDS, card_for_hr
from bot.chat.screens import Screens
from bot.chat.words import Command, command_in, language_in
from bot.documents.summaries import Summaries
from bot.teams.arrivals import Account, Pressed, pressed_in
from bot.turns import Turns
from cards import Card
from dialogs.press import Verb
from dialogs.screen import Notice
from dialogs.settling import SettlingPress
from kfmodel.repository.people import Person

_COMMAND_OF = {
    Verb.STATUS: Command.START,
    Verb.HELP: Command.HELP,
    Verb.SUMMARY: Command.SUMMARY,
    Verb.PROGRESS: Command.STATUS,
    Verb.MISSING: Command.REMIND,
}
_ONLY_FOR_SOME = frozenset({Command.SUMMARY, Command.REMIND, Command.PLAN})


class ChatCommands:
    """A word and the button that stands for it are answered alike."""

    def __init__(
        self, turns: Turns, summaries: Summaries, errands: Errands, screens: Screens
    ) -> None:
        self._turns = turns
        self._summaries = summaries
        self._errands = errands
        self._screens = screens

    async def typed(self, account: Account, person: Person, text: str) -> Card:
        """The answer to what somebody has written; help where it is no command."""
        if language := language_in(text):
            return await self._choose_language(account, person, language)
        command = command_in(text)
        if command is None:
            return await self._help(person, understood=False)
        if command is Command.QUOTES and (pressed := pressed_in(Verb.QUOTES, {})):
            return await self._errands.press(account, person, pressed)
        if command is Command.SETTLE:
            return await self._errands.settle(account, SettlingPress(Verb.TO_SETTLE, None))
        return await self._carry_out(account, person, command)

    async def press(self, account: Account, person: Person, pressed: Pressed) -> Card:
        """A button that stands for a word."""
        if pressed.verb is Verb.LANGUAGE:
            if pressed.language is None:
                return cards.language_card(person.language)
            return await self._choose_language(account, person, pressed.language)
        command = _COMMAND_OF[pressed.verb]
        return await self._carry_out(account, person, command, pressed.committee_id)

    async def _carry_out(
        self, account: Account, person: Person, command: Command, committee_id: int | None = None
    ) -> Card:
        if command is Command.LANGUAGE:
            return cards.language_card(person.language)
        if card := await self._for_hr(account, person, command, committee_id):
            return card
        if command is Command.HELP or command in _ONLY_FOR_SOME:
            return await self._help(person)
        if command is Command.CONTINUE:
            shown = await self._turns.run(self._turns.resume, account.entra_id)
            return self._screens.drawn(shown, account)
        return await self._screens.start(account)

    async def _for_hr(
        self, account: Account, person: Person, command: Command, committee_id: int | None
    ) -> Card | None:
        if command is Command.PLAN:
            return await self._errands.controls(person)
        if command not in COMMANDS:
            return None
        is_hr = await self._turns.run(self._turns.is_hr, person.id)
        saves = account.reach.channel_id == Channels.ms_teams
        return await card_for_hr(
            self._summaries, person, command, committee_id, is_hr=is_hr, saves=saves
        )

    async def _help(self, person: Person, *, understood: bool = True) -> Card:
        is_hr = await self._turns.run(self._turns.is_hr, person.id)
        settles = await self._turns.run(self._turns.settles, person.id)
        return cards.help_card(person.language, is_hr, settles, understood=understood)

    async def _choose_language(self, account: Account, person: Person, language: str) -> Card:
        await self._turns.run(self._turns.choose_language, person.id, language)
        return await self._screens.start(account, Notice("language_chosen"))
