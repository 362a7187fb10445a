"""Heads at each competence level: four small numbers for today, and four for each horizon."""

from cards.actions import button
from cards.card import Card
from cards.elements import Action, Element, box, heading, line, small
from cards.facts import known_facts
from cards.form import Form
from cards.header import standing_for
from cards.heads_by_level import heads_by_level_text
from cards.level_definitions import level_definitions
from cards.people import heads_text
from cards.previous import previous_line
from cards.steps.step import StepCard
from dialogs.press import Verb
from dialogs.screen import Ask
from dialogs.steps.levels import UNCHANGED
from kfmodel.answers import HEADS_NEEDED, HEADS_NOW, HeadsByLevel
from kfmodel.methods import Method
from kfmodel.scales import Level, label


def _now(ask: Ask, method: Method, form: Form) -> list[Element]:
    texts, facts = form.texts, ask.facts
    heads = heads_text(texts, facts.heads, facts.counting)
    return [
        *standing_for(texts, facts),
        box(*known_facts(texts, facts, method, ask.step)),
        line(texts("heads.now_lead", heads=heads), spacing="Medium"),
        small(texts("heads.now_hint", heads=heads)),
        *level_definitions(texts),
        *_four(ask, form, HEADS_NOW, texts("heads.today")),
    ]


def _needed(ask: Ask, method: Method, form: Form) -> list[Element]:
    texts, now = form.texts, ask.state.answers.heads_now
    today = [small(texts("heads.now", heads=heads_by_level_text(texts, now)))] if now else []
    body = [
        line(texts("heads.needed_lead")),
        small(texts("heads.needed_hint")),
        *today,
        *previous_line(texts, ask.facts, ask.step),
        *level_definitions(texts),
    ]
    for years in method.horizons:
        year = str(ask.facts.year + years)
        title = heading(texts("heads.needed", year=year), size="Default")
        body += [title, *_four(ask, form, HEADS_NEEDED[years], year, now)]
    return body


def _four(
    ask: Ask, form: Form, names: tuple[str, ...], when: str, today: HeadsByLevel | None = None
) -> list[Element]:
    """A number a level. Each label says when, since it is read alone by those who only hear it,
    and how many there are today, which a phone has scrolled away from."""
    answers = ask.state.answers
    labels = [
        form.texts("heads.at", level=label(level, form.texts.language), when=when)
        for level in Level
    ]
    if today:
        labels = [
            form.texts("heads.beside_today", label=said, now=now)
            for said, now in zip(labels, today, strict=True)
        ]
    return [
        form.number(name, said, getattr(answers, name), placeholder="0")
        for said, name in zip(labels, names, strict=True)
    ]


def _unchanged(ask: Ask, form: Form, data: Card) -> list[Action]:
    if ask.state.answers.heads_now is None:
        return []
    return [button(form.texts("heads.unchanged"), Verb.ANSWER, {**data, UNCHANGED: True})]


NOW = StepCard(_now)
NEEDED = StepCard(_needed, _unchanged)
