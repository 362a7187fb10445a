"""How each kind of value looks in a cell. Every style is made once and known by its number."""

from dataclasses import dataclass

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from kfmodel.compilation.compilation import Status
from kfmodel.compilation.table import Kind
from kfmodel.compilation.words import word
from kfmodel.compilation.workbook import palette
from kfmodel.compilation.workbook.palette import GREEN, GREY, RED, YELLOW, Tone
from kfmodel.delivery import DeliveryState
from kfmodel.dialogue import Progress
from kfmodel.scales import Severity

FONT = "Arial"
TEXT = "General"
# 041D is Swedish; the minus is the typographic one, which Excel's own formats never print
COUNT = '[$-41D]#,##0;[$-41D]"−"#,##0'
COUNT_DECIMALS = '[$-41D]#,##0.0#;[$-41D]"−"#,##0.0#'
DIFFERENCE = '[$-41D]"+"#,##0;[$-41D]"−"#,##0;0'
DIFFERENCE_DECIMALS = '[$-41D]"+"#,##0.0#;[$-41D]"−"#,##0.0#;0'
PERCENT = '0 %;"−"0 %'
AMOUNT = '[$-41D]#,##0 "kr"'
POINTS = '"+"0 %;"−"0 %;0 %'
TIME = "yyyy-mm-dd hh:mm"


@dataclass(frozen=True, slots=True)
class Look:
    """Number format, alignment and width (in characters) of a kind; `decimals` is the format of
    a number that is not whole."""

    number_format: str
    horizontal: str
    width: int
    decimals: str = ""


LOOKS: dict[Kind, Look] = {
    Kind.CATEGORY: Look(TEXT, "left", 41),
    Kind.NAME: Look(TEXT, "left", 30),
    Kind.ADDRESS: Look(TEXT, "left", 38),
    Kind.WORD: Look(TEXT, "left", 12),
    Kind.SHORT: Look(TEXT, "left", 16),
    Kind.PHRASE: Look(TEXT, "left", 24),
    Kind.TEXT: Look(TEXT, "left", 44),
    Kind.NOTE: Look(TEXT, "left", 95),
    Kind.SEVERITY: Look(TEXT, "left", 16),
    Kind.PROGRESS: Look(TEXT, "left", 14),
    Kind.STATUS: Look(TEXT, "left", 12),
    Kind.DELIVERY: Look(TEXT, "left", 24),
    Kind.COUNT: Look(COUNT, "right", 10, COUNT_DECIMALS),
    Kind.DIFFERENCE: Look(DIFFERENCE, "right", 8, DIFFERENCE_DECIMALS),
    Kind.PERCENT: Look(PERCENT, "right", 10),
    Kind.POINTS: Look(POINTS, "right", 8),
    Kind.TIME: Look(TIME, "right", 18),
    Kind.AMOUNT: Look(AMOUNT, "right", 17),
    Kind.YEAR: Look("0", "right", 10),
    Kind.ANSWER: Look(DIFFERENCE, "right", 18, DIFFERENCE_DECIMALS),
}

_SEVERITY: dict[str, Tone] = {
    word(Severity.OTHER): YELLOW,
    word(Severity.NOT_SERIOUS): GREEN,
    word(Severity.LESS_SERIOUS): YELLOW,
    word(Severity.SERIOUS): RED,
}

TONES: dict[Kind, dict[str, Tone]] = {
    Kind.SEVERITY: _SEVERITY,
    Kind.ANSWER: _SEVERITY,
    Kind.PROGRESS: {
        word(Progress.SUBMITTED): GREEN,
        word(Progress.IN_PROGRESS): YELLOW,
        word(Progress.NOT_STARTED): GREY,
    },
    Kind.DELIVERY: {
        word(DeliveryState.SENT): GREEN,
        word(DeliveryState.FAILED): RED,
        word(DeliveryState.EXPIRED): YELLOW,
        word(DeliveryState.NOT_NEEDED): GREY,
    },
    Kind.STATUS: {word(Status.OK): GREEN, word(Status.WARNING): YELLOW, word(Status.ERROR): RED},
}
"""Words that have a colour, and never the colour alone."""


def font(ink: str = palette.INK, *, size: int = 10, bold: bool = False) -> Font:
    return Font(name=FONT, size=size, bold=bold, color=ink)


def solid(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour, end_color=colour)


def line_below() -> Border:
    return Border(bottom=Side(style="thin", color=palette.LINE))


def frame() -> Border:
    side = Side(style="thin", color=palette.QUIET_INK)
    return Border(left=side, right=side, top=side, bottom=side)


ON_ONE_LINE = Alignment(horizontal="right", vertical="center", indent=1)


def wrapped(horizontal: str = "left", vertical: str = "center") -> Alignment:
    indent = 0 if horizontal == "center" else 1
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True, indent=indent)


class StyleNumbers:
    """The workbook's number for each style, as cells refer to it."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self.plain = {kind: self._number(look.number_format, look) for kind, look in LOOKS.items()}
        self.decimals = {
            kind: self._number(look.decimals, look) for kind, look in LOOKS.items() if look.decimals
        }
        self.total = {
            kind: self._number(look.number_format, look, font(bold=True))
            for kind, look in LOOKS.items()
        }
        self.quoted = self._number(TEXT, LOOKS[Kind.TEXT], quoted=True)
        self.masked = self._number(TEXT, Look(TEXT, "center", 0))
        self.not_applied = self._number(
            TEXT, Look(TEXT, "center", 0), font(palette.QUIET_INK, size=8), shrunk=True
        )

    def _number(
        self,
        number_format: str,
        look: Look,
        letters: Font | None = None,
        *,
        quoted: bool = False,
        shrunk: bool = False,
    ) -> int:
        cell = WriteOnlyCell(self._sheet)
        cell.font = letters or font()
        cell.border = line_below()
        cell.alignment = wrapped(look.horizontal) if number_format == TEXT else ON_ONE_LINE
        if shrunk:  # words among numbers, in a column as narrow as those
            cell.alignment = Alignment(horizontal="center", vertical="center", shrink_to_fit=True)
        cell.number_format = number_format
        cell.quotePrefix = quoted
        return cell.style_id
