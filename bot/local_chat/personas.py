"""Who one can be on the page, and the ids the channel gives them."""

from base64 import urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Persona:
    """Someone the page can speak as; `group` is the heading they stand under in the chooser."""

    entra_id: str
    name: str
    title: str
    group: str
    email: str
    language: str

    @property
    def user_id(self) -> str:
        """The person's id in the channel; Teams writes `29:` and an opaque key."""
        return "29:1" + _opaque("user", self.entra_id)

    @property
    def conversation_id(self) -> str:
        """The id of the one personal chat with the bot; Teams writes `a:` and an opaque key."""
        return "a:1" + _opaque("conversation", self.entra_id)

    @property
    def locale(self) -> str:
        return "en-GB" if self.language == "en" else "sv-SE"


class UnknownPersonaError(LookupError):
    """Nobody in the demo has this id."""


@dataclass(frozen=True, slots=True)
class People:
    """The demo's people, read anew each time: a person may change language in the chat."""

    everyone: Callable[[], Sequence[Persona]]

    def person(self, member_id: str) -> Persona:
        """By Entra object id or channel id; Teams takes both wherever it takes a member.

        Raises UnknownPersonaError.
        """
        return self._first(lambda one: member_id in (one.entra_id, one.user_id), member_id)

    def person_in(self, conversation_id: str) -> Persona:
        """The person whose personal chat this is. Raises UnknownPersonaError."""
        return self._first(lambda one: one.conversation_id == conversation_id, conversation_id)

    def _first(self, wanted: Callable[[Persona], bool], key: str) -> Persona:
        for persona in self.everyone():
            if wanted(persona):
                return persona
        raise UnknownPersonaError(key)


def _opaque(purpose: str, entra_id: str) -> str:
    digest = sha256(f"{purpose}/{entra_id}".encode()).digest()
    return urlsafe_b64encode(digest[:24]).decode()
