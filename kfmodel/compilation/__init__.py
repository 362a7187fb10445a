"""Answers in, tables out: material -> Compilation (plain values) -> tables -> workbook and JSON."""

from kfmodel.compilation.compilation import (
    CategoryRow,
    Check,
    Compilation,
    Status,
)
from kfmodel.compilation.compile_material import (
    compile_city,
    compile_division,
    compile_material,
)
from kfmodel.compilation.main_figures import CategoryFigures, MainFigures, main_figures
from kfmodel.compilation.summary_json import as_json
from kfmodel.compilation.table import Column, Kind, Readers, Table
from kfmodel.compilation.workbook import write_workbook

__all__ = [
    "CategoryFigures",
    "CategoryRow",
    "Check",
    "Column",
    "Compilation",
    "Kind",
    "MainFigures",
    "Readers",
    "Status",
    "Table",
    "as_json",
    "compile_city",
    "compile_division",
    "compile_material",
    "main_figures",
    "write_workbook",
]
