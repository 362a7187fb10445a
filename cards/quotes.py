"""HR picks what the report quotes: page by page, driver by driver."""

from typing import NamedTuple

from microsoft_teams.cards.core import TextInput

from cards.actions import button, buttons
from cards.card import Card, card, fitted
from cards.elements import (
    Action,
    Element,
    Style,
    box,
    element,
    heading,
    line,
    run,
    shortened,
    side_by_side,
    small,
)
from cards.overview import hr_overview_button
from cards.text import Texts, texts_in
from dialogs.press import Verb
from dialogs.quotes import QuotesPage
from kfmodel.compilation.quotes import Candidate, Dropped
from kfmodel.glossary import heading as word


class _Room(NamedTuple):
    """Characters of each text, and whether the input for a cut of it holds the text to cut."""

    text: int
    filled: bool


_ROOMS = (_Room(10_000, True), _Room(10_000, False), _Room(1_200, False), _Room(300, False))
_NAMED = 40
"""Characters of a quote that tell its button from the others'."""


def quotes_card(page: QuotesPage, language: str) -> Card:
    texts = texts_in(language)

    def build(room: _Room) -> Card:
        return card(texts, texts("quotes.title"), _body(page, texts, room))

    return fitted(build, _ROOMS)


def _body(page: QuotesPage, texts: Texts, room: _Room) -> list[Element]:
    return [
        small(texts("summary.choice", committee=page.committee, cycle=page.cycle)),
        heading(texts("quotes.title"), size="Large", spacing="Small"),
        line(texts("quotes.what")),
        *_dropped(page, texts),
        *(_page(page, texts, room) if page.shown else [box(line(texts("quotes.none")))]),
        *buttons(*_ways_on(page, texts)),
    ]


def _dropped(page: QuotesPage, texts: Texts) -> list[Element]:
    """The category and the reason alone: the text may be hidden now."""
    gone = page.choice.dropped
    told = [side_by_side([_why(one, texts)], buttons(_forget(one, page, texts))) for one in gone]
    title = line(run(texts("quotes.dropped", n=len(told)), bold=True))
    return [box(title, *told, style="warning")] if told else []


def _why(one: Dropped, texts: Texts) -> Element:
    return line(texts(f"quotes.dropped.{one.reason}", category=one.category))


def _forget(one: Dropped, page: QuotesPage, texts: Texts) -> Action:
    key = one.quote.key.id
    data = {"committee": page.committee_id, "page": page.page, "quote": key, "picked": False}
    return button(texts("button.forget"), Verb.QUOTE, data, sends=False)


def _page(page: QuotesPage, texts: Texts, room: _Room) -> list[Element]:
    choice = page.choice
    picked = texts("quotes.picked", picked=len(choice.picked), n=len(choice.candidates))
    return [
        line(run(picked, bold=True)),
        heading(page.shown[0].driver or texts("quotes.no_driver"), spacing="Large"),
        small(texts("quotes.page", page=page.page + 1, of=len(page.pages))),
        *(part for one in page.shown for part in _candidate(one, page, texts, room)),
    ]


def _candidate(one: Candidate, page: QuotesPage, texts: Texts, room: _Room) -> list[Element]:
    about = texts(
        "quotes.about", category=one.category, source=word(one.key.source, texts.language)
    )
    said: list[Element] = [
        line(run(about, bold=True)),
        line(f"”{shortened(one.printed, room.text)}”", spacing="Small"),
        *_drivers(one, texts),
    ]
    if one.personal:
        found = texts.joined(list(one.personal))
        said.append(line(run(texts("quotes.personal", found=found), color="Attention")))
    style: Style = "good" if one.picked else "emphasis"
    if one.picked:
        said = [line(run(f"✓ {_is_picked(one, texts)}", bold=True)), *said]
        said += _cutting(one, page, texts, room)
    return [box(*said, *buttons(*_actions(one, page, texts)), style=style, spacing="Medium")]


def _drivers(one: Candidate, texts: Texts) -> list[Element]:
    """Where it names several: it is offered once."""
    if len(one.drivers) < 2:
        return []
    return [small(texts("quotes.drivers", drivers=texts.joined(list(one.drivers))))]


def _is_picked(one: Candidate, texts: Texts) -> str:
    if len(one.drivers) < 2:
        return texts("quotes.is_picked")
    return texts("quotes.is_picked_under", driver=one.printed_under)


def _cutting(one: Candidate, page: QuotesPage, texts: Texts, room: _Room) -> list[Element]:
    """Where a shorter text is typed, and what was wrong with it."""
    typed = one.printed if room.filled else None
    told: list[Element] = []
    if page.refused and page.refused.quote_id == one.key.id:
        typed = page.refused.typed
        said = texts("quotes.not_from_answer", word=page.refused.word)
        told.append(line(run(said, color="Attention")))
    written = element(
        TextInput,
        id=input_id(one.key.id),
        label=texts("quotes.shorter"),
        value=typed,
        is_multiline=True,
    )
    return [*told, written]


def input_id(quote_id: str) -> str:
    """The input that a cut of the quote is typed in."""
    return f"shortened-{quote_id}"


def _actions(one: Candidate, page: QuotesPage, texts: Texts) -> list[Action]:
    data = {"committee": page.committee_id, "page": page.page, "quote": one.key.id}
    if one.picked is None:
        return _picking(one, data, texts)
    return [
        _named(texts("button.shorten"), {**data, "picked": True, "cut": True}, one),
        _named(texts("button.drop"), {**data, "picked": False}, one),
    ]


def _picking(one: Candidate, data: Card, texts: Texts) -> list[Action]:
    """Under the driver that it is listed under, or another that its answer names."""
    first = _named(texts("button.pick"), {**data, "picked": True}, one, primary=True)
    others = [
        _named(
            texts("button.pick_under", driver=name),
            {**data, "quote": key.id, "picked": True},
            one,
        )
        for key, name in zip(one.keys[1:], one.drivers[1:], strict=True)
    ]
    return [first, *others]


def _named(title: str, data: Card, one: Candidate, *, primary: bool = False) -> Action:
    """The tooltip tells it from the other quotes' buttons."""
    action = button(title, Verb.QUOTE, data, primary=primary)
    action["tooltip"] = f"{title}: {one.category}, {shortened(one.text, _NAMED)}"
    return action


def _ways_on(page: QuotesPage, texts: Texts) -> list[Action]:
    ways: list[Action] = []
    for title, place in (("quotes.before", page.page - 1), ("quotes.next", page.page + 1)):
        if 0 <= place < len(page.pages):
            data = {"committee": page.committee_id, "page": place}
            ways.append(button(texts(title), Verb.QUOTES, data, sends=False))
    return [
        *ways,
        button(texts("button.summary"), Verb.SUMMARY, {"committee": page.committee_id}),
        hr_overview_button(texts),
    ]
