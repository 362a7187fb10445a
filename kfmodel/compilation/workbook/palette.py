"""The workbook's colours: text on its fill has a contrast of at least 7:1 (WCAG AAA)."""

from typing import NamedTuple

INK = "1F2933"
QUIET_INK = "4B5563"
LINE = "CBD2D9"
HEADING_INK = "FFFFFF"
HEADING_FILL = "1F3A5F"

BLUE = "1F4E79"
ORANGE = "C8691C"
GREY_BLUE = "7B8FA3"


class Tone(NamedTuple):
    """A light fill and the dark text on it."""

    fill: str
    ink: str


GREEN = Tone("CFEBD5", "0F4A24")
YELLOW = Tone("FFE9A8", "5A4200")
RED = Tone("F8CFCF", "7A1010")
GREY = Tone("E8ECF0", "3B4652")
