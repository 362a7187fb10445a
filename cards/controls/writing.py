"""A message of HR's own: typed, shown as it will be read and to whom, then sent."""

from collections.abc import Mapping
from typing import Any

from cards.actions import buttons
from cards.card import Card, card, fitted
from cards.controls.reminding import divisions
from cards.controls.shared import back, title, to_do, to_view
from cards.elements import Choice, box, choice, line, run, small
from cards.form import Form
from cards.header import notice_box
from cards.letters.from_hr import paragraphs
from cards.text import Texts, texts_in
from dialogs.controls import SEND, View
from dialogs.screen import Notice, Problem
from kfmodel.controls import Audience, Audiences, Controls, OwnMessage, Which

_ROOMS = (60, 20, 5)
"""Names of those who get it."""


def writing_card(
    controls: Controls,
    audiences: Audiences,
    typed: Mapping[str, Any],
    language: str,
    problem: Problem | None = None,
) -> Card:
    """`typed` is what was written before, if anything."""
    texts = texts_in(language)
    form = Form(texts, typed, (problem,) if problem else ())
    preview = to_view(controls, View.PREVIEW, texts("controls.preview"), primary=True, sends=True)
    to = _choices(audiences, texts)
    body = [
        *title(controls, texts("controls.write"), texts),
        form.choice("to", texts("controls.to"), to, None, placeholder=texts("controls.to.choose")),
        form.text("text", texts("controls.text"), None, multiline=True),
        small(texts("controls.write.how")),
        *buttons(preview, back(controls, texts)),
    ]
    return card(texts, texts("controls.write"), body)


def _choices(audiences: Audiences, texts: Texts) -> list[Choice]:
    return [
        choice(texts("controls.to.all"), str(Audience(Which.ALL))),
        choice(texts("controls.to.missing"), str(Audience(Which.MISSING))),
        *divisions(audiences, texts),
    ]


def preview_card(
    controls: Controls, message: OwnMessage, language: str, notice: Notice | None = None
) -> Card:
    texts = texts_in(language)
    data = {"to": str(message.audience), "text": message.text}
    count = len(message.to)

    def build(most: int) -> Card:
        send = texts("controls.send", n=count)
        body = [
            *title(controls, texts("controls.preview.title"), texts),
            *notice_box(texts, notice),
            box(
                line(run(texts("letter.message.title", who=message.sender), bold=True)),
                *(line(part) for part in paragraphs(message.text)),
            ),
            line(texts("controls.goes_to", n=count, at=message.at)),
            small(_names(message, most, texts)),
            *buttons(
                to_do(controls, SEND, send, primary=True, more={**data, "count": count}),
                to_view(controls, View.WRITING, texts("controls.change_text"), more=data),
                to_view(controls, View.CONTROLS, texts("controls.cancel")),
            ),
        ]
        return card(texts, texts("controls.preview.title"), body)

    return fitted(build, _ROOMS)


def _names(message: OwnMessage, most: int, texts: Texts) -> str:
    left_out = len(message.to) - most
    if left_out <= 0:
        return texts.joined(list(message.to))
    rest = texts("people", n=left_out)
    return texts.joined([*message.to[:most], rest])
