"""A summary's file into the person's own OneDrive: what keeps it from getting there."""

from enum import StrEnum


class NotSaved(StrEnum):
    GONE = "gone"
    """No such summary, or it is not (any more) this person's to have."""
    USED = "used"
    """The consent has been used: the file is stored, or on its way."""
    REFUSED = "refused"
    EXPIRED = "expired"
    """OneDrive knows the upload no more."""
    FULL = "full"
    BUSY = "busy"
    """OneDrive does not answer, or not now."""
