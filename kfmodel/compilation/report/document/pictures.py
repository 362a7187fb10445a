"""Charts in the document."""

from collections.abc import Mapping
from io import BytesIO

from docx.document import Document as WordDocument
from docx.shared import Twips

from kfmodel.compilation.report.blocks import Picture
from kfmodel.compilation.report.charts.drawing import picture_of
from kfmodel.compilation.report.document.styles import FIGURE
from kfmodel.compilation.report.document.xml import Element, element, paragraph
from kfmodel.compilation.report.text import printable


def picture(document: WordDocument, block: Picture, ids: Mapping[str, str], width: int) -> Element:
    """The chart on a line of its own, as wide as the text (twips), with its text alternative."""
    drawn = BytesIO(picture_of(block.chart))
    inline: Element = document.part.new_pic_inline(drawn, width=Twips(width))
    inline.docPr.set("title", printable(block.caption))
    inline.docPr.set("descr", printable(block.alternative))
    return paragraph(ids[FIGURE], element("r", element("drawing", inline)))
