"""Whom HR reminds beyond the plan."""

from cards.actions import buttons
from cards.card import Card, card, fitted
from cards.controls.shared import back, title, to_do
from cards.elements import Choice, choice, line, small
from cards.form import Form
from cards.text import Texts, texts_in
from dialogs.controls import REMIND
from dialogs.screen import Problem
from kfmodel.controls import Audience, Audiences, Controls, Which

_ROOMS = (60, 25, 8)
"""People who can be chosen one by one."""


def reminding_card(
    controls: Controls, audiences: Audiences, language: str, problem: Problem | None = None
) -> Card:
    texts = texts_in(language)
    if not audiences.missing:
        nobody = [line(texts("notice.reminded_nobody")), *buttons(back(controls, texts))]
        body = [*title(controls, texts("controls.remind"), texts), *nobody]
        return card(texts, texts("controls.remind"), body)

    def build(most: int) -> Card:
        form = Form(texts, None, (problem,) if problem else ())
        choices = _choices(audiences, most, texts)
        left_out = len(audiences.missing) - most
        more = [small(texts("controls.not_listed", n=left_out))] if left_out > 0 else []
        remind = to_do(controls, REMIND, texts("controls.remind.send"), primary=True, sends=True)
        body = [
            *title(controls, texts("controls.remind"), texts),
            form.choice("to", texts("controls.to"), choices, choices[0]["value"], style="compact"),
            *more,
            small(texts("controls.remind.rules")),
            *buttons(remind, back(controls, texts)),
        ]
        return card(texts, texts("controls.remind"), body)

    return fitted(build, _ROOMS)


def _choices(audiences: Audiences, most: int, texts: Texts) -> list[Choice]:
    everyone = choice(
        title=texts("controls.to.missing_n", n=len(audiences.missing)),
        value=str(Audience(Which.MISSING)),
    )
    people = [
        choice(name, str(Audience(Which.PERSON, str(person_id))))
        for person_id, name in audiences.missing[:most]
    ]
    return [everyone, *divisions(audiences, texts), *people]


def divisions(audiences: Audiences, texts: Texts) -> list[Choice]:
    return [
        choice(
            title=texts("controls.to.division", division=name),
            value=str(Audience(Which.DIVISION, code)),
        )
        for code, name in audiences.divisions
    ]
