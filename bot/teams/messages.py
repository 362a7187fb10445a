"""Activities that the bot sends."""

from botbuilder.schema import (
    Activity,
    ActivityTypes,
    Attachment,
    ChannelAccount,
    ConversationAccount,
)

from cards import Card
from kfmodel.repository.reach import Reach

CARD = "application/vnd.microsoft.card.adaptive"
TEXT = "application/vnd.microsoft.activity.message"
"""What a press may be answered with: a card in place of the one pressed, or a text beside it."""


def message_with(card: Card) -> Activity:
    return message_of(Attachment(content_type=CARD, content=card))


def message_of(attachment: Attachment) -> Activity:
    return Activity(type=ActivityTypes.message, attachments=[attachment])


def addressed(message: Activity, reach: Reach, entra_id: str = "") -> Activity:
    """The message, to a person's own chat with the bot."""
    message.channel_id = reach.channel_id
    message.service_url = reach.service_url
    message.from_property = ChannelAccount(id=reach.bot_id)
    message.recipient = ChannelAccount(id=reach.user_id, aad_object_id=entra_id)
    message.conversation = ConversationAccount(
        id=reach.conversation_id, tenant_id=reach.tenant_id, conversation_type="personal"
    )
    return message
