"""A summary's files into the person's own OneDrive: offered when asked for, stored on consent."""

from dataclasses import dataclass

import structlog
from botbuilder.schema import Activity
from botbuilder.schema.teams import FileUploadInfo
from botframework.connector import Channels

import cards
from bot.afterwards import Afterwards
from bot.documents.links import Download, NotHandedOutError
from bot.documents.summaries import Summaries, UsedBeforeError
from bot.teams.arrivals import Account, Pressed, whole
from bot.teams.connector import Connector
from bot.teams.file_consents import Consent, consent_card, file_card, name_in_onedrive
from bot.teams.messages import addressed, message_of, message_with
from bot.teams.onedrive import OneDrive
from bot.teams.outcomes import Delivered
from bot.turns import Turns
from cards import Card
from dialogs.saving import NotSaved
from kfmodel.repository.people import Person
from kfmodel.repository.reach import Reach
from kfmodel.repository.summaries import StoredSummary
from kfmodel.summary_files import SummaryFile

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A consent that has been answered: by whom, and in which message it was asked for."""

    reach: Reach
    person: Person
    consent: Consent
    card_id: str


class Saving:
    """Who may have a file is asked of `Summaries`, as it is for a download. Teams waits for an
    answer a few seconds only: what is sent and stored is so after it."""

    def __init__(
        self,
        turns: Turns,
        summaries: Summaries,
        onedrive: OneDrive,
        connector: Connector,
        afterwards: Afterwards,
    ) -> None:
        self._turns = turns
        self._summaries = summaries
        self._onedrive = onedrive
        self._connector = connector
        self._afterwards = afterwards

    async def offer(self, account: Account, person: Person, pressed: Pressed) -> str | None:
        """Ask for consent to each of the summary's files; None for what is not theirs to have."""
        summary_id = whole(pressed.press.inputs.get("summary"))
        if summary_id is None or account.reach.channel_id != Channels.ms_teams:
            return None
        try:
            summary = await self._turns.run(self._summaries.theirs, person.id, summary_id)
        except NotHandedOutError:
            return None
        self._afterwards.start(self._ask(account.reach, summary, person.language))
        return cards.files_offered(person.language)

    async def answered(
        self, account: Account, person: Person, consent: Consent, card_id: str
    ) -> None:
        """Do as the person has answered. `card_id` is the message that asked, which goes away: a
        consent holds once."""
        asked = _Asked(account.reach, person, consent, card_id)
        if consent.upload is None:
            self._afterwards.start(self._decline(asked))
            return
        file = await self._handed_out(asked, consent.upload)
        self._afterwards.start(self._store(asked, consent.upload, file))

    async def _ask(self, reach: Reach, summary: StoredSummary, language: str) -> None:
        named = summary.cycle, summary.organisation, summary.number
        for file in SummaryFile:
            name = name_in_onedrive("{} {} version {}".format(*named), file)
            told = cards.file_offered(file, *named, language)
            size = len(summary.files.content(file))
            card = consent_card(summary.id, file, name, told, size)
            await self._send(reach, message_of(card))

    async def _decline(self, asked: _Asked) -> None:
        message = message_with(cards.declined_card(asked.consent.file, asked.person.language))
        message.id = asked.card_id
        outcome = await self._connector.update(addressed(message, asked.reach))
        log.info("consent declined", outcome=type(outcome).__name__)

    async def _handed_out(self, asked: _Asked, upload: FileUploadInfo) -> Download | NotSaved:
        """Nothing is handed out, nor noted, for a place that is not OneDrive."""
        if not (self._onedrive.has(upload.upload_url) and self._onedrive.has(upload.content_url)):
            log.warning("file not stored", reason="the address is not OneDrive's")
            return NotSaved.REFUSED
        theirs = asked.person.id, asked.consent.summary_id, asked.consent.file
        try:
            return await self._turns.run(self._summaries.hand_out, *theirs, consent=asked.card_id)
        except UsedBeforeError:
            return NotSaved.USED
        except NotHandedOutError:
            return NotSaved.GONE

    async def _store(
        self, asked: _Asked, upload: FileUploadInfo, file: Download | NotSaved
    ) -> None:
        if isinstance(file, Download):
            why = await self._onedrive.store(upload.upload_url, file.content)
        else:
            why = file
        stored = message_of(file_card(upload))
        await self._send(asked.reach, message_with(self._not_saved(asked, why)) if why else stored)
        reach = asked.reach
        await self._connector.delete(reach.service_url, reach.conversation_id, asked.card_id)

    def _not_saved(self, asked: _Asked, why: NotSaved) -> Card:
        summary_id, file = asked.consent.summary_id, asked.consent.file
        url = self._summaries.link(summary_id, asked.person.id, file)
        language = asked.person.language
        return cards.not_saved_card(why, file, language, summary_id=summary_id, url=url)

    async def _send(self, reach: Reach, message: Activity) -> None:
        outcome = await self._connector.send(addressed(message, reach))
        if not isinstance(outcome, Delivered):
            log.warning("message about a file not delivered", outcome=type(outcome).__name__)
