"""The two forms of a category: other values than the compiled ones, and a return."""

from collections.abc import Sequence

from cards.actions import button, buttons
from cards.card import Card
from cards.elements import Element, choice, heading, hidden, small
from cards.form import Form
from cards.personal import personal_box
from cards.settling.values import question
from cards.text import Texts
from dialogs.press import Verb
from dialogs.returning import COMMENT, WHOM, Returnable, returnable
from dialogs.settling import REASON
from dialogs.settling_screen import OneCategory
from dialogs.settling_values import NUMBERS
from kfmodel.answers import HEADS_NEEDED, HEADS_NOW, LEVELS, Answers
from kfmodel.scales import Level, ScaleValue, label
from kfmodel.settling import values_to_settle
from kfmodel.to_settle import Place

CHANGE, RETURN = "change-values", "return-it"
MOST_CHOICES = 40
"""Of what may be returned on one card; a committee's HR reaches the rest through its division."""


def change_form(screen: OneCategory, texts: Texts, data: Card) -> list[Element]:
    """Every value, as it is settled or else compiled, and why it differs or what it rests on."""
    place, category = screen.place, screen.category
    form = Form(texts, screen.typed if screen.changing else None, screen.problems)
    stands = category.settled.answers if category.settled else category.compiled
    reason = category.settled.reason if category.settled else None
    inputs = [_input(form, place, name, stands) for name in values_to_settle(place.method)]
    asked_why = texts("settling.why" if category.is_proposed else "settling.why_these")
    why = form.text(REASON, asked_why, reason, multiline=True)
    asked = screen.personal if screen.changing else ()
    title = texts("button.settle_anyway" if asked else "button.settle_changed")
    send = _send(texts, title, Verb.SETTLE, data, asked)
    name = "settling.change_title" if category.is_proposed else "button.give_values"
    head = heading(texts(name), size="Default")
    return [hidden(CHANGE, head, *inputs, why, *send, visible=screen.changing)]


def _send(
    texts: Texts, title: str, verb: Verb, data: Card, personal: Sequence[str]
) -> list[Element]:
    """The button; below a warning, it says what the person has been told of."""
    told = {"told": "\n".join(personal)} if personal else {}
    warning = personal_box(texts, personal, texts("settling.personal_why"))
    return [*warning, *buttons(button(title, verb, {**data, **told}, primary=True))]


def _input(form: Form, place: Place, name: str, stands: Answers) -> Element:
    texts, stored = form.texts, getattr(stands, name)
    if name not in NUMBERS:
        offered = place.method.offers(name)
        return _choice(form, name, question(texts, place, name), offered, stored)
    if name in LEVELS:
        level = label(list(Level)[LEVELS.index(name)], texts.language)
        return form.points(name, texts("levels.points", level=level), stored)
    for years, names in HEADS_NEEDED.items():
        if name in names:
            return _heads(form, name, names, str(place.year + years), stored)
    return _heads(form, name, HEADS_NOW, texts("heads.today"), stored)


def _choice(
    form: Form, name: str, title: str, values: Sequence[ScaleValue], stored: str | None
) -> Element:
    language = form.texts.language
    choices = [choice(label(value, language), value.value) for value in values]
    placeholder = form.texts("settling.choose")
    return form.choice(name, title, choices, stored, style="compact", placeholder=placeholder)


def _heads(form: Form, name: str, names: tuple[str, ...], when: str, stored: int | None) -> Element:
    level = label(list(Level)[names.index(name)], form.texts.language)
    return form.number(name, form.texts("heads.at", level=level, when=when), stored)


def return_form(screen: OneCategory, texts: Texts, data: Card) -> list[Element]:
    """What to give back, and why. Nothing where the person may return nothing."""
    found = returnable(screen.place, screen.category)
    if not found:
        return []
    form = Form(texts, screen.typed if screen.returning else None, screen.problems)
    shown = found[:MOST_CHOICES]
    choices = [choice(_name(texts, one), one.key) for one in shown]
    whom = form.choice(
        WHOM,
        texts("settling.return_to"),
        choices,
        None,
        style="compact",
        placeholder=texts("settling.choose"),
    )
    comment = form.text(COMMENT, texts("settling.comment"), None, multiline=True)
    asked = screen.personal if screen.returning else ()
    send = texts("button.return_anyway" if asked else "button.return")
    title = heading(texts("settling.return_title"), size="Default")
    lead = [small(texts("settling.return_lead"))]
    if any(one.lifts for one in found):
        lead.append(small(texts("settling.return_lifts")))
    if len(shown) < len(found):
        lead.append(small(texts("settling.return_more", n=len(found) - len(shown))))
    items = [title, *lead, whom, comment, *_send(texts, send, Verb.RETURN, data, asked)]
    return [hidden(RETURN, *items, visible=screen.returning)]


def _name(texts: Texts, one: Returnable) -> str:
    return texts("settling.return_division", name=one.name) if one.dialogue_id is None else one.name
