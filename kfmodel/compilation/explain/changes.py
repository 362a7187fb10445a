"""What a measure was in the last cycle, what it is now, and which way it has moved."""

from kfmodel.answers import LEVELS
from kfmodel.calculations import Change, change, change_of_missing
from kfmodel.compilation.changes import ChangeRow
from kfmodel.compilation.compilation import CategoryRow, worst
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import PartRow, Working
from kfmodel.compilation.explain.median import median_of
from kfmodel.compilation.explain.moves import NAMES, move_of
from kfmodel.compilation.explain.projected import gap_of
from kfmodel.compilation.explain.shares import share_of
from kfmodel.compilation.words import Value
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading

_HORIZONS = {"increase_2y": 2, "increase_5y": 5}


def before(record: ChangeRow, _: Asked) -> Working:
    parts: list[PartRow] = []
    if record.before is not None:
        parts = [(str(record.year or ""), record.before)]
    return Working(
        rule("previous_given"), record.before, (heading("before_year"), _name(record)), parts
    )


def now(record: ChangeRow, asked: Asked) -> Working:
    """As in the table that the measure stands in."""
    row, measure = asked.row_of(record), record.measure or ""
    if measure in LEVELS:
        return share_of(row, asked, measure)
    if measure.startswith("gap_"):
        return gap_of(row, measure)
    if measure in _HORIZONS:
        return move_of(row, asked, _HORIZONS[measure], "increase")
    if measure in NAMES:
        return move_of(row, asked, 2, measure)
    return median_of(row, asked, measure)


def direction(record: ChangeRow, _: Asked) -> Working:
    parts: list[PartRow] = [
        (heading("before"), record.before),
        (heading("now"), record.now),
    ]
    return Working(
        rule("change"),
        _direction(record),
        (heading("term"), _name(record)),
        [part for part in parts if part[1] is not None],
    )


def _direction(record: ChangeRow) -> Change | None:
    then, current = record.before, record.now
    if isinstance(then, int | float) or isinstance(current, int | float):
        short = -1 if (record.measure or "").startswith("gap_") else 1
        return change_of_missing(_times(short, then), _times(short, current))
    return change(then, current)


def _times(sign: int, value: Value) -> int | float | None:
    return sign * value if isinstance(value, int | float) else None


def _name(record: ChangeRow) -> str:
    return heading(record.measure or "measure")


def risk_moved(row: CategoryRow, _: Asked) -> Working:
    """Of the row's risk; where it is judged apart, the more severe of the two."""
    judged = [(heading(n), getattr(row.answers, n)) for n in row.method.severity_questions]
    known = [(name, severity) for name, severity in judged if severity is not None]
    then = [(str(row.previous.year), row.severity_before)] if row.previous else []
    return Working(
        rule("risk_change"),
        change(row.severity_before, worst(severity for _, severity in known)),
        (heading("term"), heading("severity")),
        [part for part in (*then, *known) if part[1] is not None],
    )
