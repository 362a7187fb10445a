"""Who has not answered, one line a person and organisation."""

from collections import defaultdict

from microsoft_teams.cards.core import CardElement

from cards.elements import line, run, small
from cards.text import Texts
from kfmodel.dialogue import Progress
from kfmodel.progress import CommitteeProgress, DivisionProgress, Group

Answerers = tuple[str, tuple[str, ...], bool]


def missing_lines(one: CommitteeProgress, texts: Texts, most: int) -> list[CardElement]:
    """By division, at most `most` lines; the last says how many were left out."""
    lines: list[CardElement] = []
    left_out = 0
    for division in one.divisions:
        people = _by_answerers(division)
        room = max(0, most - len(lines))
        left_out += len(people[room:])
        if shown := people[:room]:
            lines.append(line(run(division.division or texts("progress.no_division"), bold=True)))
            lines.extend(_person(groups, texts) for groups in shown)
    return [*lines, small(texts("missing.left_out", n=left_out))] if left_out else lines


def _by_answerers(division: DivisionProgress) -> list[list[Group]]:
    people: defaultdict[Answerers, list[Group]] = defaultdict(list)
    for group in division.missing:
        people[group.organisation, group.responsible, group.vacant].append(group)
    return list(people.values())


def _person(groups: list[Group], texts: Texts) -> CardElement:
    first = groups[0]
    who = texts.joined(list(first.responsible)) or texts("missing.nobody")
    said = texts("missing.vacant", who=who) if first.vacant else who
    begun = sum(group.progress is Progress.IN_PROGRESS for group in groups)
    count = texts("missing.categories", n=len(groups))
    if begun:
        count = texts("missing.begun", count=count, n=begun)
    told = texts("missing.line", who=said, organisation=first.organisation, count=count)
    return line(told, spacing="Small")
