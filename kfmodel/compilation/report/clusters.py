"""Activities by area, as the published plan has them: a row an area.

Source: ASN 2025, "Plan för arbetet med kompetensförsörjning framåt".
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kfmodel.compilation.activities import ActivityRow
from kfmodel.compilation.table import Column, Kind, Table
from kfmodel.glossary import heading


@dataclass(frozen=True, slots=True)
class Cluster:
    """An area with what is done in it, which challenges that answers and how it is anchored."""

    area: str
    activities: tuple[str, ...]
    challenges: tuple[str, ...]
    anchorings: tuple[str, ...]


COLUMNS: tuple[Column[Cluster], ...] = (
    Column("area", lambda cluster: cluster.area, Kind.PHRASE, term="cluster", identity=True),
    Column("activities", lambda cluster: _bullets(cluster.activities), Kind.TEXT),
    Column("challenge", lambda cluster: _bullets(cluster.challenges), Kind.TEXT),
    Column("anchoring", lambda cluster: "\n".join(cluster.anchorings), Kind.TEXT),
)


def cluster_table(rows: Iterable[ActivityRow]) -> Table[Cluster]:
    """The areas in the order they are met; what is said twice in an area stands once."""
    by_area: dict[str, list[ActivityRow]] = {}
    for row in rows:
        if not row.masked:
            by_area.setdefault(row.area or heading("other_area"), []).append(row)
    clusters = [
        Cluster(
            area,
            _once(row.description for row in found),
            _once(row.challenge for row in found),
            _once(row.anchoring for row in found),
        )
        for area, found in by_area.items()
    ]
    return Table("activities", COLUMNS, clusters)


def _once(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _bullets(texts: Iterable[str]) -> str:
    return "\n".join(f"• {text}" for text in texts)
