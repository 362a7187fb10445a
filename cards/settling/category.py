"""One category to settle: what is compiled, from what, what is settled, and the presses for it."""

from cards.actions import button, buttons, reveal
from cards.card import Card, card, fitted
from cards.elements import Action, Element, box, heading, line, run, small
from cards.header import notice_box, problems_box
from cards.rows_table import rows_table
from cards.settling.forms import CHANGE, RETURN, change_form, return_form
from cards.settling.said import (
    Room,
    each_unit,
    from_divisions,
    not_answered,
    serious,
    spread_lines,
)
from cards.settling.standing import answered_text, decided_text, standing_text
from cards.settling.values import named_values
from cards.text import Texts
from dialogs.inputs import LONG_TEXT
from dialogs.press import Verb
from dialogs.settling_screen import OneCategory
from kfmodel.settling import Action as Deed
from kfmodel.settling import values_to_settle
from kfmodel.to_settle import CategoryToSettle, Decided, Place

_ROOMS = (
    Room(LONG_TEXT, 1_000),
    Room(400, 60),
    Room(120, 30),
    Room(60, 15),
    Room(40, 6),
    Room(40, 3),
)
"""From everything to what every client has room for."""


def category_card(screen: OneCategory, texts: Texts) -> Card:
    def build(room: Room) -> Card:
        return card(texts, screen.category.name, _body(screen, texts, room))

    return fitted(build, _ROOMS)


def _body(screen: OneCategory, texts: Texts, room: Room) -> list[Element]:
    """The forms stand last, below the buttons that show them and with their own at the end: who has
    filled one in finds no other button to settle with below it."""
    place, category = screen.place, screen.category
    data: Card = {
        "place": place.id,
        "category": category.id,
        "revision": category.revision,
        "basis": category.basis,
    }
    returning = return_form(screen, texts, data)
    may = place.may_on(place.category_subject, category.standing, Deed.SETTLE) is not None
    return [
        small(texts("header.where", cycle=place.cycle, organisation=place.name)),
        heading(category.name, size="Large", spacing="Small"),
        small(_where(texts, category)),
        *not_answered(texts, place, category),
        *notice_box(texts, screen.notice),
        *problems_box(texts, screen.problems),
        *_standing(texts, category),
        *_values(texts, screen),
        *serious(texts, place, category, room),
        *from_divisions(texts, place, category.divisions),
        *spread_lines(texts, place, category),
        *each_unit(texts, place, category, room),
        *buttons(*_actions(screen, texts, data, may=may, may_return=bool(returning))),
        *(change_form(screen, texts, data) if may else []),
        *returning,
    ]


def _where(texts: Texts, category: CategoryToSettle) -> str:
    place = texts("header.category", place=category.place, of=category.of)
    return f"{place} · {standing_text(texts, category)} · {answered_text(texts, category)}"


def _standing(texts: Texts, category: CategoryToSettle) -> list[Element]:
    """Who settled it and why, or why it came back; and whether its ground has moved."""
    said: list[Element] = []
    if category.returned:
        title = decided_text(texts, "settling.returned", category.returned)
        said.append(
            box(line(run(title, bold=True)), line(category.returned.comment), style="warning")
        )
    elif category.settled:
        who = Decided(category.settled.by, category.settled.at)
        lines = [line(run(f"✓ {decided_text(texts, 'settling.settled', who)}", bold=True))]
        if category.settled.reason:
            lines.append(line(texts("settling.reason", reason=category.settled.reason)))
        said.append(box(*lines, style="good"))
    if category.changed:
        said.append(box(line(run(f"⚠ {texts('settling.changed')}", bold=True)), style="warning"))
    return said


def _values(texts: Texts, screen: OneCategory) -> list[Element]:
    """Nothing where there is neither a proposal nor anything settled."""
    category = screen.category
    if not category.has_values:
        return []
    head = (texts("settling.question"), _head(texts, category))
    return [rows_table(head, _rows(texts, screen))]


def _head(texts: Texts, category: CategoryToSettle) -> str:
    return texts("settling.settled_values" if category.is_settled else "settling.compiled")


def _rows(texts: Texts, screen: OneCategory) -> list[tuple[str, list[str]]]:
    """Each question with the value that stands; below it the compiled one where another is settled,
    or what was settled before it came back."""
    place, category = screen.place, screen.category
    compiled = named_values(texts, place, category.compiled)
    if category.settled is None:
        return [(name, [value]) for name, value in compiled]
    settled = named_values(texts, place, category.settled.answers)
    stands, beside, message = (
        (settled, compiled, "settling.was")
        if category.is_settled
        else (compiled, settled, "settling.was_settled")
    )
    return [
        (name, [value] if value == other else [value, texts(message, value=other)])
        for (name, value), (_, other) in zip(stands, beside, strict=True)
    ]


def _actions(
    screen: OneCategory, texts: Texts, data: Card, *, may: bool, may_return: bool
) -> list[Action]:
    place, category = screen.place, screen.category
    actions: list[Action] = []
    if may and _takes_compiled(place, category):
        full = {**data, "as_compiled": True}
        title = texts("button.settle_compiled")
        actions.append(button(title, Verb.SETTLE, full, primary=True, sends=False))
    if may:
        title = texts("button.change_values" if category.has_values else "button.give_values")
        actions.append(reveal(title, CHANGE))
    if may_return:
        actions.append(reveal(texts("button.give_back"), RETURN))
    back = button(texts("button.to_categories"), Verb.TO_SETTLE, {"place": place.id}, sends=False)
    return [*actions, back]


def _takes_compiled(place: Place, category: CategoryToSettle) -> bool:
    """Everything is compiled, and is not what is settled already."""
    names = values_to_settle(place.method)
    if any(getattr(category.compiled, name) is None for name in names):
        return False
    same = category.settled is not None and category.settled.answers == category.compiled
    return not (category.is_settled and same and not category.changed)
