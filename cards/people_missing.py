"""Who has not answered, one line a person and organisation."""

from collections import defaultdict

from cards.actions import button
from cards.elements import Action, Element, line, run, small
from cards.text import Texts
from dialogs.controls import View
from dialogs.press import Verb
from kfmodel.dialogue import Progress
from kfmodel.progress import CommitteeProgress, DivisionProgress, Group

Answerers = tuple[str, tuple[str, ...], bool]


def missing_lines(one: CommitteeProgress, texts: Texts, most: int) -> list[Element]:
    """By division, at most `most` lines; the last says how many were left out."""
    lines: list[Element] = []
    left_out = 0
    for division in one.divisions:
        people = missing_people(division, texts)
        room = max(0, most - len(lines))
        left_out += len(people[room:])
        if shown := people[:room]:
            lines.append(line(run(division_name(division, texts), bold=True)))
            lines.extend(line(f"{who}: {count}", spacing="Small") for who, count in shown)
    return [*lines, small(texts("missing.left_out", n=left_out))] if left_out else lines


def to_remind(one: CommitteeProgress, texts: Texts, *, primary: bool = False) -> Action:
    """The way to choose whom of them to remind."""
    data = {"post": one.committee_id, "view": View.REMINDING.value}
    return button(texts("button.remind"), Verb.PLAN, data, primary=primary)


def division_name(division: DivisionProgress, texts: Texts) -> str:
    return division.division or texts("progress.no_division")


def missing_people(division: DivisionProgress, texts: Texts) -> list[tuple[str, str]]:
    """Each with their organisation, and how many categories they have left."""
    people: defaultdict[Answerers, list[Group]] = defaultdict(list)
    for group in division.missing:
        people[group.organisation, group.responsible, group.vacant].append(group)
    return [
        (_who(*answerers, texts), _count(groups, texts)) for answerers, groups in people.items()
    ]


def _who(organisation: str, responsible: tuple[str, ...], vacant: bool, texts: Texts) -> str:
    who = texts.joined(list(responsible)) or texts("missing.nobody")
    said = texts("missing.vacant", who=who) if vacant else who
    return texts("missing.who", who=said, organisation=organisation)


def _count(groups: list[Group], texts: Texts) -> str:
    begun = sum(group.progress is Progress.IN_PROGRESS for group in groups)
    count = texts("missing.categories", n=len(groups))
    if begun == len(groups):
        return texts("missing.all_begun" if begun > 1 else "missing.one_begun", count=count)
    return texts("missing.begun", count=count, n=begun) if begun else count
