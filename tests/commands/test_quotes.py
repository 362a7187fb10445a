"""What the report may quote, listed and picked on the command line."""

import pytest
from docx import Document

from tests.commands.books import ANSWER_HEADINGS, answers_book
from tests.commands.kf import Kf

CATEGORY = "Socialsekreterare myndighet barn och unga"
ANSWER = ("Mer", "Mer", -10, 0, 10, 0, None, "Allvarlig", "Hög")
RECRUITMENT = "rekrytering och konkurrens"


@pytest.fixture
def commented(kf: Kf) -> Kf:
    """Two units have said why; one has named somebody."""
    answers_book(
        kf.directory / "svar.xlsx",
        ("E1", CATEGORY, *ANSWER, RECRUITMENT, "Få söker tjänsterna."),
        ("E2", CATEGORY, *ANSWER, RECRUITMENT, "Lisa Berg slutar."),
        headings=ANSWER_HEADINGS,
    )
    entered = kf("answers", "import", "svar.xlsx")
    assert entered.code == 0, entered.err
    return kf


def ids(kf: Kf) -> list[str]:
    shown = kf("quotes", "2025")
    return [line.split("] ")[1].split()[0] for line in shown.lines if line.startswith("  [")]


def test_list_pick_compile_and_drop(commented: Kf) -> None:
    shown = commented("quotes", "2025", "--for", "ASN")
    assert shown.lines[0] == "0 av 2 citat valda"
    assert "      Ser ut att nämna en person: Lisa Berg" in shown.lines
    first, _ = ids(commented)
    picked = commented("quotes", "2025", "--pick", first)
    assert f"  [x] {first}  {CATEGORY}: Få söker tjänsterna." in picked.lines
    assert "Få söker tjänsterna." in report(commented)
    assert "Lisa" not in report(commented)
    assert commented("quotes", "2025", "--drop", first).lines[0] == "0 av 2 citat valda"
    assert "Få söker" not in report(commented)


def test_what_names_several_drivers_is_offered_once(commented: Kf) -> None:
    both = f"{RECRUITMENT}; arbetsmiljö"
    rows = [("E3", CATEGORY, *ANSWER, both, "Många slutar tidigt.")]
    answers_book(commented.directory / "fler.xlsx", *rows, headings=ANSWER_HEADINGS)
    assert commented("answers", "import", "fler.xlsx").code == 0
    shown = commented("quotes", "2025")
    [listed] = [line for line in shown.lines if "Många slutar" in line]
    [more] = [line for line in shown.lines if "Kan också stå under Arbetsmiljö (" in line]
    first, other = listed.split("] ")[1].split()[0], more.split("(")[1].rstrip(")")
    commented("quotes", "2025", "--pick", first)
    moved = commented("quotes", "2025", "--pick", other)
    assert moved.lines[0] == "1 av 3 citat valda"
    assert f"  [x] {other}  {CATEGORY}: Många slutar tidigt." in moved.lines
    text = report(commented)
    assert text.count("Många slutar tidigt.") == 1
    assert text.index("\nArbetsmiljö\n") < text.index("Många slutar tidigt.")
    assert commented("quotes", "2025", "--drop", first).lines[0] == "0 av 3 citat valda"


def report(kf: Kf) -> str:
    assert kf("compile", "2025", "--out", "ut").code == 0
    document = Document(str(kf.directory / "ut" / "report.docx"))
    return "\n".join(p.text for p in document.paragraphs)


def test_a_changed_answer_drops_out(commented: Kf) -> None:
    first, _ = ids(commented)
    commented("quotes", "2025", "--pick", first)
    answers_book(
        commented.directory / "svar.xlsx",
        ("E1", CATEGORY, *ANSWER, RECRUITMENT, "Nu söker fler."),
        headings=ANSWER_HEADINGS,
    )
    assert commented("answers", "import", "svar.xlsx").code == 0
    shown = commented("quotes", "2025")
    assert shown.lines[-1] == f"Utgår: {first}, {CATEGORY} (svaret har ändrats)"
    assert "Få söker" not in report(commented)
    assert "Utgår" not in commented("quotes", "2025", "--drop", first).out


def test_one_that_is_not_offered_is_one_line_and_nothing_is_picked(commented: Kf) -> None:
    first, _ = ids(commented)
    refused = commented("quotes", "2025", "--pick", first, "--pick", "x")
    assert refused.error.startswith('Citatet "x" finns inte bland dem som kan väljas')
    assert commented("quotes", "2025").lines[0] == "0 av 2 citat valda"
