"""What is known of a group before anyone answers, at the top of a dialogue's first step."""

from cards.elements import Element, fact
from cards.people import gap_of, heads_text
from cards.previous import previous_line
from cards.text import Texts
from kfmodel.dialogue import Facts
from kfmodel.methods import Method


def known_facts(texts: Texts, facts: Facts, method: Method, step: str) -> list[Element]:
    """Heads of the group and its committee, what is projected, and last time's answer."""
    heads = heads_text(texts, facts.heads, facts.counting)
    lines: list[Element] = [
        fact(texts("need.today"), texts("need.in", heads=heads, organisation=facts.organisation))
    ]
    if facts.committee_headcount is not None and facts.committee != facts.organisation:
        whole = heads_text(texts, facts.committee_headcount, facts.counting)
        lines.append(fact(facts.committee, whole))
    gaps = [_gap(texts, facts, horizon) for horizon in method.horizons]
    if known := [gap for gap in gaps if gap]:
        lines.append(fact(texts("need.projection"), ", ".join(known)))
    return [*lines, *previous_line(texts, facts, step)]


def _gap(texts: Texts, facts: Facts, horizon: int) -> str:
    """The committee's projected gap as what is missing (the gap is available minus needed)."""
    gap, year = gap_of(facts, horizon), str(facts.year + horizon)
    if gap is None:
        return ""
    if gap == 0:
        return texts("need.balance", year=year)
    message = "need.short" if gap < 0 else "need.surplus"
    return texts(message, year=year, heads=heads_text(texts, abs(gap), facts.counting))
