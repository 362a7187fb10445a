"""What was answered last time: the organisation's own answer, else the committee's row."""

from collections.abc import Callable

from cards.elements import Element, fact
from cards.heads_by_level import heads_by_level_text
from cards.text import Texts
from kfmodel.dialogue import Facts, Previous
from kfmodel.scales import Level, label


def previous_line(texts: Texts, facts: Facts, step: str) -> list[Element]:
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
    said = _STEPS.get(step)
    return ", ".join(said(texts, previous)) if said else ""


def _need(texts: Texts, previous: Previous) -> list[str]:
    needs = {"previous.need_2y": previous.need_2y, "previous.need_5y": previous.need_5y}
    return [
        texts(message, answer=label(need, texts.language))
        for message, need in needs.items()
        if need
    ]


def _heads_now(texts: Texts, previous: Previous) -> list[str]:
    return [heads_by_level_text(texts, previous.heads_now)] if previous.heads_now else []


def _heads_needed(texts: Texts, previous: Previous) -> list[str]:
    needs = {"previous.need_2y": previous.heads_2y, "previous.need_5y": previous.heads_5y}
    return [
        texts(message, answer=heads_by_level_text(texts, heads))
        for message, heads in needs.items()
        if heads
    ]


def _levels(texts: Texts, previous: Previous) -> list[str]:
    if not previous.levels:
        return []
    return [texts("previous.levels", levels=levels_text(texts, previous.levels))]


def _risk(texts: Texts, previous: Previous) -> list[str]:
    parts = [label(previous.severity, texts.language)] if previous.severity else []
    apart = {
        "previous.severity_operations": previous.severity_operations,
        "previous.severity_work_environment": previous.severity_work_environment,
    }
    parts += [
        texts(message, answer=label(severity, texts.language))
        for message, severity in apart.items()
        if severity
    ]
    if previous.likelihood:
        likelihood = label(previous.likelihood, texts.language)
        parts.append(texts("previous.likelihood", answer=likelihood))
    return parts


_STEPS: dict[str, Callable[[Texts, Previous], list[str]]] = {
    "need": _need,
    "heads_now": _heads_now,
    "heads_needed": _heads_needed,
    "levels": _levels,
    "risk": _risk,
}


def levels_text(texts: Texts, levels: tuple[int, int, int, int]) -> str:
    """ "Viss −10 %, God 0 %, Hög +10 %, Mycket hög 0 %"."""
    return ", ".join(
        texts("levels.share", level=label(level, texts.language), points=_signed(texts, points))
        for level, points in zip(Level, levels, strict=True)
    )


def _signed(texts: Texts, points: int) -> str:
    return texts.number(points, signed=True)
