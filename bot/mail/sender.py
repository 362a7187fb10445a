"""Sends messages by e-mail."""

from dataclasses import replace

import structlog

from bot.clock import Clock
from bot.mail.compose import Composer
from bot.mail.post import Post
from bot.sender import Failed, Outcome, Recipient, Sent
from kfmodel.delivery import Reason
from kfmodel.planning.message import Message, SummaryReady

log = structlog.get_logger(__name__)


class EmailSender:
    """A `Sender`."""

    def __init__(self, post: Post, composer: Composer, clock: Clock) -> None:
        self._post = post
        self._composer = composer
        self._clock = clock

    async def send(self, message: Message, to: Recipient) -> Outcome:
        """A summary that is too large for the server goes once more, with links in place of its
        files."""
        outcome = await self._deliver(message, to, attached=True)
        if isinstance(outcome, Sent) or not _has_lighter(message, outcome):
            return outcome
        lighter = await self._deliver(message, to, attached=False)
        if isinstance(lighter, Sent):
            return replace(lighter, left_out=outcome)
        return lighter

    async def _deliver(self, message: Message, to: Recipient, *, attached: bool) -> Sent | Failed:
        now = self._clock.now()
        try:
            composed = self._composer.compose(message, to, now, attached=attached)
        except ValueError:
            return Failed(Reason.NO_ADDRESS, detail="" if to.email else "empty")
        failed = await self._post.deliver(composed)
        if failed is None:
            return Sent(now, composed["Message-ID"])
        log.info("mail not delivered", reason=failed.reason, detail=failed.detail)
        return failed

    async def close(self) -> None:
        await self._post.close()


def _has_lighter(message: Message, failed: Failed) -> bool:
    return failed.reason is Reason.TOO_LARGE and isinstance(message.content, SummaryReady)
