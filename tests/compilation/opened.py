"""A compilation's workbook, written and opened again."""

from io import BytesIO

from openpyxl import Workbook, load_workbook

from kfmodel.compilation import Compilation, write_workbook


def written(compilation: Compilation) -> BytesIO:
    file = BytesIO()
    write_workbook(compilation, file)
    file.seek(0)
    return file


def opened(compilation: Compilation) -> Workbook:
    return load_workbook(written(compilation))
