"""Parts that every card is made of, as plain values with the names of Microsoft's typed classes.

An object of the class would take ten times as long to make, and have to become plain values again,
some forty times a card. The tests read every card with the classes, which know names and values.

What people typed and HR imported is never read as Markdown: it stands in text runs, which are
plain, or escaped in a heading.
"""

import re
from functools import cache
from typing import Any, Literal, NamedTuple

from microsoft_teams.cards import core
from microsoft_teams.cards.core import (
    Column,
    ColumnSet,
    Container,
    RichTextBlock,
    SerializableObject,
    TextBlock,
    TextRun,
)

Element = dict[str, Any]
Action = dict[str, Any]
Choice = dict[str, str]
Color = Literal["Default", "Accent", "Good", "Warning", "Attention"]
Size = Literal["Small", "Default", "Medium", "Large"]
Spacing = Literal["None", "Small", "Default", "Medium", "Large"]
Style = Literal["default", "emphasis", "accent", "good", "attention", "warning"]

_MARKDOWN = re.compile(r"([\\*_\[\]`~<>#])|^(\s*)([-+]|\d+[.)])(?=\s)", re.MULTILINE)


def element(kind: type[SerializableObject], **values: Any) -> Element:
    """What an object of the class would be in JSON. A value that is None is left out.

    Raises KeyError for a name that the class lacks.
    """
    shape = _shape(kind)
    made = shape.given.copy()
    for name, value in values.items():
        if value is not None:
            made[shape.names[name]] = value
    return made


class _Shape(NamedTuple):
    given: Element
    names: dict[str, str]


@cache
def _shape(kind: type[SerializableObject]) -> _Shape:
    names = {name: field.serialization_alias or name for name, field in kind.model_fields.items()}
    return _Shape(kind().model_dump(exclude_none=True), names)


def escaped(text: str) -> str:
    """Text as it is where Markdown is read: "a*b" shows its asterisk.

    >>> escaped("*x* [y](z)"), escaped("1. Chef")
    ('\\\\*x\\\\* \\\\[y\\\\](z)', '1\\\\. Chef')
    """
    return _MARKDOWN.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    if found[1]:
        return "\\" + found[1]
    marker = found[3]
    return found[2] + marker[:-1] + "\\" + marker[-1]


def shortened(text: str, longest: int) -> str:
    """At most so many characters, of whole words.

    >>> shortened("en två tre", 6), shortened("en två tre", 10)
    ('en …', 'en två tre')
    """
    return text if len(text) <= longest else text[:longest].rpartition(" ")[0] + " …"


def heading(text: str, size: Size = "Medium", spacing: Spacing | None = None) -> Element:
    """A heading that screen readers announce as one."""
    return element(
        TextBlock,
        text=escaped(text),
        style="heading",
        size=size,
        weight="Bolder",
        wrap=True,
        spacing=spacing,
    )


def run(
    text: str, *, bold: bool = False, subtle: bool = False, color: Color | None = None
) -> Element:
    return element(
        TextRun,
        text=text,
        weight="Bolder" if bold else None,
        is_subtle=True if subtle else None,
        color=color,
    )


def line(*parts: str | Element, spacing: Spacing | None = None) -> Element:
    """A paragraph of plain text."""
    runs: list[Element] = [element(TextRun, text=p) if isinstance(p, str) else p for p in parts]
    return element(RichTextBlock, inlines=runs, spacing=spacing)


def small(text: str, spacing: Spacing | None = "Small") -> Element:
    return line(element(TextRun, text=text, size="Small", is_subtle=True), spacing=spacing)


def fact(name: str, value: str, spacing: Spacing | None = "Small") -> Element:
    """A name in bold and its value on one line that wraps on a phone."""
    return line(run(f"{name}: ", bold=True), value, spacing=spacing)


def box(*items: Element, style: Style = "emphasis", spacing: Spacing | None = None) -> Element:
    return element(Container, items=list(items), style=style, spacing=spacing)


def hidden(element_id: str, *items: Element, visible: bool = False) -> Element:
    """A part that a toggle shows."""
    shown = None if visible else False
    return element(Container, id=element_id, items=list(items), style="emphasis", is_visible=shown)


def side_by_side(left: list[Element], right: list[Element]) -> Element:
    """The left one takes what room there is; no card has more than two columns."""
    return element(
        ColumnSet,
        columns=[
            element(Column, width="stretch", items=left, vertical_content_alignment="Center"),
            element(Column, width="auto", items=right, vertical_content_alignment="Center"),
        ],
    )


def choice(title: str, value: str) -> Choice:
    return element(core.Choice, title=title, value=value)
