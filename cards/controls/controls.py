"""How a cycle stands, and what HR can do with it."""

from collections.abc import Iterator

from cards.actions import button, buttons, link
from cards.card import Card, card
from cards.controls.shared import dispatch_line, title, to_do, to_view
from cards.elements import Action, Element, box, fact, line, run, small
from cards.form import Form, Typed
from cards.header import notice_box
from cards.overview import hr_overview_button
from cards.text import Texts, texts_in
from dialogs.controls import View
from dialogs.press import Verb
from dialogs.screen import Notice, Problem
from kfmodel.controls import Act, Controls, CycleStanding

_NEXT = 3
"""Of what leaves next; the card of the plan has everything."""
_OTHERS = 4


def controls_card(
    controls: Controls,
    language: str,
    notice: Notice | None = None,
    problem: Problem | None = None,
    typed: Typed | None = None,
) -> Card:
    """`problem` is with the new deadline, and `typed` is what was chosen as such."""
    texts = texts_in(language)
    closed = controls.standing is CycleStanding.CLOSED
    body = [
        *title(controls, texts("controls.title"), texts),
        *notice_box(texts, notice),
        *_facts(controls, texts),
        *(_after_closing(controls, texts) if closed else _ahead(controls, texts)),
        *_writing(controls, texts),
        *_dates(controls, problem, typed, texts),
        *_others(controls, texts),
    ]
    return card(texts, texts("controls.title"), body)


def _facts(controls: Controls, texts: Texts) -> list[Element]:
    state = controls.state
    standing = texts(f"controls.standing.{controls.standing}")
    if state.paused_at and controls.standing is not CycleStanding.CLOSED:
        standing = texts("controls.paused", standing=standing, at=state.paused_at)
    is_ahead = controls.standing is CycleStanding.NOT_OPEN
    opening = "controls.opens_on" if is_ahead else "controls.opened_on"
    counts = texts("letter.counts", submitted=controls.submitted, n=controls.asked)
    return [
        fact(texts("controls.standing"), standing, spacing=None),
        fact(texts(opening), texts.day_near(state.opens_on, controls.today)),
        fact(texts("controls.deadline_on"), texts.day_near(state.deadline_on, controls.today)),
        line(counts, spacing="Small"),
    ]


def _ahead(controls: Controls, texts: Texts) -> list[Element]:
    shown = [dispatch_line(one, controls, texts) for one in controls.ahead[:_NEXT]]
    views = [to_view(controls, View.SENT, texts("controls.sent"))]
    if controls.ahead:
        views.insert(0, to_view(controls, View.AHEAD, texts("controls.ahead")))
    return [box(*_next(controls, shown, texts)), *buttons(*views)]


def _next(controls: Controls, shown: list[Element], texts: Texts) -> list[Element]:
    paused = controls.state.paused_at is not None
    said = [line(texts("controls.nothing_while_paused"))] if paused else []
    if paused and not shown:
        return said
    title = line(run(texts("controls.next.paused" if paused else "controls.next"), bold=True))
    return [*said, title, *(shown or [line(texts("controls.nothing_ahead"))])]


def _after_closing(controls: Controls, texts: Texts) -> list[Element]:
    summary = button(texts("button.summary"), Verb.SUMMARY, {"committee": controls.post_id})
    actions: list[Action] = [summary, to_view(controls, View.SENT, texts("controls.sent"))]
    if controls.draft_url is None:
        return buttons(*actions)
    draft = link(texts("controls.draft"), controls.draft_url)
    told = line(texts("controls.draft.what", year=str(controls.state.year + 2)))
    return [*buttons(*actions), box(told, *buttons(draft))]


def _writing(controls: Controls, texts: Texts) -> list[Element]:
    write = to_view(controls, View.WRITING, texts("controls.write"))
    if not controls.standing.takes_answers:
        return buttons(write)
    return buttons(to_view(controls, View.REMINDING, texts("button.remind")), write)


def _dates(
    controls: Controls, problem: Problem | None, typed: Typed | None, texts: Texts
) -> list[Element]:
    if not controls.sets_dates:
        return [small(texts("controls.dates_are_shared"))]
    if controls.standing is CycleStanding.CLOSED:
        return buttons(to_do(controls, Act.REOPEN, texts("controls.reopen")))
    form = Form(texts, typed, (problem,) if problem else ())
    deadline = form.day("deadline", texts("controls.new_deadline"), controls.state.deadline_on)
    extend = to_do(controls, Act.EXTEND, texts("controls.extend"), sends=True)
    return [deadline, *buttons(extend), *buttons(*_steering(controls, texts))]


def _steering(controls: Controls, texts: Texts) -> Iterator[Action]:
    if controls.standing is CycleStanding.NOT_OPEN:
        yield to_do(controls, Act.OPEN, texts("controls.open"), primary=True)
    if controls.state.paused_at:
        yield to_do(controls, Act.RESUME, texts("controls.resume"))
    else:
        yield to_do(controls, Act.PAUSE, texts("controls.pause"))
    yield to_view(controls, View.CLOSING, texts("button.close"))


def _others(controls: Controls, texts: Texts) -> list[Element]:
    """The way to other cycles, and to the start card."""
    ways = [
        button(
            texts("summary.choice", committee=organisation, cycle=cycle),
            Verb.PLAN,
            {"post": post_id},
            sends=False,
        )
        for post_id, organisation, cycle in controls.others[:_OTHERS]
    ]
    rows = [row for way in ways for row in buttons(way)]
    return [*rows, *buttons(hr_overview_button(texts))]
