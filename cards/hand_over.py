"""When somebody says "that is not me": which organisation, whom HR lets answer, and what came of
it."""

from collections.abc import Sequence

from microsoft_teams.cards.core import ChoiceSetInput

from cards.actions import button, buttons
from cards.card import Card, card
from cards.elements import Choice, Element, choice, element, heading, line, small
from cards.overview import hr_overview_button, overview_button
from cards.text import Texts, texts_in
from cards.which import which_card
from dialogs.press import Verb
from kfmodel.planning.message import Candidate, HandOverAsked


def which_place_card(cycle_id: int, places: Sequence[tuple[int, str]], language: str) -> Card:
    """For somebody who answers for several; `places` holds (id, name)."""
    texts = texts_in(language)
    choices = [
        button(name, Verb.NOT_ME, {"cycle": cycle_id, "organisation": place_id})
        for place_id, name in places
    ]
    return which_card(texts, texts("not_me.which"), choices)


def hr_asked_card(cycle: str, organisation: str, language: str) -> Card:
    """The receipt of somebody who has said it."""
    texts = texts_in(language)
    title = texts("not_me.title")
    told = texts("not_me.told", organisation=organisation, cycle=cycle)
    body = [
        heading(title, size="Large"),
        line(told),
        small(texts("not_me.meanwhile")),
        *buttons(overview_button(texts)),
    ]
    return card(texts, title, body)


def successor_choice(content: HandOverAsked, texts: Texts, most: int) -> list[Element]:
    """HR's choice, with at most so many people."""
    keep = {"request": content.request_id, "keep": True}
    choices = [_choice(one, texts) for one in content.candidates[:most]]
    chosen = element(
        ChoiceSetInput,
        id="successor",
        label=texts("hand_over.successor"),
        placeholder=texts("hand_over.choose"),
        style="compact",
        choices=choices,
    )
    hand_over = button(
        texts("hand_over.button"), Verb.HAND_OVER, {"request": content.request_id}, primary=True
    )
    stay = button(texts("hand_over.keep", who=content.person), Verb.HAND_OVER, keep, sends=False)
    first: list[Element] = [chosen, *buttons(hand_over, stay)] if choices else buttons(stay)
    return [*first, small(texts("hand_over.not_listed"))]


def _choice(one: Candidate, texts: Texts) -> Choice:
    post = texts(f"letter.post.{one.post.role}", organisation=one.post.organisation)
    title = texts("hand_over.candidate", who=one.name, post=post)
    return choice(title, str(one.person_id))


def handed_over_card(
    organisation: str, person: str, successor: str | None, language: str, *, just_now: bool
) -> Card:
    """What HR has settled; `successor` None: the person still answers. `just_now` False: somebody
    else of HR had settled it already."""
    texts = texts_in(language)
    title = texts("hand_over.done" if just_now else "hand_over.done_before")
    told = texts("hand_over.answers", who=successor or person, organisation=organisation)
    file = [line(texts("hand_over.file"))] if successor and just_now else []
    body = [heading(title, size="Large"), line(told), *file, *buttons(hr_overview_button(texts))]
    return card(texts, title, body)


def choose_someone_card(content: HandOverAsked, language: str, most: int = 100) -> Card:
    """The question again, where nobody was chosen."""
    texts = texts_in(language)
    title = texts("hand_over.title", organisation=content.organisation)
    body = [
        heading(title, size="Large"),
        line(texts("hand_over.nobody_chosen")),
        *successor_choice(content, texts, most),
    ]
    return card(texts, title, body)
