"""To someone who answers: the invitation, the reminders, and the word after the deadline."""

from cards.letters.letter import Ask, Letter, Row, Section
from cards.letters.shared import behind, cut, deadline, where
from cards.text import Texts
from dialogs.screen import REVIEW
from kfmodel.delivery import Situation
from kfmodel.dialogue import Capacity, Progress
from kfmodel.planning.message import Item, Message, ToManager


def to_manager(message: Message, content: ToManager, texts: Texts, most: int) -> Letter:
    """`most` is how many rows there is room for."""
    name = _name(message, content)
    return Letter(
        subject=texts(
            f"letter.{name}.subject",
            cycle=message.cycle.name,
            day=texts.day_near(message.cycle.deadline_on, message.today),
            category=content.items[0].category,
        ),
        where=where(message, texts),
        title=texts(f"letter.{name}.title"),
        lead=(
            *_asked_for(content, texts),
            _lead(name, message.cycle.name, content, texts),
            *_done(content, texts),
        ),
        deadline=deadline(message, texts),
        ask=Ask(texts("mail.answer"), _way_in(content, texts)),
        sections=cut(_sections(content, texts), most, texts),
        closing=(_why(message, content, texts), behind(message.cycle, texts)),
    )


def _name(message: Message, content: ToManager) -> str:
    """The last day's message leaves on the working day before a deadline that is a day off. Who
    stopped at the review may well believe that all is done."""
    if content.situation is Situation.LAST_DAY and message.today < message.cycle.deadline_on:
        return "last_reminder"
    if content.situation is Situation.STALLED and content.items[0].step == REVIEW:
        return "unsent"
    return content.situation.value if content.situation else "invitation"


def _way_in(content: ToManager, texts: Texts) -> str:
    begun = any(item.progress is not Progress.NOT_STARTED for item in content.items)
    return texts("mail.open.continue" if begun or content.submitted else "mail.open.begin")


def _asked_for(content: ToManager, texts: Texts) -> tuple[str, ...]:
    if content.asked_by:
        return (texts("letter.asked_by", who=content.asked_by),)
    return (texts("letter.snoozed"),) if content.snoozed else ()


def _lead(name: str, cycle: str, content: ToManager, texts: Texts) -> str:
    first = content.items[0]
    if name == "stalled" and first.step is not None and first.step_number is not None:
        return texts(
            "letter.stalled.where",
            category=first.category,
            step=texts(f"step.{first.step}"),
            **_place(first, first.step_number),
        )
    if content.situation is Situation.RETURNED:
        return _returned(first, texts)
    if name == "unsent":
        return texts("letter.unsent.lead", category=first.category)
    return texts(f"letter.{name}.lead", cycle=cycle, n=len(content.items))


def _place(item: Item, number: int) -> dict[str, int]:
    """As on the dialogue's cards, where the review is one step more than the method's."""
    return {"place": number, "of": item.steps + 1}


def _returned(first: Item, texts: Texts) -> str:
    if first.returned_by is None:
        return texts("letter.returned.lead.unknown", category=first.category)
    return texts("letter.returned.lead", who=first.returned_by, category=first.category)


def _done(content: ToManager, texts: Texts) -> tuple[str, ...]:
    if content.situation is None:
        return (texts("help.privacy"),)
    if not content.submitted:
        return ()
    return (texts("letter.submitted", n=content.submitted, asked=content.asked),)


def _sections(content: ToManager, texts: Texts) -> list[Section]:
    """By organisation, the most urgent first."""
    by_place: dict[tuple[str, bool], list[Row]] = {}
    for item in content.items:
        place = item.organisation, item.capacity is Capacity.VACANCY
        by_place.setdefault(place, []).append(item_row(item, texts))
    return [
        Section(texts("letter.vacant", organisation=name) if vacant else name, tuple(rows))
        for (name, vacant), rows in by_place.items()
    ]


def item_row(item: Item, texts: Texts) -> Row:
    if item.comment or item.returned_by:
        who = item.returned_by
        said = texts("letter.row.returned", who=who) if who else texts("letter.row.back")
        return Row(item.category, said, item.comment)
    number = item.steps + 1 if item.step == REVIEW else item.step_number
    if item.progress is Progress.IN_PROGRESS and number:
        return Row(item.category, texts("overview.state.in_progress", **_place(item, number)))
    begun = item.progress is Progress.IN_PROGRESS
    return Row(item.category, texts("letter.row.begun" if begun else "overview.state.not_started"))


def _why(message: Message, content: ToManager, texts: Texts) -> str:
    posts = [
        texts(f"letter.post.{post.role}", organisation=post.organisation) for post in content.posts
    ]
    if posts:
        return texts("letter.why", posts=texts.joined(posts))
    places = dict.fromkeys(item.organisation for item in content.items)
    return texts("letter.why.answers", places=texts.joined(list(places)), cycle=message.cycle.name)
