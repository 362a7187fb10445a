"""Parts that every card is made of. What people typed and HR imported is never read as Markdown:
it stands in text runs, which are plain, or escaped in a heading."""

import re
from typing import Literal

from microsoft_teams.cards.core import (
    CardElement,
    Column,
    ColumnSet,
    Container,
    RichTextBlock,
    TextBlock,
    TextRun,
)

Color = Literal["Default", "Accent", "Good", "Warning", "Attention"]
Size = Literal["Small", "Default", "Medium", "Large"]
Spacing = Literal["None", "Small", "Default", "Medium", "Large"]
Style = Literal["default", "emphasis", "accent", "good", "attention", "warning"]

_MARKDOWN = re.compile(r"([\\*_\[\]`~<>#])|^(\s*)([-+]|\d+[.)])(?=\s)", re.MULTILINE)


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


def heading(text: str, size: Size = "Medium", spacing: Spacing | None = None) -> TextBlock:
    """A heading that screen readers announce as one."""
    return TextBlock(
        text=escaped(text), style="heading", size=size, weight="Bolder", wrap=True, spacing=spacing
    )


def run(
    text: str, *, bold: bool = False, subtle: bool = False, color: Color | None = None
) -> TextRun:
    return TextRun(
        text=text,
        weight="Bolder" if bold else None,
        is_subtle=True if subtle else None,
        color=color,
    )


def line(*parts: str | TextRun, spacing: Spacing | None = None) -> RichTextBlock:
    """A paragraph of plain text."""
    runs: list[CardElement] = [TextRun(text=p) if isinstance(p, str) else p for p in parts]
    return RichTextBlock(inlines=runs, spacing=spacing)


def small(text: str, spacing: Spacing | None = "Small") -> RichTextBlock:
    return line(TextRun(text=text, size="Small", is_subtle=True), spacing=spacing)


def fact(name: str, value: str, spacing: Spacing | None = "Small") -> RichTextBlock:
    """A name in bold and its value on one line that wraps on a phone."""
    return line(run(f"{name}: ", bold=True), value, spacing=spacing)


def box(
    *items: CardElement, style: Style = "emphasis", spacing: Spacing | None = None
) -> Container:
    return Container(items=list(items), style=style, spacing=spacing)


def hidden(element_id: str, *items: CardElement, visible: bool = False) -> Container:
    """A part that a toggle shows."""
    shown = None if visible else False
    return Container(id=element_id, items=list(items), style="emphasis", is_visible=shown)


def side_by_side(left: list[CardElement], right: list[CardElement]) -> ColumnSet:
    """The left one takes what room there is; no card has more than two columns."""
    return ColumnSet(
        columns=[
            Column(width="stretch", items=left, vertical_content_alignment="Center"),
            Column(width="auto", items=right, vertical_content_alignment="Center"),
        ]
    )
