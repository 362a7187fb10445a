"""Goals for the next cycle, proposed from what a cycle came to."""

from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from bot.clock import Clock
from bot.commands.console import CYCLE_HELP, cycle_of, database, fail, out, working
from kfmodel.compilation import Compilation, compile_material
from kfmodel.compilation.goal_proposals import GoalProposal, proposed_goals
from kfmodel.compilation.material import Committee
from kfmodel.database import writing
from kfmodel.glossary import heading
from kfmodel.methods import method_of
from kfmodel.numbers import as_text
from kfmodel.plan import MEASURES, Measures
from kfmodel.repository.goals import GoalsStored, store_goals
from kfmodel.repository.material import load_material
from kfmodel.repository.organisations import organisations_in


def goals(
    cycle: Annotated[str, typer.Argument(metavar="OMGÅNG", help=CYCLE_HELP)],
    code: Annotated[
        str | None, typer.Option("--for", metavar="KOD", help="Bara nämnden med koden")
    ] = None,
    to_year: Annotated[
        int | None, typer.Option("--to-year", metavar="ÅR", help="Annars två år fram")
    ] = None,
    keep: Annotated[bool, typer.Option("--set", help="Spara de fastställda målen")] = False,
) -> None:
    """Print the goals that follow from the settled or compiled values; store the settled if asked.

    What is only proposed is no goal: it may still change, and nobody has taken it.
    """
    now = Clock().now()
    with working("Räknar"), database() as engine, writing(engine) as connection:
        row = cycle_of(connection, cycle)
        compilation = compile_material(load_material(connection, row), now)
        year = to_year or row.year + 2
        for committee in _chosen(compilation, code):
            proposals = _proposals(compilation, committee, year)
            _print(committee, year, proposals)
            if keep:
                committee_id = organisations_in(connection, row.id)[committee.code].id
                settled = _settled(proposals)
                _tell(store_goals(connection, row.id, committee_id, year, settled, now))
                _tell_of_proposals(proposals)
    if not keep:
        out.print("Inget är sparat; spara de fastställda målen med --set")


def _chosen(compilation: Compilation, code: str | None) -> Sequence[Committee]:
    chosen = [c for c in compilation.committees if code in (None, c.code)]
    if not chosen:
        known = ", ".join(committee.code for committee in compilation.committees)
        raise fail(f'"{code}" är ingen nämnd i omgången; ange en av: {known}')
    return chosen


def _proposals(
    compilation: Compilation, committee: Committee, to_year: int
) -> Sequence[GoalProposal]:
    horizons = method_of(committee.method).horizons
    years = to_year - compilation.year
    if years not in horizons:
        known = " eller ".join(str(compilation.year + horizon) for horizon in horizons)
        raise fail(f"{committee.name} bedömer inte behovet {to_year}; ange {known}")
    rows = [row for row in compilation.rows if row.committee == committee]
    return list(proposed_goals(rows, years))


def _settled(proposals: Iterable[GoalProposal]) -> dict[str, Measures]:
    return {p.row.category: p.measures for p in proposals if p.measures and p.row.settled}


def _print(committee: Committee, to_year: int, proposals: Iterable[GoalProposal]) -> None:
    out.print(f"{committee.name}, mål till {to_year}")
    for proposal in proposals:
        standing = heading("is_settled" if proposal.row.settled else "proposed").lower()
        out.print(f"  {proposal.row.category}: {_told(proposal)} ({standing})")


def _told(proposal: GoalProposal) -> str:
    if proposal.measures is None:
        return "inget mål, underlaget saknas eller visas inte"
    given = {name: getattr(proposal.measures, name) for name in MEASURES}
    told = [
        f"{heading(name).lower()} {as_text(value, signed=True)}"
        for name, value in given.items()
        if value is not None
    ]
    return ", ".join(told if given["increase"] is not None else [_no_increase(proposal), *told])


def _no_increase(proposal: GoalProposal) -> str:
    why = "underlag saknas" if proposal.row.all_speak else "alla enheter har inte svarat"
    return f"ingen utökning ({why})"


def _tell(stored: GoalsStored) -> None:
    out.print(
        f"Sparade mål: {stored.added} nya, {stored.changed} ändrade, {stored.removed} borttagna"
    )


def _tell_of_proposals(proposals: Iterable[GoalProposal]) -> None:
    """Which are left out, where there are any."""
    names = [p.row.category for p in proposals if p.measures and not p.row.settled]
    if names:
        out.print(f"Inte sparade, ännu inte fastställda: {', '.join(names)}")
