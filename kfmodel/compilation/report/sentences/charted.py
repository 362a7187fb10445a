"""What the chart of needs shows, in words: the series that are drawn and no other."""

from collections.abc import Sequence

from kfmodel.calculations import PeopleRange
from kfmodel.compilation.chart_data import NeedRow
from kfmodel.compilation.report.sentences.language import number
from kfmodel.compilation.report.sentences.needs import in_words


def needs_shown(rows: Sequence[NeedRow], year: int) -> str:
    """ "2027 och 2030 enligt personalframskrivningen"."""
    drawn = (
        ("enligt personalframskrivningen", any(_projected(row) for row in rows)),
        ("enligt chefernas bedömning", any(_assessed(row) for row in rows)),
    )
    return f"{year + 2} och {year + 5} {' och '.join(name for name, there in drawn if there)}"


def needs_told(rows: Sequence[NeedRow], year: int) -> str:
    """Every bar's figure."""
    told = "; ".join(f"{row.category}: {_told(row)}" for row in rows)
    return f"Liggande staplar med behovet {needs_shown(rows, year)}. {told}."


def _told(row: NeedRow) -> str:
    parts = (
        (_projected(row), _figures(_number(row.projected_2y), _number(row.projected_5y))),
        (_assessed(row), f"bedömt {_figures(_range(row.assessed_2y), _range(row.assessed_5y))}"),
    )
    return ", ".join(text for there, text in parts if there)


def _projected(row: NeedRow) -> bool:
    return row.projected_2y is not None or row.projected_5y is not None


def _assessed(row: NeedRow) -> bool:
    return row.assessed_2y is not None or row.assessed_5y is not None


def _figures(at_2y: str, at_5y: str) -> str:
    return f"{at_2y} och {at_5y}"


def _number(value: float | None) -> str:
    return "okänt" if value is None else number(value)


def _range(people: PeopleRange | None) -> str:
    return "okänt" if people is None else in_words(people)
