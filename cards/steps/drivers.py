"""What drives the need, what the group lacks, and what is done about it."""

from functools import cache
from itertools import zip_longest

from microsoft_teams.cards.core import Action, CardElement, Choice

from cards.actions import button
from cards.card import Card
from cards.elements import box, heading, line, small
from cards.form import Form
from cards.steps.step import StepCard
from dialogs.inputs import LONG_TEXT
from dialogs.press import Verb
from dialogs.screen import Ask
from dialogs.steps.drivers import MOST_ACTIVITIES, input_id
from kfmodel.answers import Activity
from kfmodel.methods import Area, Driver, Method


def _body(ask: Ask, method: Method, form: Form) -> list[CardElement]:
    texts, answers = form.texts, ask.state.answers
    choices = _choices(method.drivers, texts.language)
    limit = texts("drivers.limit", longest=LONG_TEXT) if form.roomy else None
    activities = answers.activities[:MOST_ACTIVITIES]
    return [
        box(line(texts("drivers.group_only")), style="accent"),
        small(texts("drivers.optional")),
        form.several("drivers", texts("drivers.question"), choices, answers.drivers),
        form.text(
            "specific_gap", texts("drivers.specific_gap"), answers.specific_gap,
            placeholder=limit, multiline=True,
        ),
        form.text(
            "comment", texts("drivers.comment"), answers.comment,
            placeholder=limit, multiline=True,
        ),
        heading(texts("activity.heading")),
        *([small(texts("activity.hint"))] if form.roomy else []),
        *(
            _activity(method, form, place, activity)
            for place, activity in zip_longest(
                range(1, _shown(ask, form) + 1), activities
            )
        ),
    ]  # fmt: skip


def _shown(ask: Ask, form: Form) -> int:
    """Every activity there is or was typed, and an empty one where there is room."""
    places = range(1, MOST_ACTIVITIES + 1)
    last = max((place for place in places if _typed(ask, place)), default=0)
    known = max(last, len(ask.state.answers.activities))
    return min(known + 1, MOST_ACTIVITIES) if form.roomy else max(known, 1)


def _typed(ask: Ask, place: int) -> bool:
    typed = ask.typed or {}
    return any(typed.get(input_id(field, place)) for field in ("description", "time_plan"))


def _activity(method: Method, form: Form, place: int, stored: Activity | None) -> CardElement:
    texts, known = form.texts, stored or Activity("")
    return box(
        form.text(
            input_id("description", place),
            texts("activity.description", place=place),
            known.description or None,
            multiline=True,
        ),
        form.choice(
            input_id("area", place),
            texts("activity.area", place=place),
            _choices(method.areas, texts.language),
            known.area,
            style="compact",
            placeholder=texts("activity.choose_area"),
        ),
        form.text(
            input_id("time_plan", place),
            texts("activity.time_plan", place=place),
            known.time_plan,
            placeholder=texts("activity.time_plan_example"),
        ),
    )


@cache
def _choices(named: tuple[Driver, ...] | tuple[Area, ...], language: str) -> tuple[Choice, ...]:
    return tuple(Choice(title=item.label(language), value=item.id) for item in named)


def _actions(ask: Ask, form: Form, data: Card) -> list[Action]:
    if _shown(ask, form) == MOST_ACTIVITIES:
        return []
    return [button(form.texts("activity.more"), Verb.ANSWER, {**data, "more": True})]


CARD = StepCard(_body, _actions)
