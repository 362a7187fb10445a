"""Facts, whether the headcount holds, and the need at each horizon."""

from cards.elements import Element, box, line, small
from cards.facts import known_facts
from cards.form import Form
from cards.header import standing_for
from cards.people import heads_text, need_choices, projected
from cards.steps.step import StepCard
from dialogs.screen import Ask
from kfmodel.dialogue import Facts
from kfmodel.methods import Method


def _body(ask: Ask, method: Method, form: Form) -> list[Element]:
    texts, facts = form.texts, ask.facts
    return [
        *standing_for(texts, facts),
        box(*known_facts(texts, facts, method, ask.step)),
        *_headcount(ask, form),
        line(texts(_meaning_of_same(facts, method)), spacing="Medium"),
        *(_question(ask, method, form, horizon) for horizon in method.horizons),
    ]


def _headcount(ask: Ask, form: Form) -> list[Element]:
    texts, answers = form.texts, ask.state.answers
    heads = heads_text(texts, ask.facts.heads, ask.facts.counting)
    title = texts("headcount.ok", heads=heads)
    holds = answers.headcount_ok is not False
    return [
        form.toggle("headcount_ok", texts("headcount.question"), title, holds),
        form.number("headcount_actual", texts("headcount.actual"), answers.headcount_actual),
        small(texts("headcount.deviation")),
    ]


def _meaning_of_same(facts: Facts, method: Method) -> str:
    if method.baseline == "today":
        return "need.same_as_today"
    if any(projected(facts, horizon) is None for horizon in method.horizons):
        return "need.no_projection"
    return "need.same_as_projected"


def _question(ask: Ask, method: Method, form: Form, horizon: int) -> Element:
    texts, facts, name = form.texts, ask.facts, f"need_{horizon}y"
    need = projected(facts, horizon) if method.baseline == "projection" else None
    year, today = str(facts.year + horizon), texts.number(facts.heads)
    question = (
        texts("need.question_today", year=year, today=today)
        if need is None
        else texts("need.question", year=year, today=today, projected=need)
    )
    choices = need_choices(texts, method, facts, horizon)
    return form.choice(name, question, choices, getattr(ask.state.answers, name))


CARD = StepCard(_body)
