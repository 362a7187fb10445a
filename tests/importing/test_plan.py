"""The sheets of the plan: what they say, and everything that can be wrong with them."""

from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from kfmodel.importing.plan_values import ActivityRow, FundingRow, GoalRow, OutcomeRow, PlanRows
from kfmodel.importing.reading import read_cycle
from kfmodel.importing.template import write_template
from kfmodel.plan import Measures
from tests.importing.workbooks import TODAY, errors, read, saved, small, warnings, with_plan


def test_everything_in_the_four_sheets_is_read() -> None:
    reading = read(with_plan())
    assert (reading.errors, reading.warnings) == ((), ())
    assert reading.file is not None
    plan = reading.file.plan
    goal = Measures(14, 0, 5, 25, 20)
    assert plan.goals == (GoalRow("N1", "Socialsekreterare", 2025, goal, "Mål!A2"),)
    outcome = Measures(7, None, -1, 12, 20)
    assert plan.outcomes == (
        OutcomeRow("N1", "Socialsekreterare", 2025, "HR:s statistik", outcome, "Utfall!A2"),
    )
    mentor, forum = plan.activities
    assert mentor == ActivityRow(
        "N1",
        "Utveckla och motivera",
        "Socialsekreterare",
        "Mentorskap\nför nya",
        "2025–2026",
        "HR",
        "Enkät",
        "Rekrytering och konkurrens",
        "Få på hög nivå",
        "Pågår",
        "Aktiviteter!A2",
    )
    assert (forum.area, forum.category, forum.status) == ("Ledarskap", None, "Vilande")
    year, guidance = plan.funding
    assert year == FundingRow(
        "N1",
        "2025",
        "Introduktionsår",
        "Fler stannar",
        2_400_000,
        1_200_000,
        "Stadens",
        "Inga",
        "Medel!A2",
    )
    assert (guidance.asked_sek, guidance.granted_sek) == (300_000, None)


def test_the_plan_may_be_left_out_or_empty() -> None:
    book = with_plan()
    for title in ("Mål", "Utfall", "Aktiviteter", "Medel"):
        book[title].delete_rows(2, 2)
    for reading in (read(small()), read(book)):
        assert reading.errors == ()
        assert reading.file is not None
        assert not any(getattr(reading.file.plan, name) for name in ("goals", "activities"))


CASES: list[tuple[str, Any, str]] = [
    (
        "Mål!A2",
        "N9",
        'organisation "N9" finns inte som kod i Organisation; skriv en av koderna där',
    ),
    (
        "Mål!A2",
        "S",
        'organisation "S" hör inte till någon nämnd; skriv en nämnd eller en organisation under '
        "den",
    ),
    ("Mål!A2", None, "organisation saknas; skriv en kod ur bladet Organisation"),
    (
        "Mål!B2",
        "Sekreterare",
        'yrkeskategori "Sekreterare" finns inte i Yrkeskategorier; skriv ett av namnen där',
    ),
    ("Mål!C2", None, "till år saknas; skriv ett år"),
    (
        "Mål!C2",
        25,
        'till år "25" ligger utanför det rimliga; skriv ett tal från 2000 till 2100',
    ),
    ("Mål!D2", "många", 'utökning "många" är inte ett tal; skriv ett tal, t.ex. 7'),
    (
        "Mål!G2",
        2.5,
        'till hög "2,5" har decimaler; skriv hela personer eller ange Räknesätt årsarbetare i '
        "Omgång",
    ),
    ("Utfall!C2", None, "år saknas; skriv ett år"),
    ("Utfall!D2", None, "källa saknas; skriv varifrån siffrorna kommer"),
    ("Utfall!E2", "50 %", 'utökning "50 %" är en procentsats; skriv ett antal, t.ex. 7'),
    (
        "Aktiviteter!B2",
        "Alla",
        'yrkeskategori "Alla" finns inte i Yrkeskategorier; skriv ett av namnen där',
    ),
    ("Aktiviteter!C2", None, "aktivitet saknas; skriv vad som görs"),
    (
        "Aktiviteter!A2",
        "x" * 501,
        f'område "{"x" * 59}…" är för lång; högst 500 tecken, här är det 501',
    ),
    ("Medel!B2", None, "insats saknas; skriv vad pengarna är till för"),
    (
        "Medel!D2",
        "två miljoner",
        'äskade medel "två miljoner" är inte ett tal; skriv ett tal, t.ex. 400000',
    ),
    (
        "Medel!E2",
        0.5,
        'beviljade medel "0,5" är inte ett heltal; skriv ett heltal, t.ex. 400000',
    ),
    (
        "Medel!D2",
        -1,
        'äskade medel "−1" ligger utanför det rimliga; skriv ett tal från 0 till 1000000000000',
    ),
]


@pytest.mark.parametrize(("cell", "value", "text"), CASES)
def test_a_wrong_cell_is_named(cell: str, value: Any, text: str) -> None:
    book = with_plan()
    title, place = cell.split("!")
    book[title][place] = value
    assert errors(book) == [f"{cell}: {text}"]


@pytest.mark.parametrize(("title", "text"), [("Mål", "mål"), ("Utfall", "utfall")])
def test_a_row_that_says_nothing(title: str, text: str) -> None:
    book = with_plan()
    first = "D" if title == "Mål" else "E"
    for letter in "DEFGHI"["DEFGHI".index(first) :][:5]:
        book[title][f"{letter}2"] = None
    assert errors(book) == [f"{title}!{first}2: {text} saknas; skriv minst ett antal på raden"]


@pytest.mark.parametrize(
    ("title", "row", "text"),
    [
        (
            "Mål",
            ["n1", "Handläggare", 2025, 1],
            '"N1", "Socialsekreterare" och "2025" finns redan på rad 2; slå ihop raderna till en',
        ),
        (
            "Mål",
            ["A1", "Socialsekreterare", 2025, 1],
            '"Socialsekreterare" har redan mål per nämnd på rad 2, här per avdelning; välj en nivå '
            "inom nämnden",
        ),
        (
            "Utfall",
            ["N1", "Socialsekreterare", 2025, "hr:s statistik", 1],
            '"N1", "Socialsekreterare", "2025" och "hr:s statistik" finns redan på rad 2; slå ihop '
            "raderna till en",
        ),
        (
            "Aktiviteter",
            ["ledarskap", None, "CHEFSFORUM"],
            '"CHEFSFORUM" och "ledarskap" finns redan på rad 3; slå ihop raderna till en',
        ),
        (
            "Medel",
            ["2026", "handledning"],
            '"handledning" och "2026" finns redan på rad 3; slå ihop raderna till en',
        ),
    ],
)
def test_the_same_thing_twice(title: str, row: list[Any], text: str) -> None:
    book = with_plan()
    book[title].append(row)
    [error] = errors(book)
    assert error.startswith(f"{title}!")
    assert error.endswith(text)


def test_other_years_sources_areas_and_periods_are_no_duplicates() -> None:
    book = with_plan()
    book["Mål"].append(["N1", "Socialsekreterare", 2030, 20])
    book["Utfall"].append(["N1", "Socialsekreterare", 2025, "Enkät", 20])
    book["Aktiviteter"].append(["Ledarskap", "Sektionschef", "Chefsforum"])
    book["Medel"].append(["2027", "Handledning"])
    assert warnings(book) == []


def test_goals_may_be_a_divisions_or_in_full_time_equivalents() -> None:
    book = with_plan()
    book["Mål"]["A2"] = "A1"
    book["Mål"]["D2"] = 2.5
    book["Omgång"]["B9"] = "årsarbetare"
    reading = read(book)
    assert reading.errors == ()
    assert reading.file is not None
    [goal] = reading.file.plan.goals
    assert (goal.organisation_code, goal.measures.increase) == ("A1", 2.5)


def two_committees(*codes: str | None) -> Workbook:
    """Another committee, and the codes of the activities' committees."""
    book = with_plan()
    book["Organisation"].append(["N2", "Andra nämnden", "nämnd", "S", None])
    for title, column in (("Aktiviteter", 10), ("Medel", 8)):
        book[title].cell(1, column, "Organisation")
        for row, code in enumerate(codes, start=2):
            book[title].cell(row, column, code)
    return book


def test_with_several_committees_each_row_names_its_own() -> None:
    reading = read(two_committees("N1", "n2"))
    assert reading.errors == ()
    assert reading.file is not None
    assert [row.committee_code for row in reading.file.plan.activities] == ["N1", "N2"]
    assert [row.committee_code for row in reading.file.plan.funding] == ["N1", "N2"]


def test_a_row_that_belongs_to_no_committee() -> None:
    several = "organisation saknas; skriv nämndens kod, filen har flera nämnder"
    assert errors(two_committees(None, "A1")) == [
        f"Aktiviteter!J2: {several}",
        'Aktiviteter!J3: organisation "A1" är ingen nämnd; skriv nämndens kod',
        f"Medel!H2: {several}",
        'Medel!H3: organisation "A1" är ingen nämnd; skriv nämndens kod',
    ]
    [unknown, *_] = errors(two_committees("N7", "N2"))
    assert unknown.startswith('Aktiviteter!J2: organisation "N7" finns inte som kod')


def test_several_committees_and_no_column_for_them() -> None:
    book = with_plan()
    book["Organisation"].append(["N2", "Andra nämnden", "nämnd", "S", None])
    assert [error.split(":")[0] for error in errors(book)] == [
        *("Aktiviteter!A2", "Aktiviteter!A3", "Medel!A2", "Medel!A3")
    ]


def test_missing_headings_are_told_beside_the_rest() -> None:
    book = small()
    book.create_sheet("Mål").append(["Organisation", "Yrkeskategori", "Till år"])
    page = book.create_sheet("Medel")
    page.append(["Period", "Insats", "Mål och syfte", "Äskade medel", "Beviljade medel"])
    assert errors(book) == [
        *(
            f'Mål!A1: kolumnen "{heading}" saknas; lägg till rubriken'
            for heading in ("Utökning", "Till viss", "Till god", "Till hög", "Till mycket hög")
        ),
        'Medel!A1: kolumnen "Finansiering" saknas; lägg till rubriken',
        'Medel!A1: kolumnen "Avvikelser" saknas; lägg till rubriken',
    ]


def test_the_templates_examples_are_right_once_they_are_changed(tmp_path: Any) -> None:
    path = tmp_path / "mall.xlsx"
    write_template(path)
    untouched = read_cycle(path, TODAY)
    assert untouched.file is not None
    assert untouched.file.plan == PlanRows()
    told = "mallens exempelrad läses inte; skriv över den eller ta bort den"
    assert [str(problem) for problem in untouched.warnings][1:] == [
        f"{title}!A2: {told}" for title in ("Mål", "Utfall", "Aktiviteter", "Medel")
    ]
    book = load_workbook(path)
    for title, cell in (("Mål", "D2"), ("Utfall", "E2")):
        book[title][cell] = 9
    for title, cell in (("Aktiviteter", "D2"), ("Medel", "C2")):
        book[title][cell] = "Något annat"
    changed = read_cycle(saved(book), TODAY)
    assert changed.errors == ()
    assert changed.file is not None
    plan = changed.file.plan
    assert [len(rows) for rows in (plan.goals, plan.outcomes, plan.activities, plan.funding)] == [
        *(1, 1, 1, 1)
    ]
