"""The styles that a report uses, under the names that Word and HR know them by."""

from copy import deepcopy

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from kfmodel.compilation.report.document.xml import Element, element

NORMAL, HEADER, FOOTER = "Normal", "Header", "Footer"
TITLE, SUBTITLE, FACT = "Title", "Subtitle", "Rapportuppgift"
CONTENTS_HEADING, CONTENTS = "TOC Heading", "toc {}"
HEADING = "Heading {}"
TO_FILL, BULLET, DEFINITION, QUOTE = "Att fylla i", "List Bullet", "Definition", "Quote"
CAPTION, FIGURE = "Caption", "Figur"
TABLE, TABLE_HEADING, TABLE_TEXT = "Rapporttabell", "Tabellhuvud", "Tabelltext"
TABLE_NUMBER, TABLE_NUMBER_HEADING = "Tabelltal", "Tabellhuvud tal"
TABLE_NOTE = "Tabellnot"

_REFERENCES = ("w:basedOn", "w:next", "w:link")


def style_ids(document: WordDocument) -> dict[str, str]:
    """What the document calls each style inside, by the name that people see."""
    return {style.name: style.style_id for style in document.styles if style.name}


def add_missing_styles(document: WordDocument, default: WordDocument) -> None:
    """Copy the default's styles that the document has none of the same name for."""
    ours: Element = default.styles.element
    theirs: Element = document.styles.element
    known = {_name(style): style.get(qn("w:styleId")) for style in theirs.style_lst}
    taken = set(known.values())
    missing = [style for style in ours.style_lst if _name(style) not in known]
    ids = {style.get(qn("w:styleId")): known.get(_name(style)) for style in ours.style_lst}
    for style in missing:
        style_id = style.get(qn("w:styleId"))
        ids[style_id] = _free(style_id, taken)
        taken.add(ids[style_id])
    for style in missing:
        copied = deepcopy(style)
        copied.set(qn("w:styleId"), ids[style.get(qn("w:styleId"))])
        if qn("w:default") in copied.attrib:
            del copied.attrib[qn("w:default")]
        for reference in copied.iterchildren(*map(qn, _REFERENCES)):
            reference.set(qn("w:val"), ids[reference.get(qn("w:val"))])
        _number(copied, document)
        theirs.append(copied)


def _name(style: Element) -> str:
    """Built-in names are the same in any letter case."""
    return str(style.find(qn("w:name")).get(qn("w:val"))).lower()


def _free(style_id: str, taken: set[str]) -> str:
    while style_id in taken:
        style_id += "x"
    return style_id


def _number(style: Element, document: WordDocument) -> None:
    """Give a list style a bullet of its own in the document."""
    for reference in style.iter(qn("w:numId")):
        numbering = _numbering(document)
        definitions = numbering.findall(qn("w:abstractNum"))
        number = 1 + max(_ids(definitions, "w:abstractNumId"), default=0)
        bullet = element(
            "lvl",
            element("start", val=1),
            element("numFmt", val="bullet"),
            element("lvlText", val="•"),
            element("lvlJc", val="left"),
            element("pPr", element("ind", left=397, hanging=284)),
            ilvl=0,
        )
        # definitions stand before the numbers that refer to them
        numbering.insert(len(definitions), element("abstractNum", bullet, abstractNumId=number))
        used = 1 + max(_ids(numbering.findall(qn("w:num")), "w:numId"), default=0)
        numbering.append(element("num", element("abstractNumId", val=number), numId=used))
        reference.set(qn("w:val"), str(used))


def _ids(elements: list[Element], attribute: str) -> list[int]:
    return [int(found.get(qn(attribute))) for found in elements]


def _numbering(document: WordDocument) -> Element:
    """The document's numbering, made where a template has no list."""
    part = document.part
    try:
        return part.numbering_part.element
    except NotImplementedError:
        made = NumberingPart(
            PackURI("/word/numbering.xml"),
            CONTENT_TYPE.WML_NUMBERING,
            element("numbering"),
            part.package,
        )
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        return made.element
