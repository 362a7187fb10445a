"""What a report is written on: the default look, or a city's template with what it lacks."""

import zlib
from importlib import resources
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from kfmodel.compilation.report.document.hyphens import hyphenate_tables
from kfmodel.compilation.report.document.styles import add_missing_styles
from kfmodel.compilation.report.document.xml import Element
from kfmodel.compilation.report.template import UnusableTemplateError

_PARTS = ("document", "styles", "numbering", "settings")
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"

# What python-docx, its XML parser and zipfile raise on files that are damaged or made up.
_DAMAGED = (
    AttributeError,
    BadZipFile,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)


def open_ground(template: Path | None) -> WordDocument:
    """An empty document with every style that a report uses. Raises UnusableTemplateError."""
    default = Document(BytesIO(_default()))
    if template is None:
        return default
    content = _read(template)
    try:
        document = Document(BytesIO(_as_document(content)))
        _empty(document)
        add_missing_styles(document, default)
        hyphenate_tables(document)
    except _DAMAGED as error:
        raise UnusableTemplateError(
            f"{template} är inte ett Word-dokument (.docx eller .dotx) som går att läsa; "
            "öppna filen i Word och spara den på nytt"
        ) from error
    return document


def _read(template: Path) -> bytes:
    try:
        content = template.read_bytes()
    except FileNotFoundError as error:
        raise UnusableTemplateError(f"{template} finns inte") from error
    except OSError as error:
        raise UnusableTemplateError(f"{template} går inte att läsa") from error
    if content.startswith(_OLD_OFFICE):
        raise UnusableTemplateError(
            f"{template} är i ett äldre Wordformat eller har ett lösenord; spara den som .docx"
        )
    return content


def _as_document(content: bytes) -> bytes:
    """A .dotx is a .docx in all but its name inside; anything else is left as it is."""
    copied = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(copied, "w") as target:
        for entry in source.infolist():
            part = source.read(entry)
            if entry.filename == "[Content_Types].xml":
                part = part.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)
            target.writestr(entry, part)
    return copied.getvalue()


def _empty(document: WordDocument) -> None:
    """Only the last section's page, header and footer stay."""
    body: Element = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)


def _default() -> bytes:
    """The default look, put together from the parts in `base`."""
    made = BytesIO()
    with ZipFile(made, "w") as package:
        package.writestr("[Content_Types].xml", _content_types())
        package.writestr("_rels/.rels", _relations({"word/document.xml": "officeDocument"}))
        others = {f"{name}.xml": name for name in _PARTS if name != "document"}
        package.writestr("word/_rels/document.xml.rels", _relations(others))
        base = resources.files(__package__) / "base"
        for name in _PARTS:
            package.writestr(f"word/{name}.xml", (base / f"{name}.xml").read_bytes())
    return made.getvalue()


def _content_types() -> str:
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.'
        f'{"document.main" if name == "document" else name}+xml"/>'
        for name in _PARTS
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relations(targets: dict[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'
