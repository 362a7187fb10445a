"""The city's sums over its committees' shown rows."""

from kfmodel.compilation.city import CityRow
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import Working
from kfmodel.compilation.explain.sums import sum_of
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading


def summed(record: CityRow, asked: Asked) -> Working:
    parts = [
        (row.committee.name, value)
        for row in _rows(record, asked)
        if not row.masked and (value := getattr(row, asked.column.name)) is not None
    ]
    headings = (heading("committee"), asked.heading)
    return Working(rule("sum_of_shown"), sum_of(parts), headings, parts)


def committees_summed(record: CityRow, asked: Asked) -> Working:
    parts = [(row.committee.name, row.category) for row in _rows(record, asked) if not row.masked]
    headings = (heading("committee"), heading("category"))
    return Working(rule("committees_summed"), len(parts), headings, parts)


def left_out(record: CityRow, asked: Asked) -> Working:
    parts = [(row.committee.name, row.category) for row in _rows(record, asked) if row.masked]
    result = tuple(name for name, _ in parts)
    headings = (heading("committee"), heading("category"))
    return Working(rule("committees_left_out"), result or None, headings, parts)


def _rows(record: CityRow, asked: Asked) -> list[CategoryRow]:
    return [row for row in asked.compilation.rows if row.category == record.category]
