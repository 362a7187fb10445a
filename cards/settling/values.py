"""Compiled and settled values, in a form to read."""

from cards.heads_by_level import heads_by_level_text
from cards.previous import levels_text
from cards.steps.risk import severity_text
from cards.text import Texts
from kfmodel.answers import Answers
from kfmodel.scales import ScaleValue, Severity, label
from kfmodel.settling import values_to_settle
from kfmodel.to_settle import Place

_NAMES = {
    "severity": "answered.severity",
    "severity_operations": "answered.severity_operations",
    "severity_work_environment": "answered.severity_work_environment",
    "likelihood": "answered.likelihood",
}

Named = tuple[str, str]
"""A question and its answer."""


def question(texts: Texts, place: Place, name: str) -> str:
    """What a question on a scale is called: "Behov 2027", "Risk"."""
    if name in _NAMES:
        return texts(_NAMES[name])
    years = next(years for years in place.method.horizons if name == f"need_{years}y")
    return texts("answered.need", year=str(place.year + years))


def named_values(texts: Texts, place: Place, answers: Answers) -> list[Named]:
    """Every value that the method asks for; a dash for one that is not there."""
    asked = [name for name in values_to_settle(place.method) if place.method.offers(name)]
    chosen = {name: _said(texts, getattr(answers, name)) for name in asked}
    needs = [(question(texts, place, n), said) for n, said in chosen.items() if n not in _NAMES]
    risks = [(question(texts, place, n), said) for n, said in chosen.items() if n in _NAMES]
    named = [*needs, *_levels(texts, place, answers), *risks]
    return [(name, said or "–") for name, said in named]


def _said(texts: Texts, value: ScaleValue | None) -> str:
    if isinstance(value, Severity):
        return severity_text(texts, value)
    return label(value, texts.language) if value else ""


def _levels(texts: Texts, place: Place, answers: Answers) -> list[Named]:
    if place.method.counts_heads():
        return _heads(texts, place, answers)
    if place.method.asks_words():
        return []
    shares = answers.levels
    return [(texts("answered.levels"), levels_text(texts, shares) if shares else "")]


def _heads(texts: Texts, place: Place, answers: Answers) -> list[Named]:
    by_name = {texts("answered.heads_now"): answers.heads_now} | {
        texts("answered.need", year=str(place.year + years)): answers.heads_needed(years)
        for years in place.method.horizons
    }
    return [
        (name, heads_by_level_text(texts, heads) if heads else "")
        for name, heads in by_name.items()
    ]


def in_short(texts: Texts, place: Place, answers: Answers) -> str:
    """All values on one line: "Behov 2027: Mer · …". Levels name themselves."""
    levels = texts("answered.levels")
    values = named_values(texts, place, answers)
    return " · ".join(said if name == levels else f"{name}: {said}" for name, said in values)


def differing(
    texts: Texts, place: Place, settled: Answers, compiled: Answers
) -> list[tuple[str, str, str]]:
    """(question, settled, compiled) where they are not the same."""
    both = zip(
        named_values(texts, place, settled), named_values(texts, place, compiled), strict=True
    )
    return [(name, one, other) for (name, one), (_, other) in both if one != other]
