"""The template's made-up rows in the plan's sheets, which nothing else would give away."""

from kfmodel.importing.problems import Problems
from kfmodel.importing.table import Line, Table
from kfmodel.importing.template_examples import EXAMPLES


def without_example(table: Table, problems: Problems) -> Table:
    """The table without the template's example row, where it stands as it was; a warning says so.

    The sheets may be left alone, and made-up funding must not end up in a report.
    """
    for line in table:
        if _is_example(line, table):
            text = "mallens exempelrad läses inte; skriv över den eller ta bort den"
            problems.warn(line.cell, text)
    table.lines = [line for line in table if not _is_example(line, table)]
    return table


def _is_example(line: Line, table: Table) -> bool:
    example = zip(table.sheet.columns, EXAMPLES[table.sheet.title], strict=True)
    return all(line[column.name] == value for column, value in example)
