"""A value that is settled stands in the place of what was compiled."""

from dataclasses import replace

from kfmodel.answers import LEVELS, Answers
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import Working
from kfmodel.compilation.words import Points, Value
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading


def settled_or(working: Working, row: CategoryRow, name: str) -> Working:
    """The working of what was compiled, and after it what was settled, and why."""
    settlement = row.settlement
    if settlement is None:
        return working
    value = _value(settlement.answers, name)
    steps: list[tuple[str, Value]] = [
        *working.steps,
        ("Sammanställt", working.result),
        (heading("is_settled"), value),
    ]
    if settlement.reason and value != working.result:
        steps.append(("Skäl", settlement.reason))
    return replace(working, rule=f"{rule('is_settled')} {working.rule}", result=value, steps=steps)


def _value(answers: Answers, name: str) -> Value:
    if name not in LEVELS:
        value: Value = getattr(answers, name)
        return value
    return Points(answers.levels[LEVELS.index(name)]) if answers.levels else None


def whether_settled(row: CategoryRow, _: Asked) -> Working:
    at: Value = row.settlement.at if row.settlement else None
    parts = [(heading("is_settled"), at)] if at else []
    return Working(rule("settled"), bool(parts), (heading("status"), "Tid"), parts)


def compiled_values(row: CategoryRow, asked: Asked) -> Working:
    """Each value where another was settled."""
    differing = asked.column.value(row)
    names = tuple(differing) if isinstance(differing, dict) else ()
    parts = [
        (heading(name), _value(row.compiled, name), _value(row.answers, name)) for name in names
    ]
    result = {
        name: getattr(row.compiled, name)
        for name, (_, compiled, settled) in zip(names, parts, strict=True)
        if compiled != settled
    }
    headings = (heading("term"), "Sammanställt", heading("is_settled"))
    return Working(rule("compiled"), result or None, headings, parts)
