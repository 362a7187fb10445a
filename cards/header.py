"""The top of a dialogue card: which cycle, whose, which category, and how far one has come."""

from cards.elements import Element, Style, box, heading, line, run, small
from cards.text import Texts
from dialogs.screen import REVIEW, Notice, Problem
from kfmodel.dialogue import Capacity, Facts, Returned
from kfmodel.methods import Method
from kfmodel.organisation import OrganisationKind

_WARNINGS = frozenset({"changed_since", "changed_since_typed", "answers_missing", "reopened"})


def header(texts: Texts, facts: Facts, method: Method, step: str) -> list[Element]:
    where = texts("header.where", cycle=facts.cycle, organisation=facts.organisation)
    return [
        small(where),
        heading(facts.category, size="Large", spacing="Small"),
        small(_how_far(texts, facts, method, step)),
    ]


def _how_far(texts: Texts, facts: Facts, method: Method, step: str) -> str:
    place, of = step_place(method, step)
    step_text = texts("header.step", place=place, of=of, name=texts(f"step.{step}"))
    if facts.total < 2:
        return step_text
    category = texts("header.category", place=facts.position, of=facts.total)
    return texts("header.both", category=category, step=step_text)


def step_place(method: Method, step: str) -> tuple[int, int]:
    """Place and number of steps; the review is the last."""
    of = len(method.steps) + 1
    return (of if step == REVIEW else method.steps.index(step) + 1), of


def standing_for(texts: Texts, facts: Facts) -> list[Element]:
    """For whom one answers, where it is not just for one's own unit."""
    said = []
    if is_vacant(facts):
        said.append(line(texts("standing_for.vacancy")))
    if facts.units > 1:
        said.append(line(texts("standing_for.pool", n=facts.units)))
    return [box(*said, style="accent")] if said else []


def is_vacant(facts: Facts) -> bool:
    """A committee has no manager's post: its HR answers for what is pooled there."""
    posts = (OrganisationKind.DIVISION, OrganisationKind.UNIT)
    return facts.capacity is Capacity.VACANCY and facts.organisation_kind in posts


def returned_box(texts: Texts, returned: Returned | None) -> list[Element]:
    """Why it is to be answered again, and who says so."""
    if returned is None:
        return []
    title = line(run(returned_text(texts, returned), bold=True))
    return [box(title, line(returned.comment), style="warning")]


def returned_text(texts: Texts, returned: Returned) -> str:
    if returned.by is None:
        return texts("returned.unknown", at=returned.at)
    return texts("returned.by", who=returned.by, at=returned.at)


def notice_box(texts: Texts, notice: Notice | None) -> list[Element]:
    if notice is None:
        return []
    style: Style = "warning" if notice.code in _WARNINGS else "accent"
    return [box(line(notice_text(texts, notice)), style=style)]


def notice_text(texts: Texts, notice: Notice) -> str:
    """A notice that lacks a value, such as who changed something, has words without it."""
    if None in notice.params.values():
        return texts(f"notice.{notice.code}.unknown")
    return texts(f"notice.{notice.code}", **notice.params)


def problems_box(texts: Texts, problems: tuple[Problem, ...]) -> list[Element]:
    if not problems:
        return []
    told = line(run(texts("problems", n=len(problems)), bold=True, color="Attention"))
    return [box(told, style="attention")]
