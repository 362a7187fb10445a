"""The cycle does not take answers now."""

from cards.actions import buttons
from cards.card import Card, card
from cards.elements import box, heading, line, small
from cards.kept import kept_texts
from cards.overview import overview_button
from cards.text import Texts
from dialogs.screen import Closed, ClosedReason


def closed_card(closed: Closed, texts: Texts) -> Card:
    facts = closed.facts
    if closed.reason is ClosedReason.NOT_OPEN:
        said = texts("closed.not_open", day=facts.opens_on)
        then = texts("closed.deadline", day=facts.deadline_on)
    elif closed.reason is ClosedReason.APPROVED:
        said = texts("closed.approved")
        then = texts("closed.contact_hr")
    else:
        said = texts("closed.cycle_closed", cycle=facts.cycle)
        then = texts("closed.contact_hr")
    body = [
        small(texts("header.where", cycle=facts.cycle, organisation=facts.organisation)),
        heading(facts.category, size="Large", spacing="Small"),
        box(line(said), line(then), style="accent"),
        *kept_texts(texts, closed.typed),
        *buttons(overview_button(texts)),
    ]
    return card(texts, facts.category, body)
