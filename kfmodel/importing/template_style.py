"""How the template looks."""

from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_FONT = "Calibri"
_DARK, _SOFT, _EXAMPLE, _GREY = "1F4E79", "5B7F9F", "FFF6DD", "6B6B6B"
_LINE = Border(bottom=Side(style="thin", color="D9D9D9"))

TITLE = Font(name=_FONT, size=20, bold=True, color=_DARK)
SUBTITLE = Font(name=_FONT, size=13, bold=True, color=_DARK)
PLAIN = Font(name=_FONT, size=11)
BOLD = Font(name=_FONT, size=11, bold=True)
HEADING = Font(name=_FONT, size=11, bold=True, color="FFFFFF")
EXAMPLE = Font(name=_FONT, size=11, italic=True, color="7A5B00")
NOTE = Font(name=_FONT, size=10, italic=True, color=_GREY)

REQUIRED_FILL = PatternFill("solid", fgColor=_DARK)
OPTIONAL_FILL = PatternFill("solid", fgColor=_SOFT)
EXAMPLE_FILL = PatternFill("solid", fgColor=_EXAMPLE)

WRAPPED = Alignment(wrap_text=True, vertical="top")
LEFT = Alignment(vertical="center", wrap_text=True, horizontal="left", indent=1)
RIGHT = Alignment(vertical="center", wrap_text=True, horizontal="right", indent=1)
BESIDE = Alignment(vertical="center", horizontal="left", indent=1)
ROW_LINE = _LINE

REQUIRED_TAB, OPTIONAL_TAB = _DARK, "A6A6A6"


def set_up_print(sheet: Worksheet, *, landscape: bool = True) -> None:
    """A4, as wide as the page, headings again on every page."""
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer: Any = sheet.oddFooter
    footer.left.text = "&A"
    footer.right.text = "Sida &P av &N"
