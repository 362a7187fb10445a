"""The report as HR opens it."""

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
import time_machine
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from kfmodel.compilation import Compilation, compile_material
from kfmodel.compilation.material import Committee
from kfmodel.compilation.report import Quote, write_report
from tests.commands.published import GAP, RECRUITMENT, RISK, WORDS, published
from tests.compilation.asn_2025 import asn_2025
from tests.compilation.build import (
    ASN,
    CATEGORY,
    COMPILED_AT,
    COMPLETE,
    FSN,
    compiled,
    dialogue,
    projection,
)
from tests.compilation.report.rows import naming
from tests.compilation.report.word import opened, rows, styled, tables, text_of, written

TITLE = "Rapport och plan för kompetensförsörjning 2025"


@pytest.fixture(scope="module")
def compilation() -> Compilation:
    return compile_material(asn_2025(), COMPILED_AT)


@pytest.fixture(scope="module")
def report(compilation: Compilation) -> WordDocument:
    return opened(compilation)


@pytest.mark.parametrize(
    ("caption", "columns"),
    [("Gapanalys 2025", GAP), ("Rekryteringsbehov 2025–2027", RECRUITMENT), ("Risk och", RISK)],
)
def test_the_published_tables_word_for_word(
    report: WordDocument, caption: str, columns: tuple[str, ...]
) -> None:
    found = [row[: len(columns)] for row in rows(report, caption)[1:]]
    assert found == [[_printed(name, row[name]) for name in columns] for row in published()]


def _printed(name: str, value: str) -> str:
    if name.startswith("level_"):
        return f"{'+' if int(value) > 0 else ''}{value} %".replace("-", "−")
    return WORDS.get(value, value.replace("-", "−") if value[0] == "-" else value)


def test_headings_are_those_of_the_published_report(report: WordDocument) -> None:
    assert styled(report, "Heading 1") == [
        "Bakgrund och syfte",
        "Vad är gapanalyser?",
        "Resultat och analys av nämndens kompetensutmaningar",
        "Analys av nämndens kompetensutmaningar",
        "Återkoppling av förra planen",
        "Plan för arbetet med kompetensförsörjning framåt",
        "Bilaga: underlag och kontroller",
    ]
    assert styled(report, "Heading 3") == ["Allvarlig risk (röd)", "Mindre allvarlig risk (gul)"]


def test_the_text_is_there(report: WordDocument) -> None:
    text = " ".join(styled(report, "Normal"))
    assert "beror 191 (82 %) på personalomsättning, 30 (13 %) på gapet och 12 (5 %)" in text
    assert "Alla 40 svar är inlämnade." in text
    assert "till mindre allvarlig (gul)" in text
    assert [name for name in styled(report, "List Bullet") if name.endswith("familjehem")]


def test_first_page(report: WordDocument) -> None:
    assert styled(report, "Title") == [TITLE]
    assert styled(report, "Subtitle") == [ASN.name]
    assert styled(report, "Rapportuppgift")[1] == "Förslag, sammanställt 1 oktober 2025"


def test_the_contents_list_every_heading_and_lead_to_it(report: WordDocument) -> None:
    body = report.element.body
    [frame] = body.iter(qn("w:sdt"))
    [code] = [found.text for found in frame.iter(qn("w:instrText"))]
    assert code.split()[0] == "TOC"
    links = {
        link.get(qn("w:anchor")): "".join(found.text for found in link.iter(qn("w:t")))
        for link in frame.iter(qn("w:hyperlink"))
    }
    bookmarks = {
        mark.get(qn("w:name")): mark.getparent() for mark in body.iter(qn("w:bookmarkStart"))
    }
    assert list(links.values()) == [
        p.text for p in report.paragraphs if p.style and p.style.name in ("Heading 1", "Heading 2")
    ]
    for anchor, text in links.items():
        assert text == "".join(found.text for found in bookmarks[anchor].iter(qn("w:t")))


def test_fields_open_and_close_and_none_makes_word_ask(report: WordDocument) -> None:
    for root in (report.element.body, report.sections[0].header.part.element):
        kinds = [mark.get(qn("w:fldCharType")) for mark in root.iter(qn("w:fldChar"))]
        assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") > 0
        assert not root.xpath(".//w:fldChar[@w:dirty]")
    assert not report.settings.element.xpath(".//w:updateFields")


def test_captions_are_numbered_by_fields(report: WordDocument) -> None:
    captions = styled(report, "Caption")
    for label in ("Tabell", "Figur"):
        numbers = [int(n) for text in captions for n in re.findall(rf"^{label} (\d+)\. ", text)]
        assert numbers == list(range(1, len(numbers) + 1))
    codes = [found.text.split()[:2] for found in report.element.body.iter(qn("w:instrText"))]
    assert codes.count(["SEQ", "Tabell"]) == len(report.tables)
    assert codes.count(["SEQ", "Figur"]) == len(report.inline_shapes) == 3


def test_every_table_can_be_read_across_pages_and_aloud(report: WordDocument) -> None:
    for caption, table in tables(report):
        first, *others = table.rows
        assert first._tr.trPr is not None
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in (first, *others))
        [told] = table._tbl.tblPr.xpath("./w:tblCaption/@w:val")
        assert caption.endswith(told)
        assert table.style is not None
        assert table.style.name == "Rapporttabell"


def test_every_picture_says_what_it_shows(report: WordDocument) -> None:
    told = [str(text) for text in report.element.body.xpath(".//wp:docPr/@descr")]
    assert len(told) == 3
    assert "Sektionschef: 171 och 173" in told[0]
    assert "barn och unga 73: personalomsättning 63, gap att fylla 8" in told[1]
    assert "Allvarlig, Medel (34–66 %): Socialsekreterare myndighet familjehem" in told[2]


def test_the_page_and_the_header(report: WordDocument) -> None:
    section = report.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
    [header] = section.header.paragraphs
    assert header.text == f"{TITLE}, {ASN.name}\t1 (1)"
    codes = [found.text.strip() for found in header._p.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert section.different_first_page_header_footer


def test_properties_and_language(report: WordDocument) -> None:
    properties = report.core_properties
    assert properties.title == f"{TITLE}, {ASN.name}"
    assert properties.author == ASN.name
    assert properties.created is not None
    assert properties.created.replace(tzinfo=None) == datetime.fromisoformat("2025-10-01T06:30")
    [language] = report.styles.element.xpath("./w:docDefaults//w:lang/@w:val")
    assert language == "sv-SE"


def test_what_needs_judgement_is_marked(report: WordDocument) -> None:
    marked = styled(report, "Att fylla i")
    assert len(marked) > 10
    assert all(text.startswith("[Att fylla i: ") for text in marked)


def test_the_same_compilation_gives_the_same_bytes(compilation: Compilation) -> None:
    with time_machine.travel("2031-05-01"):
        later = written(compilation)
    assert written(compilation) == later


def test_a_path_does_as_well_as_a_file(tmp_path: Path) -> None:
    write_report(compiled(dialogue("1", 9)), tmp_path / "report.docx")
    assert (tmp_path / "report.docx").read_bytes() == written(compiled(dialogue("1", 9)))


def test_only_picked_quotes_stand_below_their_driver() -> None:
    said = replace(naming("law", "technology"), comment="Lagen kräver nytt")
    one = compiled(dialogue("1", 9, said))
    assert "Lagen kräver nytt" not in text_of(opened(one))
    assert [text for text in styled(opened(one), "Att fylla i") if "Inga citat är valda" in text]
    report = opened(one, quotes=[Quote("law", CATEGORY, "Lagen kräver nytt")])
    assert styled(report, "Quote") == [f"”Lagen kräver nytt”\n{CATEGORY}"]
    analysis = styled(report, "Heading 2")
    assert analysis.index("Lagstiftning och politik") < analysis.index("Teknikutveckling och AI")
    assert "Nämns av den enda enheten som har svarat" in text_of(report)


def test_a_small_group_is_named_and_nothing_else() -> None:
    given = replace(COMPLETE, comment="Ska inte synas", drivers=("law",))
    numbers = {"gap_2y": -771, "gap_5y": -882, "turnover_2y": 553, "retirements_2y": 994}
    compilation = compiled(
        dialogue("1", 20),
        dialogue("9", 3, given, category="Liten"),
        categories=(CATEGORY, "Liten"),
        projections={
            (ASN.code, CATEGORY): projection(20, gap_2y=-1, turnover_2y=2, retirements_2y=0),
            (ASN.code, "Liten"): projection(3, **numbers),
        },
    )
    report = opened(compilation, quotes=[])
    text = text_of(report)
    for secret in ("771", "882", "553", "994", "2 318", "774", "Ska inte synas"):
        assert secret not in text
    [small] = [row for row in rows(report, "Gapanalys 2025") if row[0] == "Liten"]
    assert set(small[1:]) == {"•"}
    assert "Av rekryteringsbehovet på 3 personer" in text
    assert "en yrkeskategori redovisas inte" in text


def test_each_committee_has_a_part_of_its_own() -> None:
    report = opened(
        compiled(dialogue("1", 9), dialogue("2", 9, committee=FSN), committees=(ASN, FSN))
    )
    assert [text for text in styled(report, "Heading 1") if text.startswith("Resultat")] == [
        f"Resultat och analys: {ASN.name}",
        f"Resultat och analys: {FSN.name}",
    ]
    found = [table for caption, table in tables(report) if "Gapanalys 2025" in caption]
    assert [len(table.rows) for table in found] == [2, 2]
    assert {table.rows[0].cells[0].text for table in found} == {"Yrkeskategori"}
    assert styled(report, "Subtitle") == ["Hela staden"]


def test_an_empty_cycle_is_a_report() -> None:
    assert styled(opened(compiled(categories=(), committees=())), "Title") == [TITLE]


def test_nobody_has_answered() -> None:
    text = text_of(opened(compiled(dialogue("1", 9, None), dialogue("2", 9, None))))
    assert "Inget av 2 svar är inlämnat." in text
    assert "Det saknas två svar från Avdelningen för insatser." in text
    assert "Ej påbörjad" in text


@pytest.mark.parametrize("method", ["three-level", "headcount-levels"])
def test_other_methods(method: str) -> None:
    committee = Committee("N", "Nämnden", method)
    answers = replace(COMPLETE, comment="", move_some_good=None)
    report = opened(
        compiled(dialogue("1", 9, answers, committee=committee), committees=(committee,))
    )
    assert styled(report, "Heading 1")


def test_names_that_mean_something_elsewhere_are_text() -> None:
    names = ["$x_1$ \\frac", "=HYPERLINK(1)", "<b>&amp;", "Rad\x00ett\nRad två", "Läkare 🚑"]
    units = [dialogue(str(n), 9, category=name) for n, name in enumerate(names)]
    projections = {
        (ASN.code, name): projection(9, gap_2y=-1, gap_5y=2, turnover_2y=3, retirements_2y=0)
        for name in names
    }
    report = opened(compiled(*units, categories=names, projections=projections))
    printed = [row[0] for row in rows(report, "Gapanalys 2025")[1:]]
    assert printed == ["$x_1$ \\frac", "=HYPERLINK(1)", "<b>&amp;", "Radett\nRad två", "Läkare 🚑"]


def test_many_categories_take_more_pictures() -> None:
    names = [f"Yrkeskategori {n}" for n in range(20)]
    units = [dialogue(str(n), 9, category=name) for n, name in enumerate(names)]
    projections = {(ASN.code, name): projection(9, gap_2y=-1, gap_5y=2) for name in names}
    report = opened(compiled(*units, categories=names, projections=projections))
    captions = [text for text in styled(report, "Caption") if text.startswith("Figur")]
    assert [text[-9:] for text in captions[:2]] == [" (1 av 2)", " (2 av 2)"]
