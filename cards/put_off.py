"""After a reminder was put off: when the next one comes."""

from datetime import date

from cards.actions import buttons
from cards.card import Card, card
from cards.elements import box, heading, line, run
from cards.letters.shared import deadline_text
from cards.overview import overview_button
from cards.text import Texts, texts_in


def put_off_card(
    cycle: str, deadline_on: date, today: date, next_on: date | None, language: str
) -> Card:
    """`next_on` None: nothing more comes, the person's own memory must do."""
    texts = texts_in(language)
    title = _title(next_on, today, texts)
    told = texts("put_off.until" if next_on else "put_off.silent", cycle=cycle)
    body = [
        heading(title, size="Large"),
        line(told),
        box(line(run(deadline_text(deadline_on, today, texts), bold=True)), style="accent"),
        *buttons(overview_button(texts)),
    ]
    return card(texts, title, body)


def _title(next_on: date | None, today: date, texts: Texts) -> str:
    if next_on is None:
        return texts("put_off.title.never")
    if (next_on - today).days == 1:
        return texts("put_off.title.tomorrow")
    return texts("put_off.title", day=texts.day_near(next_on, today))
