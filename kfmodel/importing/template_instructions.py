"""The template's first sheet: what HR does with the rest."""

from collections.abc import Iterable, Iterator

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from kfmodel.importing import template_style as style
from kfmodel.importing.columns import Sheet
from kfmodel.importing.text import listed
from kfmodel.methods import all_methods

_STEPS = (
    "Fyll i bladen från vänster till höger. Börja med Omgång, Organisation och Yrkeskategorier: "
    "de andra bladen hämtar sina listor därifrån.",
    "Skriv över de gula exempelraderna eller ta bort dem. De är påhittade, men läses som vanliga "
    "rader om de får stå kvar; bara i Mål, Utfall, Aktiviteter och Medel hoppas de över.",
    "Importera filen. Alla fel visas på en gång, med blad och cell, och inget sparas förrän allt "
    "stämmer.",
    "Rätta i samma fil och importera igen. Samma fil två gånger ändrar ingenting.",
)
_METHODS = listed([method.name.sv for method in all_methods().values()])
_WITHOUT_PROJECTION = listed(
    [method.name.sv for method in all_methods().values() if method.baseline == "today"]
)
_RULES = (
    "Mörkblå rubriker måste ha ett värde på varje rad. Ljusare rubriker får ha tomma celler.",
    "Håll muspekaren över en rubrik för att se vad som ska stå i kolumnen.",
    "Kolumnerna får stå i vilken ordning som helst, men rubrikerna ska heta som i mallen.",
    "Tal får skrivas som 7, 7,5 eller −3. Datum skrivs som 2027-04-30.",
    "Gap är tillgång minus behov: −3 betyder att tre personer saknas.",
    "Koder och kategorinamn knyter ihop omgångarna. Byter en kategori namn skrivs det förra i "
    "Tidigare namn.",
    "Metod väljs i Omgång, och i Organisation för en nämnd som använder en annan. Metoderna är "
    f"{_METHODS}.",
    f"{_WITHOUT_PROJECTION} behöver inga rader i Personalframskrivning.",
    "Chefer räknas i Bemanning hos sin överordnade: ingen bedömer sig själv.",
)
_ORGANISATION = (
    ("Kod", "Namn", "Typ", "Överordnad"),
    ("S", "Staden", "stad", ""),
    ("N1", "Socialnämnden", "nämnd", "S"),
    ("N1-A", "Barn och unga", "avdelning", "N1"),
    ("N1-A1", "Utredningsenheten", "enhet", "N1-A"),
)


def write_instructions(page: Worksheet, sheets: Iterable[Sheet]) -> None:
    page.sheet_view.showGridLines = False
    for letter, width in zip("ABCDE", (4, 26, 30, 16, 30), strict=True):
        page.column_dimensions[letter].width = width
    rows = _Rows(page)
    rows.merged("Underlag till kompetensförsörjningsdialogen", style.TITLE, height=30)
    rows.heading("Gör så här")
    for number, step in enumerate(_STEPS, start=1):
        rows.point(f"{number}.", step)
    rows.heading("Bladen")
    for sheet in sheets:
        rows.sheet(sheet)
    rows.heading("Bra att veta")
    for rule in _RULES:
        rows.point("•", rule)
    rows.heading("Så kan en organisation se ut")
    for place, row in enumerate(_ORGANISATION):
        rows.table_row(row, style.BOLD if place == 0 else style.PLAIN)
    style.set_up_print(page, landscape=False)


class _Rows:
    """Writes from the top down."""

    def __init__(self, page: Worksheet) -> None:
        self._page = page
        self._numbers: Iterator[int] = iter(range(1, 1000))

    def merged(self, text: str, font: Font, *, height: float) -> None:
        row = next(self._numbers)
        self._write(row, 1, text, font, last=5)
        self._page.row_dimensions[row].height = height

    def heading(self, text: str) -> None:
        next(self._numbers)
        self.merged(text, style.SUBTITLE, height=20)

    def point(self, mark: str, text: str) -> None:
        row = next(self._numbers)
        self._write(row, 1, mark, style.PLAIN)
        self._write(row, 2, text, style.PLAIN, last=5)
        self._page.row_dimensions[row].height = 15.5 * (1 + len(text) // 118)

    def sheet(self, sheet: Sheet) -> None:
        row = next(self._numbers)
        self._write(row, 2, sheet.title, style.BOLD)
        text = sheet.purpose if sheet.required else f"Valfritt. {sheet.purpose}"
        self._write(row, 3, text, style.PLAIN, last=5)
        self._page.cell(row, 2).hyperlink = f"#'{sheet.title}'!A1"
        self._page.row_dimensions[row].height = 15.5 * (1 + len(text) // 90)

    def table_row(self, texts: Iterable[str], font: Font) -> None:
        row = next(self._numbers)
        for column, text in enumerate(texts, start=2):
            self._write(row, column, text, font)
            self._page.cell(row, column).border = style.ROW_LINE

    def _write(self, row: int, column: int, text: str, font: Font, last: int = 0) -> None:
        cell = self._page.cell(row, column, text)
        cell.font = font
        cell.alignment = style.WRAPPED
        if last:
            self._page.merge_cells(start_row=row, end_row=row, start_column=column, end_column=last)
