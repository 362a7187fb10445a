"""What HR can look at and press when they steer a cycle; `Act` has what changes its dates."""

from enum import StrEnum


class View(StrEnum):
    """The cards of HR's controls."""

    CONTROLS = "controls"
    AHEAD = "ahead"
    SENT = "sent"
    CLOSING = "closing"
    REMINDING = "reminding"
    WRITING = "writing"
    PREVIEW = "preview"


REMIND = "remind"
SEND = "send"
"""Acts beside those on the dates."""

MESSAGE_LONGEST = 1500
"""Characters of a message of HR's own: its preview must fit on a card."""
