"""Receipts that every device keeps: the card in an invoke's reply reaches only the client that
pressed, so the message itself is replaced too."""

import structlog
from botbuilder.schema import Activity

from bot.afterwards import Afterwards
from bot.teams.connector import Connector
from bot.teams.messages import message_with
from cards import Card

log = structlog.get_logger(__name__)


class Receipts:
    """Replaces messages after the turn, which need not wait for it."""

    def __init__(self, connector: Connector, afterwards: Afterwards) -> None:
        self._connector = connector
        self._afterwards = afterwards

    def update_later(self, pressed: Activity, card: Card) -> None:
        """Replace the message that was pressed by the card."""
        self._afterwards.start(self._update(pressed, card))

    async def _update(self, pressed: Activity, card: Card) -> None:
        message = message_with(card)
        message.id = pressed.reply_to_id
        message.conversation = pressed.conversation
        message.service_url = pressed.service_url
        message.channel_id = pressed.channel_id
        message.from_property = pressed.recipient
        outcome = await self._connector.update(message)
        log.info("receipt updated", outcome=type(outcome).__name__)
