"""Messages that go out by themselves, in words: pure, one addressee a file."""

from cards.letters.from_hr import own_words
from cards.letters.letter import Figures, Letter, Row, Section
from cards.letters.to_head import to_head
from cards.letters.to_hr import digest, hand_over, summary
from cards.letters.to_manager import to_manager
from cards.text import Texts
from kfmodel.planning.message import Digest, HandOverAsked, Message, OwnWords, ToHead, ToManager

__all__ = ["Figures", "Letter", "Row", "Section", "letter_of"]


def letter_of(message: Message, texts: Texts, most: int = 1000) -> Letter:
    """The message in words, with at most so many rows."""
    content = message.content
    if isinstance(content, ToManager):
        return to_manager(message, content, texts, most)
    if isinstance(content, ToHead):
        return to_head(message, content, texts, most)
    if isinstance(content, Digest):
        return digest(message, content, texts, most)
    if isinstance(content, HandOverAsked):
        return hand_over(message, content, texts)
    if isinstance(content, OwnWords):
        return own_words(message, content, texts)
    return summary(message, content, texts, most)
