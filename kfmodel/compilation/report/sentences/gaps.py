"""The quantitative gap, as projected. A gap is available minus needed: −3 is three people short."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from kfmodel.calculations import exact, plain
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.report.sentences.language import (
    Noun,
    amount,
    clauses,
    named,
    of_all,
    percent,
)
from kfmodel.compilation.report.sentences.parts import in_parts
from kfmodel.compilation.report.sentences.projections import projected_above
from kfmodel.counted import as_counted
from kfmodel.organisation import Counting

Gap = Callable[[CategoryRow], int | float | None]
_YEARS = {2: "två", 5: "fem"}


def gap_2y(row: CategoryRow) -> int | float | None:
    return row.gap_2y


def gap_5y(row: CategoryRow) -> int | float | None:
    return row.gap_5y


def gap_totals(rows: Sequence[CategoryRow], year: int, heads: Noun) -> str:
    """What is missing in all, at each horizon that is projected."""
    totals = [
        (total, f"på {_YEARS[horizon]} års sikt ({year + horizon})")
        for horizon, gap in ((2, gap_2y), (5, gap_5y))
        if (total := _total(rows, gap)) is not None
    ]
    if not totals and projected_above(rows):
        return (
            "Personalframskrivningen finns för hela nämnden och fördelas inte på avdelningarna, så "
            "något kvantitativt gap har inte beräknats för avdelningen."
        )
    if not totals:
        return "Personalframskrivning saknas, så något kvantitativt gap har inte beräknats."
    told: list[str] = []
    before = ""
    for total, when in totals:
        verb, what = _missing(total, heads)
        told.append(f"{what} {when}" if verb == before else f"{verb} {what} {when}")
        before = verb
    return f"Enligt personalframskrivningen {clauses(told)}."


def _total(rows: Sequence[CategoryRow], gap: Gap) -> int | float | None:
    gaps = [exact(value) for row in rows if (value := gap(row)) is not None]
    return plain(sum(gaps, Fraction())) if gaps else None


def _missing(gap: float, heads: Noun) -> tuple[str, str]:
    """A verb and what it is about."""
    if gap == 0:
        return "motsvarar", "tillgången behovet"
    if gap > 0:
        return "finns", f"ett överskott på {amount(gap, heads)}"
    return "saknas", amount(-gap, heads)


def categories_with_gap(rows: Sequence[CategoryRow]) -> str | None:
    """How many of the projected categories are short of people."""
    at_2y, at_5y = _short(rows, gap_2y), _short(rows, gap_5y)
    total = sum(row.gap_2y is not None or row.gap_5y is not None for row in rows)
    if not total:
        return None
    if not at_2y and not at_5y:
        return "Ingen yrkeskategori har ett kvantitativt gap på två eller fem års sikt."
    told = [
        f"{of_all(count, total)} på {when} års sikt"
        for count, when in _counts(len(at_2y), len(at_5y))
        if count
    ]
    return f"Ett gap finns i {' och i '.join(told)}."


def _counts(at_2y: int, at_5y: int) -> list[tuple[int, str]]:
    return [(at_2y, "både två och fem")] if at_2y == at_5y else [(at_2y, "två"), (at_5y, "fem")]


def _short(rows: Sequence[CategoryRow], gap: Gap) -> list[CategoryRow]:
    return [row for row in rows if (gap(row) or 0) < 0]


def largest_gap(rows: Sequence[CategoryRow], heads: Noun) -> str | None:
    """The category that is shortest of people at each horizon, or those that share the place."""
    found = [
        (
            _names(largest),
            _people(largest, gap, heads),
            f"{years} års sikt",
        )
        for gap, years in ((gap_2y, "två"), (gap_5y, "fem"))
        if (largest := _largest(rows, gap))
    ]
    if not found:
        return None
    if len({names for names, _, _ in found}) == 1:
        told = clauses(f"{people} på {when}" for _, people, when in found)
        return f"Störst är gapet för {found[0][0]}: {told}."
    told = clauses(f"för {names} på {when} ({people})" for names, people, when in found)
    return f"Störst är gapet {told}."


def _largest(rows: Sequence[CategoryRow], gap: Gap) -> list[CategoryRow]:
    short = _short(rows, gap)
    most = min((gap(row) or 0 for row in short), default=0)
    return [row for row in short if gap(row) == most]


def _names(rows: Sequence[CategoryRow]) -> str:
    return named([row.category for row in rows])


def _people(rows: Sequence[CategoryRow], gap: Gap, heads: Noun) -> str:
    """How many are missing in each of the rows, which are as short."""
    return amount(-(gap(rows[0]) or 0), heads) + (" vardera" if len(rows) > 1 else "")


def gap_over_time(rows: Sequence[CategoryRow], year: int) -> str | None:
    """Which gaps grow and which shrink from the one horizon to the other."""
    both = [
        (row.category, row.gap_5y - row.gap_2y)
        for row in rows
        if row.gap_2y is not None and row.gap_5y is not None
    ]
    grows = [category for category, step in both if step < 0]
    shrinks = [category for category, step in both if step > 0]
    if not grows and not shrinks:
        return None
    first, second = ("växer gapet i", "minskar i") if grows else ("", "minskar gapet i")
    told = in_parts([(first, grows), (second, shrinks)], len(both))
    return f"Mellan {year + 2} och {year + 5} {told}."


def gap_share(rows: Sequence[CategoryRow], counting: Counting | None = None) -> str | None:
    """The gap beside the heads there are today, where it is largest."""
    shares = [
        (Fraction(100) * -exact(row.gap_2y) / exact(row.headcount), row.category)
        for row in rows
        if row.gap_2y is not None and row.gap_2y < 0 and row.headcount
    ]
    if not shares:
        return None
    largest = max(share for share, _ in shares)
    names = [category for share, category in shares if share == largest]
    told = percent(float(largest))
    beside = as_counted("I förhållande till antalet medarbetare", counting)
    return f"{beside} är gapet på två års sikt störst för {named(names)} ({told})."
