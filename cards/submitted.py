"""The receipt: what was submitted, until when it may be changed, and what comes next."""

from cards.actions import button, buttons
from cards.answered import Answered
from cards.card import Card, card, fitted, refreshed
from cards.elements import Action, Element, box, fact, heading, line, run, small
from cards.header import notice_box
from cards.kept import kept_texts
from cards.overview import overview_button
from cards.text import Texts
from dialogs.inputs import LONG_TEXT
from dialogs.press import Verb
from dialogs.screen import REVIEW, Submitted
from kfmodel.dialogue import Facts
from kfmodel.methods import Method

_ROOMS = (LONG_TEXT, 300, 60)


def submitted_card(done: Submitted, method: Method, texts: Texts, user_id: str | None) -> Card:
    data = {"dialogue": done.facts.dialogue_id}
    refresh = None if done.typed else refreshed(Verb.START, user_id, data)

    def build(longest: int) -> Card:
        return card(texts, done.facts.category, _body(done, method, texts, longest), refresh)

    return fitted(build, _ROOMS)


def _body(done: Submitted, method: Method, texts: Texts, longest: int) -> list[Element]:
    facts = done.facts
    answered = Answered(texts, method, facts, done.state.answers, longest)
    return [
        small(texts("header.where", cycle=facts.cycle, organisation=facts.organisation)),
        heading(facts.category, size="Large", spacing="Small"),
        *notice_box(texts, done.notice),
        _receipt(done, texts),
        *kept_texts(texts, done.typed),
        line(run(texts("submitted.answers"), bold=True), spacing="Medium"),
        *(
            fact(name, value)
            for step in method.steps
            for name, value in answered.lines(step)
        ),
        *buttons(*_actions(done, texts)),
    ]  # fmt: skip


def _receipt(done: Submitted, texts: Texts) -> Element:
    facts = done.facts
    title = texts("submitted.thanks" if done.just_now else "submitted.title")
    lines = [line(run(f"✓ {title}", bold=True))]
    if done.state.submitted_at and not done.just_now:
        lines.append(line(_who(done, texts)))
    if done.state.late:
        lines.append(line(texts("submitted.late", day=facts.deadline_on)))
    if done.may_reopen:
        lines.append(line(texts("submitted.may_change", day=facts.deadline_on)))
    else:
        lines.append(line(texts("submitted.approved" if facts.locked else "submitted.locked")))
    if done.just_now:
        lines.append(line(texts("submitted.next")))
    return box(*lines, style="good")


def _who(done: Submitted, texts: Texts) -> str:
    if done.state.changed_by is None:
        return texts("submitted.at", at=done.state.submitted_at)
    return texts("submitted.by", at=done.state.submitted_at, who=done.state.changed_by)


def _next(texts: Texts, following: Facts, answered: Facts) -> str:
    """With its unit where that is another: the category may be the same."""
    if following.organisation == answered.organisation:
        return texts("button.next_category", category=following.category)
    return texts(
        "button.next_category_of",
        category=following.category,
        organisation=following.organisation,
    )


def _actions(done: Submitted, texts: Texts) -> list[Action]:
    actions: list[Action] = []
    if done.next_up is not None:
        facts = done.next_up.facts
        title = _next(texts, facts, done.facts)
        data = {"dialogue": facts.dialogue_id}
        actions.append(button(title, Verb.START, data, primary=True, sends=False))
    actions.append(overview_button(texts, primary=done.next_up is None))
    if done.may_reopen:
        to_reopen: Card = {
            "dialogue": done.facts.dialogue_id,
            "step": REVIEW,
            "revision": done.state.revision,
        }
        actions.append(button(texts("button.reopen"), Verb.REOPEN, to_reopen, sends=False))
    return actions
