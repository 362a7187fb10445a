"""What the document says of itself: title, author, language and time."""

from datetime import UTC

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from kfmodel.compilation.report.document.xml import Element, element
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.report.sections.title_page import subtitle_of, title_of
from kfmodel.compilation.report.text import printable

LANGUAGE = "sv-SE"
_LONGEST = 255


def describe(document: WordDocument, report: Report) -> None:
    """Title, author, times and language; a template's own are replaced."""
    properties = document.core_properties
    written_at = report.compilation.compiled_at.astimezone(UTC).replace(tzinfo=None)
    whose = printable(subtitle_of(report))[:_LONGEST]
    properties.title = printable(f"{title_of(report)}, {subtitle_of(report)}")[:_LONGEST]
    properties.subject = printable(report.compilation.cycle)[:_LONGEST]
    properties.author = properties.last_modified_by = whose
    properties.keywords = "kompetensförsörjning, gapanalys, rekryteringsbehov"
    properties.comments = ""
    properties.language = LANGUAGE
    properties.created = properties.modified = written_at
    properties.revision = 1
    _speak_swedish(document)


def _speak_swedish(document: WordDocument) -> None:
    """Proofing and reading aloud follow the default run's language."""
    styles: Element = document.styles.element
    run = styles
    for tag in ("docDefaults", "rPrDefault", "rPr"):
        found = run.find(qn(f"w:{tag}"))
        if found is None:
            found = element(tag)
            run.insert(0, found)
        run = found
    language = run.find(qn("w:lang"))
    if language is None:
        language = element("lang")
        run.append(language)
    language.set(qn("w:val"), LANGUAGE)
