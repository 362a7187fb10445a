"""The words of the cards, in a person's language. Every sentence stands in locale/*.po."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from fractions import Fraction
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib import resources
from io import BytesIO
from typing import Any

from babel.dates import format_date, format_datetime
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from kfmodel.numbers import as_text
from kfmodel.planning.office_hours import STOCKHOLM

LANGUAGES = ("sv", "en")
_LOCALES = {"sv": "sv_SE", "en": "en_GB"}
_DAY = "EEEE d MMMM y"
_NEAR_DAY = "EEEE d MMMM"
_TIME = {"sv": "HH.mm", "en": "HH:mm"}
_MOMENT = {"sv": f"d MMMM 'kl.' {_TIME['sv']}", "en": f"d MMMM 'at' {_TIME['en']}"}


class MissingTextError(LookupError):
    """The catalogue lacks this message id."""


class _NoFurther(NullTranslations):
    def gettext(self, message: str) -> str:
        raise MissingTextError(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002  gettext's own signature
        raise MissingTextError(msgid1)


class Texts:
    """One language's messages: `texts("need.heading")`, `texts("people", n=7)`.

    `n` is the count that picks the plural form; it may have decimals. Numbers, dates and times
    among the parameters are written as people of the language do. Raises MissingTextError for an id
    that is not in the catalogue, KeyError for a parameter that the message lacks a value for.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = _catalogue(language)

    def __call__(self, message: str, /, **params: Any) -> str:
        if "n" in params:
            form = self._catalogue.ngettext(message, message, 1 if params["n"] == 1 else 2)
        else:
            form = self._catalogue.gettext(message)
        return form.format_map(self._written(params)) if params else form

    def joined(self, parts: list[str]) -> str:
        """Parts as one enumeration: "a, b och c"."""
        if len(parts) < 2:
            return "".join(parts)
        return self("list.last", before=", ".join(parts[:-1]), last=parts[-1])

    def number(self, value: float | Fraction, *, signed: bool = False) -> str:
        return _number(value, self.language, signed)

    def amount(self, kronor: int) -> str:
        """An amount in kronor, with the language's own spaces or commas: "1 250 000 kr"."""
        grouped = format_decimal(kronor, locale=_LOCALES[self.language])
        return self("amount", kronor=grouped)

    def day_near(self, day: date, today: date) -> str:
        """ "fredag 17 oktober"; with its year where that is not today's."""
        return _day(day, self.language, _NEAR_DAY if day.year == today.year else _DAY)

    def time(self, moment: datetime) -> str:
        """The time of day in Sweden: "09.05"."""
        return _moment(moment, self.language, _TIME[self.language])

    def _written(self, params: Mapping[str, Any]) -> dict[str, str]:
        return {name: self._one(value) for name, value in params.items()}

    def _one(self, value: Any) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, datetime):
            return _moment(value, self.language, _MOMENT[self.language])
        if isinstance(value, date):
            return _day(value, self.language)
        return self.number(value)


@cache
def texts_in(language: str) -> Texts:
    """The texts of a language; Swedish for one that the product does not speak."""
    return Texts(language if language in LANGUAGES else LANGUAGES[0])


@cache
def _catalogue(language: str) -> GNUTranslations:
    source = resources.files("cards") / "locale" / f"{language}.po"
    compiled = BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    catalogue = GNUTranslations(compiled)
    catalogue.add_fallback(_NoFurther())
    return catalogue


@lru_cache(maxsize=2048)
def _number(value: float | Fraction, language: str, signed: bool) -> str:
    return as_text(float(value), language, signed=signed)


@lru_cache(maxsize=512)
def _day(day: date, language: str, pattern: str = _DAY) -> str:
    return format_date(day, pattern, locale=_LOCALES[language])


@lru_cache(maxsize=512)
def _moment(moment: datetime, language: str, pattern: str) -> str:
    """A time in Swedish local time; one without zone is UTC, as in storage."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    local = aware.astimezone(STOCKHOLM)
    return format_datetime(local, pattern, locale=_LOCALES[language])
