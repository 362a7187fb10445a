"""The sheets of the import workbook that are recognised but not used yet."""

from kfmodel.importing.columns import Column, Demand, Sheet
from kfmodel.importing.cycle_sheets import CATEGORY, ORGANISATION
from kfmodel.importing.kinds import count, gap, text, year
from kfmodel.importing.limits import FREE_TEXT_LENGTH, SHORT_TEXT_LENGTH

_MOVES = (
    Column("increase", "Utökning", gap(), "antal personer", Demand.COLUMN, width=12),
    *(
        Column(f"to_{level}", heading, count(), "antal personer", Demand.COLUMN, width=16)
        for level, heading in (
            ("some", "Till viss"),
            ("good", "Till god"),
            ("high", "Till hög"),
            ("very_high", "Till mycket hög"),
        )
    ),
)


def _texts(*headings: str) -> tuple[Column, ...]:
    return tuple(
        Column(heading, heading, text(FREE_TEXT_LENGTH), "en text", Demand.COLUMN, width=24)
        for heading in headings
    )


def _amount(heading: str) -> Column:
    return Column(heading, heading, count(), "ett belopp i kronor", Demand.COLUMN, width=18)


GOALS = Sheet(
    "Mål",
    (ORGANISATION, CATEGORY, Column("year", "Till år", year(), "ett år", width=10), *_MOVES),
    required=False,
    rows_required=False,
    purpose="Målen i den förra planen. Används inte ännu.",
)
OUTCOMES = Sheet(
    "Utfall",
    (
        ORGANISATION,
        CATEGORY,
        Column("year", "År", year(), "ett år", width=10),
        Column("source", "Källa", text(SHORT_TEXT_LENGTH), "varifrån siffrorna kommer", width=24),
        *_MOVES,
    ),
    required=False,
    rows_required=False,
    purpose="Vad som uppnåddes av målen i den förra planen. Används inte ännu.",
)
ACTIVITIES = Sheet(
    "Aktiviteter",
    (
        Column("area", "Område", text(SHORT_TEXT_LENGTH), "ett område", width=20),
        CATEGORY,
        *_texts(
            "Aktivitet",
            "Tidsplan",
            "Ansvarig",
            "Uppföljning",
            "Strategisk utmaning",
            "Förankring",
            "Status",
        ),
    ),
    required=False,
    rows_required=False,
    purpose="Aktiviteterna i den förra planen. Används inte ännu.",
)
FUNDING = Sheet(
    "Medel",
    (
        *_texts("Period", "Insats", "Mål och syfte"),
        _amount("Äskade medel"),
        _amount("Beviljade medel"),
        *_texts("Finansiering", "Avvikelser"),
    ),
    required=False,
    rows_required=False,
    purpose="Äskade och beviljade medel. Används inte ännu.",
)

LATER = (GOALS, OUTCOMES, ACTIVITIES, FUNDING)
