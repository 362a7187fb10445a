"""A category's main figures in words: gap and need, the risk, and whom to recruit."""

from cards.text import Texts
from kfmodel.compilation.main_figures import CategoryFigures, MainFigures
from kfmodel.compilation.words import MASK
from kfmodel.organisation import OrganisationKind
from kfmodel.scales import ScaleValue, label
from kfmodel.summary_files import SummaryVersion

HASH_SHOWN = 12


def named(row: CategoryFigures, main: MainFigures) -> str:
    """The category, with its committee where there are several."""
    if main.level is OrganisationKind.CITY:
        return f"{row.category} · {row.committee}"
    return row.category


def figures(row: CategoryFigures, year: int, texts: Texts) -> list[str]:
    """Gap and need at both horizons, the risk, then the recruitment need; nothing of a group too
    small to show."""
    if row.masked:
        return [MASK]
    recruit = [] if row.recruitment_2y is None else [row.recruitment_2y]
    return [
        texts("summary.at", year=str(year + 2), said=_gap(row.gap_2y, row.need_2y, texts)),
        texts("summary.at", year=str(year + 5), said=_gap(row.gap_5y, row.need_5y, texts)),
        texts("summary.risk", said=_risk(row, texts)),
        *(texts("summary.recruit", said=texts.number(people)) for people in recruit),
    ]


def _gap(gap: float | None, need: ScaleValue | None, texts: Texts) -> str:
    number = "" if gap is None else texts.number(gap, signed=True)
    return _parts(number, label(need, texts.language) if need else "")


def _risk(row: CategoryFigures, texts: Texts) -> str:
    if row.answers_hidden:
        return MASK
    values: tuple[ScaleValue | None, ...] = (row.severity, row.likelihood)
    return _parts(*(label(value, texts.language) if value else "" for value in values))


def _parts(*parts: str) -> str:
    return " · ".join(part for part in parts if part) or "–"


def stored_as(version: SummaryVersion, texts: Texts) -> str:
    """By what a version is known again: number, time, beginning of the workbook's hash."""
    return texts(
        "summary.version",
        number=str(version.number),
        at=version.compiled_at,
        hash=version.sha256[:HASH_SHOWN],
    )
