"""What the competence levels mean, behind a button."""

from functools import cache

from cards.actions import buttons, reveal
from cards.elements import Element, fact, hidden
from cards.text import Texts
from kfmodel.scales import Level, wording

_DEFINITIONS = "definitions"


def level_definitions(texts: Texts) -> list[Element]:
    show = buttons(reveal(texts("levels.show_definitions"), _DEFINITIONS))
    return [*show, _definitions(texts.language)]


@cache
def _definitions(language: str) -> Element:
    lines = [
        fact(wording(level).label(language), wording(level).definition(language)) for level in Level
    ]
    return hidden(_DEFINITIONS, *lines)
