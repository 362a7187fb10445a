"""An activity in: who is it, what is meant, one turn on the database, a card out."""

import structlog
from botbuilder.core import TurnContext
from botbuilder.schema import ActivityTypes

import cards
from bot.adapter import Adapter, set_invoke_response
from bot.afterwards import Afterwards
from bot.chat.acquaintance import Acquaintance
from bot.chat.answering import Answering, is_of_a_dialogue
from bot.chat.commands import ChatCommands
from bot.chat.errands import ERRAND_VERBS, Errands
from bot.chat.replies import REPLY_VERBS
from bot.chat.saving import Saving
from bot.chat.screens import Screens
from bot.chat.settling_turns import SETTLING_VERBS, SettlingTurns
from bot.documents.hr_files import HrFiles
from bot.documents.summaries import Summaries
from bot.teams.arrivals import Account, Pressed, account_of, pressed_in
from bot.teams.file_consents import FILE_CONSENT, MalformedConsentError, consent_in
from bot.teams.invoke import CARD_ACTION
from bot.teams.messages import CARD, TEXT, message_with
from bot.teams.onedrive import OneDrive
from bot.teams.outcomes import NotDeliveredError
from bot.teams.receipts import Receipts
from bot.turns import Turns
from cards import Card
from dialogs.press import Verb
from dialogs.screen import Notice
from kfmodel.repository.people import Person

_LASTING = REPLY_VERBS | {Verb.SUBMIT, Verb.REOPEN, Verb.APPROVE, Verb.WITHDRAW, Verb.STEER}
"""What every device is to see, not only the one that pressed."""

log = structlog.get_logger(__name__)
Said = Card | str
"""A card in place of the one pressed, or a text beside it."""


class Handlers:
    """One instance serves every turn; it keeps nothing that a restart would lose."""

    def __init__(
        self,
        adapter: Adapter,
        turns: Turns,
        settling: SettlingTurns,
        summaries: Summaries,
        files: HrFiles,
        onedrive: OneDrive,
        tenant_id: str,
    ) -> None:
        self._acquaintance = Acquaintance(turns, adapter.connector, tenant_id)
        self._screens = Screens(turns, self._acquaintance)
        self._answering = Answering(turns, self._acquaintance, self._screens)
        self._errands = Errands(turns, settling, files, self._screens)
        self._commands = ChatCommands(turns, summaries, self._errands, self._screens)
        self._afterwards = Afterwards()
        self._receipts = Receipts(adapter.connector, self._afterwards)
        self._saving = Saving(turns, summaries, onedrive, adapter.connector, self._afterwards)

    async def on_turn(self, context: TurnContext) -> None:
        """Answer an activity; other types than these need no answer."""
        activity = context.activity
        if activity.type == ActivityTypes.invoke:
            await self._on_invoke(context)
        elif activity.type == ActivityTypes.message:
            await self._on_message(context)
        elif activity.type == ActivityTypes.installation_update:
            await self._on_installation(context)

    async def close(self) -> None:
        """Let what is done after the turns finish."""
        await self._afterwards.close()

    async def _on_invoke(self, context: TurnContext) -> None:
        if context.activity.name == CARD_ACTION:
            await self._on_card_action(context)
        elif context.activity.name == FILE_CONSENT:
            await self._on_file_consent(context)

    async def _on_card_action(self, context: TurnContext) -> None:
        activity = context.activity
        action = activity.value["action"]
        pressed = pressed_in(action.get("verb"), action.get("data") or {})
        said = await self._press(account_of(activity), pressed)
        kind = TEXT if isinstance(said, str) else CARD
        set_invoke_response(context, {"statusCode": 200, "type": kind, "value": said})
        lasts = pressed and pressed.verb in _LASTING and activity.reply_to_id
        if lasts and not isinstance(said, str):
            self._receipts.update_later(activity, said)

    async def _on_file_consent(self, context: TurnContext) -> None:
        activity, account = context.activity, account_of(context.activity)
        try:
            consent = consent_in(activity.value)
        except MalformedConsentError as error:
            log.warning("malformed file consent", reason=str(error))
            set_invoke_response(context, None, 400)
            return
        set_invoke_response(context, None)
        person = await self._known(context, account)
        if person:
            await self._saving.answered(account, person, consent, activity.reply_to_id or "")

    async def _on_message(self, context: TurnContext) -> None:
        """Typed, or pressed in a client that knows no Action.Execute."""
        activity = context.activity
        account = account_of(activity)
        if isinstance(activity.value, dict) and "verb" in activity.value:
            said = await self._press(account, pressed_in(activity.value["verb"], activity.value))
        else:
            said = await self._typed(account, TurnContext.remove_recipient_mention(activity) or "")
        await _send(context, said)

    async def _on_installation(self, context: TurnContext) -> None:
        """Teams sends a conversation update as well; one of the two is enough for a welcome."""
        if not str(context.activity.action or "").startswith("add"):
            return
        account = account_of(context.activity)
        person = await self._known(context, account)
        if person:
            await _send(context, await self._screens.welcome(person))
            await _send(context, await self._screens.start(account))

    async def _known(self, context: TurnContext, account: Account) -> Person | None:
        """The person; None for anyone else, who is told what they can do."""
        if not account.is_alone:
            await _send(context, cards.own_chat_card(account.language))
            return None
        person = await self._acquaintance.person(account)
        if person is None:
            await _send(context, cards.unknown_person_card(account.language))
        return person

    async def _typed(self, account: Account, text: str) -> Card:
        if not account.is_alone:
            return cards.own_chat_card(account.language)
        person = await self._acquaintance.person(account)
        if person is None:
            return cards.unknown_person_card(account.language)
        return await self._commands.typed(account, person, text)

    async def _press(self, account: Account, pressed: Pressed | None) -> Said:
        """What is of a dialogue, or of those who settle, finds the person within its own turn."""
        if not account.is_alone:
            return cards.own_chat_card(account.language)
        if not self._acquaintance.is_of_us(account):
            return cards.unknown_person_card(account.language)
        if pressed is None:
            return await self._screens.start(account, Notice("unknown_press"))
        if is_of_a_dialogue(pressed):
            return await self._answering.press(account, pressed)
        if pressed.verb in SETTLING_VERBS:
            return await self._errands.settle(account, pressed.settling)
        return await self._press_by_name(account, pressed)

    async def _press_by_name(self, account: Account, pressed: Pressed) -> Said:
        person = await self._acquaintance.person(account)
        if person is None:
            return cards.unknown_person_card(account.language)
        if pressed.verb in ERRAND_VERBS:
            return await self._errands.press(account, person, pressed)
        if pressed.verb is Verb.SAVE_FILES:
            told = await self._saving.offer(account, person, pressed)
            return told or await self._screens.start(account, Notice("not_yours"))
        return await self._commands.press(account, person, pressed)


async def tell_of_failure(context: TurnContext) -> None:
    """A message could not be answered; an invoke says so in its own reply."""
    await _send(context, cards.error_card(account_of(context.activity).language))


async def _send(context: TurnContext, said: Said) -> None:
    """A person who has blocked the bot gets no answer; that is no fault of the turn."""
    try:
        await context.send_activity(said if isinstance(said, str) else message_with(said))
    except NotDeliveredError as error:
        log.warning("reply not delivered", outcome=type(error.outcome).__name__)
