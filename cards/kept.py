"""What someone typed where it could not be stored: shown in fields, from which a phone can copy."""

from collections.abc import Mapping
from typing import Any

from microsoft_teams.cards.core import TextInput

from cards.elements import Element, box, element, line, run
from cards.form import as_typed
from cards.text import Texts
from dialogs.steps.activities import MOST_ACTIVITIES, input_id

_TEXTS = ("specific_gap", "comment")
_MOST = 40_000


def kept_texts(texts: Texts, typed: Mapping[str, Any] | None) -> list[Element]:
    """Free texts only: a choice is made again faster than it is copied."""
    fields = [
        element(
            TextInput,
            id=name,
            label=texts(f"kept.{field}", place=place),
            value=value,
            is_multiline=True,
        )
        for name, field, place in _free_texts()
        if (value := as_typed((typed or {}).get(name) or "")[:_MOST].strip())
    ]
    return [box(line(run(texts("kept"), bold=True)), *fields, style="accent")] if fields else []


def _free_texts() -> list[tuple[str, str, int]]:
    """(input id, kind, place) of every free text."""
    activities = [
        (input_id("description", place), "activity", place)
        for place in range(1, MOST_ACTIVITIES + 1)
    ]
    return [*((name, name, 1) for name in _TEXTS), *activities]
