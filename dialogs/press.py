"""A press of a button, as it reaches the dialogue."""

import hashlib
import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from dialogs.inputs import Inputs


class Verb(StrEnum):
    """What a button says. Those to REOPEN act on a dialogue, the rest on the person; SNOOZE and
    NOT_ME stand on what the bot sends of its own accord; those to QUOTE are HR's, those to WITHDRAW
    are for those who settle, HR and division heads; PLAN shows HR a cycle, STEER changes it;
    SAVE_FILES takes a summary's files to the person's OneDrive."""

    ANSWER = "answer"
    BACK = "back"
    START = "start"
    SAME = "same"
    REVIEW = "review"
    SUBMIT = "submit"
    REOPEN = "reopen"
    STATUS = "status"
    LANGUAGE = "language"
    HELP = "help"
    SNOOZE = "snooze"
    NOT_ME = "not_me"
    HAND_OVER = "hand_over"
    SUMMARY = "summary"
    SAVE_FILES = "save_files"
    PROGRESS = "progress"
    MISSING = "missing"
    QUOTES = "quotes"
    QUOTE = "quote"
    TO_SETTLE = "to_settle"
    CATEGORY = "category"
    SETTLE = "settle"
    RETURN = "return"
    APPROVE = "approve"
    WITHDRAW = "withdraw"
    PLAN = "plan"
    STEER = "steer"


@dataclass(frozen=True, slots=True)
class Press:
    """`revision` is the dialogue's when the card was drawn; None on cards that carry none.

    `more` stores the step and shows it again with room for one more activity; `from_review` leads
    back to the review.
    """

    verb: Verb
    step: str | None = None
    revision: int | None = None
    inputs: Inputs = field(default_factory=dict)
    more: bool = False
    from_review: bool = False

    def digest(self, person_id: int) -> str:
        """The same for the same press of the same person, however often it is delivered."""
        parts: list[Any] = [person_id, self.verb, self.step, self.revision, self.more]
        text = json.dumps([*parts, sorted(self.inputs.items())], default=str)
        return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
