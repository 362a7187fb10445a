"""Charts as pictures."""

from io import BytesIO
from typing import assert_never

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from kfmodel.compilation.report.charts import need, recruitment, risk_matrix
from kfmodel.compilation.report.charts.values import (
    Chart,
    NeedChart,
    RecruitmentChart,
    RiskMatrixChart,
)

DOTS_PER_INCH = 220


def picture_of(chart: Chart) -> bytes:
    """The chart as PNG for print; the same chart gives the same bytes."""
    file = BytesIO()
    canvas = FigureCanvasAgg(_figure(chart))
    canvas.print_figure(file, format="png", dpi=DOTS_PER_INCH, metadata={"Software": None})
    return file.getvalue()


def _figure(chart: Chart) -> Figure:
    match chart:
        case NeedChart():
            return need.draw(chart)
        case RecruitmentChart():
            return recruitment.draw(chart)
        case RiskMatrixChart():
            return risk_matrix.draw(chart)
        case _:
            assert_never(chart)
