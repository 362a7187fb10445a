"""How much of a category has answered."""

from fractions import Fraction

from kfmodel.calculations import exact, plain, share_pct
from kfmodel.compilation.compilation import CategoryRow, DialogueRow
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import PartRow, Working
from kfmodel.compilation.explain.places import heading_of_rows
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading
from kfmodel.organisation import OrganisationKind


def units_answered(row: CategoryRow, asked: Asked) -> Working:
    return _units(row.submitted, asked, "units_answered")


def units_total(row: CategoryRow, asked: Asked) -> Working:
    return _units(row.dialogues, asked, "units_total")


def _units(rows: tuple[DialogueRow, ...], asked: Asked, name: str) -> Working:
    """Who has answered is no secret to those who follow the cycle: only the city sees no unit."""
    of_city = asked.compilation.level is OrganisationKind.CITY
    parts: list[PartRow] = [(one.dialogue.organisation_name, one.dialogue.units) for one in rows]
    return Working(
        rule(name),
        sum(one.dialogue.units for one in rows),
        (heading_of_rows(rows), heading("units")),
        [] if of_city else parts,
        hidden=len(parts) if of_city else 0,
    )


def heads_answered_pct(row: CategoryRow, asked: Asked) -> Working:
    of_city = asked.compilation.level is OrganisationKind.CITY
    shown = [one for one in row.dialogues if not (one.masked or of_city)]
    hidden = len(row.dialogues) - len(shown)
    answered, whole = _heads(row.submitted), _heads(row.dialogues)
    return Working(
        rule("heads_answered_pct"),
        share_pct(answered, whole),
        (heading_of_rows(shown), heading("heads"), heading("progress")),
        [
            (one.dialogue.organisation_name, one.dialogue.heads, one.dialogue.progress)
            for one in shown
        ],
        ()
        if hidden
        else (("Svarande medarbetare", plain(answered)), ("Alla medarbetare", plain(whole))),
        hidden,
    )


def _heads(rows: tuple[DialogueRow, ...]) -> Fraction:
    return sum((exact(one.dialogue.heads) for one in rows), Fraction())
