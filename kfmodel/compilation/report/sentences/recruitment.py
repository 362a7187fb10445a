"""The recruitment need on two years and what it is due to."""

from collections.abc import Sequence
from fractions import Fraction

from kfmodel.calculations import exact, plain, shares_pct
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.report.sentences.language import (
    CATEGORY,
    Noun,
    amount,
    clauses,
    counted,
    named,
    number,
    percent,
)
from kfmodel.compilation.report.sentences.projections import projected_above

Cause = tuple[str, int | float]


def recruitment_by_cause(rows: Sequence[CategoryRow], heads: Noun) -> str:
    """The total and its causes, most first: each in people and in whole percent, together 100."""
    known = [row for row in rows if row.recruitment_2y is not None]
    if not known and projected_above(rows):
        return (
            "Rekryteringsbehovet kan bara beräknas för hela nämnden, eftersom "
            "personalframskrivningen inte fördelas på avdelningarna."
        )
    if not known:
        return "Rekryteringsbehovet kan inte beräknas: personalframskrivningen saknar underlag."
    total = plain(sum((exact(row.recruitment_2y or 0) for row in known), Fraction()))
    if total <= 0:
        return _nothing_to_recruit(total, heads)
    causes = sorted(_causes(known), key=lambda cause: -cause[1])
    if any(part < 0 for _, part in causes):
        return _lessened(total, causes, heads)
    shares = shares_pct([part for _, part in causes])
    told = clauses(
        f"{number(part)} ({percent(share or 0)}) på {cause}"
        for (cause, part), share in zip(causes, shares, strict=True)
        if part > 0
    )
    return f"Av rekryteringsbehovet på {amount(total, heads)} beror {told}."


def _lessened(total: float, causes: Sequence[Cause], heads: Noun) -> str:
    """A surplus, whichever cause has one, lessens the need; shares would tell nothing."""
    more = clauses(f"{number(part)} beror på {cause}" for cause, part in causes if part > 0)
    less = clauses(amount(-part, heads) for _, part in causes if part < 0)
    return (
        f"Rekryteringsbehovet är {amount(total, heads)}: {more}, medan ett överskott på {less} "
        "minskar behovet."
    )


def _nothing_to_recruit(total: float, heads: Noun) -> str:
    if total == 0:
        return "Sammantaget finns inget rekryteringsbehov på två års sikt."
    return f"Sammantaget finns ett överskott på {amount(-total, heads)} på två års sikt."


def _causes(rows: Sequence[CategoryRow]) -> list[Cause]:
    gap = -sum((exact(row.gap_2y or 0) for row in rows), Fraction())
    turnover = sum((exact(row.turnover_2y or 0) for row in rows), Fraction())
    retirements = sum((exact(row.retirements_2y or 0) for row in rows), Fraction())
    return [
        ("personalomsättning", plain(turnover)),
        ("gapet", plain(gap)),
        ("pensionsavgångar", plain(retirements)),
    ]


def largest_recruitment(rows: Sequence[CategoryRow], heads: Noun) -> str | None:
    """The category with the largest need, where there are several to choose among."""
    known = [(row.category, row.recruitment_2y) for row in rows if row.recruitment_2y is not None]
    most = max((need for _, need in known), default=0)
    if most <= 0 or len(known) < 2:
        return None
    names = [category for category, need in known if need == most]
    each = " vardera" if len(names) > 1 else ""
    return f"Störst är behovet för {named(names)} ({amount(most, heads)}{each})."


def not_projected(rows: Sequence[CategoryRow]) -> str | None:
    """The categories whose need cannot be computed, where others' can."""
    unknown = [row.category for row in rows if row.recruitment_2y is None]
    if not unknown or len(unknown) == len(rows):
        return None
    return (
        f"För {counted(len(unknown), CATEGORY)} saknas underlag i personalframskrivningen: "
        f"{named(unknown)}."
    )
