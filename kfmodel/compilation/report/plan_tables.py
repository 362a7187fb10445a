"""The plan as the published reports print it: areas with their activities, then who does what.

No unit is named: what managers have proposed stands by itself, for HR to choose from.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kfmodel.compilation.activities import ActivityRow, GivenBy
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.table import Column, Kind, Table

_BULLET = "• "


@dataclass(frozen=True, slots=True)
class Cluster:
    """An area: its activities, the strategic challenges they answer, and their ties to the gap
    analysis, each once."""

    area: str
    activities: tuple[str, ...]
    challenges: tuple[str, ...]
    anchoring: tuple[str, ...]


_COLUMNS: tuple[Column[Cluster], ...] = (
    Column("area", lambda cluster: cluster.area, identity=True),
    Column("activities", lambda cluster: _bulleted(cluster.activities), Kind.TEXT),
    Column("challenge", lambda cluster: _bulleted(cluster.challenges), Kind.TEXT),
    Column("anchoring", lambda cluster: "\n".join(cluster.anchoring), Kind.TEXT),
)


def cluster_table(report: Report) -> Table[Cluster] | None:
    """HR's activities by area; None where HR has planned none in any area."""
    by_area: dict[str, list[ActivityRow]] = {}
    for row in _rows(report, GivenBy.HR):
        if row.area:
            by_area.setdefault(row.area, []).append(row)
    clusters = [_cluster(area, rows) for area, rows in by_area.items()]
    return Table("activities", _COLUMNS, clusters) if clusters else None


def activities_of(report: Report, given_by: GivenBy) -> Table[Any] | None:
    """The table of activities with those that HR, or the units' managers, have given."""
    table, rows = report.table("activities"), _rows(report, given_by)
    return replace(table, records=rows) if table and rows else None


def _rows(report: Report, given_by: GivenBy) -> Sequence[ActivityRow]:
    table = report.table("activities")
    records = table.records if table else ()
    return [
        row
        for row in records
        if isinstance(row, ActivityRow) and row.given_by is given_by and not row.masked
    ]


def _cluster(area: str, rows: Sequence[ActivityRow]) -> Cluster:
    challenges = (part.strip() for row in rows for part in (row.challenge or "").split(";"))
    return Cluster(
        area,
        _once(row.description or "" for row in rows),
        _once(challenges),
        _once(row.anchoring or "" for row in rows),
    )


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _bulleted(texts: Sequence[str]) -> str:
    return "\n".join(f"{_BULLET}{text}" for text in texts)
