"""The printed page: A4 landscape, as wide as the sheet, said what it is and of when."""

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.standing import standing
from kfmodel.compilation.words import local_time

_SMALL = '&"Arial,Regular"&8'
_BOLD = '&"Arial,Bold"&10'
_LONGEST_NAME = 80
"""Excel refuses a header of more than 255 characters."""


def set_up_page(sheet: Worksheet, compilation: Compilation) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = sheet.page_setup.fitToWidth or 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom = 0.8, 0.6
    margins.header = margins.footer = 0.3
    compiled = local_time(compilation.compiled_at)
    sheet.oddHeader = _line(f"{_BOLD}{sheet.title}", f"{_SMALL}{_whose(compilation)}")
    sheet.oddFooter = _line(
        f"{_SMALL}Sammanställt {compiled:%Y-%m-%d kl. %H.%M} · {standing(compilation.rows)}",
        f"{_SMALL}Sida &P av &N",
    )


def _whose(compilation: Compilation) -> str:
    """The cycle, after the committee where there is only one."""
    committees = compilation.committees
    names = [committees[0].name, compilation.cycle] if len(committees) == 1 else [compilation.cycle]
    return " · ".join(name[:_LONGEST_NAME].replace("&", "&&") for name in names)


def _line(left: str, right: str) -> HeaderFooterItem:
    line = HeaderFooterItem()
    line.left.text = left
    line.right.text = right
    return line
