"""What was answered last time: the organisation's own answer, else the committee's row."""

from microsoft_teams.cards.core import CardElement

from cards.elements import fact
from cards.text import Texts
from kfmodel.dialogue import Facts, Previous
from kfmodel.scales import Level, label


def previous_line(texts: Texts, facts: Facts, step: str) -> list[CardElement]:
    """One line for the step; nothing where nothing is known."""
    for previous, message in (
        (facts.previous, "previous.own"),
        (facts.committee_previous, "previous.committee"),
    ):
        said = _said(texts, previous, step) if previous else ""
        if previous and said:
            return [fact(texts(message, year=str(previous.year)), said)]
    return []


def _said(texts: Texts, previous: Previous, step: str) -> str:
    if step == "need":
        needs = {"previous.need_2y": previous.need_2y, "previous.need_5y": previous.need_5y}
        parts = [
            texts(message, answer=label(need, texts.language))
            for message, need in needs.items()
            if need
        ]
        return ", ".join(parts)
    if step == "levels":
        return levels_text(texts, previous.levels) if previous.levels else ""
    if step == "risk":
        return _risk(texts, previous)
    return ""


def _risk(texts: Texts, previous: Previous) -> str:
    parts = [label(previous.severity, texts.language)] if previous.severity else []
    if previous.likelihood:
        likelihood = label(previous.likelihood, texts.language)
        parts.append(texts("previous.likelihood", answer=likelihood))
    return ", ".join(parts)


def levels_text(texts: Texts, levels: tuple[int, int, int, int]) -> str:
    """ "Viss −10 %, God 0 %, Hög +10 %, Mycket hög 0 %"."""
    return ", ".join(
        texts("levels.share", level=label(level, texts.language), points=_signed(texts, points))
        for level, points in zip(Level, levels, strict=True)
    )


def _signed(texts: Texts, points: int) -> str:
    return texts.number(points, signed=True)
