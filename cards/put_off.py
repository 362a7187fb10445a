"""After a reminder was put off: when the next one comes."""

from datetime import date

from cards.actions import buttons
from cards.card import Card, card
from cards.elements import box, heading, line, run
from cards.letters.shared import deadline_text
from cards.overview import overview_button
from cards.text import Texts, texts_in


def put_off_card(
    cycle: str,
    deadline_on: date,
    today: date,
    next_on: date | None,
    language: str,
    *,
    is_paused: bool,
) -> Card:
    """`next_on` None: nothing more comes, the person's own memory must do."""
    texts = texts_in(language)
    title, told = _said(cycle, next_on, today, texts, is_paused=is_paused)
    body = [
        heading(title, size="Large"),
        line(told),
        box(line(run(deadline_text(deadline_on, today, texts), bold=True)), style="accent"),
        *buttons(overview_button(texts)),
    ]
    return card(texts, title, body)


def _said(
    cycle: str, next_on: date | None, today: date, texts: Texts, *, is_paused: bool
) -> tuple[str, str]:
    """The title, and a sentence about it."""
    if next_on is None:
        return texts("put_off.title.never"), texts("put_off.silent", cycle=cycle)
    day = texts.day_near(next_on, today)
    if is_paused:
        return texts("put_off.title.paused"), texts("put_off.paused", cycle=cycle, day=day)
    tomorrow = (next_on - today).days == 1
    title = texts("put_off.title.tomorrow") if tomorrow else texts("put_off.title", day=day)
    return title, texts("put_off.until", cycle=cycle)
