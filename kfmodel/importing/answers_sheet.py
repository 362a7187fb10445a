"""The sheet Svar of the answers workbook, column by column."""

from kfmodel.answers import HEADS_NEEDED, HEADS_NOW, LEVELS, MOVES
from kfmodel.importing.columns import Column, Demand, Sheet
from kfmodel.importing.cycle_sheets import CATEGORY, ORGANISATION
from kfmodel.importing.kinds import Kind, free_text, points, texts, whole_count
from kfmodel.importing.limits import FREE_TEXT_LENGTH, NAME_LENGTH
from kfmodel.importing.words import SPLIT_RISK, scale, severity
from kfmodel.scales import Level, Likelihood, Need, label

_POINTS = "hela procentenheter, t.ex. −10 eller 0"
_PEOPLE = "antal personer, t.ex. 3 eller 0"

HEADS = {"Nu": HEADS_NOW} | {f"{years} år": names for years, names in HEADS_NEEDED.items()}
"""Heads at each level, as a method asks that counts them, by what their headings begin with."""


def _answer(name: str, heading: str, kind: Kind, expected: str = "ett av orden") -> Column:
    """A column that may be missing, where the method does not ask for it."""
    if kind.words:
        expected = f"något av {', '.join(kind.words)}"
    return Column(name, heading, kind, expected, Demand.NOTHING)


ANSWERS = Sheet(
    "Svar",
    (
        ORGANISATION,
        CATEGORY,
        _answer("need_2y", "Behov 2 år", scale(Need)),
        _answer("need_5y", "Behov 5 år", scale(Need)),
        *(
            _answer(name, heading, points(), _POINTS)
            for name, heading in zip(LEVELS, ("Viss", "God", "Hög", "Mycket hög"), strict=True)
        ),
        *(
            _answer(name, heading, whole_count(), _PEOPLE)
            for name, heading in zip(
                MOVES, ("Viss till god", "God till hög", "Hög till mycket hög"), strict=True
            )
        ),
        *(
            _answer(name, f"{when} {label(level).lower()}", whole_count(), _PEOPLE)
            for when, names in HEADS.items()
            for name, level in zip(names, Level, strict=True)
        ),
        _answer("specific_gap", "Kompetensspecifikt gap", free_text(FREE_TEXT_LENGTH), "en text"),
        _answer("severity", "Risk", severity("severity")),
        *(_answer(name, heading, severity(name)) for name, heading in SPLIT_RISK.items()),
        _answer("likelihood", "Sannolikhet", scale(Likelihood)),
        _answer("drivers", "Påverkansfaktorer", texts(NAME_LENGTH), "påverkansfaktorer"),
        _answer("comment", "Kommentar", free_text(FREE_TEXT_LENGTH), "en text"),
    ),
    purpose="Svar som tagits på papper eller i ett möte. En rad för varje enhet och kategori.",
)

COLUMNS = {column.name: column for column in ANSWERS.columns}
