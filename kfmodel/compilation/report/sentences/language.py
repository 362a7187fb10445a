"""How counts, lists and numbers are said in Swedish."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kfmodel.numbers import as_text

NO_BREAK = "\u00a0"
_WORDS = (
    *("noll", "en", "två", "tre", "fyra", "fem", "sex"),
    *("sju", "åtta", "nio", "tio", "elva", "tolv"),
)
_NAMED = 8
"""So many are named in a sentence; the tables hold the rest."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A thing that is counted: "kategori, kategorier, kategorin, kategorierna"."""

    one: str
    many: str
    the_one: str
    the_many: str
    article: str = "en"


PERSON = Noun("person", "personer", "personen", "personerna")
YEARLY_WORKER = Noun("årsarbetare", "årsarbetare", "årsarbetaren", "årsarbetarna")
CATEGORY = Noun("yrkeskategori", "yrkeskategorier", "yrkeskategorin", "yrkeskategorierna")
DIVISION = Noun("avdelning", "avdelningar", "avdelningen", "avdelningarna")
UNIT = Noun("enhet", "enheter", "enheten", "enheterna")
CITY = Noun("stad", "städer", "staden", "städerna")
COMMITTEE = Noun("nämnd", "nämnder", "nämnden", "nämnderna")
ANSWER = Noun("svar", "svar", "svaret", "svaren", "ett")
AREA = Noun("område", "områden", "området", "områdena", "ett")
ACTIVITY = Noun("aktivitet", "aktiviteter", "aktiviteten", "aktiviteterna")


def number(value: float, *, signed: bool = False) -> str:
    """A number as Swedish print has it, thousands apart: "1 610", "7,5", "−3".

    >>> number(1610).replace(NO_BREAK, " "), number(-3), number(7.5)
    ('1 610', '−3', '7,5')
    """
    text = as_text(value, signed=signed)
    digits = text.lstrip("+−")
    whole, comma, decimals = digits.partition(",")
    grouped = f"{int(whole):,}".replace(",", NO_BREAK)
    return text.removesuffix(digits) + grouped + comma + decimals


def percent(value: float, *, signed: bool = False) -> str:
    return f"{number(value, signed=signed)}{NO_BREAK}%"


def amount(value: float, noun: Noun) -> str:
    """A figure with its noun: "1 person", "30 personer"."""
    return f"{number(value)}{NO_BREAK}{noun.one if value == 1 else noun.many}"


def word(count: int, noun: Noun = CATEGORY) -> str:
    """The number alone, in words up to twelve: "en", "ett", "tolv", "13"."""
    if count == 1:
        return noun.article
    return _WORDS[count] if count < len(_WORDS) else number(count)


def counted(count: int, noun: Noun) -> str:
    """ "en yrkeskategori", "åtta yrkeskategorier", "13 svar"."""
    return f"{word(count, noun)} {noun.one if count == 1 else noun.many}"


def part_of(count: int, total: int, noun: Noun = CATEGORY) -> str:
    """The part alone, in words where the whole is: "tio" of twelve, "10" of 13."""
    return word(count, noun) if total < len(_WORDS) else number(count)


def of_all(count: int, total: int, noun: Noun = CATEGORY) -> str:
    """ "tre av åtta yrkeskategorier", "10 av 13 yrkeskategorier", "samtliga åtta yrkeskategorier";
    all of one is "den enda yrkeskategorin", all of two "båda yrkeskategorierna".
    """
    if count < total:
        return f"{part_of(count, total, noun)} av {counted(total, noun)}"
    if total == 1:
        return f"{'det' if noun.article == 'ett' else 'den'} enda {noun.the_one}"
    return f"båda {noun.the_many}" if total == 2 else f"samtliga {counted(total, noun)}"


def listed(items: Iterable[str]) -> str:
    """ "A", "A och B", "A, B och C"; "samt" where an item has an "och" of its own."""
    names = list(items)
    if len(names) < 2:
        return "".join(names)
    conjunction = "samt" if any(" och " in name for name in names) else "och"
    return f"{', '.join(names[:-1])} {conjunction} {names[-1]}"


def clauses(items: Iterable[str]) -> str:
    """Clauses after each other, which may have lists of their own: "…, … och …"."""
    *first, last = items
    return f"{', '.join(first)} och {last}" if first else last


def named(items: Sequence[str], noun: Noun = CATEGORY) -> str:
    """The items listed; of many the first, and how many more there are."""
    if len(items) <= _NAMED:
        return listed(items)
    left = len(items) - _NAMED + 1
    return f"{', '.join(items[: _NAMED - 1])} och ytterligare {counted(left, noun)}"
