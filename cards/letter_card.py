"""A message that the bot sends of its own accord, as a card."""

from collections.abc import Iterator

from microsoft_teams.cards.core import Action, CardElement

from cards.actions import button, buttons
from cards.card import Card, card, fitted
from cards.elements import box, heading, line, run, small
from cards.letters import Letter, Row, Section, letter_of
from cards.overview import overview_button
from cards.text import Texts, texts_in
from dialogs.press import Verb
from kfmodel.dialogue import Progress
from kfmodel.planning.message import Item, Message, ToHead, ToManager

_ROOMS = (60, 24, 8)
"""Rows on one card; the start card shows them all."""


def letter_card(message: Message, language: str) -> Card:
    texts = texts_in(language)

    def build(most: int) -> Card:
        letter = letter_of(message, texts, most)
        ways = [*_ways_on(message, texts), *_ways_out(message, texts)]
        body = [*_said(letter, texts), *ways]
        return card(texts, letter.subject, body)

    return fitted(build, _ROOMS)


def _said(letter: Letter, texts: Texts) -> Iterator[CardElement]:
    yield small(letter.where)
    yield heading(letter.title, size="Large", spacing="Small")
    for paragraph in letter.lead:
        yield line(paragraph)
    yield box(line(run(letter.deadline, bold=True)), style="accent")
    for section in letter.sections:
        yield from _section(section, texts)
    for place, paragraph in enumerate(letter.closing):
        yield small(paragraph, spacing="Small" if place else "Large")


def _section(section: Section, texts: Texts) -> Iterator[CardElement]:
    yield line(run(section.title, bold=True), spacing="Medium")
    for row in section.rows:
        yield from _row(row, texts)
    if section.left_out:
        yield small(section.left_out)


def _row(row: Row, texts: Texts) -> Iterator[CardElement]:
    yield line(row.name, run(f": {row.said}", subtle=True), spacing="Small")
    if row.quote:
        yield box(line(texts("mail.quoted", text=row.quote)), style="emphasis", spacing="Small")


def _ways_on(message: Message, texts: Texts) -> list[CardElement]:
    """To what is most urgent, and to all there is."""
    content = message.content
    left = content.items if isinstance(content, ToManager) else ()
    own = content.own if isinstance(content, ToHead) else left
    first = [_go_on(own[0], texts)] if own else []
    return buttons(*first, overview_button(texts))


def _ways_out(message: Message, texts: Texts) -> list[CardElement]:
    cycle: Card = {"cycle": message.cycle.id}
    not_me = button(texts("button.not_me"), Verb.NOT_ME, cycle)
    if isinstance(message.content, ToHead):
        return buttons(not_me)
    return buttons(
        button(texts("button.snooze.tomorrow"), Verb.SNOOZE, {**cycle, "until": "tomorrow"}),
        button(texts("button.snooze.next_week"), Verb.SNOOZE, {**cycle, "until": "next_week"}),
        not_me,
    )


def _go_on(item: Item, texts: Texts) -> Action:
    begun = item.progress is not Progress.NOT_STARTED
    title = texts("button.go_on" if begun else "button.begin", category=item.category)
    return button(title, Verb.START, {"dialogue": item.dialogue_id}, primary=True)
