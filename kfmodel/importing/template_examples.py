"""The template's example rows: made up, and right if they are imported as they stand."""

from datetime import date

from kfmodel.importing.check_organisations import EXAMPLE_CODE
from kfmodel.methods import all_methods
from kfmodel.planning.schedule import Schedule

Values = tuple[str | int | date | None, ...]

_CATEGORY = "Socialsekreterare (exempel)"
_METHOD = next(iter(all_methods().values())).name.sv

CYCLE_EXAMPLES: dict[str, str | int | date] = {
    "name": "Kompetensförsörjning 2027",
    "year": 2027,
    "method": _METHOD,
    "opens_on": date(2027, 3, 1),
    "deadline_on": date(2027, 4, 30),
    "hr_email": "hr@exempel.se",
    "measured_on": date(2026, 12, 31),
    "counting": "antal",
    "source": "Stadens personalframskrivning",
    "reminder_days": str(Schedule()),
}

EXAMPLES: dict[str, Values] = {
    "Organisation": (EXAMPLE_CODE, "Exempelnämnden", "nämnd", None, None),
    "Personer": ("anna.exempel@exempel.se", "Anna Exempel", "hr", EXAMPLE_CODE, None, "sv"),
    "Yrkeskategorier": (_CATEGORY, None, "Myndighet", "Socialassistent (exempel)"),
    "Personalframskrivning": (EXAMPLE_CODE, _CATEGORY, 168, -3, -5, 11, 1),
    "Bemanning": (EXAMPLE_CODE, _CATEGORY, 168),
    "Föregående omgång": (
        2025,
        EXAMPLE_CODE,
        _CATEGORY,
        "Mer",
        "Samma",
        -10,
        -10,
        10,
        10,
        "Mindre allvarlig",
        "Medel",
        None,
        None,
    ),
    "Mål": (EXAMPLE_CODE, _CATEGORY, 2027, 14, 0, 5, 25, 20),
    "Utfall": (EXAMPLE_CODE, _CATEGORY, 2026, "Förvaltningens uppföljning", 6, 0, 3, 12, 9),
    "Aktiviteter": (
        "Rekrytera",
        _CATEGORY,
        "Gemensam annonsering med högskolan",
        "Våren 2028",
        "HR-avdelningen",
        "Antal sökande per tjänst",
        "Rekrytering och konkurrens",
        "Gap på två års sikt",
        "Pågår",
        None,
    ),
    "Medel": (
        "2028",
        "Introduktionsår",
        "Fler nyanställda stannar",
        400000,
        250000,
        "Nämndens ram",
        "Startar ett halvår senare",
        None,
    ),
}
