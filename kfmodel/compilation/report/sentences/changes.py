"""What has moved since the last cycle, up and down, by name."""

from collections.abc import Callable, Sequence

from kfmodel.calculations import Change, change
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.report.sentences.language import CATEGORY, clauses, counted, named
from kfmodel.compilation.report.sentences.scales import said_with_colour
from kfmodel.dialogue import Previous
from kfmodel.scales import Likelihood, Need, Severity

Scale = Need | Severity | Likelihood
Answer = Callable[[CategoryRow | Previous], Scale | None]
_Moved = dict[tuple[Scale, Scale], list[str]]


def severity(row: CategoryRow | Previous) -> Severity | None:
    return row.severity


def likelihood(row: CategoryRow | Previous) -> Likelihood | None:
    return row.likelihood


def severity_moved(rows: Sequence[CategoryRow]) -> list[str]:
    """Raised and lowered risks, each with what it was and what it is."""
    return _moved(rows, severity, {Change.UP: "höjts", Change.DOWN: "sänkts"}, "Risken")


def likelihood_moved(rows: Sequence[CategoryRow]) -> list[str]:
    return _moved(
        rows,
        likelihood,
        {Change.UP: "blivit högre", Change.DOWN: "blivit lägre"},
        "Sannolikheten",
    )


def _moved(
    rows: Sequence[CategoryRow], answer: Answer, verbs: dict[Change, str], what: str
) -> list[str]:
    told = []
    for direction, verb in verbs.items():
        moves = [
            f"för {named(names)} från {said_with_colour(before)} till {said_with_colour(now)}"
            for (before, now), names in _by_step(rows, answer, direction).items()
        ]
        if moves:
            told.append(f"{what} har {verb} {clauses(moves)}.")
    return told


def _by_step(rows: Sequence[CategoryRow], answer: Answer, direction: Change) -> _Moved:
    """Categories by what they moved from and to."""
    found: _Moved = {}
    for row in rows:
        before, now = _then(row, answer), answer(row)
        if before is not None and now is not None and change(before, now) is direction:
            found.setdefault((before, now), []).append(row.category)
    return found


def _then(row: CategoryRow, answer: Answer) -> Scale | None:
    return answer(row.previous) if row.previous else None


def severity_unmoved(rows: Sequence[CategoryRow]) -> str | None:
    """Where the risk is what it was."""
    same = [
        row.category for row in rows if change(_then(row, severity), row.severity) is Change.SAME
    ]
    return f"Risken är oförändrad för {named(same)}." if same else None


def severity_unknown_before(rows: Sequence[CategoryRow]) -> str | None:
    """How many categories have no risk from the last cycle to compare with."""
    unknown = [row.category for row in rows if _then(row, severity) is None]
    if not unknown:
        return None
    if len(unknown) == len(rows):
        return "Uppgift om risken i förra omgången saknas, så någon jämförelse kan inte göras."
    return f"För {counted(len(unknown), CATEGORY)} saknas uppgift från förra omgången."


def need_moved(rows: Sequence[CategoryRow]) -> list[str]:
    """Categories whose need is judged larger or smaller than last time; one sentence a horizon."""
    horizons: tuple[tuple[str, Answer], ...] = (
        ("två", lambda row: row.need_2y),
        ("fem", lambda row: row.need_5y),
    )
    return [told for years, need in horizons if (told := _need_moved(rows, years, need))]


def _need_moved(rows: Sequence[CategoryRow], years: str, need: Answer) -> str | None:
    told = [
        f"{larger} för {named(names)}"
        for larger, direction in (("större", Change.UP), ("mindre", Change.DOWN))
        if (names := [name for step in _by_step(rows, need, direction).values() for name in step])
    ]
    if not told:
        return None
    return f"Behovet på {years} års sikt bedöms nu som {clauses(told)} jämfört med förra omgången."
