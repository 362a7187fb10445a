"""The sheets of the plan: goals, outcomes, activities and funding, column by column."""

from dataclasses import replace

from kfmodel.importing.columns import Column, Demand, Refers, Sheet
from kfmodel.importing.cycle_sheets import CATEGORY, ORGANISATION
from kfmodel.importing.kinds import (
    Kind,
    amount,
    code,
    free_text,
    gap,
    suggested,
    text,
    year,
)
from kfmodel.importing.limits import FREE_TEXT_LENGTH, SHORT_TEXT_LENGTH
from kfmodel.methods import all_methods
from kfmodel.plan import STATUSES

_SHORT = text(SHORT_TEXT_LENGTH)
_FREE = free_text(FREE_TEXT_LENGTH)
_AREAS = dict.fromkeys(area.sv for method in all_methods().values() for area in method.areas)

_MEASURES = tuple(
    Column(
        name,
        heading,
        gap(),
        "antal personer, t.ex. 14 eller −3",
        Demand.COLUMN,
        note="Antal personer; en minskning skrivs med minus.",
        width=16,
    )
    for name, heading in (
        ("increase", "Utökning"),
        ("to_some", "Till viss"),
        ("to_good", "Till god"),
        ("to_high", "Till hög"),
        ("to_very_high", "Till mycket hög"),
    )
)

_COMMITTEE = Column(
    "organisation_code",
    "Organisation",
    code(),
    "nämndens kod",
    Demand.NOTHING,
    Refers.ORGANISATION,
    note="Behövs bara om filen har flera nämnder.",
)


def _optional(
    name: str, heading: str, kind: Kind, expected: str = "en text", note: str = ""
) -> Column:
    return Column(name, heading, kind, expected, Demand.COLUMN, note=note, width=24)


GOALS = Sheet(
    "Mål",
    (ORGANISATION, CATEGORY, Column("to_year", "Till år", year(), "ett år", width=10), *_MEASURES),
    required=False,
    rows_required=False,
    purpose="Målen i den förra planen, som följs upp nu. Oftast en rad för varje kategori och "
    "nämnd.",
)
OUTCOMES = Sheet(
    "Utfall",
    (
        ORGANISATION,
        CATEGORY,
        Column("year", "År", year(), "ett år", width=10),
        Column(
            "source",
            "Källa",
            _SHORT,
            "varifrån siffrorna kommer",
            note="En rad för varje källa, t.ex. förvaltningens egen statistik.",
            width=28,
        ),
        *_MEASURES,
    ),
    required=False,
    rows_required=False,
    purpose="Vad som har uppnåtts av målen, enligt HR:s statistik.",
)
ACTIVITIES = Sheet(
    "Aktiviteter",
    (
        _optional("area", "Område", suggested(_AREAS, SHORT_TEXT_LENGTH), "ett område"),
        replace(CATEGORY, demand=Demand.COLUMN, note="Tomt betyder alla yrkeskategorier."),
        Column("description", "Aktivitet", _FREE, "vad som görs", width=44),
        _optional("time_plan", "Tidsplan", _SHORT),
        _optional("responsible", "Ansvarig", _SHORT),
        _optional("follow_up", "Uppföljning", _FREE),
        _optional("challenge", "Strategisk utmaning", _FREE),
        _optional("anchoring", "Förankring", _FREE, note="Vilket gap aktiviteten svarar mot."),
        _optional(
            "status",
            "Status",
            suggested(STATUSES, SHORT_TEXT_LENGTH),
            "hur det går, t.ex. Pågår",
            "Följs från omgång till omgång för samma område och aktivitet.",
        ),
        _COMMITTEE,
    ),
    required=False,
    rows_required=False,
    purpose="Nämndens aktiviteter, de som pågår från förra planen och de nya.",
)
FUNDING = Sheet(
    "Medel",
    (
        _optional("period", "Period", _SHORT, "t.ex. 2028"),
        Column("measure", "Insats", _SHORT, "vad pengarna är till för", width=32),
        _optional("purpose", "Mål och syfte", _FREE),
        _optional("asked_sek", "Äskade medel", amount(), "ett belopp i hela kronor"),
        _optional("granted_sek", "Beviljade medel", amount(), "ett belopp i hela kronor"),
        _optional("financing", "Finansiering", _SHORT),
        _optional("deviations", "Avvikelser", _FREE),
        _COMMITTEE,
    ),
    required=False,
    rows_required=False,
    purpose="Äskade och beviljade medel.",
)

PLAN = (GOALS, OUTCOMES, ACTIVITIES, FUNDING)
