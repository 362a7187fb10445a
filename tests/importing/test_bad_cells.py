"""Every wrong cell is named with what was expected and what stood there."""

from datetime import date, time
from typing import Any

import pytest

from tests.importing.workbooks import ANNA, errors, small

CASES: list[tuple[str, Any, str]] = [
    # Omgång
    ("Omgång!B2", None, "värdet för Namn saknas; skriv omgångens namn"),
    ("Omgång!B2", "x" * 201, f'namn "{"x" * 59}…" är för lång; högst 200 tecken, här är det 201'),
    (
        "Omgång!B11",
        "varje dag",
        'påminnelser "varje dag" går inte att tyda; skriv högst 5 olika antal arbetsdagar före '
        "sista svarsdag, från 0 (samma dag) till 60, t.ex. 20, 10, 5, 1, 0",
    ),
    ("Omgång!B3", "i år", 'år "i år" är inte ett tal; skriv ett tal, t.ex. 2025'),
    ("Omgång!B3", 2025.5, 'år "2025,5" är inte ett heltal; skriv ett heltal, t.ex. 2025'),
    (
        "Omgång!B3",
        25,
        'år "25" ligger utanför det rimliga; skriv ett tal från 2000 till 2100',
    ),
    ("Omgång!B3", True, 'år "SANT" är inte ett tal; skriv ett tal, t.ex. 2025'),
    (
        "Omgång!B4",
        "five-levels",
        'metod "five-levels" finns inte; välj Femgradig gapanalys, Antal per kompetensnivå eller '
        'Tregradig gapanalys (menade du "five-level"?)',
    ),
    ("Omgång!B5", "1/3 2025", 'öppnar "1/3 2025" är inte ett datum; skriv som 2025-09-30'),
    ("Omgång!B5", 45719, 'öppnar "45719" är inte ett datum; skriv som 2025-09-30'),
    ("Omgång!B5", time(8, 30), 'öppnar "08:30:00" är inte ett datum; skriv som 2025-09-30'),
    ("Omgång!B5", "1925-03-03", 'öppnar "1925-03-03" ligger utanför åren 2000–2100'),
    (
        "Omgång!B6",
        "2025-03-02",
        "sista svarsdag 2025-03-02 ligger före öppningsdagen 2025-03-03; skriv samma dag eller en "
        "senare",
    ),
    (
        "Omgång!B6",
        "2099-04-30",
        "sista svarsdag 2099-04-30 ligger mer än två år efter öppningsdagen 2025-03-03 eller "
        "omgångens år 2025; skriv 2027-03-04 eller en tidigare dag",
    ),
    (
        "Omgång!B7",
        "hr(at)exempel.se",
        'HR-adress "hr(at)exempel.se" är inte en e-postadress; skriv den som '
        "fornamn.efternamn@kommun.se",
    ),
    ("Omgång!B9", "huvuden", 'räknesätt "huvuden" finns inte; välj antal eller årsarbetare'),
    # Organisation
    (
        "Organisation!B6",
        date(2025, 1, 1),
        'namn "2025-01-01" har tolkats som datum eller tid av Excel; formatera kolumnen som text',
    ),
    (
        "Organisation!B6",
        False,
        'namn "FALSKT" är ett sant/falskt-värde; skriv det som text',
    ),
    (
        "Organisation!C6",
        "enhett",
        'typ "enhett" finns inte; välj stad, nämnd, avdelning eller enhet (menade du "enhet"?)',
    ),
    (
        "Organisation!D6",
        "X9",
        'överordnad "X9" finns inte som kod i Organisation; skriv en av koderna där eller lämna '
        "tomt för staden",
    ),
    (
        "Organisation!D6",
        None,
        "överordnad saknas; skriv koden för närmaste högre nivå (tomt bara för staden)",
    ),
    (
        "Organisation!D3",
        None,
        "överordnad saknas; skriv koden för närmaste högre nivå (tomt bara för staden)",
    ),
    ("Organisation!D2", "N1", 'överordnad "N1" ska inte finnas för staden; lämna tomt'),
    (
        "Organisation!D6",
        "E1",
        'överordnad "E1" är en enhet; den ska vara av en högre typ än enhet',
    ),
    ("Organisation!D6", "E2", "organisationen är överordnad sig själv: E2 → E2"),
    ("Organisation!E4", "five-level", "metod anges bara för en nämnd; lämna tomt på andra rader"),
    # Personer
    ("Personer!A2", None, "e-post saknas; skriv en e-postadress".replace("e-post", "E-post", 1)),
    (
        "Personer!A2",
        "åsa@exempel.se",
        'E-post "åsa@exempel.se" är inte en e-postadress; skriv den som '
        "fornamn.efternamn@kommun.se",
    ),
    (
        "Personer!A2",
        "a" * 250 + "@b.se",
        f'E-post "{"a" * 59}…" är för lång; högst 254 tecken, här är det 255',
    ),
    (
        "Personer!B5",
        "Bo Ahl",
        'namn "Bo Ahl" skiljer sig från "Bo Al" på rad 4 för bo@exempel.se; skriv samma namn på '
        "personens alla rader",
    ),
    (
        "Personer!C2",
        "personal",
        'roll "personal" finns inte; välj enhetschef, avdelningschef eller hr',
    ),
    (
        "Personer!D2",
        "N2",
        'organisation "N2" finns inte som kod i Organisation; skriv en av koderna där',
    ),
    (
        "Personer!D5",
        "E1",
        "bo@exempel.se har redan samma roll och organisation på rad 4; ta bort en",
    ),
    (
        "Personer!E2",
        "hanna",
        'entra-id "hanna" är inte ett objekt-id från Entra; det ser ut som '
        "0f8fad5b-d9cb-469f-a165-70867728950e, annars lämna tomt",
    ),
    (
        "Personer!E4",
        ANNA,
        f'entra-id "{ANNA}" står redan för anna@exempel.se på rad 3; varje person har ett eget',
    ),
    ("Personer!F2", "no", 'språk "no" finns inte; välj sv eller en'),
    # Yrkeskategorier
    (
        "Yrkeskategorier!D3",
        "Socialsekreterare",
        'tidigare namn "Socialsekreterare" är en av kategorierna i bladet; ta bort det',
    ),
    (
        "Yrkeskategorier!D3",
        "handläggare",
        'tidigare namn "handläggare" finns redan på rad 2; skriv det på en kategori',
    ),
    # Personalframskrivning
    (
        "Personalframskrivning!A2",
        "S",
        'organisation "S" hör inte till någon nämnd; skriv en nämnd eller en organisation under '
        "den",
    ),
    (
        "Personalframskrivning!B2",
        "Socialsekretare",
        'yrkeskategori "Socialsekretare" finns inte i Yrkeskategorier; skriv ett av namnen där '
        '(menade du "Socialsekreterare"?)',
    ),
    (
        "Personalframskrivning!C2",
        "tolv",
        'antal medarbetare "tolv" är inte ett tal; skriv ett tal, t.ex. 7',
    ),
    (
        "Personalframskrivning!C2",
        date(2025, 1, 12),
        'antal medarbetare "2025-01-12" är inte ett tal; skriv ett tal, t.ex. 7',
    ),
    ("Personalframskrivning!D2", None, "gap 2 år saknas; skriv ett tal, t.ex. −3 eller 0"),
    (
        "Personalframskrivning!E2",
        -2.5,
        'gap 5 år "−2,5" har decimaler; skriv hela personer eller ange Räknesätt årsarbetare i '
        "Omgång",
    ),
    (
        "Personalframskrivning!D2",
        "10 %",
        'gap 2 år "10 %" är en procentsats; skriv ett antal, t.ex. 7',
    ),
    (
        "Personalframskrivning!F2",
        -4,
        'personalomsättning 2 år "−4" är negativt; skriv ett antal från 0 och uppåt',
    ),
    # Bemanning
    ("Bemanning!C2", None, "antal saknas; skriv ett antal, t.ex. 7"),
    ("Bemanning!C2", "−7", 'antal "−7" är negativt; skriv ett antal från 0 och uppåt'),
    (
        "Bemanning!C2",
        "6,5",
        'antal "6,5" har decimaler; skriv hela personer eller ange Räknesätt årsarbetare i Omgång',
    ),
    (
        "Bemanning!C2",
        10_000_000,
        'antal "10000000" ligger utanför det rimliga; skriv ett tal från −1000000 till 1000000',
    ),
    ("Bemanning!C2", "=3+4", "antal: formeln saknar sparat värde; öppna och spara filen i Excel"),
    # Föregående omgång
    (
        "Föregående omgång!A2",
        2025,
        'år "2025" är inte före omgångens år 2025; skriv ett tidigare år',
    ),
    (
        "Föregående omgång!D2",
        "Meer",
        'behov 2 år "Meer" finns inte; välj Mycket mindre, Mindre, Samma, Mer eller Mycket mer '
        '(menade du "Mer"?)',
    ),
    (
        "Föregående omgång!F2",
        -0.1,
        'viss "−0,1" är inte ett heltal; skriv ett heltal, t.ex. −10',
    ),
    (
        "Föregående omgång!F2",
        -110,
        'viss "−110" ligger utanför det rimliga; skriv ett tal från −100 till 100',
    ),
    (
        "Föregående omgång!J2",
        "Väldigt allvarlig",
        'risk "Väldigt allvarlig" finns inte; välj Inte allvarlig, Mindre allvarlig eller '
        "Allvarlig",
    ),
    ("Föregående omgång!K2", "Mellan", 'sannolikhet "Mellan" finns inte; välj Låg, Medel eller '),
]


@pytest.mark.parametrize(("cell", "value", "text"), CASES)
def test_a_wrong_cell_is_named(cell: str, value: Any, text: str) -> None:
    book = small()
    title, place = cell.split("!")
    book[title][place].value = value
    if not isinstance(value, date | time):
        book[title][place].number_format = "General"
    assert len(found := errors(book)) == 1, found
    assert found[0].startswith(f"{_blamed(cell, text)}: {text}")
    assert "\n" not in found[0]


def test_the_cell_that_others_refer_to_is_missing() -> None:
    book = small()
    book["Organisation"]["A6"] = None
    book["Yrkeskategorier"]["A3"] = "  "
    book["Yrkeskategorier"]["C3"] = "Chefer"
    code = 'organisation "E2" finns inte som kod i Organisation; skriv en av koderna där'
    name = 'yrkeskategori "Sektionschef" finns inte i Yrkeskategorier; skriv ett av namnen där'
    assert errors(book) == [
        "Organisation!A6: kod saknas; skriv en egen kod, t.ex. 1201",
        f"Personer!D5: {code}",
        "Yrkeskategorier!A3: yrkeskategori saknas; skriv kategorins namn",
        f"Personalframskrivning!B3: {name}",
        f"Bemanning!A3: {code}",
        f"Bemanning!B4: {name}",
    ]


def _blamed(cell: str, text: str) -> str:
    """Two rows that are one assignment are an error of the row, whichever cell made them so."""
    return "Personer!A5" if "redan samma roll" in text else cell
