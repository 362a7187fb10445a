"""Long words in narrow columns are divided as Swedish is; the text around is left as it was."""

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from kfmodel.compilation.report.document.styles import NORMAL
from kfmodel.compilation.report.document.xml import Element, element

_AFTER = (
    *("kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN"),
    *("bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing"),
    *("mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
    *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
"""What stands after the mark in a paragraph's properties."""


def hyphenate_tables(document: WordDocument) -> None:
    """Where a template has not said whether words are divided: only those of our own table styles,
    which ask for it, are. Left alone without the setting that it must stand after."""
    settings: Element = document.settings.element
    before = settings.find(qn("w:defaultTabStop"))
    if before is None or settings.find(qn("w:autoHyphenation")) is not None:
        return
    before.addnext(element("autoHyphenation"))
    properties: Element = document.styles[NORMAL].element.get_or_add_pPr()
    if properties.find(qn("w:suppressAutoHyphens")) is None:
        after = (f"w:{tag}" for tag in _AFTER)
        properties.insert_element_before(element("suppressAutoHyphens"), *after)
