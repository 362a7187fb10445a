"""What the staffing projection says, and what follows from it."""

from collections.abc import Sequence

from kfmodel.calculations import exact, plain, recruitment_need
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import PartRow, Working
from kfmodel.compilation.explain.places import heading_of_rows
from kfmodel.compilation.words import Value
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading
from kfmodel.organisation import OrganisationKind

_VALUES = (heading("term"), heading("heads"))


def projected(row: CategoryRow, asked: Asked) -> Working:
    return _projected(row, asked.column.name)


def _projected(row: CategoryRow, name: str) -> Working:
    """A division whose committee alone is projected has no figure of its own."""
    value: Value = getattr(row, name)
    origin = "projected_above" if row.projected_above else "projected"
    return Working(rule(origin), value, _VALUES, _known([(heading(name), value)]))


def gap_of(row: CategoryRow, name: str) -> Working:
    return _projected(row, name)


def headcount(row: CategoryRow, asked: Asked) -> Working:
    """As projected; without a projection the units' staffing, summed."""
    if row.projected:
        return _projected(row, "headcount")
    of_city = asked.compilation.level is OrganisationKind.CITY
    shown = [one for one in row.dialogues if not (one.masked or of_city)]
    counted = sum(exact(one.dialogue.heads) for one in row.dialogues)
    parts: list[PartRow] = [
        (one.dialogue.organisation_name, plain(exact(one.dialogue.heads))) for one in shown
    ]
    hidden = len(row.dialogues) - len(shown)
    other = exact(row.headcount) - counted
    if other and not hidden:
        parts.append(("Bemanning som ingen är tillfrågad om", plain(other)))
    return Working(
        rule("staffed_below" if row.projected_above else "staffed"),
        plain(counted + other),
        (heading_of_rows(shown), heading("heads")),
        parts,
        hidden=hidden,
    )


def recruitment(row: CategoryRow, _: Asked) -> Working:
    gap, turnover, retirements = row.gap_2y, row.turnover_2y, row.retirements_2y
    result = None
    if gap is not None and turnover is not None and retirements is not None:
        result = recruitment_need(gap, turnover, retirements)
    parts: list[PartRow] = [
        (heading("gap_2y"), gap),
        (heading("turnover_2y"), turnover),
        (heading("retirements_2y"), retirements),
    ]
    steps: list[tuple[str, Value]] = []
    if gap is not None:
        steps.append((heading("gap_to_fill"), plain(-exact(gap))))
    return Working(rule("recruitment_2y"), result, _VALUES, _known(parts), steps)


def _known(parts: Sequence[PartRow]) -> list[PartRow]:
    return [part for part in parts if part[1] is not None]
