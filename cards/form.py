"""Inputs of a step: what stands in them, and what is wrong with them right beside.

No input is required and none has bounds or a greatest length: a client would then silently block
the press or cut what is pasted. The server checks, and every problem is told here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from microsoft_teams.cards.core import (
    ChoiceSetInput,
    DateInput,
    NumberInput,
    TextInput,
    ToggleInput,
)

from cards.elements import Choice, Element, box, element, line, run
from cards.text import Texts, texts_in
from dialogs.screen import Problem
from kfmodel.numbers import NotANumberError, NotWholeError, parse_whole

Typed = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Form:
    """`typed` stands in the inputs instead of what is stored; what it lacks has been emptied.
    `roomy` False: the card is large already, so hints and empty inputs for more are left out.
    """

    texts: Texts
    typed: Typed | None
    problems: tuple[Problem, ...] = ()
    roomy: bool = True

    def choice(
        self,
        input_id: str,
        label: str,
        choices: Sequence[Choice],
        stored: str | None,
        *,
        style: Literal["expanded", "compact"] = "expanded",
        placeholder: str | None = None,
    ) -> Element:
        value = self._value(input_id, stored)
        known = value if any(choice["value"] == value for choice in choices) else None
        chosen = element(
            ChoiceSetInput,
            id=input_id,
            label=label,
            choices=list(choices),
            style=style,
            value=known,
            placeholder=placeholder,
            wrap=True,
        )
        return self._told(input_id, chosen)

    def several(
        self, input_id: str, label: str, choices: Sequence[Choice], stored: Sequence[str]
    ) -> Element:
        """Any number of the choices; clients send and take them joined by commas."""
        chosen = element(
            ChoiceSetInput,
            id=input_id,
            label=label,
            choices=list(choices),
            style="expanded",
            is_multi_select=True,
            value=self._value(input_id, ",".join(stored) or None),
            wrap=True,
        )
        return self._told(input_id, chosen)

    def toggle(self, input_id: str, label: str, title: str, stored: bool) -> Element:
        value = self._value(input_id, "true" if stored else "false")
        ticked = "true" if str(value).lower() == "true" else "false"
        toggled = element(ToggleInput,
            id=input_id, label=label, title=title, value=ticked, value_on="true", value_off="false",
            wrap=True,
        )  # fmt: skip
        return self._told(input_id, toggled)

    def number(
        self, input_id: str, label: str, stored: int | None, placeholder: str | None = None
    ) -> Element:
        """A whole number of people. What was typed and is none stays in a text input, since a
        number input cannot hold it."""
        value = self._value(input_id, None if stored is None else str(stored))
        try:
            whole = None if value is None else parse_whole(value)
        except (NotANumberError, NotWholeError):
            return self._told(
                input_id,
                element(TextInput, id=input_id, label=label, value=value, placeholder=placeholder),
            )
        number = element(
            NumberInput, id=input_id, label=label, value=whole, placeholder=placeholder
        )
        return self._told(input_id, number)

    def points(self, input_id: str, label: str, stored: int | None) -> Element:
        """Percentage points with their sign, in a text input: a phone's keys for numbers have no
        minus."""
        value = None if stored is None else texts_in("sv").number(stored, signed=True)
        return self.text(input_id, label, value, placeholder="0")

    def text(
        self,
        input_id: str,
        label: str,
        stored: str | None,
        *,
        placeholder: str | None = None,
        multiline: bool = False,
    ) -> Element:
        written = element(
            TextInput,
            id=input_id,
            label=label,
            value=self._value(input_id, stored),
            placeholder=placeholder,
            is_multiline=True if multiline else None,
        )
        return self._told(input_id, written)

    def day(self, input_id: str, label: str, stored: date) -> Element:
        """A day; what was typed and is none is told and left out."""
        value = self._value(input_id, stored.isoformat())
        chosen = element(
            DateInput, id=input_id, label=label, value=value if _is_day(value) else None
        )
        return self._told(input_id, chosen)

    def _value(self, input_id: str, stored: str | None) -> str | None:
        if self.typed is None:
            return stored
        value = self.typed.get(input_id)
        return None if value is None else as_typed(value)

    def _told(self, input_id: str, control: Element) -> Element:
        told = [
            line(run(problem_text(self.texts, problem), bold=True, color="Attention"))
            for problem in self.problems
            if problem.input_id == input_id
        ]
        return box(*told, control, style="attention") if told else control


def _is_day(value: str | None) -> bool:
    try:
        date.fromisoformat(value or "")
    except ValueError:
        return False
    return True


def as_typed(value: Any) -> str:
    """What was typed, as it can be sent back: a lone surrogate is no character."""
    return str(value).encode(errors="replace").decode()


def problem_text(texts: Texts, problem: Problem) -> str:
    return texts(f"problem.{problem.code}", **problem.params)
