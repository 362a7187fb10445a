"""One delivery: claim the row, ask whether it is still due, send, record; then the next channel.

The claim is committed before anything leaves and what came of it after. A process that dies in
between leaves a lease that runs out: then the message is sent again, and the row says so.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_delay, wait_random

from bot.clock import Clock
from bot.failures import described
from bot.jobs.recipients import recipient_of
from bot.jobs.summary_ready import SummaryMaker
from bot.sender import Failed, Outcome, Recipient, Retry, Sender, Sent
from kfmodel.database import reading, writing
from kfmodel.delivery import Channel, DeliveryState, Kind, Reason
from kfmodel.planning.message import Content, Message
from kfmodel.planning.office_hours import is_open, next_opening
from kfmodel.repository.deliveries import (
    Delivery,
    claim,
    give_back,
    put_off,
    record_dropped,
    record_failed,
    record_sent,
    renew,
)
from kfmodel.repository.messages import message_of
from kfmodel.repository.still_due import fate_of

SEND_LASTS = 60.0
"""Seconds; together with what comes before and after well within the lease."""
AT_ONCE = 8
"""Messages in flight: the most that a crash can make arrive twice, and that the network can hold up
and let through on top of a second's worth (`bot.teams.pace`)."""
RECORDING_LASTS = 45.0
"""How long a database that is gone is waited for, once a message has left."""
MOST_ATTEMPTS = {Channel.TEAMS: 4, Channel.EMAIL: 60}
"""Then the next channel takes over; nothing does after e-mail, so it is tried for as long as the
message is worth sending."""
FIRST_PAUSE, LONGEST_PAUSE = 60.0, 1800.0

Run = Callable[..., Awaitable[Any]]

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Ready:
    message: Message
    recipient: Recipient


class Deliverer:
    """`run` does database work in its own pool."""

    def __init__(
        self,
        engine: Engine,
        clock: Clock,
        run: Run,
        senders: Mapping[Channel, Sender],
        summaries: SummaryMaker,
    ) -> None:
        self._engine = engine
        self._clock = clock
        self._run = run
        self._senders = senders
        self._summaries = summaries
        self._places = asyncio.Semaphore(AT_ONCE)
        self._recording = AsyncRetrying(
            retry=retry_if_exception_type(OperationalError),
            stop=stop_after_delay(RECORDING_LASTS),
            wait=wait_random(0.5, 2.0),
            reraise=True,
        )

    async def deliver_all(self, delivery_ids: Sequence[int]) -> None:
        """Each as `deliver` does, AT_ONCE of them at a time in this process."""
        done = await asyncio.gather(*map(self._in_turn, delivery_ids), return_exceptions=True)
        for delivery_id, error in zip(delivery_ids, done, strict=True):
            if isinstance(error, Exception):  # its lease runs out, and it is sent again
                log.error("delivery failed", delivery=delivery_id, error=described(error))

    async def _in_turn(self, delivery_id: int) -> None:
        async with self._places:
            await self.deliver(delivery_id)

    async def deliver(self, delivery_id: int) -> None:
        """Does nothing where somebody else holds the row or it needs no sending any more."""
        next_id: int | None = delivery_id
        while next_id is not None:
            held: Delivery | None = await self._run(self._claim, next_id)
            if held is None:
                return
            ready = await self._ready(held)
            if ready is None:
                return
            outcome = await self._send(held, ready)
            next_id = await self._recording(self._run, self._record, held, outcome)

    def _claim(self, delivery_id: int) -> Delivery | None:
        with writing(self._engine) as connection:
            return claim(connection, delivery_id, self._clock.unshifted())

    async def _ready(self, held: Delivery) -> Ready | None:
        """None where it is not to leave now, and the row says why, or is another's by now."""
        if not await self._run(self._is_due, held):
            return None
        content = None
        if held.kind is Kind.SUMMARY:  # takes too long for the pool that answers people
            content = await asyncio.to_thread(self._summaries.content, held)
            if not await self._run(self._renew, held):
                return None
        ready: Ready = await self._run(self._read, held, content)
        return ready

    def _renew(self, held: Delivery) -> bool:
        with writing(self._engine) as connection:
            return renew(connection, held, self._clock.unshifted())

    def _is_due(self, held: Delivery) -> bool:
        now = self._clock.now()
        with reading(self._engine) as connection:
            fate = fate_of(connection, held, now)
        if fate is DeliveryState.SENDING:
            return True
        with writing(self._engine) as connection:
            if fate is DeliveryState.PLANNED:
                paused = is_open(now)  # it waits for no hour then: nothing is taken until resumed
                until, why = (now, "paused") if paused else (next_opening(now), "closed")
                give_back(connection, held, until, why)
            else:
                record_dropped(connection, held, fate)
        return False

    def _read(self, held: Delivery, content: Content | None) -> Ready:
        with reading(self._engine) as connection:
            message = message_of(connection, held, self._clock.now(), content)
            return Ready(message, recipient_of(connection, held))

    async def _send(self, held: Delivery, ready: Ready) -> Outcome:
        sender = self._senders.get(held.channel)
        if sender is None:
            return Failed(Reason.NOT_CONFIGURED)
        try:
            async with asyncio.timeout(SEND_LASTS):
                return await sender.send(ready.message, ready.recipient)
        except TimeoutError:
            return Retry(0.0, "timeout")
        except Exception as error:  # noqa: BLE001 - one message that cannot be made stops no other
            log.error("sender failed", delivery=held.id, error=described(error))
            return Retry(0.0, type(error).__name__)

    def _record(self, held: Delivery, outcome: Outcome) -> int | None:
        """The id of the row to go on with, if another channel takes over."""
        now = self._clock.now()
        with writing(self._engine) as connection:
            match outcome:
                case Sent(at, message_id, left_out):
                    why = (left_out.reason, left_out.detail) if left_out else ()
                    record_sent(connection, held, at, message_id, *why)
                    return None
                case Failed(reason, True, detail):
                    return record_failed(connection, held, reason, detail, now)
                case Failed(reason, _, detail):
                    last, after = reason, 0.0
                case Retry(after, detail):
                    last = Reason.UNREACHABLE
            if held.attempt >= MOST_ATTEMPTS[held.channel]:
                return record_failed(connection, held, last, detail, now)
            put_off(connection, held, now + _pause(held.attempt, after), detail)
            return None


def _pause(attempt: int, asked_seconds: float) -> timedelta:
    """Twice as long each time, with jitter, and never shorter than was asked for."""
    doubled = min(FIRST_PAUSE * 2 ** (attempt - 1), LONGEST_PAUSE)
    jitter = random.uniform(0.8, 1.2)  # noqa: S311 - no secret
    return timedelta(seconds=max(asked_seconds, doubled * jitter))
