"""What became of what was sent: how many, who was not reached and why, who answered after."""

from collections.abc import Sequence

from microsoft_teams.cards.core import CardElement

from cards.actions import buttons
from cards.card import Card, card, fitted
from cards.controls.shared import back, title
from cards.elements import line, run, small
from cards.text import Texts, texts_in
from kfmodel.controls import AnsweredAfter, Controls, KindSent, Sent, Unreached
from kfmodel.glossary import heading as word

_ROOMS = (40, 12, 4)
"""Rows of each list."""


def sent_card(controls: Controls, sent: Sent, language: str) -> Card:
    texts = texts_in(language)

    def build(most: int) -> Card:
        kinds = [part for one in sent.kinds for part in _kind(one, texts)]
        unreached = [_unreached(one, texts) for one in sent.unreached]
        answered = [_answered(one, texts) for one in sent.answered]
        snoozed = [
            texts("controls.snoozed_until", who=who, day=texts.day_near(until_on, controls.today))
            for who, until_on in sent.snoozed
        ]
        body = [
            *title(controls, texts("controls.sent"), texts),
            *(kinds or [line(texts("controls.nothing_sent"))]),
            *_listed(texts("letter.digest.undelivered"), unreached, most, texts),
            *_listed(texts("controls.answered"), answered, most, texts),
            *_listed(texts("controls.snoozed"), snoozed, most, texts),
            *buttons(back(controls, texts)),
        ]
        return card(texts, texts("controls.sent"), body)

    return fitted(build, _ROOMS)


def _kind(one: KindSent, texts: Texts) -> list[CardElement]:
    counts = {
        "controls.count.planned": one.planned,
        "controls.count.sent": one.sent,
        "controls.count.failed": one.failed,
        "controls.count.answered": one.answered,
    }
    said = [texts(name, n=count) for name, count in counts.items() if count]
    return [
        line(run(word(one.kind, texts.language), bold=True)),
        small(texts.joined(said), spacing="None"),
    ]


def _unreached(one: Unreached, texts: Texts) -> str:
    reasons = texts.joined([word(reason, texts.language) for reason in one.reasons])
    kind = word(one.kind, texts.language)
    return texts("controls.unreached", who=one.name, kind=kind, reasons=reasons)


def _answered(one: AnsweredAfter, texts: Texts) -> str:
    kind = word(one.kind, texts.language)
    return texts("controls.answered_after", who=one.name, kind=kind, at=one.at)


def _listed(name: str, rows: Sequence[str], most: int, texts: Texts) -> list[CardElement]:
    if not rows:
        return []
    left_out = len(rows) - most
    more = [small(texts("letter.left_out", n=left_out))] if left_out > 0 else []
    shown = [line(row, spacing="Small") for row in rows[:most]]
    return [line(run(name, bold=True), spacing="Medium"), *shown, *more]
