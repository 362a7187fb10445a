"""The sheets of the import workbook that have a row for each thing, column by column."""

from kfmodel.importing.columns import Column, Demand, Refers, Sheet
from kfmodel.importing.kinds import (
    code,
    count,
    email,
    entra_id,
    gap,
    points,
    text,
    texts,
    word,
    year,
)
from kfmodel.importing.limits import NAME_LENGTH
from kfmodel.importing.words import (
    LANGUAGES,
    ORGANISATION_KINDS,
    ROLES,
    SPLIT_RISK,
    method,
    scale,
    severity,
)
from kfmodel.scales import Likelihood, Need

ORGANISATION = Column(
    "organisation_code",
    "Organisation",
    code(),
    "en kod ur bladet Organisation",
    refers=Refers.ORGANISATION,
    note="Koden som står i bladet Organisation.",
)
CATEGORY = Column(
    "category",
    "Yrkeskategori",
    text(NAME_LENGTH),
    "ett namn ur bladet Yrkeskategorier",
    refers=Refers.CATEGORY,
    note="Namnet som står i bladet Yrkeskategorier.",
    width=44,
)

ORGANISATIONS = Sheet(
    "Organisation",
    (
        Column(
            "code",
            "Kod",
            code(),
            "en egen kod, t.ex. 1201",
            note="Varje kod får stå på en rad. Koderna knyter ihop omgångarna: byt dem inte.",
        ),
        Column("name", "Namn", text(NAME_LENGTH), "organisationens namn", width=44),
        Column(
            "kind",
            "Typ",
            word(ORGANISATION_KINDS),
            "stad, nämnd, avdelning eller enhet",
            note="En sektion skrivs som enhet.",
        ),
        Column(
            "parent_code",
            "Överordnad",
            code(),
            "koden för en högre nivå",
            Demand.COLUMN,
            Refers.PARENT,
            note="Koden för närmaste högre nivå. Nivåer får hoppas över. Tomt för staden.",
        ),
        Column(
            "method",
            "Metod",
            method(),
            "metodens namn",
            Demand.NOTHING,
            note="Bara för en nämnd som har en annan metod än omgångens.",
            width=26,
        ),
    ),
    purpose="Staden, nämnderna, avdelningarna och enheterna. En rad var.",
)

PEOPLE = Sheet(
    "Personer",
    (
        Column(
            "email",
            "E-post",
            email(),
            "en e-postadress",
            note="Personens adress i Teams.",
            width=36,
        ),
        Column("name", "Namn", text(NAME_LENGTH), "personens namn", width=28),
        Column("role", "Roll", word(ROLES), "enhetschef, avdelningschef eller hr"),
        ORGANISATION,
        Column(
            "entra_id",
            "Entra-id",
            entra_id(),
            "kontots objekt-id",
            Demand.NOTHING,
            note="Kontots objekt-id. Utan det känns personen igen på e-postadressen.",
            width=40,
        ),
        Column(
            "language",
            "Språk",
            word(LANGUAGES),
            "sv eller en",
            Demand.NOTHING,
            note="Tomt betyder sv.",
            width=10,
        ),
    ),
    purpose="Chefer och HR. En rad för varje uppdrag: en person kan ha flera.",
)

CATEGORIES = Sheet(
    "Yrkeskategorier",
    (
        Column("name", "Yrkeskategori", text(NAME_LENGTH), "kategorins namn", width=44),
        Column("aid_code", "AID-kod", text(NAME_LENGTH), "AID-koden", Demand.NOTHING),
        Column("focus_area", "Fokusområde", text(NAME_LENGTH), "området", Demand.NOTHING, width=28),
        Column(
            "earlier_names",
            "Tidigare namn",
            texts(NAME_LENGTH),
            "tidigare namn",
            Demand.NOTHING,
            note="Vad kategorin hette i tidigare omgångar. Flera namn skiljs åt med semikolon.",
            width=36,
        ),
    ),
    purpose="De yrkeskategorier som ingår. Alla andra blad använder namnen härifrån.",
)

PROJECTIONS = Sheet(
    "Personalframskrivning",
    (
        ORGANISATION,
        CATEGORY,
        Column(
            "headcount",
            "Antal medarbetare",
            count(),
            "ett antal, t.ex. 168",
            note="Antal medarbetare i dag.",
            width=20,
        ),
        Column(
            "gap_2y",
            "Gap 2 år",
            gap(),
            "ett tal, t.ex. −3",
            Demand.COLUMN,
            note="Tillgång minus behov: −3 betyder att tre personer saknas.",
        ),
        Column(
            "gap_5y",
            "Gap 5 år",
            gap(),
            "ett tal, t.ex. −5",
            Demand.COLUMN,
            note="Tillgång minus behov: −5 betyder att fem personer saknas.",
        ),
        Column(
            "turnover_2y",
            "Personalomsättning 2 år",
            count(),
            "ett antal",
            Demand.COLUMN,
            note="Förväntade avgångar på två år utan pensioner.",
            width=26,
        ),
        Column(
            "retirements_2y",
            "Pensionsavgångar 2 år",
            count(),
            "ett antal",
            Demand.COLUMN,
            note="Förväntade pensionsavgångar på två år.",
            width=24,
        ),
    ),
    rows_required=False,
    purpose="Stadens framskrivning. Välj en nivå för varje kategori och nämnd, oftast nämnden.",
)

STAFFING = Sheet(
    "Bemanning",
    (
        ORGANISATION,
        CATEGORY,
        Column(
            "heads",
            "Antal",
            count(),
            "ett antal, t.ex. 7",
            note="Hur många som arbetar här i dag.",
        ),
    ),
    purpose="Vilka som arbetar var. Chefen svarar för kategorierna i sin egen organisation; chefer "
    "räknas hos sin överordnade.",
)

PREVIOUS = Sheet(
    "Föregående omgång",
    (
        Column("year", "År", year(), "omgångens år, t.ex. 2023", width=8),
        ORGANISATION,
        CATEGORY,
        *(
            Column(
                f"need_{years}y", f"Behov {years} år", scale(Need), "ett av orden", Demand.NOTHING
            )
            for years in (2, 5)
        ),
        *(
            Column(
                f"level_{name}",
                heading,
                points(),
                "hela procentenheter, t.ex. −10",
                Demand.NOTHING,
                note="Procentenheter med tecken: +10 saknas, −10 är ett överskott.",
                width=14,
            )
            for name, heading in (
                ("some", "Viss"),
                ("good", "God"),
                ("high", "Hög"),
                ("very_high", "Mycket hög"),
            )
        ),
        Column("severity", "Risk", severity("severity"), "ett av orden", Demand.NOTHING),
        Column("likelihood", "Sannolikhet", scale(Likelihood), "ett av orden", Demand.NOTHING),
        *(
            Column(
                name,
                heading,
                severity(name),
                "ett av orden",
                Demand.NOTHING,
                note="Där metoden frågar om verksamheten och arbetsmiljön var för sig.",
                width=18,
            )
            for name, heading in SPLIT_RISK.items()
        ),
    ),
    required=False,
    rows_required=False,
    purpose="Vad som svarades eller fastställdes förra gången. Tomma celler blir ”uppgift saknas”.",
)
