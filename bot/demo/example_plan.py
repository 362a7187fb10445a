"""The example's last plan: goals, outcomes and funding are made up; areas and activities are those
that the 2025 report prints."""

from collections.abc import Iterator

from bot.demo.categories import (
    ADULTS,
    CHIEF,
    CHILDREN,
    ECONOMIC,
    FIRST,
    FOSTER,
    SUPPORT,
    THERAPY,
)
from bot.demo.example_organisation import COMMITTEE
from kfmodel.importing.plan_values import ActivityRow, FundingRow, GoalRow, OutcomeRow, PlanRows
from kfmodel.plan import Measures

TO_YEAR = 2025
STATISTICS = "HR:s statistik, mars 2025"
SURVEY = "Chefernas enkät, hösten 2024"

GOALS: dict[str, Measures] = {
    CHIEF: Measures(4, 0, 0, 10, 2),
    FIRST: Measures(7, 0, 2, 8, 0),
    ECONOMIC: Measures(0, 0, 10, 25, 20),
    FOSTER: Measures(4, 0, 3, 6, 0),
    ADULTS: Measures(5, 0, 6, 14, 4),
    CHILDREN: Measures(14, 0, 12, 40, 20),
    THERAPY: Measures(-3, 0, 4, 15, 5),
    SUPPORT: Measures(6, 0, 8, 20, 0),
}
OUTCOMES: dict[str, Measures] = {
    CHIEF: Measures(3, 0, 0, 8, 1),
    FIRST: Measures(-1, 0, 2, 5, 0),
    ECONOMIC: Measures(2, 4, 6, 18, 11),
    FOSTER: Measures(4, 1, 2, 6, 1),
    ADULTS: Measures(2, 0, 5, 9, 4),
    CHILDREN: Measures(9, 3, 10, 31, 8),
    THERAPY: Measures(-2, 0, 4, 12, 5),
    SUPPORT: Measures(8, 2, 7, 13, 0),
}
FROM_THE_SURVEY: dict[str, Measures] = {
    CHILDREN: Measures(to_high=26, to_very_high=6),
    ADULTS: Measures(to_high=9, to_very_high=3),
}

_KEEPING = "Behålla, utveckla och förflytta kompetens"
_RECRUITING = "Rekrytering och konkurrens"
_LAW = "Lagstiftning, politik och omvärld"
_ORGANISATION = "Organisering och sårbarhet"

Activity = tuple[str, str | None, str, str, str, str]
"""Description, category, time plan, responsible, follow-up, status."""

CLUSTERS: dict[tuple[str, str, str], tuple[Activity, ...]] = {
    (
        "Utveckla och behålla kompetens",
        f"{_KEEPING}; {_RECRUITING}",
        "Bidrar till förflyttning mot högre kompetensnivåer, stärker introduktion och utveckling, "
        "minskar omsättning genom bättre arbetsmiljö.",
    ): (
        (
            "Utveckla kompetensutvecklingsprogram för chefer och medarbetare",
            None,
            "2024–2026",
            "HR-avdelningen",
            "Antal som har gått programmet, varje år",
            "Pågår",
        ),
        (
            "Utreda en modell för karriärstege",
            FIRST,
            "2026",
            "HR-avdelningen och avdelningscheferna",
            "Förslag till förvaltningsledningen hösten 2026",
            "Pågår",
        ),
        (
            "Utreda friskfaktorer på arbetsplatser",
            None,
            "2025–2026",
            "HR-avdelningen",
            "Sjukfrånvaro och medarbetarenkät",
            "Planerad",
        ),
    ),
    (
        "Stärka rekrytering och arbetsgivarattraktivitet",
        f"{_RECRUITING}; {_LAW}",
        "Minskar rekryteringssvårigheter, breddar basen för tillsättning, anpassar kompetenskrav "
        "till förändrad lagstiftning och nya behov.",
    ): (
        (
            "Utveckla rekryteringsarbetet",
            CHILDREN,
            "2024–2027",
            "HR-avdelningen",
            "Antal sökande per tjänst, varje halvår",
            "Pågår",
        ),
        (
            "Kartlägga innehåll och kompetenskrav i vissa uppdrag",
            SUPPORT,
            "2025",
            "Avdelningscheferna",
            "Redovisas i ledningsgruppen",
            "Genomförd",
        ),
    ),
    (
        "Säkra kritiska kompetenser och ledningsförsörjning",
        f"{_KEEPING}; {_ORGANISATION}",
        "Minskar sårbarheten genom redundans och successionsplanering, stärker chefsförsörjning, "
        "tryggar organisationen vid vakanser och omställningar.",
    ): (
        (
            "Säkra kritiska specialistkompetenser (inkl. successionsplanering)",
            FOSTER,
            "2026–2027",
            "Avdelningscheferna",
            "Kartläggning klar våren 2026",
            "Planerad",
        ),
        (
            "Utreda behov av och eventuell form för bemanningsenhet",
            None,
            "2026",
            "Förvaltningsledningen",
            "Utredning till nämnden",
            "Planerad",
        ),
        (
            "Utreda behov av och ett eventuellt införande av resurschefer",
            CHIEF,
            "2026",
            "Förvaltningsledningen",
            "Utredning till nämnden",
            "Planerad",
        ),
    ),
    (
        "Utveckla arbetssätt och digitalisering",
        f"{_LAW}; {_ORGANISATION}",
        "Frigör resurser, gör organisationen mer robust mot nya krav, effektiviserar och renodlar "
        "uppdrag så att kompetensen används bättre.",
    ): (
        (
            "Utveckla arbetssätt för att skapa mer tid",
            ECONOMIC,
            "2025–2027",
            "Avdelningschefen för ekonomiskt bistånd",
            "Tid per ärende, varje halvår",
            "Pågår",
        ),
    ),
}
"""By area, the strategic challenge that it answers, and how it ties to the gap analysis."""

_CITY = "Stadens satsning på kompetenshöjande insatser"
FUNDING: tuple[tuple[str, str, str, int, int | None, str | None, str | None], ...] = (
    (
        "2025",
        "Introduktionsår för nya socialsekreterare",
        "Fler nyanställda stannar och når nivån God",
        2_400_000,
        1_900_000,
        _CITY,
        None,
    ),
    (
        "2025",
        "Handledarutbildning",
        "Fler medarbetare på nivån Hög kan handleda andra",
        850_000,
        850_000,
        _CITY,
        None,
    ),
    (
        "2025",
        "Utbildning i riskbedömning vid våld",
        "Likvärdiga bedömningar i hela förvaltningen",
        600_000,
        450_000,
        _CITY,
        "Startade ett halvår senare än planerat",
    ),
    (
        "2025–2026",
        "Språkutveckling på arbetsplatsen",
        "Fler kan ta ansvar för hela ärenden",
        700_000,
        0,
        "Nämndens ram",
        "Avslogs; prövas igen 2026",
    ),
    (
        "2026",
        "Chefsprogram med fokus på hållbart ledarskap",
        "Färre chefer slutar under de två första åren",
        1_100_000,
        None,
        None,
        None,
    ),
)
"""Period, measure, purpose, asked, granted, financing, deviations."""


def example_plan() -> PlanRows:
    """The plan's sheets as HR's workbook would have them."""
    code = COMMITTEE[0]
    outcomes = [(category, TO_YEAR, STATISTICS, said) for category, said in OUTCOMES.items()]
    outcomes += [(name, TO_YEAR - 1, SURVEY, said) for name, said in FROM_THE_SURVEY.items()]
    return PlanRows(
        goals=tuple(
            GoalRow(code, category, TO_YEAR, measures, _cell("Mål", place))
            for place, (category, measures) in enumerate(GOALS.items())
        ),
        outcomes=tuple(
            OutcomeRow(code, *row, cell=_cell("Utfall", place))
            for place, row in enumerate(outcomes)
        ),
        activities=tuple(_activities(code)),
        funding=tuple(
            FundingRow(code, *row, cell=_cell("Medel", place)) for place, row in enumerate(FUNDING)
        ),
    )


def _activities(code: str) -> Iterator[ActivityRow]:
    rows = [(cluster, activity) for cluster, own in CLUSTERS.items() for activity in own]
    for place, ((area, challenge, anchoring), activity) in enumerate(rows):
        description, category, time_plan, responsible, follow_up, status = activity
        yield ActivityRow(
            code,
            area,
            category,
            description,
            time_plan,
            responsible,
            follow_up,
            challenge,
            anchoring,
            status,
            _cell("Aktiviteter", place),
        )


def _cell(sheet: str, place: int) -> str:
    """Where the row would stand, below one row of headings."""
    return f"{sheet}!A{place + 2}"
