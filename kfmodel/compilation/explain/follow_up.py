"""Goals, what came of them, and the percent."""

from collections.abc import Sequence
from fractions import Fraction

from kfmodel.calculations import exact, percent_of_goal, plain
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import PartRow, Working
from kfmodel.compilation.explain.moves import counted_as
from kfmodel.compilation.explain.sums import sum_of
from kfmodel.compilation.follow_up import FollowUpRow
from kfmodel.compilation.outcomes import ANSWERS
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading
from kfmodel.plan import Goal, Outcome, Owner

_VALUES = (heading("organisation"), heading("heads"))


def goal(record: FollowUpRow, asked: Asked) -> Working:
    if record.category is None:
        return _total(record, asked, "goal")
    goals = [one for one in asked.compilation.plan.goals if one.to_year == record.to_year]
    return _summed(rule("goal"), goals, record, asked)


def outcome(record: FollowUpRow, asked: Asked) -> Working:
    """As HR's statistics say; else heads now − heads then."""
    if record.category is None:
        return _total(record, asked, "outcome")
    if record.since is not None:
        return _counted(record, asked.row_of(record))
    outcomes = [
        one
        for one in asked.compilation.plan.outcomes
        if (one.source, one.year) == (record.source, record.year)
    ]
    return _summed(rule("outcome_given"), outcomes, record, asked)


def _summed(
    sentence: str, planned: Sequence[Goal | Outcome], record: FollowUpRow, asked: Asked
) -> Working:
    """The figures of those within the row's organisation; those of a division with a hidden unit
    are hidden, as in its own compilation."""
    row = asked.row_of(record)
    hidden_codes = {one.dialogue.division_code for one in row.dialogues if one.masked} - {None}
    given = [
        (one.owner, plain(exact(value)))
        for one in planned
        if one.category == record.category and one.owner.is_within(record.committee.code)
        if (value := getattr(one.measures, record.measure or "")) is not None
    ]
    shown = [(_code(who), value) for who, value in given if who.division_code not in hidden_codes]
    result = sum_of([(_code(who), value) for who, value in given])
    return Working(sentence, result, _VALUES, shown, hidden=len(given) - len(shown))


def _counted(record: FollowUpRow, row: CategoryRow) -> Working:
    then = row.earlier.row if row.earlier else row
    before, now = (_heads(one, record) for one in (then, row))
    parts = [(str(record.since), plain(before)), (str(record.year), plain(now))]
    headings = (heading("year"), heading("heads"))
    return Working(rule("outcome_counted"), plain(now - before), headings, parts)


def _heads(row: CategoryRow, record: FollowUpRow) -> Fraction:
    by_level = row.answers.heads_now
    if record.source == ANSWERS and by_level:
        return exact(counted_as(record.measure or "")(by_level))
    return exact(row.headcount)


def percent(record: FollowUpRow, _: Asked) -> Working:
    result = None
    if record.goal is not None and record.outcome is not None:
        result = percent_of_goal(record.outcome, record.goal)
    parts = [(heading("outcome"), record.outcome), (heading("goal"), record.goal)]
    return Working(
        rule("percent"),
        result,
        (heading("term"), heading("heads")),
        [part for part in parts if part[1] is not None],
    )


def _total(record: FollowUpRow, asked: Asked, name: str) -> Working:
    rows: Sequence[FollowUpRow] = [
        row
        for row in asked.table.records
        if (row.committee, row.measure, row.to_year, row.source)
        == (record.committee, record.measure, record.to_year, record.source)
        and row.goal is not None
        and not row.masked
    ]
    parts: list[PartRow] = [(row.category, getattr(row, name)) for row in rows]
    return Working(rule("sum_of_shown"), sum_of(parts), (heading("category"), heading(name)), parts)


def _code(owner: Owner) -> str:
    return owner.division_code or owner.committee_code
