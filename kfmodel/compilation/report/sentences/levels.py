"""The qualitative gap: shares of the group missing (+) or in surplus (−) at each level."""

from collections.abc import Sequence

from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.report.sentences.language import named, of_all, percent


def qualitative_gap(rows: Sequence[CategoryRow]) -> str | None:
    """In how many of the categories judged some level is short or in surplus."""
    judged = [row.levels for row in rows if row.levels is not None]
    if not judged:
        return None
    found = sum(any(levels) for levels in judged)
    if not found:
        return "Inget kvalitativt gap bedöms finnas på två års sikt."
    return f"Det finns ett kvalitativt gap på två års sikt i {of_all(found, len(judged))}."


def higher_levels(rows: Sequence[CategoryRow]) -> str | None:
    """Where most is missing at the two highest levels."""
    missing = [
        (max(0, row.levels[2]) + max(0, row.levels[3]), row.category)
        for row in rows
        if row.levels is not None
    ]
    found = [(share, category) for share, category in missing if share > 0]
    if not found:
        return None
    most = max(share for share, _ in found)
    names = [category for share, category in found if share == most]
    which = "" if len(found) < len(missing) else "genomgående "
    return (
        f"Det handlar {which}om förflyttning till högre kompetensnivåer. Mest saknas för "
        f"{named(names)}, där motsvarande {percent(most)} av gruppen saknas på nivåerna Hög och "
        "Mycket hög."
    )
