"""Everything answered, before it is submitted."""

from cards.actions import button, buttons
from cards.answered import Answered
from cards.card import Card, card, fitted, refreshed
from cards.elements import Element, box, fact, heading, line, run, side_by_side
from cards.header import header, notice_box, notice_text, returned_box, standing_for
from cards.personal import personal_box
from cards.text import Texts
from dialogs.inputs import LONG_TEXT
from dialogs.press import Verb
from dialogs.screen import REVIEW, Review
from dialogs.steps import STEPS
from kfmodel.methods import Method

_ROOMS = (LONG_TEXT, 300, 60)
"""Characters of each free text, from the whole to what every client has room for."""


def review_card(review: Review, method: Method, texts: Texts, user_id: str | None) -> Card:
    refresh = refreshed(Verb.START, user_id, {"dialogue": review.facts.dialogue_id})

    def build(longest: int) -> Card:
        return card(texts, review.facts.category, _body(review, method, texts, longest), refresh)

    return fitted(build, _ROOMS)


def _body(review: Review, method: Method, texts: Texts, longest: int) -> list[Element]:
    data = {
        "dialogue": review.facts.dialogue_id,
        "step": REVIEW,
        "revision": review.state.revision,
    }
    back = button(texts("button.back"), Verb.BACK, data)
    submit = button(texts("button.submit"), Verb.SUBMIT, data, primary=True)
    answered = Answered(texts, method, review.facts, review.state.answers, longest)
    return [
        *header(texts, review.facts, method, REVIEW),
        *notice_box(texts, review.notice),
        *returned_box(texts, review.state.returned),
        *standing_for(texts, review.facts),
        *_missing(review, method, texts),
        *personal_box(texts, review.personal, texts("review.personal_why")),
        *_contradictions(review, texts),
        *(part for step in method.steps for part in _section(review, answered, step)),
        *buttons(*([back] if review.missing else [submit, back])),
    ]


def _section(review: Review, answered: Answered, step: str) -> list[Element]:
    texts = answered.texts
    change = button(texts("button.change"), Verb.START, _to(review, step))
    change["tooltip"] = texts("button.change_step", step=texts(f"step.{step}"))
    title = side_by_side([heading(texts(f"step.{step}"), size="Default")], buttons(change))
    title["separator"] = True
    return [title, *(fact(name, value) for name, value in answered.lines(step))]


def _to(review: Review, step: str) -> Card:
    return {
        "dialogue": review.facts.dialogue_id,
        "step": step,
        "revision": review.state.revision,
        "from_review": True,
    }


def _missing(review: Review, method: Method, texts: Texts) -> list[Element]:
    """What is missing, with a button to each step that lacks something."""
    if not review.missing:
        return []
    steps = [s for s in method.steps if STEPS[s].missing(review.state.answers, method)]
    names = [
        texts(f"field.{problem.input_id}", year=str(_year(review, problem.input_id)))
        for problem in review.missing
    ]
    fill = [
        button(
            texts("button.fill_in", step=texts(f"step.{step}")),
            Verb.START,
            _to(review, step),
            primary=place == 0,
        )
        for place, step in enumerate(steps)
    ]
    told = run(texts("review.missing", n=len(names)), bold=True, color="Attention")
    return [box(line(told), line(texts.joined(names)), *buttons(*fill), style="attention")]


def _year(review: Review, input_id: str) -> int:
    horizon = next((years for years in (2, 5) if input_id.startswith(f"need_{years}y")), 0)
    return review.facts.year + horizon


def _contradictions(review: Review, texts: Texts) -> list[Element]:
    if not review.contradictions:
        return []
    told = [line(notice_text(texts, notice)) for notice in review.contradictions]
    title = line(run(texts("review.contradictions"), bold=True))
    return [box(title, *told, style="warning")]
