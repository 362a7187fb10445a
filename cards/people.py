"""Heads and needs said in people."""

from fractions import Fraction
from functools import lru_cache

from cards.elements import Choice, choice
from cards.text import Texts, texts_in
from kfmodel.calculations import PeopleRange, implied_need, people_range
from kfmodel.dialogue import Facts
from kfmodel.methods import Method, NeedBand
from kfmodel.organisation import Counting
from kfmodel.scales import Need, label

Heads = float | Fraction
_FULL_TIME = Counting.FULL_TIME_EQUIVALENTS
_OF_PEOPLE = ("range.at_most", "range.at_least", "range.about", "range.between")
_OF_FULL_TIME = (
    "range.full_time.at_most",
    "range.full_time.at_least",
    "range.full_time.about",
    "range.full_time.between",
)


def heads_text(texts: Texts, heads: Heads, counting: Counting | None = None) -> str:
    """ "7 personer", "7,5 årsarbetare". Heads have decimals only where these are counted."""
    people = counting is not _FULL_TIME and float(heads).is_integer()
    return texts("people" if people else "full_time_equivalents", n=heads)


def gap_of(facts: Facts, horizon: int) -> float | None:
    """The committee's projected gap at a horizon, available minus needed."""
    return {2: facts.gap_2y, 5: facts.gap_5y}.get(horizon)


def projected(facts: Facts, horizon: int) -> Fraction | None:
    """The unit's projected need; None where the projection says nothing."""
    gap = gap_of(facts, horizon)
    if gap is None or not facts.committee_headcount:
        return None
    return _implied_need(facts.heads, gap, facts.committee_headcount)


_implied_need = lru_cache(maxsize=2048)(implied_need)


def baseline(method: Method, facts: Facts, horizon: int) -> Heads:
    """What "Samma" is compared with: as the method says, and today where nothing is projected."""
    need = projected(facts, horizon) if method.baseline == "projection" else None
    return facts.heads if need is None else need


def need_choices(texts: Texts, method: Method, facts: Facts, horizon: int) -> tuple[Choice, ...]:
    """The method's answers, each with what it means for this unit."""
    heads = baseline(method, facts, horizon)
    return _choices(method.need, heads, texts.language, facts.counting)


def need_text(texts: Texts, method: Method, facts: Facts, horizon: int, need: Need) -> str:
    """ "Mer: ungefär 8–9 personer"."""
    choices = need_choices(texts, method, facts, horizon)
    title = next((choice["title"] for choice in choices if choice["value"] == need), None)
    return title or label(need, texts.language)


@lru_cache(maxsize=2048)
def _choices(
    bands: tuple[NeedBand, ...], heads: Heads, language: str, counting: Counting | None
) -> tuple[Choice, ...]:
    return tuple(_choice(band, heads, texts_in(language), counting) for band in bands)


def _choice(band: NeedBand, heads: Heads, texts: Texts, counting: Counting | None) -> Choice:
    people = range_text(texts, people_range(heads, band), counting)
    title = texts("need.choice", answer=label(band.value, texts.language), people=people)
    return choice(title, band.value.value)


def range_text(texts: Texts, people: PeopleRange, counting: Counting | None = None) -> str:
    """ "ungefär 8–9 personer", "minst 10 personer", "ingen"; in whole årsarbetare where HR counts
    these."""
    low, high = people.low, people.high
    if high == 0 or (low, high) == (0, None):
        return texts("range.none" if high == 0 else "range.any")
    at_most, at_least, about, between = _OF_FULL_TIME if counting is _FULL_TIME else _OF_PEOPLE
    if low is None:
        return texts(at_most, n=high)
    if high is None:
        return texts(at_least, n=low)
    if low == high:
        return texts(about, n=high)
    return texts(between, low=low, n=high)
