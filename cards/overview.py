"""The start card: what a person answers, where each category stands, and one press to go on."""

from collections import defaultdict
from datetime import date

from microsoft_teams.cards.core import Container

from cards.actions import button, buttons
from cards.card import Card, card, fitted, refreshed
from cards.elements import (
    Action,
    Element,
    box,
    element,
    heading,
    line,
    run,
    shortened,
    side_by_side,
    small,
)
from cards.header import is_vacant, notice_box, returned_text, step_place
from cards.text import LANGUAGES, Texts
from dialogs.press import Verb
from dialogs.same_again import can_be_same
from dialogs.screen import Overview, OverviewItem
from kfmodel.dialogue import Facts, Progress, Returned
from kfmodel.methods import method_of

_ROOMS = (1_000, 24, 16, 10)
"""Categories on one card; what is submitted stands last and gives way first."""

_COMMENT = 200
"""Characters of a comment on the start card; the dialogue's own has the whole."""

_SYMBOLS = {Progress.NOT_STARTED: "○", Progress.IN_PROGRESS: "◐", Progress.SUBMITTED: "✓"}


def overview_card(
    overview: Overview, texts: Texts, user_id: str | None, today: date | None
) -> Card:
    """`today` is the day in Sweden; without it the days that are left are not said."""

    def build(most: int) -> Card:
        body = _body(overview, texts, today, most)
        return card(texts, texts("overview.title"), body, refreshed(Verb.STATUS, user_id))

    return fitted(build, _ROOMS)


def _body(overview: Overview, texts: Texts, today: date | None, most: int) -> list[Element]:
    shown, left_out = _most_urgent(overview.items, most)
    more = [small(texts("overview.left_out", n=left_out))] if left_out else []
    return [
        heading(texts("overview.greeting", name=first_name(overview.person)), size="Large"),
        *notice_box(texts, overview.notice),
        line(_lead(overview, texts)),
        *(part for group in _groups(shown) for part in _group(group, texts, today)),
        *more,
        *(_for_hr(texts, overview.settles) if overview.is_hr else []),
        *(_for_heads(overview, texts) if overview.settles and not overview.is_hr else []),
        *buttons(*about_me(texts)),
    ]


def first_name(person: str) -> str:
    """Empty where the name is."""
    return person.split(maxsplit=1)[0] if person.strip() else ""


def _lead(overview: Overview, texts: Texts) -> str:
    if not overview.items:
        return texts("overview.nothing_hr" if overview.is_hr else "overview.nothing")
    left = sum(_is_left(item) for item in overview.items)
    if left:
        return texts("overview.left", n=left)
    done = all(item.progress is Progress.SUBMITTED for item in overview.items)
    return texts("overview.all_done" if done else "overview.nothing_left")


def _is_left(item: OverviewItem) -> bool:
    """Neither submitted nor out of reach: of a closed cycle, or of what is approved without it."""
    return item.progress is not Progress.SUBMITTED and not (item.facts.closed or item.facts.locked)


def _most_urgent(items: tuple[OverviewItem, ...], most: int) -> tuple[list[OverviewItem], int]:
    """In the person's order, without the last submitted ones where there is no room."""
    by_urgency = sorted(items, key=lambda item: item.progress is Progress.SUBMITTED)
    chosen = {item.facts.dialogue_id for item in by_urgency[:most]}
    shown = [item for item in items if item.facts.dialogue_id in chosen]
    return shown, len(items) - len(shown)


def _groups(items: list[OverviewItem]) -> list[list[OverviewItem]]:
    groups: defaultdict[tuple[str, str], list[OverviewItem]] = defaultdict(list)
    for item in items:
        groups[item.facts.cycle, item.facts.organisation].append(item)
    return list(groups.values())


def _group(items: list[OverviewItem], texts: Texts, today: date | None) -> list[Element]:
    facts = items[0].facts
    title = heading(facts.organisation, spacing="Large")
    title["separator"] = True
    said: list[Element] = [title, small(_when(facts, texts, today))]
    if is_vacant(facts):
        said.append(small(texts("standing_for.vacancy")))
    parts = [_item(item, texts) for item in items]
    for part in parts[1:]:
        part[0]["separator"] = True
    return [*said, *(element for part in parts for element in part)]


def _when(facts: Facts, texts: Texts, today: date | None) -> str:
    deadline = texts("overview.deadline", cycle=facts.cycle, day=facts.deadline_on)
    if facts.closed:
        return texts("overview.closed", cycle=facts.cycle)
    if today is None:
        return deadline
    if today < facts.opens_on:
        return texts("overview.opens", cycle=facts.cycle, day=facts.opens_on)
    days = (facts.deadline_on - today).days
    if days < 0:
        return texts("overview.overdue", cycle=facts.cycle, day=facts.deadline_on)
    left = texts("overview.days_left", n=days) if days else texts("overview.last_day")
    return texts("overview.deadline_left", deadline=deadline, left=left)


def _item(item: OverviewItem, texts: Texts) -> list[Element]:
    facts, data = item.facts, {"dialogue": item.facts.dialogue_id}
    left = _is_left(item)
    title = texts(f"overview.button.{item.progress if left else Progress.SUBMITTED}")
    go = button(title, Verb.START, data, primary=left)
    go["tooltip"] = texts("overview.button.of", button=title, category=facts.category)
    state = small(f"{_SYMBOLS[item.progress]} {_state(item, texts)}", spacing="None")
    returned = [line(_returned(item.returned, texts))] if item.returned else []
    row = side_by_side([line(run(facts.category, bold=True)), state, *returned], buttons(go))
    row["spacing"] = "Medium"
    previous = facts.previous
    if not left or previous is None:
        return [row]
    if not can_be_same(method_of(facts.method), previous):
        return [row]
    begun = item.progress is not Progress.NOT_STARTED
    title = texts("overview.same_instead" if begun else "overview.same", year=str(previous.year))
    same = button(title, Verb.SAME, {**data, "revision": item.revision})
    same["tooltip"] = texts("overview.button.of", button=title, category=facts.category)
    return [row, *buttons(same)]


def _state(item: OverviewItem, texts: Texts) -> str:
    if item.progress is Progress.SUBMITTED:
        return texts("overview.state.late" if item.late else "overview.state.submitted")
    if item.facts.locked:
        return texts("overview.state.locked")
    if item.progress is Progress.NOT_STARTED:
        return texts("overview.state.not_started")
    method = method_of(item.facts.method)
    place, of = step_place(method, item.step or method.steps[0])
    return texts("overview.state.in_progress", place=place, of=of)


def _returned(returned: Returned, texts: Texts) -> str:
    said = returned_text(texts, returned)
    return texts("overview.returned", said=said, comment=shortened(returned.comment, _COMMENT))


def _for_hr(texts: Texts, settles: bool) -> list[Element]:
    title = line(run(texts("overview.for_hr"), bold=True))
    actions = [*hr_actions(texts), *([to_settle(texts), to_quotes(texts)] if settles else [])]
    return [element(Container, items=[box(title, *buttons(*actions))], spacing="Large")]


def _for_heads(overview: Overview, texts: Texts) -> list[Element]:
    said = [line(run(texts("settling.for_heads"), bold=True))]
    if overview.returned:
        said.append(line(texts("settling.returned_to_you", n=overview.returned)))
    return [element(Container, items=[box(*said, *buttons(to_settle(texts)))], spacing="Large")]


def to_settle(texts: Texts) -> Action:
    return button(texts("button.to_settle"), Verb.TO_SETTLE, {})


def to_quotes(texts: Texts) -> Action:
    return button(texts("button.quotes"), Verb.QUOTES, {})


def hr_actions(texts: Texts) -> list[Action]:
    return [
        button(texts("button.progress"), Verb.PROGRESS, {}),
        button(texts("button.missing"), Verb.MISSING, {}),
        button(texts("button.summary"), Verb.SUMMARY, {}),
        button(texts("button.plan"), Verb.PLAN, {}),
    ]


def overview_button(texts: Texts, *, primary: bool = False) -> Action:
    return button(texts("button.overview"), Verb.STATUS, {}, primary=primary, sends=False)


def hr_overview_button(texts: Texts, *, primary: bool = False) -> Action:
    """The same way by a name for those who may have no category of their own."""
    return button(texts("button.overview.hr"), Verb.STATUS, {}, primary=primary, sends=False)


def about_me(texts: Texts) -> list[Action]:
    """Help, and the other language in its own name."""
    other = next(language for language in LANGUAGES if language != texts.language)
    return [
        button(texts("button.help"), Verb.HELP, {}),
        button(texts(f"language.{other}"), Verb.LANGUAGE, {"language": other}),
    ]
