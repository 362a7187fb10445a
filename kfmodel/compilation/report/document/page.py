"""Header and page numbers. A template's own header and footer are left as they are."""

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.section import _Footer, _Header

from kfmodel.compilation.report.document.styles import FOOTER, HEADER, style_ids
from kfmodel.compilation.report.document.xml import Element, field, paragraph, run, tab
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.report.sections.title_page import subtitle_of, title_of

_CONTENT = ".//w:t | .//w:drawing | .//w:pict | .//w:fldChar | .//w:fldSimple | .//w:sdt"
Edge = _Header | _Footer


def set_up_pages(document: WordDocument, report: Report) -> None:
    """The report's name and "2 (12)" above; where a template has a header, "2 (12)" below."""
    ids, section = style_ids(document), document.sections[-1]
    if not _has_content(section.header):
        name = run(f"{title_of(report)}, {subtitle_of(report)}")
        _write(section.header, paragraph(ids[HEADER], name, tab(), *_page_of_pages()))
    elif not _has_content(section.footer):
        _write(section.footer, paragraph(ids[FOOTER], tab(), *_page_of_pages()))


def _has_content(edge: Edge) -> bool:
    if edge.is_linked_to_previous:
        return False
    root: Element = edge.part.element
    return bool(root.xpath(_CONTENT))


def _write(edge: Edge, content: Element) -> None:
    edge.is_linked_to_previous = False
    root: Element = edge.part.element
    for old in root.findall(qn("w:p")):
        root.remove(old)
    root.append(content)


def _page_of_pages() -> list[Element]:
    return [*field("PAGE", "1"), run(" ("), *field("NUMPAGES", "1"), run(")")]
