"""The blocks of a report, one after the other, as Word paragraphs, tables and pictures."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from docx.document import Document as WordDocument
from docx.shared import Length

from kfmodel.compilation.report.blocks import (
    Block,
    Bullets,
    Contents,
    Definitions,
    Heading,
    Paragraph,
    Picture,
    Quoted,
    Tabular,
    TitlePage,
    ToFill,
)
from kfmodel.compilation.report.document import styles
from kfmodel.compilation.report.document.contents import LEVELS, Entry, contents
from kfmodel.compilation.report.document.pictures import picture
from kfmodel.compilation.report.document.tables import table
from kfmodel.compilation.report.document.xml import Element, bookmarked, field, paragraph, run

_WIDEST = 9070
"""Twips: 16 cm."""


class Body:
    """Writes blocks into an empty document, numbering headings, tables and figures."""

    def __init__(self, document: WordDocument, blocks: Sequence[Block]) -> None:
        self._document = document
        self._blocks = blocks
        self._ids = styles.style_ids(document)
        self._width = min(_WIDEST, _text_width(document))
        self._headings = 0
        self._captions = {"Tabell": 0, "Figur": 0}

    def write(self) -> None:
        body: Element = self._document.element.body
        last_section = body[-1]
        for block in self._blocks:
            for made in self._elements(block):
                last_section.addprevious(made)

    def _elements(self, block: Block) -> Iterator[Element]:  # noqa: C901 - one line a kind
        match block:
            case TitlePage():
                yield from self._title_page(block)
            case Contents():
                yield contents(self._entries(), self._ids)
            case Heading():
                yield self._heading(block)
            case Paragraph(text):
                yield self._paragraph(styles.NORMAL, text)
            case ToFill(text):
                yield self._paragraph(styles.TO_FILL, f"[Att fylla i: {text}]")
            case Bullets(items):
                yield from (self._paragraph(styles.BULLET, item) for item in items)
            case Definitions(pairs):
                yield from (self._definition(*pair) for pair in pairs)
            case Quoted(text, about):
                yield self._paragraph(styles.QUOTE, f"”{text}”\n{about}")
            case Tabular():
                yield from self._table(block)
            case Picture():
                yield picture(self._document, block, self._ids, self._width)
                yield self._caption("Figur", block.caption)
            case _:
                assert_never(block)

    def _paragraph(self, style: str, text: str) -> Element:
        return paragraph(self._ids[style], run(text))

    def _title_page(self, block: TitlePage) -> Iterator[Element]:
        yield self._paragraph(styles.TITLE, block.title)
        yield self._paragraph(styles.SUBTITLE, block.subtitle)
        yield from (self._paragraph(styles.FACT, fact) for fact in block.facts)

    def _entries(self) -> list[Entry]:
        """What the contents list; headings get their bookmarks in the same order."""
        headings = [block for block in self._blocks if isinstance(block, Heading)]
        return [
            Entry(block.text, block.level, _bookmark(number))
            for number, block in enumerate(headings, 1)
            if block.level <= LEVELS
        ]

    def _heading(self, block: Heading) -> Element:
        self._headings += 1
        number = self._headings
        style_id = self._ids[styles.HEADING.format(block.level)]
        marked = bookmarked(_bookmark(number), number, run(block.text))
        return paragraph(style_id, *marked, new_page=number == 1)

    def _definition(self, term: str, meaning: str) -> Element:
        style_id = self._ids[styles.DEFINITION]
        return paragraph(style_id, run(term, bold=True), run(f": {meaning}"))

    def _table(self, block: Tabular) -> Iterator[Element]:
        yield self._caption("Tabell", block.caption, keep_next=True)
        yield table(block, self._ids, self._width)
        yield self._paragraph(styles.TABLE_NOTE, block.note)

    def _caption(self, label: str, text: str, *, keep_next: bool = False) -> Element:
        self._captions[label] += 1
        number = field(f"SEQ {label} \\* ARABIC", str(self._captions[label]))
        style_id = self._ids[styles.CAPTION]
        return paragraph(style_id, run(f"{label} "), *number, run(f". {text}"), keep_next=keep_next)


def _bookmark(number: int) -> str:
    """The kind of name that Word gives a heading in the contents."""
    return f"_Toc{number:09}"


def _text_width(document: WordDocument) -> int:
    """Twips between the margins; a template that does not say gets the default's."""
    section = document.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    if page is None or left is None or right is None:
        return _WIDEST
    return int(Length(page - left - right).twips)
