"""Everything that there is to settle in a place, and the press that approves the whole."""

from cards.actions import button, buttons
from cards.card import Card, card, fitted
from cards.elements import Action, Element, box, heading, line, run, side_by_side, small
from cards.header import notice_box
from cards.overview import overview_button
from cards.settling.standing import (
    answered_text,
    decided_text,
    missing_text,
    standing_text,
)
from cards.text import Texts
from dialogs.press import Verb
from dialogs.settling_screen import CategoriesToSettle
from kfmodel.settling import Action as Deed
from kfmodel.settling import Actor, Standing
from kfmodel.to_settle import CategoryToSettle, DivisionToSettle, Place

_ROOMS = (1_000, 24, 16, 10)
"""Categories on one card; what is settled gives way first."""


def categories_card(screen: CategoriesToSettle, texts: Texts) -> Card:
    def build(most: int) -> Card:
        return card(texts, screen.place.name, _body(screen, texts, most))

    return fitted(build, _ROOMS)


def _body(screen: CategoriesToSettle, texts: Texts, most: int) -> list[Element]:
    place = screen.place
    by_urgency = sorted(screen.categories, key=lambda category: category.is_settled)
    chosen = {category.id for category in by_urgency[:most]}
    shown = [category for category in screen.categories if category.id in chosen]
    left_out = len(screen.categories) - len(shown)
    more = [small(texts("overview.left_out", n=left_out))] if left_out else []
    return [
        small(place.cycle),
        heading(place.name, size="Large", spacing="Small"),
        *notice_box(texts, screen.notice),
        _whole(screen, texts),
        *(_category(place, category, texts) for category in shown),
        *more,
        *_divisions(screen, texts),
        *buttons(*_actions(screen, texts)),
    ]


def _whole(screen: CategoriesToSettle, texts: Texts) -> Element:
    place, categories = screen.place, screen.categories
    if place.standing is Standing.FINAL:
        return box(line(run(texts("settling.final"), bold=True)), style="good")
    if place.approved:
        title = decided_text(texts, "settling.approved", place.approved)
        lines = [line(run(f"✓ {title}", bold=True)), *_missing(screen, texts)]
        return box(*lines, line(texts("settling.locked")), style="good")
    settled = sum(category.is_settled for category in categories)
    said: list[Element] = [
        line(run(texts("settling.of", settled=settled, n=len(categories)), bold=True))
    ]
    if place.may(Deed.APPROVE):
        ready = settled == len(categories)
        said.append(line(texts("settling.ready" if ready else "settling.not_ready")))
        said += _missing(screen, texts)
        if ready and any(len(one.answered) < len(one.groups) for one in categories):
            said.append(line(texts("settling.shut_out")))
    return box(*said, style="emphasis")


def _missing(screen: CategoriesToSettle, texts: Texts) -> list[Element]:
    """What an approval is, or was, given without."""
    missing = missing_text(texts, screen.categories, screen.divisions)
    return [line(run(f"⚠ {missing}", bold=True))] if missing else []


def _category(place: Place, category: CategoryToSettle, texts: Texts) -> Element:
    may = place.may_on(place.category_subject, category.standing, Deed.SETTLE)
    message = "settling.open" if may and not category.is_settled else "settling.show"
    go = button(
        texts(message),
        Verb.CATEGORY,
        {"place": place.id, "category": category.id},
        primary=bool(may) and not category.is_settled and category.is_proposed,
    )
    go["tooltip"] = texts("overview.button.of", button=texts(message), category=category.name)
    state = f"{standing_text(texts, category)} · {answered_text(texts, category)}"
    row = side_by_side(
        [
            line(run(category.name, bold=True)),
            small(state, spacing="None"),
            *_flags(category, texts),
        ],
        buttons(go),
    )
    row["separator"] = True
    return row


def _flags(category: CategoryToSettle, texts: Texts) -> list[Element]:
    """What must not be missed: a serious risk that the median hides, and a ground that moved."""
    said = []
    if unheard := category.unheard:
        said.append(texts("settling.unheard", n=len(unheard)))
    if category.changed:
        said.append(texts("settling.changed"))
    return [line(run(f"⚠ {text}", color="Attention"), spacing="Small") for text in said]


def _divisions(screen: CategoriesToSettle, texts: Texts) -> list[Element]:
    if not screen.divisions:
        return []
    rows = [_division(division, texts) for division in screen.divisions]
    return [heading(texts("settling.divisions"), spacing="Large"), *rows]


def _division(division: DivisionToSettle, texts: Texts) -> Element:
    place = division.place
    go = button(texts("settling.show"), Verb.TO_SETTLE, {"place": place.id})
    go["tooltip"] = texts("overview.button.of", button=texts("settling.show"), category=place.name)
    said = texts("settling.of", settled=division.settled, n=division.asked)
    if place.approved:
        said = f"✓ {decided_text(texts, 'settling.approved', place.approved)}"
    elif Actor.DIVISION_HEAD in place.actors:
        said = f"{said} · {texts('settling.no_head')}"
    row = side_by_side([line(run(place.name, bold=True)), small(said, spacing="None")], buttons(go))
    row["separator"] = True
    return row


def _actions(screen: CategoriesToSettle, texts: Texts) -> list[Action]:
    place = screen.place
    data = {"place": place.id, "revision": place.revision}
    actions: list[Action] = []
    complete = bool(screen.categories) and all(one.is_settled for one in screen.categories)
    if place.may(Deed.APPROVE) and complete:
        actions.append(button(texts("button.approve"), Verb.APPROVE, data, primary=True))
    if place.may(Deed.WITHDRAW):
        actions.append(button(texts("button.withdraw"), Verb.WITHDRAW, data))
    return [*actions, *to_committee(place, texts), overview_button(texts)]


def to_committee(place: Place, texts: Texts) -> list[Action]:
    """HR's way back from a division."""
    if place.id == place.committee_id or Actor.COMMITTEE_HR not in place.actors:
        return []
    data = {"place": place.committee_id}
    return [button(texts("button.to_committee"), Verb.TO_SETTLE, data, sends=False)]
