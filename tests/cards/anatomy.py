"""A card taken apart: its elements, inputs, buttons and words."""

from collections.abc import Iterator
from typing import Any

from cards.card import Card

_READ = ("text", "title", "label", "placeholder", "tooltip", "fallbackText")


def parts(content: Any) -> Iterator[Card]:
    """Every object of the card that has a type, outermost first; fallbacks too."""
    if isinstance(content, dict):
        if "type" in content:
            yield content
        for value in content.values():
            yield from parts(value)
    elif isinstance(content, list):
        for value in content:
            yield from parts(value)


def of_type(content: Any, kind: str) -> list[Card]:
    return [part for part in parts(content) if part["type"] == kind]


def inputs(content: Card) -> dict[str, Card]:
    found = [part for part in parts(content) if part["type"].startswith("Input.")]
    by_id = {part["id"]: part for part in found}
    assert len(by_id) == len(found), "two inputs of one id"
    return by_id


def buttons(content: Card) -> list[Card]:
    """The Action.Execute of every ActionSet, in order."""
    return [
        action
        for one in of_type(content, "ActionSet")
        for action in one["actions"]
        if action["type"] == "Action.Execute"
    ]


def button(content: Card, title: str) -> Card:
    return next(action for action in buttons(content) if action["title"] == title)


def titles(content: Card) -> list[str]:
    return [action["title"] for action in buttons(content)]


def choices(content: Card, input_id: str) -> list[str]:
    return [choice["title"] for choice in inputs(content)[input_id]["choices"]]


def words(content: Any) -> str:
    """Everything a person reads that is not in an input, piece by piece."""
    said = [part[name] for part in parts(content) for name in _READ if name in part]
    options = [
        choice["title"]
        for part in of_type(content, "Input.ChoiceSet")
        for choice in part["choices"]
    ]
    lines = [
        "".join(run["text"] for run in part["inlines"])
        for part in of_type(content, "RichTextBlock")
    ]
    return "\n".join([*said, *options, *lines]).replace("\u00a0", " ")


def problem_beside(content: Card, input_id: str) -> str:
    """What the box around an input says is wrong with it."""
    for part in of_type(content, "Container"):
        items = part["items"]
        if part.get("style") == "attention" and any(one.get("id") == input_id for one in items):
            return "\n".join(run["text"] for run in of_type(items, "TextRun"))
    raise AssertionError(f"no problem beside {input_id}")


def is_visible(content: Card, element_id: str) -> bool:
    found = next(part for part in parts(content) if part.get("id") == element_id)
    return bool(found.get("isVisible", True))
