"""What each chart shows, as values."""

from dataclasses import dataclass

from kfmodel.compilation.chart_data import CauseRow, NeedRow
from kfmodel.compilation.risk_matrix import RiskMatrix
from kfmodel.methods import LikelihoodBand
from kfmodel.scales import Severity


@dataclass(frozen=True, slots=True)
class NeedChart:
    """Need a category at both horizons, as projected and as judged; `year` is the cycle's."""

    rows: tuple[NeedRow, ...]
    year: int


@dataclass(frozen=True, slots=True)
class RecruitmentChart:
    """Recruitment need on two years by cause; `heads` is what is counted."""

    rows: tuple[CauseRow, ...]
    heads: str


@dataclass(frozen=True, slots=True)
class RiskMatrixChart:
    """Severity upwards, likelihood to the right."""

    matrix: RiskMatrix
    severities: tuple[Severity, ...]
    likelihoods: tuple[LikelihoodBand, ...]


Chart = NeedChart | RecruitmentChart | RiskMatrixChart
