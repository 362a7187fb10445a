"""A report in the city's own template, and templates that are no use."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from openpyxl import Workbook

from kfmodel.compilation.report import UnusableTemplateError
from tests.compilation.build import ASN, compiled, dialogue
from tests.compilation.report.word import opened, styled


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A template made in Word: own headings, page, header and footer, some text to be replaced."""
    document = Document()
    document.styles["Heading 1"].font.size = Pt(33)
    document.styles["List Bullet"].delete()
    document.styles["Quote"].delete()
    section = document.sections[0]
    section.page_width, section.left_margin, section.right_margin = Mm(210), Mm(40), Mm(40)
    section.header.paragraphs[0].text = "Malmö stad"
    document.add_paragraph("Skriv här")
    document.save(str(tmp_path / "mall.docx"))
    return tmp_path / "mall.docx"


def in_template(template: Path) -> WordDocument:
    return opened(compiled(dialogue("1", 9)), template=template)


def test_the_templates_looks_and_header_stay(city: Path) -> None:
    report = in_template(city)
    assert report.styles["Heading 1"].font.size == Pt(33)
    assert report.sections[0].header.paragraphs[0].text == "Malmö stad"
    assert report.sections[0].footer.paragraphs[0].text == "\t1 (1)"
    assert "Skriv här" not in [p.text for p in report.paragraphs]
    assert report.core_properties.author == ASN.name


def test_what_the_template_lacks_is_added(city: Path) -> None:
    report = in_template(city)
    assert styled(report, "Att fylla i")
    assert styled(report, "List Bullet")
    names = [style.name for style in report.styles]
    assert len(names) == len(set(names))
    ids = {style.style_id for style in report.styles}
    assert len(ids) == len(names)
    root = report.styles.element
    for reference in root.xpath("./w:style/w:basedOn/@w:val | ./w:style/w:next/@w:val"):
        assert reference in ids
    [number] = root.xpath("./w:style[w:name/@w:val='List Bullet']//w:numId/@w:val")
    numbering = report.part.numbering_part.element
    [definition] = numbering.xpath(f"./w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
    [bullet] = numbering.xpath(
        f"./w:abstractNum[@w:abstractNumId='{definition}']//w:lvlText/@w:val"
    )
    assert bullet == "•"


def test_words_are_divided_in_tables_alone(city: Path) -> None:
    report = in_template(city)
    settings = report.settings.element
    assert settings.find(qn("w:autoHyphenation")).getprevious().tag == qn("w:defaultTabStop")
    divided = "./w:pPr/w:suppressAutoHyphens[not(@w:val='0')]"
    assert report.styles["Normal"].element.xpath(divided)
    assert not report.styles["Tabelltext"].element.xpath(divided)


def test_a_template_that_divides_no_words_or_all_of_them_has_said_so(city: Path) -> None:
    document = Document(str(city))
    tabs = document.settings.element.find(qn("w:defaultTabStop"))
    tabs.addnext(OxmlElement("w:autoHyphenation"))
    document.save(str(city))
    report = in_template(city)
    assert not report.styles["Normal"].element.xpath("./w:pPr/w:suppressAutoHyphens")


def test_tables_and_pictures_fit_the_templates_page(city: Path) -> None:
    report = in_template(city)
    widths = {int(table._tbl.tblPr.xpath("./w:tblW/@w:w")[0]) for table in report.tables}
    assert max(widths) <= Mm(130).twips


def test_a_template_with_a_footer_keeps_it(city: Path) -> None:
    document = Document(str(city))
    document.sections[0].footer.paragraphs[0].text = "malmo.se"
    document.save(str(city))
    assert in_template(city).sections[0].footer.paragraphs[0].text == "malmo.se"


def test_a_template_without_lists(city: Path) -> None:
    document = Document(str(city))
    [relation] = [
        rid for rid, r in document.part.rels.items() if r.reltype == RELATIONSHIP_TYPE.NUMBERING
    ]
    document.part.drop_rel(relation)
    document.save(str(city))
    numbering = in_template(city).part.numbering_part.element
    assert len(numbering.findall(qn("w:num"))) == 1


def test_a_template_in_words_template_format(city: Path) -> None:
    dotx = _rewritten(city, "mall.dotx", b"document.main+xml", b"template.main+xml")
    assert styled(in_template(dotx), "Title")


def test_a_style_of_ours_that_the_city_has_made_its_own(city: Path) -> None:
    document = Document(str(city))
    document.styles.add_style("Att fylla i", 1).font.size = Pt(20)
    document.save(str(city))
    report = in_template(city)
    assert report.styles["Att fylla i"].font.size == Pt(20)


def _rewritten(source: Path, name: str, old: bytes, new: bytes) -> Path:
    """A copy whose parts say something else."""
    target = source.with_name(name)
    with ZipFile(source) as read, ZipFile(target, "w") as written:
        for entry in read.namelist():
            written.writestr(entry, read.read(entry).replace(old, new))
    return target


def _workbook() -> bytes:
    file = BytesIO()
    Workbook().save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "är inte ett Word-dokument"),
        (b"not a document", "är inte ett Word-dokument"),
        (_workbook(), "är inte ett Word-dokument"),
        (b"\xd0\xcf\x11\xe0 gammalt", "är i ett äldre Wordformat eller har ett lösenord"),
    ],
    ids=["empty", "text", "workbook", "old or with a password"],
)
def test_a_file_of_another_kind(tmp_path: Path, content: bytes, reason: str) -> None:
    template = tmp_path / "mall.docx"
    template.write_bytes(content)
    with pytest.raises(UnusableTemplateError, match=reason):
        in_template(template)


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"</w:body>", b"<w:body>"), (b"word/document.xml", b"word/other.xml")],
    ids=["broken XML", "no document"],
)
def test_a_damaged_file(city: Path, old: bytes, new: bytes) -> None:
    with pytest.raises(UnusableTemplateError, match="går att läsa"):
        in_template(_rewritten(city, "trasig.docx", old, new))


def test_a_file_cut_short(city: Path) -> None:
    city.write_bytes(city.read_bytes()[:2000])
    with pytest.raises(UnusableTemplateError, match="går att läsa"):
        in_template(city)


def test_a_file_that_is_not_there_or_a_directory(tmp_path: Path) -> None:
    with pytest.raises(UnusableTemplateError, match="finns inte"):
        in_template(tmp_path / "mall.docx")
    with pytest.raises(UnusableTemplateError, match="går inte att läsa"):
        in_template(tmp_path)
