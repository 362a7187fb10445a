"""What became of something sent to the Bot Framework."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Delivered:
    activity_id: str


@dataclass(frozen=True, slots=True)
class Refused:
    """403 or 404: the person or an administrator does not let the bot in. Trying again is no use.

    `code` is the service's own word: MessageWritesBlocked, ConversationBlockedByUser,
    BotNotInConversationRoster, ForbiddenOperationException, ConversationNotFound …
    """

    code: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Anything else, after the retries. `status` is None where no answer came."""

    status: int | None
    code: str
    retry_after: float | None = None
    """Seconds that the service asked for before the next try."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A personal conversation, new or the one there was."""

    conversation_id: str


@dataclass(frozen=True, slots=True)
class Member:
    """A person as Teams' roster knows them; what the tenant hides is empty."""

    entra_id: str
    email: str
    user_principal_name: str
    tenant_id: str
    name: str


class NotDeliveredError(Exception):
    """Something sent within a turn did not arrive, or the roster did not answer."""

    def __init__(self, outcome: Refused | Failed) -> None:
        super().__init__(str(outcome))
        self.outcome = outcome
