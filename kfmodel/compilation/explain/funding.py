"""Funding that was asked for and granted."""

from kfmodel.calculations import share_pct
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import PartRow, Working
from kfmodel.compilation.explain.given import given
from kfmodel.compilation.explain.sums import sum_of
from kfmodel.compilation.funding import FundingRow
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading


def amount(record: FundingRow, asked: Asked) -> Working:
    """As it was given, or the sum of the committee's shown rows."""
    if record not in asked.table.totals:
        return given("planned")(record, asked)
    parts: list[PartRow] = [
        (row.measure, kronor)
        for row in asked.table.records
        if row.committee == record.committee and not row.masked
        if (kronor := asked.column.value(row)) is not None
    ]
    return Working(
        rule("sum_of_shown"),
        sum_of(parts),
        (heading("funded_measure"), asked.column.heading),
        parts,
    )


def granted_pct(record: FundingRow, _: Asked) -> Working:
    asked_sek, granted = record.asked_sek, record.granted_sek
    known = asked_sek is not None and granted is not None and record.comparable
    parts = [(heading("granted"), granted), (heading("asked"), asked_sek)]
    return Working(
        rule("granted_pct"),
        share_pct(granted or 0, asked_sek or 0) if known else None,
        (heading("term"), "Kronor"),
        parts if known else [],
    )
