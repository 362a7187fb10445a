"""A report, written and opened again."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from kfmodel.compilation import Compilation
from kfmodel.compilation.report import Quote, write_report


def written(
    compilation: Compilation, *, quotes: Sequence[Quote] = (), template: Path | None = None
) -> bytes:
    file = BytesIO()
    write_report(compilation, file, quotes=quotes, template=template)
    return file.getvalue()


def opened(
    compilation: Compilation, *, quotes: Sequence[Quote] = (), template: Path | None = None
) -> WordDocument:
    return Document(BytesIO(written(compilation, quotes=quotes, template=template)))


def text_of(document: WordDocument) -> str:
    """Everything that is read in the body, text alternatives too."""
    body = document.element.body
    alternatives = [str(found) for found in body.xpath(".//wp:docPr/@descr")]
    runs = [found.text or "" for found in body.iter(qn("w:t"))]
    return "\n".join(plain(text) for text in (*runs, *alternatives))


def plain(text: str) -> str:
    """With ordinary spaces."""
    return text.replace("\u00a0", " ")


def styled(document: WordDocument, style: str) -> list[str]:
    """The texts of the paragraphs of a style."""
    return [plain(p.text) for p in document.paragraphs if p.style and p.style.name == style]


def tables(document: WordDocument) -> Iterator[tuple[str, Table]]:
    """Each table with the caption above it."""
    caption = ""
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            caption = plain(block.text)
        else:
            yield caption, block


def rows(document: WordDocument, caption: str) -> list[list[str]]:
    """The texts of the table whose caption has this in it, headings first."""
    [found] = [table for text, table in tables(document) if caption in text]
    return [[plain(cell.text) for cell in row.cells] for row in found.rows]
