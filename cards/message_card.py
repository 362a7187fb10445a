"""A message that the bot sends of its own accord, as a card."""

from collections.abc import Iterator

from cards.actions import button, buttons, link
from cards.card import Card, card, fitted
from cards.chart import summary_chart
from cards.elements import Action, Element, box, heading, line, run, small
from cards.hand_over import successor_choice
from cards.letters import Figures, Letter, Row, Section, letter_of
from cards.overview import hr_actions, overview_button
from cards.rows_table import rows_table
from cards.saving import save_button
from cards.text import Texts, texts_in
from dialogs.press import Verb
from kfmodel.dialogue import Progress
from kfmodel.planning.message import (
    Digest,
    HandOverAsked,
    Item,
    Message,
    OwnWords,
    SummaryReady,
    ToHead,
    ToManager,
)
from kfmodel.planning.putting_off import Until
from kfmodel.planning.working_days import on_or_before

_ROOMS = (100, 60, 24, 8)
"""Rows on one card; the e-mail has them all."""


def message_card(message: Message, language: str) -> Card:
    texts = texts_in(language)

    def build(most: int) -> Card:
        letter = letter_of(message, texts, most)
        body = [*_said(message, letter, texts), *_ways_on(message, letter, texts, most)]
        return card(texts, letter.subject, body)

    return fitted(build, _ROOMS)


def _said(message: Message, letter: Letter, texts: Texts) -> Iterator[Element]:
    yield small(letter.where)
    yield heading(letter.title, size="Large", spacing="Small")
    for paragraph in letter.lead:
        yield line(paragraph)
    yield box(line(run(letter.deadline, bold=True)), style="accent")
    if isinstance(message.content, SummaryReady):
        yield from summary_chart(message.content.facts.figures, texts)
    for section in letter.sections:
        if isinstance(section, Figures):
            yield from _figures(section)
        else:
            yield from _section(section, texts)
    for place, paragraph in enumerate(letter.closing):
        yield small(paragraph, spacing="Small" if place else "Large")


def _figures(section: Figures) -> Iterator[Element]:
    yield line(run(section.title, bold=True), spacing="Medium")
    yield small(section.hint)
    yield rows_table(section.columns, section.rows)
    if section.left_out:
        yield small(section.left_out)


def _section(section: Section, texts: Texts) -> Iterator[Element]:
    yield line(run(section.title, bold=True), spacing="Medium")
    for row in section.rows:
        yield from _row(row, texts)
    if section.left_out:
        yield small(section.left_out)


def _row(row: Row, texts: Texts) -> Iterator[Element]:
    yield line(row.name, run(f": {row.said}", subtle=True), spacing="Small")
    if row.quote:
        yield box(line(texts("mail.quoted", text=row.quote)), style="emphasis", spacing="Small")


def _ways_on(message: Message, letter: Letter, texts: Texts, most: int) -> list[Element]:
    """What one can do about it, the most urgent first."""
    content, cycle = message.content, {"cycle": message.cycle.id}
    not_me = button(texts("button.not_me"), Verb.NOT_ME, cycle)
    match content:
        case ToManager(items=items):
            # from the last day on no reminder follows that one could put off to
            later = Until if message.today < on_or_before(message.cycle.deadline_on) else ()
            snooze = [_snooze(until, cycle, texts) for until in later]
            first = buttons(_go_on(items[0], texts), overview_button(texts))
            return [*first, *buttons(*snooze, not_me)]
        case ToHead(own=own):
            first = buttons(*(_go_on(item, texts) for item in own[:1]), overview_button(texts))
            return [*first, *buttons(not_me)]
        case OwnWords():
            return buttons(overview_button(texts, primary=True))
        case HandOverAsked():
            return successor_choice(content, texts, most)
        case Digest():
            return buttons(*hr_actions(texts))
        case SummaryReady(url=url, report_url=report_url, version=version):
            missing = button(texts("button.missing"), Verb.MISSING, {})
            report = link(texts("summary.download_report"), report_url, primary=False)
            save = save_button(version.id, texts)
            download = [link(letter.ask.title, url), report, save] if url else []
            return [*buttons(*download, missing), small(letter.ask.hint)]


def _go_on(item: Item, texts: Texts) -> Action:
    begun = item.progress is not Progress.NOT_STARTED
    title = texts("button.go_on" if begun else "button.begin", category=item.category)
    return button(title, Verb.START, {"dialogue": item.dialogue_id}, primary=True)


def _snooze(until: Until, cycle: Card, texts: Texts) -> Action:
    return button(texts(f"button.snooze.{until}"), Verb.SNOOZE, {**cycle, "until": until})
