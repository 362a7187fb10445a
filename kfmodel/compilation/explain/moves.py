"""Moves between levels, of a method that counts heads: needed − now, summed over the units."""

from collections.abc import Callable
from dataclasses import replace

from kfmodel.answers import HeadsByLevel
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import Working
from kfmodel.compilation.explain.given import Rule
from kfmodel.compilation.explain.speakers import heading_of, how_many_hidden, speakers
from kfmodel.compilation.explain.sums import sum_of
from kfmodel.compilation.moves import MoveRow
from kfmodel.compilation.words import Value
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading

Counted = Callable[[HeadsByLevel], int]
"""What is counted of the heads by level: all of them, or those at one level."""

NAMES = ("increase", "to_some", "to_good", "to_high", "to_very_high")


def counted_as(name: str) -> Counted:
    if name == "increase":
        return sum
    place = NAMES.index(name) - 1
    return lambda heads: heads[place]


def move(name: str) -> Rule:
    def working(record: MoveRow, asked: Asked) -> Working:
        if record in asked.table.totals:
            return _total(record, asked)
        return move_of(asked.row_of(record), asked, record.horizon, name)

    return working


def move_of(row: CategoryRow, asked: Asked, horizon: int, name: str) -> Working:
    """The sum of the units' differences; of what is settled, the difference of that."""
    count = counted_as(name)
    counted = [
        (speaker, count(now), count(needed))
        for speaker in speakers(row, asked.compilation)
        if (now := speaker.answers.heads_now) and (needed := speaker.answers.heads_needed(horizon))
    ]
    hidden = how_many_hidden(speaker for speaker, _, _ in counted)
    before, after = sum(one[1] for one in counted), sum(one[2] for one in counted)
    steps = (("Summa nu", before), (f"Summa om {horizon} år", after))
    working = Working(
        rule("moves"),
        after - before if counted else None,
        (heading_of(one[0] for one in counted), "Nu", f"Behövs om {horizon} år"),
        [(speaker.name, a, b) for speaker, a, b in counted if not speaker.hidden],
        () if hidden or not counted else steps,
        hidden,
    )
    return _settled_or(working, row, horizon, count)


def _settled_or(working: Working, row: CategoryRow, horizon: int, count: Counted) -> Working:
    if row.settlement is None:
        return working
    said = row.settlement.answers
    now, needed = said.heads_now, said.heads_needed(horizon)
    result = None if now is None or needed is None else count(needed) - count(now)
    steps: list[tuple[str, Value]] = [*working.steps, ("Sammanställt", working.result)]
    if now and needed:
        steps += [("Fastställt nu", count(now)), (f"Fastställt om {horizon} år", count(needed))]
    if row.settlement.reason and result != working.result:
        steps.append(("Skäl", row.settlement.reason))
    return replace(working, rule=f"{rule('is_settled')} {working.rule}", result=result, steps=steps)


def _total(record: MoveRow, asked: Asked) -> Working:
    parts = [
        (row.category, asked.column.value(row))
        for row in asked.table.records
        if (row.committee, row.horizon) == (record.committee, record.horizon)
        and row.moves is not None
        and not row.masked
    ]
    headings = (heading("category"), asked.heading)
    return Working(rule("sum_of_shown"), sum_of(parts), headings, parts)
