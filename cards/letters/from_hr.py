"""In HR's own words: the text as it was typed, and who it is from."""

from cards.letters.letter import Ask, Letter
from cards.letters.shared import behind, deadline, where
from cards.text import Texts
from kfmodel.planning.message import Message, OwnWords


def own_words(message: Message, content: OwnWords, texts: Texts) -> Letter:
    cycle = message.cycle
    return Letter(
        subject=texts("letter.message.subject", cycle=cycle.name, who=content.sender),
        where=where(message, texts),
        title=texts("letter.message.title", who=content.sender),
        lead=paragraphs(content.text),
        deadline=deadline(message, texts),
        ask=Ask(texts("mail.open"), texts("mail.open.status")),
        sections=(),
        closing=(
            texts("letter.message.sender", who=content.sender, committee=cycle.committee),
            behind(cycle, texts),
        ),
    )


def paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.splitlines() if part.strip())
