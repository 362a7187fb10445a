"""Receipts that every device keeps: the card in an invoke's reply reaches only the client that
pressed, so the message itself is replaced too."""

import asyncio
from typing import Any

import structlog
from botbuilder.schema import Activity, ActivityTypes, Attachment

from bot.connector import Connector

CARD = "application/vnd.microsoft.card.adaptive"

log = structlog.get_logger(__name__)
Card = dict[str, Any]


def message_with(card: Card) -> Activity:
    return Activity(
        type=ActivityTypes.message, attachments=[Attachment(content_type=CARD, content=card)]
    )


class Receipts:
    """Replaces messages after the turn, which need not wait for it."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector
        self._updates: set[asyncio.Task[None]] = set()

    def update_later(self, pressed: Activity, card: Card) -> None:
        """Replace the message that was pressed by the card."""
        task = asyncio.create_task(self._update(pressed, card))
        self._updates.add(task)
        task.add_done_callback(self._updates.discard)

    async def close(self) -> None:
        """Let messages that are being updated finish."""
        await asyncio.gather(*self._updates, return_exceptions=True)

    async def _update(self, pressed: Activity, card: Card) -> None:
        message = message_with(card)
        message.id = pressed.reply_to_id
        message.conversation = pressed.conversation
        message.service_url = pressed.service_url
        message.channel_id = pressed.channel_id
        message.from_property = pressed.recipient
        outcome = await self._connector.update(message)
        log.info("receipt updated", outcome=type(outcome).__name__)
