"""Rows as a table that stays readable on a phone: two columns, several lines in a cell."""

from collections.abc import Sequence

from microsoft_teams.cards.core import ColumnDefinition, Table, TableCell, TableRow

from cards.elements import Element, element, line, run

Cells = tuple[str, Sequence[str]]
"""The name of the row and what is said of it, line by line."""


def rows_table(head: tuple[str, str], rows: Sequence[Cells]) -> Element:
    """Three columns would cut long words at 320 pixels."""
    first = element(TableRow, cells=[_cell([run(title, bold=True)]) for title in head])
    return element(
        Table,
        columns=[element(ColumnDefinition, width=3), element(ColumnDefinition, width=2)],
        rows=[first, *(_row(*row) for row in rows)],
        show_grid_lines=True,
        vertical_cell_content_alignment="Center",
    )


def _row(name: str, said: Sequence[str]) -> Element:
    return element(TableRow, cells=[_cell([run(name)]), _cell([run(text) for text in said])])


def _cell(lines: list[Element]) -> Element:
    return element(TableCell, items=[line(text, spacing="None") for text in lines])
