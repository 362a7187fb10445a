"""A warning of text that looks as if it were about one person."""

from collections.abc import Sequence

from cards.elements import Element, box, line, run
from cards.text import Texts

_PASSAGES = 5


def personal_box(texts: Texts, passages: Sequence[str], why: str) -> list[Element]:
    """Passages that look like a person's name or number, quoted as they were typed, and why they
    should not stand there. Nothing where there are none."""
    if not passages:
        return []
    quoted = texts.joined([f"”{passage}”" for passage in passages[:_PASSAGES]])
    title = run(texts("review.personal"), bold=True, color="Attention")
    return [box(line(title), line(quoted), line(why), style="attention")]
