"""Heads and needs said in people."""

from fractions import Fraction
from functools import lru_cache

from cards.elements import Choice, choice
from cards.text import Texts, texts_in
from kfmodel.calculations import PeopleRange, implied_need, people_range
from kfmodel.dialogue import Facts
from kfmodel.methods import Method, NeedBand
from kfmodel.scales import Need, label

Heads = float | Fraction


def heads_text(texts: Texts, heads: Heads) -> str:
    """ "7 personer". Heads have decimals only where full-time equivalents are counted."""
    whole = float(heads).is_integer()
    return texts("people" if whole else "full_time_equivalents", n=heads)


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
    return _choices(method.need, baseline(method, facts, horizon), texts.language)


def need_text(texts: Texts, method: Method, facts: Facts, horizon: int, need: Need) -> str:
    """ "Mer: ungefär 8–9 personer"."""
    choices = need_choices(texts, method, facts, horizon)
    title = next((choice["title"] for choice in choices if choice["value"] == need), None)
    return title or label(need, texts.language)


@lru_cache(maxsize=2048)
def _choices(bands: tuple[NeedBand, ...], heads: Heads, language: str) -> tuple[Choice, ...]:
    return tuple(_choice(band, heads, texts_in(language)) for band in bands)


def _choice(band: NeedBand, heads: Heads, texts: Texts) -> Choice:
    people = range_text(texts, people_range(heads, band))
    title = texts("need.choice", answer=label(band.value, texts.language), people=people)
    return choice(title, band.value.value)


def range_text(texts: Texts, people: PeopleRange) -> str:
    """ "ungefär 8–9 personer", "minst 10 personer", "ingen"."""
    low, high = people.low, people.high
    if high == 0 or (low, high) == (0, None):
        return texts("range.none" if high == 0 else "range.any")
    if low is None:
        return texts("range.at_most", n=high)
    if high is None:
        return texts("range.at_least", n=low)
    if low == high:
        return texts("range.about", n=high)
    return texts("range.between", low=low, n=high)
