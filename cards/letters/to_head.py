"""To a division head, the working day after the deadline: what it lacks, and from whom."""

from collections import defaultdict
from collections.abc import Sequence

from cards.letters.letter import Ask, Letter, Row, Section
from cards.letters.shared import behind, cut, deadline, where
from cards.letters.to_manager import item_row
from cards.text import Texts
from kfmodel.dialogue import Progress
from kfmodel.planning.message import Lacking, Message, ToHead

_NAMED = 4
"""Categories of one manager that are named; more are counted."""


def to_head(message: Message, content: ToHead, texts: Texts, most: int) -> Letter:
    """`most` is how many rows there is room for."""
    divisions = texts.joined(list(content.divisions))
    n = len(content.lacking)
    sections = [*_own(content, texts), *_lacking(content.lacking, texts)]
    counts = texts("letter.counts", n=content.asked, submitted=content.submitted)
    return Letter(
        subject=texts(
            "letter.escalation.subject", cycle=message.cycle.name, n=n, division=divisions
        ),
        where=where(message, texts),
        title=texts("letter.escalation.title", n=n, division=divisions),
        lead=(counts, texts("letter.escalation.lead")),
        deadline=deadline(message, texts),
        ask=Ask(texts("mail.open"), texts("mail.open.status")),
        sections=cut(sections, most, texts),
        closing=(
            texts("letter.why", posts=texts("letter.post.division_head", organisation=divisions)),
            behind(message.cycle, texts),
        ),
    )


def _own(content: ToHead, texts: Texts) -> list[Section]:
    if not content.own:
        return []
    rows = tuple(item_row(item, texts) for item in content.own)
    return [Section(texts("letter.escalation.own"), rows)]


def _lacking(lacking: Sequence[Lacking], texts: Texts) -> list[Section]:
    by_place: defaultdict[str, defaultdict[str, list[Lacking]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for one in lacking:
        by_place[one.organisation][_who(one, texts)].append(one)
    return [
        Section(place, tuple(Row(who, _left(some, texts)) for who, some in people.items()))
        for place, people in by_place.items()
    ]


def _who(one: Lacking, texts: Texts) -> str:
    who = texts.joined(list(one.responsible)) or texts("missing.nobody")
    return texts("missing.vacant", who=who) if one.vacant else who


def _left(some: list[Lacking], texts: Texts) -> str:
    names = [one.category for one in some]
    if len(names) > _NAMED:
        return _begun(texts("missing.categories", n=len(names)), some, texts)
    return _begun(texts.joined(names), some, texts)


def _begun(said: str, some: list[Lacking], texts: Texts) -> str:
    begun = sum(one.progress is Progress.IN_PROGRESS for one in some)
    if not begun:
        return said
    if begun == len(some):
        return texts("letter.escalation.begun", said=said)
    return texts("letter.escalation.some_begun", said=said, n=begun)
