"""Sends messages by e-mail."""

import structlog

from bot.clock import Clock
from bot.mail.compose import Composer
from bot.mail.post import Post
from bot.sender import Failed, Outcome, Recipient, Sent
from kfmodel.delivery import Reason
from kfmodel.planning.message import Message

log = structlog.get_logger(__name__)


class EmailSender:
    """A `Sender`."""

    def __init__(self, post: Post, composer: Composer, clock: Clock) -> None:
        self._post = post
        self._composer = composer
        self._clock = clock

    async def send(self, message: Message, to: Recipient) -> Outcome:
        now = self._clock.now()
        try:
            composed = self._composer.compose(message, to, now)
        except ValueError:
            return Failed(Reason.NO_ADDRESS, detail="" if to.email else "empty")
        failed = await self._post.deliver(composed)
        if failed is None:
            return Sent(now, composed["Message-ID"])
        log.info("mail not delivered", reason=failed.reason, detail=failed.detail)
        return failed

    async def close(self) -> None:
        await self._post.close()
