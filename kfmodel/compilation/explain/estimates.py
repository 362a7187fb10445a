"""What the last cycle estimated for this year, and what came of it."""

from kfmodel.answers import HEADS_NEEDED
from kfmodel.calculations import PeopleRange, exact, people_range, plain
from kfmodel.compilation.estimates import AgainstEstimate, EstimateRow
from kfmodel.compilation.explain import projected
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import PartRow, Working
from kfmodel.compilation.explain.given import Rule
from kfmodel.compilation.words import Value
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading

_VALUES = (heading("term"), heading("answer"))


def headcount(record: EstimateRow, asked: Asked) -> Working:
    return projected.headcount(asked.row_of(record), asked)


def headcount_change(record: EstimateRow, _: Asked) -> Working:
    then = record.headcount_then
    result = None if then is None else plain(exact(record.headcount) - exact(then))
    parts: list[PartRow] = [
        (heading("headcount"), record.headcount),
        (heading("headcount_then"), then),
    ]
    return Working(rule("headcount_change"), result, _VALUES, _known(parts))


def expected(end: str) -> Rule:
    """One end, `low` or `high`, of what the estimate meant in people."""

    def working(record: EstimateRow, asked: Asked) -> Working:
        if record.method.counts_heads() and (parts := _counted(record, asked)):
            whole = sum(int(str(part[1])) for part in parts)
            return Working(rule("expected_counted"), whole, _VALUES, parts)
        found = _range(record, asked)
        result = getattr(found, end) if found else None
        return Working(rule("expected"), result, _VALUES, _judged(record, asked))

    return working


def _counted(record: EstimateRow, asked: Asked) -> list[PartRow]:
    then = asked.row_of(record).earlier
    if record.expected is None or then is None or record.year is None:
        return []
    names = HEADS_NEEDED[asked.compilation.year - record.year]
    return [(heading(name), getattr(then.row.answers, name)) for name in names]


def _judged(record: EstimateRow, asked: Asked) -> list[PartRow]:
    then = asked.row_of(record).earlier
    if record.need is None or then is None or record.expected is None:
        return []
    band = then.row.method.need_band(record.need)
    gap = record.gap if then.row.method.baseline == "projection" else None
    return _known(
        [
            (heading("headcount_then"), record.headcount_then),
            (heading("gap_then"), gap),
            (heading("need_then"), record.need),
            ("Intervall från, procent", band.from_pct),
            ("Intervall till, procent", band.to_pct),
        ]
    )


def _range(record: EstimateRow, asked: Asked) -> PeopleRange | None:
    then = asked.row_of(record).earlier
    if record.need is None or then is None or record.headcount_then is None:
        return None
    gap = record.gap if then.row.method.baseline == "projection" else 0
    if gap is None or record.expected is None:
        return None
    baseline = exact(record.headcount_then) - exact(gap)
    return people_range(baseline, then.row.method.need_band(record.need))


def outcome(record: EstimateRow, _: Asked) -> Working:
    low = record.expected.low if record.expected else None
    high = record.expected.high if record.expected else None
    parts: list[PartRow] = [
        (heading("headcount"), record.headcount),
        (heading("expected_from"), low),
        (heading("expected_to"), high),
    ]
    result: Value = None
    if record.expected is not None:
        fewer = low is not None and record.headcount < low
        more = high is not None and record.headcount > high
        otherwise = AgainstEstimate.MORE if more else AgainstEstimate.AS_ESTIMATED
        result = AgainstEstimate.FEWER if fewer else otherwise
    return Working(rule("against_estimate"), result, _VALUES, _known(parts))


def _known(parts: list[PartRow]) -> list[PartRow]:
    return [part for part in parts if part[1] is not None]
