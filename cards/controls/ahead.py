"""The whole plan with names and times, before anything is sent."""

from datetime import date, datetime

from microsoft_teams.cards.core import ChoiceSetInput

from cards.actions import buttons
from cards.card import Card, card, fitted
from cards.controls.shared import back, dispatch_line, title, to_view
from cards.elements import Element, choice, element, line, run, small
from cards.text import Texts, texts_in
from dialogs.controls import View
from kfmodel.controls import Controls, Dispatch
from kfmodel.glossary import heading as word

_PAGE = 60
"""Names of one dispatch on a card of its own."""
_ROOMS = (40, 10, 3, 0)
"""Names of each dispatch, where all are on one card."""
_SHORT = 60
"""Characters of names and times that may stand again."""

_To = tuple[tuple[datetime, str], ...]


def ahead_card(controls: Controls, language: str, chosen: str = "", start: int = 0) -> Card:
    """`chosen` names one dispatch, whose names are shown from number `start` on."""
    texts = texts_in(language)
    one = next((one for one in controls.ahead if _name(one) == chosen), None)
    if one is not None:
        return _names(controls, one, start, texts)

    def build(most: int) -> Card:
        said = _dispatches(controls, most, texts)
        body = [
            *title(controls, texts("controls.ahead"), texts),
            line(texts("controls.ahead.if")),
            *(said or [line(texts("controls.nothing_ahead"))]),
            *_choice(controls, most, texts),
            *buttons(back(controls, texts)),
        ]
        return card(texts, texts("controls.ahead"), body)

    return fitted(build, _ROOMS)


def _name(one: Dispatch) -> str:
    return f"{one.on} {one.kind}"


def _dispatches(controls: Controls, most: int, texts: Texts) -> list[Element]:
    """Those who get something again at the same times are named once."""
    named_on: dict[str, date] = {}
    said: list[Element] = []
    for one in controls.ahead:
        to = _people(one.to, texts) if len(one.to) <= most else _hours(one.to, texts)
        on = named_on.setdefault(to, one.on)
        if on != one.on and len(to) > _SHORT:
            to = texts("controls.ahead.same", day=texts.day_near(on, controls.today))
        said += [dispatch_line(one, controls, texts), small(to, spacing="None")]
    return said


def _people(to: _To, texts: Texts) -> str:
    return texts.joined([f"{name}\u00a0{texts.time(at)}" for at, name in to])


def _hours(to: _To, texts: Texts) -> str:
    first, last = texts.time(to[0][0]), texts.time(to[-1][0])
    if first == last:
        return texts("controls.at", at=first)
    return texts("controls.between", first=first, last=last)


def _choice(controls: Controls, most: int, texts: Texts) -> list[Element]:
    """Of whose names the card has no room for."""
    if all(len(one.to) <= most for one in controls.ahead):
        return []
    choices = [choice(_titled(one, controls, texts), _name(one)) for one in controls.ahead]
    chosen = element(
        ChoiceSetInput,
        id="dispatch",
        label=texts("controls.names_of"),
        style="compact",
        choices=choices,
        value=choices[0]["value"],
    )
    show = to_view(controls, View.AHEAD, texts("controls.show_names"), sends=True)
    return [chosen, *buttons(show)]


def _titled(one: Dispatch, controls: Controls, texts: Texts) -> str:
    return f"{texts.day_near(one.on, controls.today)}: {word(one.kind, texts.language)}"


def _names(controls: Controls, one: Dispatch, start: int, texts: Texts) -> Card:
    shown = one.to[start : start + _PAGE]
    end = start + len(shown)
    ways = [to_view(controls, View.AHEAD, texts("controls.ahead"))]
    if end < len(one.to):
        more = texts("controls.more_names", n=len(one.to) - end)
        rest = {"dispatch": _name(one), "from": end}
        ways.insert(0, to_view(controls, View.AHEAD, more, more=rest))
    people = [
        line(run(f"{texts.time(at)} ", subtle=True), name, spacing="Small") for at, name in shown
    ]
    body = [
        *title(controls, _titled(one, controls, texts), texts),
        *(people or [line(texts("controls.nothing_ahead"))]),
        *buttons(*ways),
    ]
    return card(texts, texts("controls.ahead"), body)
