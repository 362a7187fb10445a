"""What each chart shows, as values."""

from dataclasses import dataclass

from kfmodel.compilation.chart_data import CauseRow, NeedRow
from kfmodel.scales import Severity


@dataclass(frozen=True, slots=True)
class NeedChart:
    """Need a category at both horizons, as projected and as judged; `year` is the cycle's, `heads`
    what is counted."""

    rows: tuple[NeedRow, ...]
    year: int
    heads: str


@dataclass(frozen=True, slots=True)
class RecruitmentChart:
    """Recruitment need on two years by cause; `heads` is what is counted."""

    rows: tuple[CauseRow, ...]
    heads: str


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The categories that stand there, and how severe that is."""

    names: tuple[str, ...]
    severity: Severity


@dataclass(frozen=True, slots=True)
class RiskMatrixChart:
    """A grid of risks: one scale downwards, the most severe first, another to the right."""

    down: str
    right: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[MatrixCell, ...]], ...]


Chart = NeedChart | RecruitmentChart | RiskMatrixChart
