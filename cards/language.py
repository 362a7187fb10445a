"""Which language the bot speaks with a person; each is named in itself."""

from cards.actions import button, buttons
from cards.card import Card, card
from cards.elements import heading, line
from cards.text import LANGUAGES, texts_in
from dialogs.press import Verb


def language_card(language: str) -> Card:
    texts = texts_in(language)
    choices = [
        button(
            texts(f"language.{one}"),
            Verb.LANGUAGE,
            {"language": one},
            primary=one == texts.language,
        )
        for one in LANGUAGES
    ]
    body = [
        heading(texts("language.title"), size="Large"),
        line(texts("language.what")),
        *buttons(*choices),
    ]
    return card(texts, texts("language.title"), body)
