"""Competence levels as moves in people, or as percentage points for those who prefer."""

from cards.actions import button, buttons, reveal
from cards.card import Card
from cards.elements import Action, Element, hidden, line, small
from cards.form import Form
from cards.level_definitions import level_definitions
from cards.people import heads_text
from cards.previous import previous_line
from cards.steps.step import StepCard
from dialogs.press import Verb
from dialogs.screen import Ask
from dialogs.steps.levels import UNCHANGED
from kfmodel.answers import LEVELS, MOVES
from kfmodel.methods import Method
from kfmodel.scales import Level, wording

_MOVES, _POINTS = "moves", "points"


def _body(ask: Ask, method: Method, form: Form) -> list[Element]:
    texts, facts = form.texts, ask.facts
    heads = heads_text(texts, facts.heads, facts.counting)
    year = str(facts.year + method.horizons[0])
    moves_given, points_given = _given(ask, MOVES), _given(ask, LEVELS)
    moves_first = method.levels == "moves"
    return [
        line(texts("levels.lead", heads=heads, year=year)),
        *previous_line(texts, facts, "levels"),
        *level_definitions(texts),
        _moves(ask, form, visible=moves_given or (moves_first and not points_given)),
        _points(ask, form, visible=points_given or not (moves_first or moves_given)),
    ]


def _given(ask: Ask, names: tuple[str, ...]) -> bool:
    """Whether there is anything in these inputs, which must then be seen."""
    if ask.typed is not None:
        return any(str(ask.typed.get(name) or "").strip() for name in names)
    return getattr(ask.state.answers, names[0]) is not None


def _moves(ask: Ask, form: Form, *, visible: bool) -> Element:
    texts, levels = form.texts, [wording(level).label(form.texts.language) for level in Level]
    inputs = [
        form.number(
            name,
            texts("levels.move", below=levels[place], above=levels[place + 1]),
            getattr(ask.state.answers, name),
            placeholder="0",
        )
        for place, name in enumerate(MOVES)
    ]
    swap = buttons(reveal(texts("levels.show_points"), _MOVES, _POINTS))
    return hidden(_MOVES, small(texts("levels.moves_hint")), *inputs, *swap, visible=visible)


def _points(ask: Ask, form: Form, *, visible: bool) -> Element:
    texts = form.texts
    inputs = [
        form.points(
            name,
            texts("levels.points", level=wording(level).label(texts.language)),
            getattr(ask.state.answers, name),
        )
        for name, level in zip(LEVELS, Level, strict=True)
    ]
    swap = buttons(reveal(texts("levels.show_moves"), _MOVES, _POINTS))
    return hidden(_POINTS, small(texts("levels.points_hint")), *inputs, *swap, visible=visible)


def _actions(_ask: Ask, form: Form, data: Card) -> list[Action]:
    unchanged = {**data, UNCHANGED: True}
    return [button(form.texts("levels.unchanged"), Verb.ANSWER, unchanged)]


CARD = StepCard(_body, _actions)
