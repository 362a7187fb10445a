"""Values as read by people (words, Stockholm time) and by machines (names, UTC)."""

from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache

from kfmodel.glossary import heading
from kfmodel.methods import Band
from kfmodel.numbers import as_text
from kfmodel.planning.office_hours import STOCKHOLM
from kfmodel.scales import ScaleValue, label

Value = str | int | float | datetime | tuple[str, ...] | dict[str, str | int] | None
"""A value of a table; values of scales and other enumerations are str. One with names is for
machines."""

Shown = str | int | float | datetime | None
"""What people read; times are Stockholm's."""

Plain = str | int | float | list[str] | dict[str, str | int] | None
"""What machines read."""

MASK = "•"
"""What people read where a value is not shown."""

NOT_APPLIED = heading("not_applied")
"""What people read of a part that the row's method does not have."""


class Points(int):
    """Whole percentage points, in a column whose values are not all of one kind."""


def local_time(value: datetime) -> datetime:
    """Stockholm's wall clock, without a zone; a time without a zone is UTC."""
    aware = value if value.tzinfo else value.replace(tzinfo=UTC)
    return aware.astimezone(STOCKHOLM).replace(tzinfo=None)


def iso_utc(value: datetime) -> str:
    """ISO 8601 in UTC, whole seconds: 2025-09-30T22:00:00Z."""
    aware = value if value.tzinfo else value.replace(tzinfo=UTC)
    return f"{aware.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


@lru_cache(typed=True)  # HIGH of one scale equals HIGH of another
def word(value: StrEnum) -> str:
    """The Swedish word for a value of a scale or any other enumeration."""
    return label(value) if isinstance(value, ScaleValue) else heading(value.value)


def for_people(value: Value) -> Shown:
    """Text, number or local time; an empty text is no value."""
    if isinstance(value, StrEnum):
        return word(value)
    if isinstance(value, datetime):
        return local_time(value)
    if isinstance(value, tuple):
        return "; ".join(value) or None
    if isinstance(value, dict):
        raise TypeError("a value with names needs words for people")
    return None if value == "" else value


def for_machines(value: Value) -> Plain:
    """A value that JSON has; an empty text is no value."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return iso_utc(value)
    if isinstance(value, tuple):
        return list(value)
    return None if value == "" else value


def need_interval(band: Band) -> str:
    """ "−5 till +5 %", "+30 % eller mer"; from the end that is nearer the baseline."""
    low, high = band.from_pct, band.to_pct
    if low is None or high is None:
        end = low if high is None else high
        return f"{as_text(end or 0, signed=True)} % eller mer"
    first, last = sorted((low, high), key=abs)
    return f"{as_text(first, signed=True)} till {as_text(last, signed=True)} %"


def likelihood_interval(band: Band) -> str:
    """ "34–66 %"."""
    return f"{band.from_pct}–{band.to_pct} %"


def yes_no(value: bool) -> str:
    return "Ja" if value else "Nej"
