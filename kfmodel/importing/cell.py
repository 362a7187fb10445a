"""One cell of a workbook, apart from the library that read it."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from kfmodel.importing.text import clean

CellValue = str | int | float | bool | date | time | timedelta | None

_LONGEST_SHOWN = 60


class Cell(NamedTuple):
    """`percent`: a number shown with a percent sign, so that −0.1 reads −10 %.

    `fault` says in Swedish why the cell has no usable value (an error value, a formula that was
    never computed); None where it has one.
    """

    value: CellValue = None
    percent: bool = False
    fault: str | None = None

    @property
    def is_empty(self) -> bool:
        if isinstance(self.value, str):
            return not (self.value[:1].isalnum() or clean(self.value))
        return self.value is None and self.fault is None

    @property
    def shown(self) -> str:
        """What the person sees in the cell, on one line and not too long."""
        text = clean(_as_seen(self.value, percent=self.percent))
        return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


EMPTY = Cell()


def _as_seen(value: CellValue, *, percent: bool) -> str:
    if isinstance(value, bool):
        return "SANT" if value else "FALSKT"
    if isinstance(value, int | float):
        return _number_as_seen(value, percent=percent)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return str(value)


def _number_as_seen(value: float, *, percent: bool) -> str:
    number = round(value * 100, 6) if percent else value
    text = str(int(number)) if number == number // 1 else f"{number:.12g}"
    text = text.replace(".", ",").replace("-", "−")
    return f"{text} %" if percent else text
