"""What the bot does and which words it understands."""

from cards.actions import buttons
from cards.card import Card, card
from cards.elements import Element, box, fact, heading, line, small
from cards.overview import about_me, hr_actions, hr_overview_button, overview_button
from cards.text import texts_in

_WORDS = ("start", "continue", "status", "language", "help")
_HR_WORDS = ("summary", "remind", "plan")


def help_card(
    language: str, is_hr: bool, settles: bool = False, *, understood: bool = True
) -> Card:
    """`settles`: they are a division head or HR of a committee. `understood` False: something was
    typed that is none of the words."""
    texts = texts_in(language)
    heads = ("summary",) if settles else ()
    hrs = (*_HR_WORDS, *(("quotes",) if settles else ())) if is_hr else heads
    words = (*_WORDS, *hrs, *(("settle",) if settles else ()))
    listed = [fact(texts(f"word.{word}"), texts(f"word.{word}.does")) for word in words]
    not_understood: list[Element] = (
        [] if understood else [box(line(texts("help.not_understood")), style="accent")]
    )
    to_overview = hr_overview_button if is_hr else overview_button
    body = [
        heading(texts("help.title"), size="Large"),
        *not_understood,
        line(texts("help.what.hr" if is_hr else "help.what")),
        line(texts("help.words")),
        *listed,
        small(texts("help.privacy"), spacing="Medium"),
        *([] if is_hr else [small(texts("help.contact"))]),
        *buttons(to_overview(texts, primary=True), *about_me(texts)[1:]),
        *(buttons(*hr_actions(texts)) if is_hr else []),
    ]
    return card(texts, texts("help.title"), body)
