"""Svar: every submitted answer with its unit. For people only; who answered stands as a role."""

from collections.abc import Callable
from operator import attrgetter

from kfmodel.answers import HEADS_NEEDED, HEADS_NOW, Activity, Answers
from kfmodel.compilation.compilation import Compilation, DialogueRow
from kfmodel.compilation.given import unit_levels
from kfmodel.compilation.table import Column, Kind, Readers, Table
from kfmodel.compilation.tables.parts import where_used
from kfmodel.compilation.tables.shared_columns import identified
from kfmodel.compilation.words import Value, yes_no
from kfmodel.methods import Method


def _answer(
    name: str, question: Callable[[Answers], Value], kind: Kind = Kind.WORD
) -> Column[DialogueRow]:
    def value(row: DialogueRow) -> Value:
        return question(row.dialogue.answers) if row.dialogue.answers else None

    return Column(name, value, kind)


def _level(name: str, place: int) -> Column[DialogueRow]:
    def value(row: DialogueRow) -> Value:
        levels = unit_levels(row.dialogue.answers, row.dialogue.heads)
        return levels[place] if levels else None

    return Column(name, value, Kind.POINTS)


def _drivers(row: DialogueRow) -> Value:
    answers = row.dialogue.answers
    chosen = answers.drivers if answers else ()
    return tuple(driver.sv for driver in row.method.drivers if driver.id in chosen)


def _activities(row: DialogueRow) -> Value:
    answers = row.dialogue.answers
    return "\n".join(
        _activity(row.method, activity) for activity in (answers.activities if answers else ())
    )


def _activity(method: Method, activity: Activity) -> str:
    """ "Rekrytera: Anställ två till (våren 2026)"."""
    area = method.area_by_id.get(activity.area or "")
    start = f"{area.sv}: " if area else ""
    end = f" ({activity.time_plan})" if activity.time_plan else ""
    return f"{start}{activity.description}{end}"


WHO: tuple[Column[DialogueRow], ...] = (
    Column("division", lambda row: row.dialogue.division_name, Kind.NAME, identity=True),
    Column("unit", lambda row: row.dialogue.organisation_name, Kind.NAME, identity=True),
    Column("category", lambda row: row.dialogue.category, Kind.CATEGORY, identity=True),
    Column("heads", lambda row: row.dialogue.heads, Kind.COUNT),
    _answer("headcount_actual", lambda answers: answers.headcount_actual, Kind.COUNT),
)
NEED = (
    _answer("need_2y", lambda answers: answers.need_2y),
    _answer("need_5y", lambda answers: answers.need_5y),
)
SHARES = (
    _level("level_some", 0),
    _level("level_good", 1),
    _level("level_high", 2),
    _level("level_very_high", 3),
)
HEADS = tuple(
    _answer(name, attrgetter(name), Kind.COUNT)
    for name in (*HEADS_NOW, *HEADS_NEEDED[2], *HEADS_NEEDED[5])
)
SEVERITY = _answer("severity", lambda answers: answers.severity, Kind.SEVERITY)
APART = (
    _answer("severity_operations", lambda answers: answers.severity_operations, Kind.SEVERITY),
    _answer(
        "severity_work_environment",
        lambda answers: answers.severity_work_environment,
        Kind.SEVERITY,
    ),
)
LIKELIHOOD = _answer("likelihood", lambda answers: answers.likelihood)
REST: tuple[Column[DialogueRow], ...] = (
    _answer("specific_gap", lambda answers: answers.specific_gap, Kind.TEXT),
    Column("drivers", _drivers, Kind.TEXT),
    _answer("comment", lambda answers: answers.comment, Kind.TEXT),
    Column("activities", _activities, Kind.TEXT),
    Column("submitted_at", lambda row: row.dialogue.submitted_at, Kind.TIME),
    Column("late", lambda row: row.dialogue.late, shown=lambda row: yes_no(row.dialogue.late)),
    Column("answered_as", lambda row: row.dialogue.answered_as, Kind.PHRASE),
)


def _columns(compilation: Compilation) -> tuple[Column[DialogueRow], ...]:
    return (
        *WHO,
        *where_used(compilation, Method.asks_need, *NEED),
        *where_used(compilation, Method.asks_shares, *SHARES),
        *where_used(compilation, Method.counts_heads, *HEADS),
        *where_used(compilation, Method.asks_severity, SEVERITY),
        *where_used(compilation, Method.asks_severities_apart, *APART),
        *where_used(compilation, Method.asks_likelihood, LIKELIHOOD),
        *REST,
    )


def table(compilation: Compilation) -> Table[DialogueRow]:
    return Table(
        "answers",
        identified(_columns(compilation), compilation),
        [row for row in compilation.dialogues if row.submitted],
        masked=lambda row: row.masked,
        readers=Readers.PEOPLE,
    )
