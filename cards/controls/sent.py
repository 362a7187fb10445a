"""What became of what was sent: how many, who was not reached and why, who answered after; and
message by message in a workbook."""

from collections.abc import Sequence

from cards.actions import buttons, link
from cards.card import Card, card, fitted
from cards.controls.shared import back, title
from cards.elements import Element, box, line, run, small
from cards.rows_table import Cells, rows_table
from cards.text import Texts, texts_in
from kfmodel.controls import Controls
from kfmodel.glossary import heading as word
from kfmodel.sent import MOST_LISTED, AnsweredAfter, KindSent, Sent, Unreached

_ROOMS = (MOST_LISTED, 12, 4)
"""Rows of each list."""


def sent_card(controls: Controls, sent: Sent, url: str, language: str) -> Card:
    """`url` leads to the workbook."""
    texts = texts_in(language)

    def build(most: int) -> Card:
        unreached = [_unreached(one, texts) for one in sent.unreached]
        answered = [_answered(one, texts) for one in sent.answered]
        snoozed = [
            texts("controls.snoozed_until", who=who, day=texts.day_near(until_on, controls.today))
            for who, until_on in sent.snoozed
        ]
        failed = sum(one.failed for one in sent.kinds)
        brought = sum(one.answered for one in sent.kinds)
        body = [
            *title(controls, texts("controls.sent"), texts),
            *_counts(sent.kinds, texts),
            *_workbook(url, texts),
            *_listed(texts("letter.digest.undelivered"), unreached, failed, most, texts),
            *_listed(texts("controls.answered"), answered, brought, most, texts),
            *_listed(texts("controls.snoozed"), snoozed, len(snoozed), most, texts),
            *buttons(back(controls, texts)),
        ]
        return card(texts, texts("controls.sent"), body)

    return fitted(build, _ROOMS)


def _counts(kinds: Sequence[KindSent], texts: Texts) -> list[Element]:
    if not kinds:
        return [line(texts("controls.nothing_sent"))]
    head = word("dispatch", texts.language), word("count", texts.language)
    return [rows_table(head, [_row(one, texts) for one in kinds])]


def _row(one: KindSent, texts: Texts) -> Cells:
    counts = {
        "count_planned": one.planned,
        "count_sent": one.sent,
        "count_failed": one.failed,
        "count_expired": one.expired,
        "answered_after": one.answered,
    }
    said = [
        f"{word(name, texts.language)}: {texts.number(count)}"
        for name, count in counts.items()
        if count
    ]
    return word(one.kind, texts.language), said


def _workbook(url: str, texts: Texts) -> list[Element]:
    download = link(texts("controls.sent.download"), url, primary=False)
    return [box(line(texts("controls.sent.workbook")), *buttons(download))]


def _unreached(one: Unreached, texts: Texts) -> str:
    reasons = texts.joined([word(reason, texts.language) for reason in one.reasons])
    kind = word(one.kind, texts.language)
    return texts("controls.unreached", who=one.name, kind=kind, reasons=reasons)


def _answered(one: AnsweredAfter, texts: Texts) -> str:
    kind = word(one.kind, texts.language)
    return texts("controls.answered_after", who=one.name, kind=kind, at=one.at)


def _listed(name: str, rows: Sequence[str], count: int, most: int, texts: Texts) -> list[Element]:
    """`count` of them there are, those without a row included."""
    if not rows:
        return []
    shown = [line(row, spacing="Small") for row in rows[:most]]
    left_out = count - len(shown)
    more = [small(texts("letter.left_out", n=left_out))] if left_out > 0 else []
    return [line(run(name, bold=True), spacing="Medium"), *shown, *more]
