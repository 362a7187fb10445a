"""Before a cycle is closed: what that means, and what is missing."""

from collections.abc import Sequence

from cards.actions import buttons
from cards.card import Card, card
from cards.controls.shared import back, title, to_do
from cards.elements import box, line, small
from cards.people_missing import division_name
from cards.text import Texts, texts_in
from kfmodel.controls import Act, Controls
from kfmodel.dialogue import Progress
from kfmodel.progress import CommitteeProgress

_MOST = 30
"""Divisions that are named."""


def closing_card(controls: Controls, progress: Sequence[CommitteeProgress], language: str) -> Card:
    texts = texts_in(language)
    text = texts("controls.closing", cycle=controls.state.name)
    close = to_do(controls, Act.CLOSE, texts("controls.close"), primary=True)
    lost = [line(said) for said in _lost(controls, progress, texts)]
    body = [
        *title(controls, text, texts),
        box(*lost, style="warning" if controls.submitted < controls.asked else "emphasis"),
        *(small(said) for said in _divisions(progress, texts)),
        line(texts("controls.closing.after")),
        *buttons(close, back(controls, texts)),
    ]
    return card(texts, text, body)


def _lost(controls: Controls, progress: Sequence[CommitteeProgress], texts: Texts) -> list[str]:
    missing = controls.asked - controls.submitted
    if not missing:
        return [texts("controls.closing.complete")]
    begun = sum(
        group.progress is Progress.IN_PROGRESS
        for one in progress
        for division in one.divisions
        for group in division.missing
    )
    said = [texts("controls.closing.missing", n=missing)]
    if begun:
        said.append(texts("controls.closing.begun", n=begun))
    if controls.ahead:
        said.append(texts("controls.closing.unsent"))
    return said


def _divisions(progress: Sequence[CommitteeProgress], texts: Texts) -> list[str]:
    lacking = [
        texts("controls.closing.division", division=division_name(division, texts), n=count)
        for one in progress
        for division in one.divisions
        if (count := len(division.missing))
    ]
    left_out = len(lacking) - _MOST
    more = [texts("letter.left_out", n=left_out)] if left_out > 0 else []
    return [*lacking[:_MOST], *more]
