"""A cycle that is written as a workbook reads as it was."""

import re
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from kfmodel.importing.reading import read_cycle
from kfmodel.importing.template import write_cycle
from tests.importing.workbooks import TODAY, asn_2025, file_of, small, with_plan


@pytest.mark.parametrize("book", [small(), with_plan(), asn_2025()])
def test_what_is_written_reads_as_it_was(book: Workbook) -> None:
    file = file_of(book)
    target = BytesIO()
    write_cycle(file, target)
    target.seek(0)
    again = read_cycle(target, TODAY)
    assert (again.errors, again.warnings) == ((), ())
    # the cells are where they were, whatever columns were left out before
    cell = re.compile(r"cell='([^'!]+)![A-Z]+(\d+)'")
    assert cell.sub(r"\1 \2", repr(again.file)) == cell.sub(r"\1 \2", repr(file))


def test_a_name_that_begins_like_a_formula_is_text() -> None:
    book = small()
    book["Organisation"]["B4"] = "=2+2"
    book["Organisation"]["B4"].data_type = "s"
    file = file_of(book)
    target = BytesIO()
    write_cycle(file, target)
    assert load_workbook(target)["Organisation"]["B4"].data_type == "s"
