"""A whole card: version, language, width, refresh, and how large it may become."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import orjson
from microsoft_teams.cards.core import (
    AdaptiveCard,
    ExecuteAction,
    RefreshDefinition,
    TeamsCardProperties,
)

from cards.elements import Element, element
from cards.text import Texts
from dialogs.press import Verb

Card = dict[str, Any]
Roominess = TypeVar("Roominess")

LARGEST = 28 * 1024
"""Bytes as UTF-16 that every Teams client takes."""

_FULL_WIDTH = element(TeamsCardProperties, width="full")


def card(
    texts: Texts,
    title: str,
    body: Sequence[Element],
    refresh: Element | None = None,
) -> Card:
    """The card as plain values. `title` is what a client says that cannot draw it."""
    return element(
        AdaptiveCard,
        version="1.5",
        lang=texts.language,
        fallback_text=title,
        body=list(body),
        refresh=refresh,
        msteams=_FULL_WIDTH,
    )


def refreshed(verb: Verb, user_id: str | None, data: Card | None = None) -> Element | None:
    """Makes every device of the user ask for what is current when the card comes into view."""
    if user_id is None:
        return None
    full = {**(data or {}), "verb": verb.value}
    return element(
        RefreshDefinition,
        action=element(ExecuteAction, verb=verb.value, data=full),
        user_ids=[user_id],
    )


def size(content: Card) -> int:
    """Bytes of the card as UTF-16, which is how Teams counts."""
    return len(orjson.dumps(content).decode().encode("utf-16-le"))


def fitted(build: Callable[[Roominess], Card], rooms: Sequence[Roominess]) -> Card:
    """The roomiest of the cards that is small enough; the least one where none is."""
    content = build(rooms[0])
    for room in rooms[1:]:
        if size(content) <= LARGEST:
            break
        content = build(room)
    return content
