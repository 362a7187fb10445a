"""What has been answered, in a form to read: for the review and the receipt."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from cards.heads_by_level import heads_by_level_text, moves_text
from cards.people import heads_text, need_text
from cards.previous import levels_text
from cards.steps.risk import likelihood_choices, severity_text
from cards.text import Texts
from kfmodel.answers import Activity, Answers
from kfmodel.calculations import Levels, heads_of_moves, level_moves, level_shares
from kfmodel.dialogue import Facts
from kfmodel.methods import Method
from kfmodel.scales import Level, Need, wording


@dataclass(frozen=True, slots=True)
class Answered:
    """What the lines of a step are made from; texts are cut to `longest` characters."""

    texts: Texts
    method: Method
    facts: Facts
    answers: Answers
    longest: int

    def lines(self, step: str) -> list[tuple[str, str]]:
        """(name, value) of everything answered in the step; a question's value is never empty."""
        return _STEPS[step](self)

    def cut(self, text: str) -> str:
        """Free text on one line, cut where the card has no room for the whole."""
        flat = " ".join(text.split())
        return flat if len(flat) <= self.longest else flat[: self.longest].rstrip() + " …"


Lines = list[tuple[str, str]]


def _need(given: Answered) -> Lines:
    texts, facts = given.texts, given.facts
    lines = _headcount(given)
    for horizon in given.method.horizons:
        need: Need | None = getattr(given.answers, f"need_{horizon}y")
        name = texts("answered.need", year=str(facts.year + horizon))
        value = need_text(texts, given.method, facts, horizon, need) if need else _none(texts)
        lines.append((name, value))
    return lines


def _headcount(given: Answered) -> Lines:
    texts, actual = given.texts, given.answers.headcount_actual
    heads = heads_text(texts, given.facts.heads, given.facts.counting)
    name = texts("answered.headcount")
    if actual is not None:
        return [(name, texts("answered.deviation", actual=heads_text(texts, actual), heads=heads))]
    return (
        [(name, texts("answered.headcount_ok", heads=heads))] if given.answers.headcount_ok else []
    )


def _levels(given: Answered) -> Lines:
    texts, answers = given.texts, given.answers
    shares, moves = answers.levels, answers.moves
    name = texts("answered.levels")
    if moves is not None:
        if not any(moves):
            return [(name, texts("answered.unchanged"))]
        shares = _shares(given.facts.heads, moves)
    if shares is None and moves is None:
        return [(name, _none(texts))]
    said = [(texts("answered.moves"), _moves_text(texts, moves))] if moves else []
    return said + ([(name, levels_text(texts, shares))] if shares else [])


@lru_cache(maxsize=2048)
def _shares(heads: float, moves: tuple[int, int, int]) -> Levels | None:
    return level_shares([(heads, heads_of_moves(moves))])


def _moves_text(texts: Texts, moves: tuple[int, int, int]) -> str:
    words = [wording(level).label(texts.language) for level in Level]
    parts = [
        texts("answered.move", n=move, below=words[place], above=words[place + 1])
        for place, move in enumerate(moves)
        if move
    ]
    return texts.joined(parts)


def _heads_now(given: Answered) -> Lines:
    texts, now = given.texts, given.answers.heads_now
    said = heads_by_level_text(texts, now) if now else _none(texts)
    return [*_headcount(given), (texts("answered.heads_now"), said)]


def _heads_needed(given: Answered) -> Lines:
    """What is needed at each horizon, and how that differs from today."""
    return [line for years in given.method.horizons for line in _heads_in(given, years)]


def _heads_in(given: Answered, years: int) -> Lines:
    texts, now, year = given.texts, given.answers.heads_now, str(given.facts.year + years)
    needed = given.answers.heads_needed(years)
    name = texts("answered.need", year=year)
    if needed is None:
        return [(name, _none(texts))]
    said = [(name, heads_by_level_text(texts, needed))]
    if now is not None:
        moves = moves_text(texts, level_moves(now, needed))
        said.append((texts("answered.level_moves", year=year), moves))
    return said


_SEVERITIES = {
    "severity": "answered.severity",
    "severity_operations": "answered.severity_operations",
    "severity_work_environment": "answered.severity_work_environment",
}


def _risk(given: Answered) -> Lines:
    texts, answers = given.texts, given.answers
    lines = [
        (texts(_SEVERITIES[name]), severity_text(texts, severity) if severity else _none(texts))
        for name in given.method.severity_questions
        for severity in (getattr(answers, name),)
    ]
    if given.method.asks_likelihood():
        choices = likelihood_choices(given.method.likelihood, texts.language)
        title = next((c["title"] for c in choices if c["value"] == answers.likelihood), None)
        lines.append((texts("answered.likelihood"), title or _none(texts)))
    return lines


def _drivers(given: Answered) -> Lines:
    texts, answers, method = given.texts, given.answers, given.method
    known = [method.driver_by_id[d] for d in answers.drivers if d in method.driver_by_id]
    free = {
        "answered.drivers": texts.joined([driver.label(texts.language) for driver in known]),
        "answered.specific_gap": given.cut(answers.specific_gap or ""),
        "answered.comment": given.cut(answers.comment or ""),
    }
    lines = [(texts(message), value) for message, value in free.items() if value]
    for place, activity in enumerate(answers.activities, start=1):
        lines.append((texts("answered.activity", place=place), _activity(given, activity)))
    return lines or [(texts("answered.free"), texts("answered.nothing_free"))]


def _activity(given: Answered, activity: Activity) -> str:
    """ "Mentorskap · Utveckla · Våren 2026 · ansvarig: HR"."""
    texts, method = given.texts, given.method
    area = method.area_by_id.get(activity.area or "")
    challenge = method.driver_by_id.get(activity.challenge or "")
    asked = activity.asked_sek
    further = {
        "answered.responsible": given.cut(activity.responsible or ""),
        "answered.follow_up": given.cut(activity.follow_up or ""),
        "answered.challenge": challenge.label(texts.language) if challenge else "",
        "answered.anchoring": given.cut(activity.anchoring or ""),
        "answered.asked_sek": "" if asked is None else texts.amount(asked),
    }
    parts = [
        given.cut(activity.description),
        area.label(texts.language) if area else "",
        given.cut(activity.time_plan or ""),
        *(texts(message, value=value) for message, value in further.items() if value),
    ]
    return " · ".join(part for part in parts if part)


def _none(texts: Texts) -> str:
    return texts("answered.none")


_STEPS: dict[str, Callable[[Answered], Lines]] = {
    "need": _need,
    "heads_now": _heads_now,
    "heads_needed": _heads_needed,
    "levels": _levels,
    "risk": _risk,
    "drivers": _drivers,
}
