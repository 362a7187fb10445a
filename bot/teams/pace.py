"""How fast the bot may call Teams: token buckets that every HTTP attempt waits for.

Microsoft's limits, "Optimize your bot with rate limiting in Teams": 50 requests a second for an
app in a tenant; in one conversation 7 in 1 s, 8 in 2 s, 60 in 30 s and 1 800 in an hour.
"""

from typing import Protocol

from aiolimiter import AsyncLimiter

PER_SECOND = 40
"""Below the limit by more than the deliverer sends AT_ONCE: what the network holds up and then lets
through together comes on top."""
# (how many, in how many seconds): so many at once, and as many again in every such time.
IN_A_CONVERSATION = ((5, 5.0), (850, 3600.0))
SWEPT_AT = 1000


class Pace(Protocol):
    async def wait(self, conversation: str) -> None:
        """Return when a call may be made; `conversation` is empty for one that is in none."""


class NoPace:
    """For the local chat, which has no limits."""

    async def wait(self, conversation: str) -> None:
        """At once."""


class TeamsPace:
    """One bucket for the app's tenant and one for each conversation.

    The bot serves one tenant, so all it calls counts. `replicas` share what the tenant allows.
    """

    def __init__(self, replicas: int = 1) -> None:
        self._tenant = AsyncLimiter(1, replicas / PER_SECOND)
        self._conversations: dict[str, tuple[AsyncLimiter, ...]] = {}
        self._sweep_at = SWEPT_AT

    async def wait(self, conversation: str) -> None:
        # The conversation first: who waits there takes no turn from others.
        for bucket in self._buckets(conversation) if conversation else ():
            await bucket.acquire()
        await self._tenant.acquire()

    def _buckets(self, conversation: str) -> tuple[AsyncLimiter, ...]:
        if conversation not in self._conversations:
            self._sweep()
            buckets = tuple(AsyncLimiter(*limit) for limit in IN_A_CONVERSATION)
            self._conversations[conversation] = buckets
        return self._conversations[conversation]

    def _sweep(self) -> None:
        """Forget conversations whose buckets have run empty: a new bucket is the same."""
        if len(self._conversations) < self._sweep_at:
            return
        used = {name: some for name, some in self._conversations.items() if not _are_empty(some)}
        self._conversations = used
        self._sweep_at = max(SWEPT_AT, 2 * len(used))


def _are_empty(buckets: tuple[AsyncLimiter, ...]) -> bool:
    return all(bucket.has_capacity(bucket.max_rate) for bucket in buckets)
