"""Activities: what is asked of each, the less usual folded away."""

from functools import cache
from itertools import zip_longest

from cards.actions import buttons, reveal
from cards.elements import Action, Choice, Element, box, choice, hidden
from cards.form import Form
from dialogs.screen import Ask
from dialogs.steps.activities import ACTIVITY_INPUTS, MOST_ACTIVITIES, input_id
from kfmodel.answers import Activity
from kfmodel.methods import Area, Driver, Method

_CHOICES = frozenset({"area", "challenge"})
_FURTHER = {
    "responsible": "activity.responsible",
    "follow_up": "activity.follow_up",
    "challenge": "activity.challenge",
    "anchoring": "activity.anchoring",
    "asked_sek": "activity.asked_sek",
}


def activity_boxes(ask: Ask, method: Method, form: Form) -> list[Element]:
    """Every activity that is known, and an empty one where there is room."""
    activities = ask.state.answers.activities[:MOST_ACTIVITIES]
    places = range(1, shown(ask, form) + 1)
    return [
        _activity(ask, method, form, place, activity or Activity(""))
        for place, activity in zip_longest(places, activities)
    ]


def shown(ask: Ask, form: Form) -> int:
    """How many activities the card has inputs for."""
    places = range(1, MOST_ACTIVITIES + 1)
    last = max((place for place in places if _typed(ask, place)), default=0)
    known = max(last, len(ask.state.answers.activities))
    return min(known + 1, MOST_ACTIVITIES) if form.roomy else max(known, 1)


def _typed(ask: Ask, place: int) -> bool:
    """Whether text was typed; a choice alone is no activity."""
    typed, fields = ask.typed or {}, (name for name in ACTIVITY_INPUTS if name not in _CHOICES)
    return any(typed.get(input_id(field, place)) for field in fields)


def _activity(ask: Ask, method: Method, form: Form, place: int, known: Activity) -> Element:
    texts = form.texts
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
            choices(method.areas, texts.language),
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
        *_further(ask, method, form, place, known),
    )


def _further(ask: Ask, method: Method, form: Form, place: int, known: Activity) -> list[Element]:
    """Folded away until something stands in it; on a full card only that."""
    filled = [field for field in _FURTHER if _is_filled(ask, field, place, known)]
    inputs = [
        _further_input(method, form, field, place, known)
        for field in (_FURTHER if form.roomy else filled)
        if field != "challenge" or method.drivers
    ]
    if not inputs:
        return []
    folded = f"further_{place}"
    unfold = [] if filled else buttons(_unfolding(form, place, folded))
    return [*unfold, hidden(folded, *inputs, visible=bool(filled))]


def _unfolding(form: Form, place: int, folded: str) -> Action:
    """Several stand on a card: the tooltip says which activity it is of."""
    action = reveal(form.texts("activity.further"), folded)
    action["tooltip"] = form.texts("activity.further_of", place=place)
    return action


def _is_filled(ask: Ask, field: str, place: int, known: Activity) -> bool:
    name = input_id(field, place)
    value = getattr(known, field) if ask.typed is None else ask.typed.get(name)
    refused = any(problem.input_id == name for problem in ask.problems)
    return refused or value not in (None, "")


def _further_input(method: Method, form: Form, field: str, place: int, known: Activity) -> Element:
    texts, name = form.texts, input_id(field, place)
    label = texts(_FURTHER[field], place=place)
    if field == "asked_sek":
        return form.number(name, label, known.asked_sek)
    if field == "challenge":
        return form.choice(
            name,
            label,
            choices(method.drivers, texts.language),
            known.challenge,
            style="compact",
            placeholder=texts("activity.choose_challenge"),
        )
    return form.text(name, label, getattr(known, field))


@cache
def choices(named: tuple[Driver, ...] | tuple[Area, ...], language: str) -> tuple[Choice, ...]:
    return tuple(choice(item.label(language), item.id) for item in named)
