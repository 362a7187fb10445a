"""The city's sums over its committees' shown rows."""

from collections.abc import Iterable, Sequence

from kfmodel.compilation.city import CityRow
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import PartRow, Working
from kfmodel.compilation.explain.sums import sum_of
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading

_WHOSE = (heading("committee"), heading("category"))


def summed(record: CityRow, asked: Asked) -> Working:
    """Of a category its committees, of the whole its categories."""
    if record in asked.table.totals:
        whose, parts = heading("category"), _by_category(asked)
    else:
        whose, parts = heading("committee"), _by_committee(record, asked)
    known = [part for part in parts if part[1] is not None]
    return Working(rule("sum_of_shown"), sum_of(known), (whose, asked.heading), known)


def _by_category(asked: Asked) -> list[PartRow]:
    rows: Sequence[CityRow] = [row for row in asked.table.records if not row.masked]
    return [(row.category, asked.column.value(row)) for row in rows]


def _by_committee(record: CityRow, asked: Asked) -> list[PartRow]:
    rows = [row for row in _rows(record, asked) if not row.masked]
    return [(row.committee.name, getattr(row, asked.column.name)) for row in rows]


def committees_summed(record: CityRow, asked: Asked) -> Working:
    shown = [row for row in _rows(record, asked) if not row.masked]
    parts = _named(shown)
    return Working(rule("committees_summed"), len({name for name, _ in parts}), _WHOSE, parts)


def left_out(record: CityRow, asked: Asked) -> Working:
    masked = [row for row in _rows(record, asked) if row.masked]
    return _owners("committees_left_out", masked)


def not_projected(record: CityRow, asked: Asked) -> Working:
    rows = _rows(record, asked)
    lacking = [row for row in rows if not row.masked and row.recruitment_2y is None]
    return _owners("committees_not_projected", lacking)


def _owners(name: str, rows: Iterable[CategoryRow]) -> Working:
    parts = _named(rows)
    return Working(rule(name), tuple(dict.fromkeys(who for who, _ in parts)) or None, _WHOSE, parts)


def _named(rows: Iterable[CategoryRow]) -> list[tuple[str, str]]:
    return [(row.committee.name, row.category) for row in rows]


def _rows(record: CityRow, asked: Asked) -> list[CategoryRow]:
    whole = record in asked.table.totals
    return [row for row in asked.compilation.rows if whole or row.category == record.category]
