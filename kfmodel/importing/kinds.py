"""What a cell may hold: a kind reads one cell to a value, or says in Swedish what is wrong with it.

A message continues the sentence `antal "sju" …`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from kfmodel.importing.cell import Cell
from kfmodel.importing.limits import (
    CODE_LENGTH,
    EMAIL_LENGTH,
    FIRST_YEAR,
    LAST_YEAR,
    MAX_HEADS,
    MAX_SEK,
)
from kfmodel.importing.names import Names
from kfmodel.importing.text import clean, clean_lines, listed
from kfmodel.numbers import NotANumberError, as_text, parse_number
from kfmodel.planning.schedule import schedule_of

_EMAIL = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_GUID = re.compile(r"\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?")


class CellRefusedError(ValueError):
    """The cell does not hold what its column is for; `str()` is the rest of the sentence."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`words` are the choices of a drop-down list, which takes others too where it is `open`;
    `number_format` is the cells' in the template. `write` gives what a cell holds for a value that
    was read, so that reading it again gives the value."""

    read: Callable[[Cell], Any]
    words: tuple[str, ...] = ()
    number_format: str = "General"
    open: bool = False
    write: Callable[[Any], Any] = lambda value: value


def text(longest: int) -> Kind:
    """A name or another text on one line."""
    return Kind(lambda cell: _short_enough(clean(_as_text(cell)), longest))


def free_text(longest: int) -> Kind:
    """A text that may have several lines."""
    return Kind(lambda cell: _short_enough(clean_lines(_as_text(cell)), longest))


def code() -> Kind:
    """A code; the cells are text in the template, so that Excel leaves 0101 and 1-1 alone."""
    return replace(text(CODE_LENGTH), number_format="@")


def texts(longest: int) -> Kind:
    """Texts apart by semicolons, as a tuple."""

    def read(cell: Cell) -> tuple[str, ...]:
        parts = (clean(part) for part in _as_text(cell).split(";"))
        return tuple(_short_enough(part, longest) for part in dict.fromkeys(parts) if part)

    return Kind(read, write="; ".join)


def email() -> Kind:
    """An e-mail address, in lower case."""

    def read(cell: Cell) -> str:
        address = _short_enough(clean(_as_text(cell)).lower(), EMAIL_LENGTH)
        if not _EMAIL.fullmatch(address):
            raise CellRefusedError(
                "är inte en e-postadress; skriv den som fornamn.efternamn@kommun.se"
            )
        return address

    return Kind(read)


def entra_id() -> Kind:
    """The object id of an account in Entra: a GUID, in lower case."""

    def read(cell: Cell) -> str:
        match = _GUID.fullmatch(clean(_as_text(cell)).lower())
        if match is None:
            raise CellRefusedError(
                "är inte ett objekt-id från Entra; det ser ut som "
                "0f8fad5b-d9cb-469f-a165-70867728950e, annars lämna tomt"
            )
        return match[1]

    return Kind(read)


def word(choices: Mapping[str, Any], others: Mapping[str, Any] | None = None) -> Kind:
    """One of a few words, in any letter case; `others` are read too, but not offered."""
    values = {**choices, **(others or {})}
    names = Names(values)

    def read(cell: Cell) -> Any:
        written = clean(_as_text(cell))
        found = names.find(written)
        if found is None:
            offered = listed(list(choices), "eller")
            raise CellRefusedError(f"finns inte; välj {offered}{names.hint(written)}")
        return values[found]

    written = {value: text for text, value in choices.items()}
    return Kind(read, words=tuple(choices), write=lambda value: written.get(value, value))


def suggested(words: Iterable[str], longest: int) -> Kind:
    """One of the words, in their own spelling, or any other text."""
    names = Names(words)

    def read(cell: Cell) -> str:
        written = _short_enough(clean(_as_text(cell)), longest)
        return names.find(written) or written

    return Kind(read, words=tuple(words), open=True)


def day() -> Kind:
    """A date: an Excel date (a time of day is dropped) or ISO text."""

    def read(cell: Cell) -> date:
        value = _as_date(cell.value)
        if value is None:
            raise CellRefusedError("är inte ett datum; skriv som 2025-09-30")
        if not FIRST_YEAR <= value.year <= LAST_YEAR:
            raise CellRefusedError(f"ligger utanför åren {FIRST_YEAR}–{LAST_YEAR}")
        return value

    return Kind(read, number_format="yyyy\\-mm\\-dd")


def reminder_days() -> Kind:
    """Working days before the last day, as `schedule_of` reads them."""

    def read(cell: Cell) -> str:
        try:
            return str(schedule_of(clean(_as_text(cell))))
        except ValueError as error:
            raise CellRefusedError(f"går inte att tyda; skriv {error}") from error

    return Kind(read, number_format="@")


def year() -> Kind:
    def read(cell: Cell) -> int:
        return int(_within(_whole(_number(cell, "2025"), "2025"), FIRST_YEAR, LAST_YEAR))

    return Kind(read, number_format="0")


def count() -> Kind:
    """How many, as a Decimal: 0 or more; whether decimals are right is for the caller."""

    def read(cell: Cell) -> Decimal:
        number = _count(cell)
        if number < 0:
            raise CellRefusedError("är negativt; skriv ett antal från 0 och uppåt")
        return number

    return Kind(read, number_format="#,##0.##")


def whole_count() -> Kind:
    """How many people, as an int: 0 or more."""

    def read(cell: Cell) -> int:
        number = _whole(_count(cell), "7")
        if number < 0:
            raise CellRefusedError("är negativt; skriv ett antal från 0 och uppåt")
        return int(number)

    return Kind(read, number_format="#,##0")


def amount() -> Kind:
    """Whole kronor, as an int: 0 or more."""

    def read(cell: Cell) -> int:
        return int(_within(_whole(_number(cell, "400000"), "400000"), 0, MAX_SEK))

    return Kind(read, number_format="#,##0")


def gap() -> Kind:
    """Available minus needed, as a Decimal: −3 means three short."""
    return Kind(_count, number_format="+#,##0.##;−#,##0.##;0")


def points() -> Kind:
    """Whole percentage points with sign, −100 to 100; a cell formatted in percent holds −0.1."""

    def read(cell: Cell) -> int:
        number = _number(cell, "−10")
        if cell.percent:
            number = round(number * 100, 6)
        return int(_within(_whole(number, "−10"), -100, 100))

    return Kind(read, number_format="+0;−0;0")


def as_written() -> Kind:
    """The cell itself, for a column whose kind depends on the row."""
    return Kind(lambda cell: cell)


def _short_enough(value: str, longest: int) -> str:
    if len(value) > longest:
        raise CellRefusedError(f"är för lång; högst {longest} tecken, här är det {len(value)}")
    return value


def _as_text(cell: Cell) -> str:
    value = cell.value
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        raise CellRefusedError("är ett sant/falskt-värde; skriv det som text")
    if isinstance(value, int | float):
        # a code such as 101 that Excel took for a number
        return cell.shown.replace("−", "-")
    raise CellRefusedError("har tolkats som datum eller tid av Excel; formatera kolumnen som text")


def _as_date(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(clean(str(value))).date() if isinstance(value, str) else None
    except ValueError:
        return None


def _count(cell: Cell) -> Decimal:
    if cell.percent or cell.shown.endswith("%"):
        raise CellRefusedError("är en procentsats; skriv ett antal, t.ex. 7")
    return _within(_number(cell, "7"), -MAX_HEADS, MAX_HEADS)


def _number(cell: Cell, example: str) -> Decimal:
    value = cell.value
    try:
        # a computed cell has binary noise (7.000000000001) and more decimals than people write
        return parse_number(f"{value:.6f}" if isinstance(value, float) else value)
    except NotANumberError as error:
        raise CellRefusedError(f"är inte ett tal; skriv ett tal, t.ex. {example}") from error


def _whole(number: Decimal, example: str) -> Decimal:
    if number != number.to_integral_value():
        raise CellRefusedError(f"är inte ett heltal; skriv ett heltal, t.ex. {example}")
    return number


def _within(number: Decimal, least: int, most: int) -> Decimal:
    if not least <= number <= most:
        raise CellRefusedError(
            f"ligger utanför det rimliga; skriv ett tal från {as_text(least)} till {as_text(most)}"
        )
    return number
