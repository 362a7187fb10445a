"""Words of delivery: what goes out by itself, by which channel, and what became of it."""

from enum import StrEnum


class Kind(StrEnum):
    """What a message is for: its rule in the plan."""

    INVITATION = "invitation"
    REMINDER = "reminder"
    LAST_DAY = "last_day"
    RETURNED = "returned"
    """To a manager whose answers came back with a comment."""
    OVERDUE = "overdue"
    """To a manager, the working day after the deadline."""
    ESCALATION = "escalation"
    """To a division head, the same day: what their division lacks."""
    HR_REMINDER = "hr_reminder"
    """To a manager, beyond the plan: HR asked for it."""
    MESSAGE = "message"
    """In HR's own words, to whom they chose."""
    HAND_OVER = "hand_over"
    """To HR: somebody says that another answers for their organisation."""
    DIGEST = "digest"
    """To HR, weekly before the deadline."""
    SUMMARY = "summary"
    """To HR: the compilation, when a division is complete and at the deadline."""


TO_HR = (Kind.HAND_OVER, Kind.DIGEST, Kind.SUMMARY)

BEYOND_PLAN = (Kind.HR_REMINDER, Kind.MESSAGE)
"""HR's own; their occasion names the row of what HR sent."""


class Situation(StrEnum):
    """How a manager stands when a message leaves; it decides the text."""

    NOT_STARTED = "not_started"
    STALLED = "stalled"
    RETURNED = "returned"
    NEW_DEADLINE = "new_deadline"
    LAST_DAY = "last_day"
    OVERDUE = "overdue"


class Channel(StrEnum):
    """In the order they are tried."""

    TEAMS = "teams"
    EMAIL = "email"


class DeliveryState(StrEnum):
    """PLANNED → SENDING, with a lease → one of the others."""

    PLANNED = "planned"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    EXPIRED = "expired"
    """Its time went by unsent; something newer came due, or nothing more does."""
    NOT_NEEDED = "not_needed"
    """Submitted or put off meanwhile."""


DROPPED = (DeliveryState.EXPIRED, DeliveryState.NOT_NEEDED)
"""Nothing has left, and something may after all once it is due again."""


class Reason(StrEnum):
    """Why a channel does not bring a message to somebody."""

    NOT_INSTALLED = "not_installed"
    """The bot has never met them, or was removed."""
    BLOCKED = "blocked"
    LEFT = "left"
    """The account is gone."""
    NO_ADDRESS = "no_address"
    REFUSED = "refused"
    """The receiving side says no to this one message or recipient."""
    TOO_LARGE = "too_large"
    UNREACHABLE = "unreachable"
    """The service did not answer, or with an error of its own, as often as it was tried."""
    NOT_CONFIGURED = "not_configured"
    """This installation has no such channel."""
