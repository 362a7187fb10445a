"""An activity in: who is it, what is meant, one turn on the database, a card out."""

import asyncio
from dataclasses import replace
from typing import Any

import structlog
from botbuilder.core import TurnContext
from botbuilder.schema import ActivityTypes

import cards
from bot.adapter import Adapter, set_invoke_response
from bot.arrivals import Pressed, Sender, pressed_in, sender_of
from bot.bounded import Bounded
from bot.controls import ControlCards
from bot.drafts import Drafts
from bot.for_hr import COMMANDS, card_for_hr
from bot.outcomes import NotDeliveredError
from bot.quoting import QUOTE_VERBS, Quoting
from bot.receipts import CARD, Receipts, message_with
from bot.replies import REPLY_VERBS, Replies
from bot.settling_turns import CHANGING, SETTLING_VERBS, SettlingTurns
from bot.steering import STEERING_VERBS, Steering
from bot.summaries import Summaries
from bot.turns import Shown, Turns
from bot.words import Command, command_in, language_in
from dialogs.flow import DIALOGUE_VERBS
from dialogs.press import Press, Verb
from dialogs.screen import Ask, Notice
from dialogs.settling import SettlingPress
from kfmodel.repository.people import Person, Reach

_MET_KEPT = 100_000

log = structlog.get_logger(__name__)
Card = dict[str, Any]


class Handlers:
    """One instance serves every turn; it keeps nothing that a restart would lose."""

    def __init__(
        self,
        adapter: Adapter,
        turns: Turns,
        settling: SettlingTurns,
        summaries: Summaries,
        drafts: Drafts,
        tenant_id: str,
    ) -> None:
        self._adapter = adapter
        self._turns = turns
        self._settling = settling
        self._summaries = summaries
        self._tenant_id = tenant_id
        # What the database knows already need not be written to it each turn.
        self._met: Bounded[str, Reach] = Bounded(_MET_KEPT)
        self._receipts = Receipts(adapter.connector)
        self._replies = Replies(turns.engine, turns.clock)
        self._quoting = Quoting(turns.engine, turns.clock)
        self._steering = Steering(turns.engine, turns.clock)
        self._controls = ControlCards(turns.engine, turns.clock, drafts)

    async def on_turn(self, context: TurnContext) -> None:
        activity = context.activity
        if activity.type == ActivityTypes.invoke:
            await self._on_invoke(context)
        elif activity.type == ActivityTypes.message:
            await self._on_message(context)
        elif activity.type == ActivityTypes.installation_update:
            await self._on_installation(context)

    async def close(self) -> None:
        """Let messages that are being updated finish."""
        await self._receipts.close()

    async def _on_invoke(self, context: TurnContext) -> None:
        activity = context.activity
        if activity.name != "adaptiveCard/action":
            return
        sender = sender_of(activity)
        action = activity.value["action"]
        pressed = pressed_in(action.get("verb"), action.get("data") or {})
        card = (
            await self._press(sender, pressed)
            if sender.is_alone
            else cards.own_chat_card(sender.language)
        )
        set_invoke_response(context, {"statusCode": 200, "type": CARD, "value": card})
        if pressed and pressed.verb in _LASTING and activity.reply_to_id:
            self._receipts.update_later(activity, card)

    async def _on_message(self, context: TurnContext) -> None:
        activity = context.activity
        sender = sender_of(activity)
        if not sender.is_alone:
            card = cards.own_chat_card(sender.language)
        elif isinstance(activity.value, dict) and "verb" in activity.value:
            pressed = pressed_in(activity.value["verb"], activity.value)
            card = await self._press(sender, pressed)
        else:
            card = await self._typed(sender, TurnContext.remove_recipient_mention(activity) or "")
        await _send(context, card)

    async def _on_installation(self, context: TurnContext) -> None:
        """Teams sends a conversation update as well; one of the two is enough for a welcome."""
        if not str(context.activity.action or "").startswith("add"):
            return
        sender = sender_of(context.activity)
        if not sender.is_alone:
            await _send(context, cards.own_chat_card(sender.language))
            return
        person = await self._person(sender)
        if person is None:
            await _send(context, cards.unknown_person_card(sender.language))
            return
        await _send(context, cards.welcome_card(person.name, person.language))
        await _send(context, await self._overview(sender))

    async def _person(self, sender: Sender) -> Person | None:
        """Who the account is. One that is not known is matched by the roster of the channel itself,
        never by anything in the message."""
        if not sender.entra_id or sender.tenant_id != self._tenant_id:
            return None
        person = await self._turns.run(self._turns.person, sender.entra_id)
        if person is None:
            person = await self._first_contact(sender)
        if person is not None:
            await self._meet(person, sender)
        return person

    async def _first_contact(self, sender: Sender) -> Person | None:
        reach = sender.reach
        member = await self._adapter.connector.member(
            reach.service_url, reach.conversation_id, reach.user_id
        )
        if member is None or member.entra_id.lower() != sender.entra_id:
            return None
        addresses = (member.email, member.user_principal_name)
        return await self._turns.run(self._turns.bind, sender.entra_id, addresses)

    async def _meet(self, person: Person, sender: Sender) -> None:
        if reach := self._new_reach(sender):
            await self._turns.run(self._turns.remember, person.id, reach)
            self._met[sender.entra_id] = reach

    def _new_reach(self, sender: Sender) -> Reach | None:
        """Only in a personal chat: what the bot says of its own accord is for nobody else."""
        known = self._met.get(sender.entra_id) == sender.reach
        return sender.reach if sender.is_alone and not known else None

    async def _press(self, sender: Sender, pressed: Pressed | None) -> Card:
        if sender.tenant_id != self._tenant_id or not sender.entra_id:
            return cards.unknown_person_card(sender.language)
        if pressed is None:
            return await self._overview(sender, Notice("unknown_press"))
        return await self._known_press(sender, pressed)

    async def _known_press(self, sender: Sender, pressed: Pressed) -> Card:
        if pressed.verb in DIALOGUE_VERBS:
            return await self._press_dialogue(sender, pressed)
        if pressed.verb in SETTLING_VERBS:
            return await self._settle(sender, pressed.settling)
        if pressed.verb is Verb.STATUS and pressed.dialogue_id is not None:
            return await self._leave(sender, pressed.dialogue_id, pressed.press)
        if pressed.verb in REPLY_VERBS | QUOTE_VERBS | STEERING_VERBS:
            return await self._reply(sender, pressed)
        if pressed.verb is Verb.LANGUAGE:
            return await self._language(sender, pressed.language)
        return await self._command(sender, _COMMAND_OF[pressed.verb], pressed.committee_id)

    async def _reply(self, sender: Sender, pressed: Pressed) -> Card:
        """On what the bot has sent, or on quotes; who it is not for learns nothing."""
        person = await self._person(sender)
        if person is None:
            return cards.unknown_person_card(sender.language)
        if pressed.verb in REPLY_VERBS:
            card = await self._turns.run(self._replies.card_for, person, pressed)
            return card or await self._overview(sender)
        if pressed.verb in QUOTE_VERBS:
            card = await self._turns.run(self._quoting.card_for, person, pressed)
        else:
            card = await self._steer(person, pressed)
        return card or await self._overview(sender, Notice("not_yours"))

    async def _steer(self, person: Person, pressed: Pressed) -> Card | None:
        """HR's controls; None for anyone else, who does not learn that there are such."""
        given, steered = pressed.press.inputs, None
        if pressed.verb is Verb.STEER:
            steered = await self._turns.run(self._steering.press, person, given)
        return await asyncio.to_thread(self._controls.card, person, given, steered)

    async def _press_dialogue(self, sender: Sender, pressed: Pressed) -> Card:
        shown = None
        if pressed.dialogue_id is not None:
            shown = await self._carry_out(sender, pressed.dialogue_id, pressed.press)
        if shown is None:
            return await self._overview(sender, Notice("not_yours"))
        return self._drawn(shown, sender)

    async def _carry_out(self, sender: Sender, dialogue_id: int, press: Press) -> Shown | None:
        reach = self._new_reach(sender)
        shown = await self._turns.run(self._turns.press, sender.entra_id, dialogue_id, press, reach)
        if shown and reach:
            self._met[sender.entra_id] = reach
        return shown

    async def _settle(self, sender: Sender, press: SettlingPress) -> Card:
        """What division heads and HR do; nobody else learns that there is such a place."""
        work = self._settling.press if press.verb in CHANGING else self._settling.show
        shown = await self._turns.run(work, sender.entra_id, press)
        if shown is None:
            return await self._overview(sender, Notice("not_yours"))
        return cards.settling_card(shown.screen, shown.person.language)

    async def _leave(self, sender: Sender, dialogue_id: int, press: Press) -> Card:
        """The first step's way back is the start card; what was typed is stored on the way, and
        offered again where the card was outdated. A tick that stands there by itself is not."""
        if press.inputs.keys() - {"headcount_ok"}:
            back = replace(press, verb=Verb.BACK)
            shown = await self._carry_out(sender, dialogue_id, back)
            if shown and isinstance(shown.screen, Ask) and shown.screen.typed:
                return self._drawn(shown, sender)
        return await self._overview(sender)

    async def _typed(self, sender: Sender, text: str) -> Card:
        if language := language_in(text):
            return await self._language(sender, language)
        command = command_in(text)
        if command is None:
            person = await self._person(sender)
            if person is None:
                return cards.unknown_person_card(sender.language)
            is_hr = await self._turns.run(self._turns.is_hr, person.id)
            settles = await self._turns.run(self._turns.settles, person.id)
            return cards.help_card(person.language, is_hr, settles, understood=False)
        if command is Command.QUOTES and (pressed := pressed_in(Verb.QUOTES, {})):
            return await self._reply(sender, pressed)
        return await self._command(sender, command)

    async def _command(
        self, sender: Sender, command: Command, committee_id: int | None = None
    ) -> Card:
        person = await self._person(sender)
        if person is None:
            return cards.unknown_person_card(sender.language)
        if command is Command.LANGUAGE:
            return cards.language_card(person.language)
        is_hr = await self._turns.run(self._turns.is_hr, person.id)
        if card := await self._for_hr(person, command, committee_id, is_hr=is_hr):
            return card
        if command in (Command.HELP, Command.SUMMARY, Command.REMIND, Command.PLAN):
            settles = await self._turns.run(self._turns.settles, person.id)
            return cards.help_card(person.language, is_hr, settles)
        if command is Command.CONTINUE:
            shown = await self._turns.run(self._turns.resume, sender.entra_id)
            return (
                self._drawn(shown, sender) if shown else cards.unknown_person_card(sender.language)
            )
        settling = command is Command.SETTLE
        all_of_it = SettlingPress(Verb.TO_SETTLE, None)
        return await (self._settle(sender, all_of_it) if settling else self._overview(sender))

    async def _for_hr(
        self, person: Person, command: Command, committee_id: int | None, *, is_hr: bool
    ) -> Card | None:
        if command is Command.PLAN:
            return await asyncio.to_thread(self._controls.card, person, {})
        if command not in COMMANDS:
            return None
        return await card_for_hr(self._summaries, person, command, committee_id, is_hr=is_hr)

    async def _language(self, sender: Sender, language: str | None) -> Card:
        person = await self._person(sender)
        if person is None:
            return cards.unknown_person_card(sender.language)
        if language is None:
            return cards.language_card(person.language)
        await self._turns.run(self._turns.choose_language, person.id, language)
        return await self._overview(sender, Notice("language_chosen"))

    async def _overview(self, sender: Sender, notice: Notice | None = None) -> Card:
        if await self._person(sender) is None:
            return cards.unknown_person_card(sender.language)
        shown = await self._turns.run(self._turns.overview, sender.entra_id, notice)
        return self._drawn(shown, sender) if shown else cards.unknown_person_card(sender.language)

    def _drawn(self, shown: Shown, sender: Sender) -> Card:
        return cards.render(
            shown.screen,
            shown.method,
            shown.person.language,
            user_id=sender.user_id,
            today=self._turns.clock.today(),
        )


_LASTING = REPLY_VERBS | {Verb.SUBMIT, Verb.REOPEN, Verb.APPROVE, Verb.WITHDRAW, Verb.STEER}
"""What every device is to see, not only the one that pressed."""

_COMMAND_OF = {
    Verb.STATUS: Command.START,
    Verb.HELP: Command.HELP,
    Verb.SUMMARY: Command.SUMMARY,
    Verb.PROGRESS: Command.STATUS,
    Verb.MISSING: Command.REMIND,
}


async def tell_of_failure(context: TurnContext) -> None:
    """A message could not be answered; an invoke says so in its own reply."""
    await _send(context, cards.error_card(sender_of(context.activity).language))


async def _send(context: TurnContext, card: Card) -> None:
    """A person who has blocked the bot gets no answer; that is no fault of the turn."""
    try:
        await context.send_activity(message_with(card))
    except NotDeliveredError as error:
        log.warning("reply not delivered", outcome=type(error.outcome).__name__)
