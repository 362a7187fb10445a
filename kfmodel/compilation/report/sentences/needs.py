"""The need as the managers judge it, against the method's baseline."""

from collections.abc import Callable, Sequence

from kfmodel.calculations import PeopleRange
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.report.sentences.language import named, number
from kfmodel.compilation.report.sentences.parts import in_parts
from kfmodel.methods import Method
from kfmodel.scales import Need, rank

_HORIZONS: tuple[tuple[str, Callable[[CategoryRow], Need | None]], ...] = (
    ("två", lambda row: row.need_2y),
    ("fem", lambda row: row.need_5y),
)


def needs_judged(rows: Sequence[CategoryRow], method: Method) -> list[str]:
    """How many categories need more, as many or fewer people than the baseline; one a horizon."""
    told = [_judged(rows, years, need, method) for years, need in _HORIZONS]
    return [sentence for sentence in told if sentence]


def _judged(
    rows: Sequence[CategoryRow],
    years: str,
    need: Callable[[CategoryRow], Need | None],
    method: Method,
) -> str | None:
    given = [(row.category, value) for row in rows if (value := need(row)) is not None]
    if not given:
        return None
    baseline = "personalframskrivningen" if method.baseline == "projection" else "i dag"
    same = rank(Need.SAME)
    groups = (
        (f"större än {_in(baseline)} i", [name for name, value in given if rank(value) > same]),
        ("detsamma i", [name for name, value in given if rank(value) == same]),
        (f"mindre än {_in(baseline)} i", [name for name, value in given if rank(value) < same]),
    )
    return f"På {years} års sikt bedöms behovet vara {in_parts(groups, len(given))}."


def _in(baseline: str) -> str:
    return baseline if baseline == "i dag" else f"enligt {baseline}"


def much_more(rows: Sequence[CategoryRow]) -> str | None:
    """The categories whose need is judged "Mycket mer" at either horizon."""
    names = [row.category for row in rows if Need.MUCH_MORE in (row.need_2y, row.need_5y)]
    if not names:
        return None
    return f"Störst är ökningen för {named(names)}, där behovet bedöms vara mycket större."


def in_words(assessed: PeopleRange) -> str:
    """ "185–202", "minst 107", "högst 40", "17"."""
    if assessed.low is None:
        return f"högst {number(assessed.high or 0)}"
    if assessed.high is None:
        return f"minst {number(assessed.low)}"
    if assessed.low == assessed.high:
        return number(assessed.low)
    return f"{number(assessed.low)}–{number(assessed.high)}"
