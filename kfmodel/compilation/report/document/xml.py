"""Elements of WordprocessingML: paragraphs, runs, fields, bookmarks."""

from collections.abc import Iterator
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from kfmodel.compilation.report.text import printable

Element = Any
"""An XML element; lxml has no types."""


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element of Word's own namespace: element("shd", val="clear", fill="FFF2B3")."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    for child in children:
        made.append(child)
    return made


def paragraph(
    style_id: str, *content: Element, keep_next: bool = False, new_page: bool = False
) -> Element:
    """A paragraph of a style; `keep_next` keeps it on the page of what follows."""
    properties = element("pPr", element("pStyle", val=style_id))
    if keep_next:
        properties.append(element("keepNext"))
    if new_page:
        properties.append(element("pageBreakBefore"))
    return element("p", properties, *content)


def run(text: str, *, bold: bool = False) -> Element:
    """Text, with its line ends."""
    made = element("r", *([element("rPr", element("b"))] if bold else []))
    for place, line in enumerate(printable(text).split("\n")):
        if place:
            made.append(element("br"))
        made.append(_text("t", line))
    return made


def tab() -> Element:
    return element("r", element("tab"))


def _text(tag: str, text: str) -> Element:
    made = element(tag)
    made.text = text
    made.set(qn("xml:space"), "preserve")
    return made


def field(instruction: str, result: str) -> list[Element]:
    """Runs of a field, which Word computes; it shows `result` until it is updated."""
    return [*field_begins(instruction), run(result), field_ends()]


def field_begins(instruction: str) -> list[Element]:
    """The result follows, then `field_ends`."""
    code = element("r", _text("instrText", f" {instruction} "))
    return [_mark("begin"), code, _mark("separate")]


def field_ends() -> Element:
    return _mark("end")


def _mark(kind: str) -> Element:
    return element("r", element("fldChar", fldCharType=kind))


def bookmarked(name: str, number: int, *content: Element) -> Iterator[Element]:
    """The content between the marks of a bookmark."""
    yield element("bookmarkStart", id=number, name=name)
    yield from content
    yield element("bookmarkEnd", id=number)
