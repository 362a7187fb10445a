"""Risk and likelihood: what is highest, and how likely it is."""

from collections.abc import Sequence

from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.report.sentences.language import CATEGORY, counted, listed, named, of_all
from kfmodel.compilation.report.sentences.parts import in_parts
from kfmodel.compilation.report.sentences.scales import said
from kfmodel.scales import Likelihood, Severity, rank


def highest_risk(rows: Sequence[CategoryRow]) -> str | None:
    """The categories with the highest severity, and among them the likeliest."""
    known = [(row.severity, row) for row in rows if row.severity is not None]
    if not known:
        return None
    severity = max((value for value, _ in known), key=rank)
    highest = [row for value, row in known if value is severity]
    if len(highest) == len(rows) and len(rows) > 1:
        return f"Risken bedöms som {said(severity)} för {of_all(len(rows), len(rows))}."
    likeliest = [row for row in highest if row.likelihood is _likeliest(highest)]
    likely = likeliest[0].likelihood
    told = f" och sannolikheten som {said(likely)}" if likely else ""
    names = named([row.category for row in likeliest])
    return f"Högst är risken för {names}, där den bedöms som {said(severity)}{told}."


def _likeliest(rows: Sequence[CategoryRow]) -> Likelihood | None:
    given = [row.likelihood for row in rows if row.likelihood is not None]
    return max(given, key=rank) if given else None


def likelihoods(rows: Sequence[CategoryRow]) -> str | None:
    """How many categories have each likelihood, and which where they are the fewer."""
    given = [(row.likelihood, row.category) for row in rows if row.likelihood is not None]
    if not given:
        return None
    parts = [
        (f"{said(value)} för", [category for likely, category in given if likely is value])
        for value in Likelihood
    ]
    return f"Sannolikheten bedöms som {in_parts(parts, len(given))}."


def not_judged(rows: Sequence[CategoryRow]) -> str | None:
    """The categories without a risk, while some have one."""
    missing = [row.category for row in rows if row.severity is None]
    if not missing or len(missing) == len(rows):
        return None
    return f"Risken är ännu inte bedömd för {counted(len(missing), CATEGORY)}: {named(missing)}."


def serious_units(rows: Sequence[CategoryRow]) -> list[str]:
    """Units that answered "Allvarlig" where their category is judged less severe, one a row."""
    return [
        f"{row.category}: {listed(row.serious_units)}"
        for row in rows
        if any(row.serious_units) and Severity.SERIOUS not in row.answers.severities
    ]
