"""The printed page: A4 landscape, as wide as the sheet, said what it is and of when."""

from dataclasses import dataclass

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_SMALL = '&"Arial,Regular"&8'
_BOLD = '&"Arial,Bold"&10'
_LONGEST_NAME = 80
"""Excel refuses a header of more than 255 characters."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What every page says of its workbook: at the head whose it is, at the foot as of when."""

    whose: tuple[str, ...]
    foot: str


def set_up_page(sheet: Worksheet, paper: Paper) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = sheet.page_setup.fitToWidth or 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom = 0.8, 0.6
    margins.header = margins.footer = 0.3
    whose = " · ".join(name[:_LONGEST_NAME].replace("&", "&&") for name in paper.whose)
    sheet.oddHeader = _line(f"{_BOLD}{sheet.title}", f"{_SMALL}{whose}")
    sheet.oddFooter = _line(f"{_SMALL}{paper.foot}", f"{_SMALL}Sida &P av &N")


def _line(left: str, right: str) -> HeaderFooterItem:
    line = HeaderFooterItem()
    line.left.text = left
    line.right.text = right
    return line
