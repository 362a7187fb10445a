"""Inputs of a card read as what they mean. Clients send strings, and leave empty inputs out."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from dialogs.screen import Problem
from kfmodel.numbers import NotANumberError, NotWholeError, parse_whole

SHORT_TEXT = 200
LONG_TEXT = 2_000
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)

Inputs = Mapping[str, Any]
Choice = TypeVar("Choice", bound=StrEnum)


class Reader:
    """Reads one step's inputs, collecting every problem."""

    def __init__(self, inputs: Inputs) -> None:
        self._inputs = inputs
        self.problems: list[Problem] = []

    def refuse(self, input_id: str, code: str, **params: Any) -> None:
        self.problems.append(Problem(input_id, code, params))

    def given(self, *input_ids: str) -> bool:
        return any(_is_given(self._inputs.get(input_id)) for input_id in input_ids)

    def choice(self, input_id: str, offered: Iterable[Choice]) -> Choice | None:
        value = self._inputs.get(input_id)
        if not _is_given(value):
            return None
        chosen = next((choice for choice in offered if choice.value == str(value)), None)
        if chosen is None:
            self.refuse(input_id, "unknown_choice")
        return chosen

    def flag(self, input_id: str) -> bool | None:
        value = str(self._inputs.get(input_id, "")).lower()
        return {"true": True, "false": False}.get(value)

    def whole(self, input_id: str, low: int, high: int) -> int | None:
        """A whole number within the bounds, both included."""
        value = self._inputs.get(input_id)
        if not _is_given(value):
            return None
        try:
            number = parse_whole(value)
        except NotWholeError:
            self.refuse(input_id, "not_whole")
        except NotANumberError:
            self.refuse(input_id, "not_a_number", typed=str(value)[:40])
        else:
            if low <= number <= high:
                return number
            self.refuse(input_id, "out_of_range", low=low, high=high)
        return None

    def text(self, input_id: str, longest: int) -> str | None:
        """Text without control characters, direction overrides and halves of characters; None where
        nothing is left."""
        value = self._inputs.get(input_id)
        if not _is_given(value):
            return None
        text = _CONTROL.sub("", unicodedata.normalize("NFC", str(value))).strip()
        if len(text) > longest:
            self.refuse(input_id, "too_long", length=len(text), longest=longest)
            return None
        return text or None

    def several(self, input_id: str, known: Mapping[str, Any]) -> tuple[str, ...]:
        """Choices of a multi-select, which come joined by commas, in the order of `known`."""
        value = self._inputs.get(input_id)
        chosen = {part.strip() for part in str(value).split(",")} if _is_given(value) else set()
        if chosen - set(known):
            self.refuse(input_id, "unknown_choice")
        return tuple(item for item in known if item in chosen)


def _is_given(value: Any) -> bool:
    return value is not None and str(value).strip() != ""
