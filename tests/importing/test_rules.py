"""Rules that hold between rows and sheets: broken ones are errors, odd ones warnings."""

from datetime import date
from typing import Any

import pytest

from tests.importing.workbooks import ROWS, errors, small, warnings


def test_every_error_is_told_at_once_in_the_order_of_the_sheets() -> None:
    book = small()
    book["Bemanning"]["C10"] = "sju"
    book["Organisation"]["C6"] = "sektion"
    book["Omgång"]["B4"] = None
    book["Bemanning"]["C2"] = -1
    assert [line.split(":")[0] for line in errors(book)] == [
        "Omgång!B4",
        "Organisation!C6",
        "Bemanning!C2",
        "Bemanning!A10",
        "Bemanning!B10",
        "Bemanning!C10",
    ]


def test_a_key_twice_or_missing() -> None:
    book = small()
    book["Omgång"]["A3"] = "namn"
    assert errors(book) == [
        'Omgång!A1: nyckeln "År" saknas; skriv den på en rad med värde',
        'Omgång!A3: nyckeln "Namn" finns redan på rad 2; ta bort en',
    ]


def test_keys_in_any_case_with_colons_and_spaces() -> None:
    book = small()
    book["Omgång"]["A6"] = "  SISTA\u00a0svarsdag :"
    assert warnings(book) == []


def test_an_unknown_key_is_pointed_out() -> None:
    book = small()
    book["Omgång"]["A8"] = "Mätdatumet"
    book["Omgång"]["B8"] = "2024-12-31"
    assert warnings(book) == ['Omgång!A8: nyckeln "Mätdatumet" läses inte (menade du "Mätdatum"?)']


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (["e1 ", "Tre", "enhet", "A1"], '"e1" finns redan på rad 5; varje kod får stå på en rad'),
        (["Ö", "Två", "stad", None], "staden finns redan på rad 2; bara en rad får vara stad"),
    ],
)
def test_an_organisation_too_many(row: list[Any], text: str) -> None:
    book = small()
    book["Organisation"].append(row)
    cell = "A7" if row[2] == "enhet" else "C7"
    assert errors(book) == [f"Organisation!{cell}: {text}"]


def test_no_committee() -> None:
    book = small()
    book["Organisation"]["C3"] = "avdelning"
    found = errors(book)
    assert found[0] == "Organisation!A1: ingen nämnd finns; skriv minst en rad med typ nämnd"


def test_a_circle_of_parents() -> None:
    book = small()
    book["Organisation"]["D4"] = "E1"
    assert errors(book) == [
        "Organisation!D4: organisationen är överordnad sig själv: A1 → E1 → A1",
        "Organisation!D5: organisationen är överordnad sig själv: E1 → A1 → E1",
    ]


@pytest.mark.parametrize("name", ["Sektionschef", "SEKTIONSCHEF", " sektions\u00adchef\u00a0"])
def test_a_category_twice(name: str) -> None:
    book = small()
    book["Yrkeskategorier"]["A4"] = name
    shown = " ".join(name.replace("\u00ad", "").split())
    assert errors(book) == [
        f'Yrkeskategorier!A4: "{shown}" finns redan på rad 3; varje kategori får stå på en rad'
    ]


def test_conflicting_languages_and_accounts() -> None:
    book = small()
    book["Personer"]["F4"] = "en"
    book["Personer"]["E4"] = "11111111-2222-3333-4444-555555555555"
    book["Personer"]["E5"] = "11111111-2222-3333-4444-666666666666"
    language, account = errors(book)[1], errors(book)[0]
    assert language == (
        'Personer!F5: språk "sv" skiljer sig från "en" på rad 4 för bo@exempel.se; skriv samma '
        "språk på personens alla rader"
    )
    assert account == (
        'Personer!E5: entra-id "11111111-2222-3333-4444-666666666666" skiljer sig från '
        '"11111111-2222-3333-4444-555555555555" på rad 4 för bo@exempel.se; skriv samma id på '
        "personens alla rader"
    )


@pytest.mark.parametrize("title", ["Bemanning", "Personalframskrivning"])
def test_a_pair_twice(title: str) -> None:
    book = small()
    code, category, *numbers = ROWS[title][0]
    book[title].append([code.lower(), category.upper(), *numbers])
    row = book[title].max_row
    assert errors(book) == [
        f'{title}!A{row}: "{code}" och "{category}" finns redan på rad 2; slå ihop raderna till en'
    ]


def test_an_earlier_row_twice() -> None:
    book = small()
    book["Föregående omgång"].append(ROWS["Föregående omgång"][0])
    assert errors(book) == [
        'Föregående omgång!A3: "2023", "N1" och "Socialsekreterare" finns redan på rad 2; ta bort '
        "en av raderna"
    ]


def test_a_category_projected_on_two_levels() -> None:
    book = small()
    book["Personalframskrivning"].append(["A1", "Socialsekreterare", 12, -3, -5, 4, 1])
    assert errors(book) == [
        'Personalframskrivning!A4: "Socialsekreterare" har redan framskrivning per nämnd på rad 2, '
        "här per avdelning; välj en nivå inom nämnden"
    ]


def test_a_method_that_starts_from_the_projection_needs_one() -> None:
    book = small()
    book["Personalframskrivning"].delete_rows(2, 2)
    assert errors(book) == [
        "Personalframskrivning!A1: rader saknas under rubrikerna; metoden Femgradig gapanalys "
        "utgår från framskrivningen"
    ]


def test_a_sheet_without_rows() -> None:
    book = small()
    book["Bemanning"].delete_rows(2, 3)
    assert errors(book) == [
        "Bemanning!A1: rader saknas under rubrikerna; skriv minst en rad",
    ]


@pytest.mark.parametrize(
    ("deadline", "today", "text"),
    [
        ("2025-04-30", date(2025, 5, 1), "har redan passerat"),
        ("2025-04-26", date(2025, 2, 1), "är en lördag"),
        ("2025-04-27", date(2025, 2, 1), "är en söndag"),
        ("2025-05-01", date(2025, 2, 1), "är en helgdag (Första maj)"),
        ("2025-06-20", date(2025, 2, 1), "är en helgdag (Midsommarafton)"),
        ("2025-07-15", date(2025, 2, 1), "ligger i juli, då inga påminnelser skickas"),
        ("2027-02-26", date(2025, 2, 1), "ligger långt från omgångens år 2025"),
    ],
)
def test_an_odd_deadline(deadline: str, today: date, text: str) -> None:
    book = small()
    book["Omgång"]["B6"] = deadline
    assert warnings(book, today) == [f"Omgång!B6: sista svarsdag {deadline} {text}"]


def test_the_deadline_may_be_today() -> None:
    assert warnings(small(), date(2025, 4, 30)) == []


ODD: list[tuple[dict[str, Any], str]] = [
    (
        {"Personalframskrivning!F2": None},
        "Personalframskrivning!F2: personalomsättning 2 år saknas; rekryteringsbehovet kan då inte "
        "räknas ut",
    ),
    (
        {"Bemanning!C2": 9},
        'Personalframskrivning!C2: "Socialsekreterare" har 12 medarbetare i framskrivningen men 14 '
        'i Bemanning för nämnden "N1"',
    ),
    (
        {"Personer!A2": "bo@exempel.se", "Personer!B2": "Bo Al", "Personer!C2": "enhetschef"},
        'Organisation!A3: nämnden "N1" har ingen hr i Personer; ingen kan följa och fastställa '
        "svaren",
    ),
    (
        {"Personer!D4": "E2", "Personer!D5": "A1"},
        'Organisation!A5: "E1" har bemanning men ingen chef i Personer; besvaras av närmaste '
        "avdelningschef eller HR",
    ),
    (
        {"Personer!D2": "A1"},
        'Personer!C2: hr hör till en nämnd eller staden, men "A1" är av annan typ',
    ),
    (
        {"Personer!D3": "N1"},
        'Personer!C3: en avdelningschef hör till en avdelning, men "N1" är av annan typ',
    ),
    (
        {"Organisation!A7": "E9", "Organisation!B7": "Ny", "Organisation!C7": "enhet"}
        | {"Organisation!D7": "A1"},
        'Organisation!A7: kod "E9" används inte i något annat blad',
    ),
    (
        {"Organisation!A7": "E9", "Organisation!B7": "Ny", "Organisation!C7": "enhet"}
        | {"Organisation!D7": "S", "Personer!D5": "E9"},
        'Organisation!D7: "E9" hör inte till någon nämnd och kommer inte med i någon '
        "sammanställning",
    ),
    (
        {"Yrkeskategorier!A4": "Kurator"},
        'Yrkeskategorier!A4: yrkeskategori "Kurator" finns inte i Bemanning; ingen chef får frågan',
    ),
    (
        {"Yrkeskategorier!A4": "Kurator", "Bemanning!A5": "E1", "Bemanning!B5": "Kurator"}
        | {"Bemanning!C5": 3},
        'Bemanning!B5: "Kurator" saknar framskrivning för nämnden "N1"; behovet jämförs då med '
        "dagens antal",
    ),
]


@pytest.mark.parametrize(("cells", "text"), ODD)
def test_something_odd_is_pointed_out_and_imported(cells: dict[str, Any], text: str) -> None:
    book = small()
    for cell, value in cells.items():
        title, place = cell.split("!")
        book[title][place].value = value
    assert text in warnings(book)
