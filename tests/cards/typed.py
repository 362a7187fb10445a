"""A card read with Microsoft's typed classes, which know names, kinds and values."""

from collections.abc import Iterator

from microsoft_teams.cards import core
from microsoft_teams.cards.core import SerializableObject

from cards.card import Card
from tests.cards.anatomy import parts

_OPEN = (core.CardElement, core.Action, core.SubmitActionData)
_KINDS: dict[str, type[SerializableObject]] = {
    kind.model_fields["type"].default: kind
    for kind in vars(core).values()
    if isinstance(kind, type)
    and issubclass(kind, SerializableObject)
    and "type" in kind.model_fields
}


def known(card: Card) -> Card:
    """The card, where every name and value in it is one that the classes know.

    Raises pydantic's ValidationError for a value, KeyError for a kind of part, AssertionError for
    a name.
    """
    for part in parts(card):
        read = _KINDS[part["type"]].model_validate(part, strict=True)
        unknown = list(_unknown(read))
        assert not unknown, (part, unknown)
    return card


def _unknown(read: SerializableObject) -> Iterator[str]:
    """Also in what has no type of its own, such as choices. What has one is a part by itself, read
    here as the mere base of all; a button's data is the bot's own."""
    if type(read) in _OPEN:
        return
    yield from read.model_extra or ()
    for value in vars(read).values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, SerializableObject):
                yield from _unknown(one)
