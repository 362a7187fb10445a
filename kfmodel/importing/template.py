"""The import workbook that HR fills in: the sheets as the reader wants them, empty or filled."""

from collections.abc import Callable, Sequence
from os import PathLike
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kfmodel.importing import template_style as style
from kfmodel.importing.columns import Column, Demand, Refers, Sheet
from kfmodel.importing.cycle_key_columns import CYCLE, CYCLE_KEYS
from kfmodel.importing.cycle_sheets import (
    CATEGORIES,
    ORGANISATIONS,
    PEOPLE,
    PREVIOUS,
    PROJECTIONS,
    STAFFING,
)
from kfmodel.importing.plan_sheets import ACTIVITIES, FUNDING, GOALS, OUTCOMES
from kfmodel.importing.reading import SHEETS
from kfmodel.importing.sheets import INSTRUCTIONS
from kfmodel.importing.template_examples import CYCLE_EXAMPLES, EXAMPLES, Values
from kfmodel.importing.template_instructions import write_instructions
from kfmodel.importing.values import CycleFile
from kfmodel.plan import MEASURES

_LAST_ROW = 20_000
"""Drop-down lists reach this far down."""

_DEFINING_SHEETS = {
    Refers.ORGANISATION: ORGANISATIONS.title,
    Refers.PARENT: ORGANISATIONS.title,
    Refers.CATEGORY: CATEGORIES.title,
}
_AUTHOR = "Kompetensförsörjning"


Target = str | PathLike[str] | IO[bytes]


def write_template(target: Target) -> None:
    """Writes the workbook to a path or a binary file. Raises OSError."""
    _new_workbook(_write_sheet).save(target)


def write_cycle(file: CycleFile, target: Target) -> None:
    """Writes a workbook that reads as `file`, for HR to go on with. Raises OSError."""
    rows: dict[str, Sequence[Any]] = {
        ORGANISATIONS.title: file.organisations,
        PEOPLE.title: file.assignments,
        CATEGORIES.title: file.categories,
        PROJECTIONS.title: file.projections,
        STAFFING.title: file.staffing,
        PREVIOUS.title: file.previous,
        GOALS.title: file.plan.goals,
        OUTCOMES.title: file.plan.outcomes,
        ACTIVITIES.title: file.plan.activities,
        FUNDING.title: file.plan.funding,
    }

    def write_sheet(page: Worksheet, sheet: Sheet) -> None:
        _set_up(page, sheet)
        if sheet is CYCLE:
            _write_keys(page, [getattr(file.cycle, key.name) for key in CYCLE_KEYS])
            return
        for place, row in enumerate(rows[sheet.title], start=2):
            _write_row(page, sheet, place, row)
        _add_lists(page, sheet)

    _new_workbook(write_sheet).save(target)


def _new_workbook(write_sheet: Callable[[Worksheet, Sheet], None]) -> Workbook:
    workbook = Workbook()
    workbook.properties.title = "Underlag till kompetensförsörjningsdialogen"
    workbook.properties.creator = _AUTHOR
    workbook.properties.language = "sv-SE"
    page = workbook.worksheets[0]
    page.title = INSTRUCTIONS
    write_instructions(page, SHEETS)
    for sheet in SHEETS:
        write_sheet(workbook.create_sheet(sheet.title), sheet)
    return workbook


def _write_sheet(page: Worksheet, sheet: Sheet) -> None:
    _set_up(page, sheet)
    if sheet is CYCLE:
        _write_example_keys(page)
        return
    _write_example(page, sheet, EXAMPLES[sheet.title])
    _add_lists(page, sheet)


def _set_up(page: Worksheet, sheet: Sheet) -> None:
    page.sheet_properties.tabColor = style.REQUIRED_TAB if sheet.required else style.OPTIONAL_TAB
    page.freeze_panes = "A2"
    page.print_title_rows = "1:1"
    page.row_dimensions[1].height = 32
    page.row_dimensions[2].height = 20 if sheet.required else 32
    style.set_up_print(page)
    for place, column in enumerate(sheet.columns, start=1):
        _write_heading(page, place, column)


def _add_lists(page: Worksheet, sheet: Sheet) -> None:
    for place, column in enumerate(sheet.columns, start=1):
        _add_list(page, column, f"{_letter(place)}2:{_letter(place)}{_LAST_ROW}")


def _write_row(page: Worksheet, sheet: Sheet, place: int, row: Any) -> None:
    for number, column in enumerate(sheet.columns, start=1):
        _write_cell(page, place, number, column, _value(row, column.name))


def _value(row: Any, name: str) -> Any:
    """A row's value by its column's name; the plan's rows call some by what they are."""
    if name == "organisation_code" and not hasattr(row, name):
        return row.committee_code
    return getattr(row.measures if name in MEASURES else row, name)


def _write_heading(page: Worksheet, place: int, column: Column) -> None:
    required = column.demand is Demand.CELL
    cell = page.cell(1, place, column.heading)
    cell.font = style.HEADING
    cell.alignment = _alignment(column)
    cell.fill = style.REQUIRED_FILL if required else style.OPTIONAL_FILL
    cell.comment = _comment(column)
    dimension: Any = page.column_dimensions[_letter(place)]
    dimension.width = column.width
    dimension.number_format = column.kind.number_format


def _alignment(column: Column) -> Alignment:
    """Numbers that are added up stand to the right; years and dates are read as text."""
    return style.RIGHT if column.kind.number_format.startswith(("#", "+")) else style.LEFT


def _comment(column: Column) -> Comment:
    demand = "Obligatorisk." if column.demand is Demand.CELL else "Får vara tom."
    expected = f"Skriv {column.expected}."
    comment = Comment("\n".join(filter(None, (expected, column.note, demand))), _AUTHOR)
    comment.width, comment.height = 280, 110
    return comment


def _write_example_keys(page: Worksheet) -> None:
    _write_keys(page, [CYCLE_EXAMPLES[key.name] for key in CYCLE_KEYS], as_examples=True)
    _write_beside(page, len(CYCLE_KEYS) + 3, 3, "Gula celler är exempel: skriv över dem.")


def _write_keys(page: Worksheet, values: Sequence[Any], *, as_examples: bool = False) -> None:
    """The cycle's values, one a row, with what they are for beside them."""
    write = _write_example_cell if as_examples else _write_cell
    page.column_dimensions["C"].width = 80
    for row, (key, value) in enumerate(zip(CYCLE_KEYS, values, strict=True), start=2):
        page.cell(row, 1, key.heading).font = (
            style.BOLD if key.demand is Demand.CELL else style.PLAIN
        )
        page.cell(row, 1).border = style.ROW_LINE
        page.cell(row, 1).alignment = style.LEFT
        page.row_dimensions[row].height = 20
        write(page, row, 2, key, value)
        note = key.note if key.demand is Demand.CELL else f"{key.note} Får vara tomt."
        _write_beside(page, row, 3, note)
        _add_list(page, key, f"B{row}")


def _write_example(page: Worksheet, sheet: Sheet, values: Values) -> None:
    for place, (column, value) in enumerate(zip(sheet.columns, values, strict=True), start=1):
        _write_example_cell(page, 2, place, column, value)
    beside = len(sheet.columns) + 1
    _write_beside(page, 2, beside, "← exempelrad, skriv över")
    page.column_dimensions[_letter(beside)].width = 26


def _write_beside(page: Worksheet, row: int, place: int, note: str) -> None:
    """A note under no heading, so it is never read."""
    cell = page.cell(row, place, note)
    cell.font = style.NOTE
    cell.alignment = style.BESIDE


def _write_example_cell(
    page: Worksheet, row: int, place: int, column: Column, value: object
) -> None:
    cell: Any = page.cell(row, place)
    cell.value = value
    cell.number_format = column.kind.number_format
    cell.font = style.EXAMPLE
    cell.fill = style.EXAMPLE_FILL
    cell.alignment = _alignment(column)


def _write_cell(page: Worksheet, row: int, place: int, column: Column, value: Any) -> None:
    cell: Any = page.cell(row, place)
    cell.value = None if value is None else column.kind.write(value)
    if isinstance(cell.value, str):
        cell.data_type = "s"  # what begins with = is a name as well
    cell.number_format = column.kind.number_format
    cell.alignment = _alignment(column)


def _add_list(page: Worksheet, column: Column, cells: str) -> None:
    if column.refers:
        title = _DEFINING_SHEETS[column.refers]
        source = f"{title}!$A$2:$A${_LAST_ROW}"
        formula = f"OFFSET({title}!$A$2,0,0,MAX(1,COUNTA({source})),1)"
        error = f"Värdet finns inte i bladet {title}. Vill du behålla det ändå?"
        # a warning, so that the sheets can be filled in any order
        choices = DataValidation(type="list", formula1=formula, errorStyle="warning", error=error)
    elif column.kind.words:
        words = ",".join(column.kind.words)
        choices = DataValidation(type="list", formula1=f'"{words}"', error="Välj i listan.")
        if column.kind.open:
            choices.errorStyle = "warning"
            choices.error = "Värdet finns inte i listan. Vill du behålla det ändå?"
    else:
        return
    choices.allow_blank = True
    choices.showErrorMessage = True
    choices.errorTitle = column.heading
    choices.add(cells)
    page.add_data_validation(choices)


def _letter(place: int) -> str:
    return get_column_letter(place)
