"""The sheet Omgång: its two columns, and what stands beside each key."""

from kfmodel.importing.columns import Column, Demand, Sheet
from kfmodel.importing.kinds import as_written, day, email, reminder_days, text, word, year
from kfmodel.importing.limits import NAME_LENGTH, SHORT_TEXT_LENGTH
from kfmodel.importing.words import COUNTINGS, method
from kfmodel.planning.schedule import EXPECTED, Schedule

CYCLE = Sheet(
    "Omgång",
    (
        Column("key", "Nyckel", text(NAME_LENGTH), "uppgiftens namn", width=20),
        Column("value", "Värde", as_written(), "ett värde", Demand.COLUMN, width=48),
    ),
    purpose="Vad omgången heter, när cheferna svarar och vem som är kontakt.",
)

CYCLE_KEYS = (
    Column(
        "name",
        "Namn",
        text(NAME_LENGTH),
        "omgångens namn",
        note="Det namn som chefer och HR ser. Samma namn igen uppdaterar omgången.",
    ),
    Column(
        "year",
        "År",
        year(),
        "omgångens år, t.ex. 2025",
        note="Horisonterna 2 och 5 år räknas härifrån.",
    ),
    Column(
        "method",
        "Metod",
        method(),
        "metodens namn",
        note="Gäller alla nämnder som inte har en egen metod i bladet Organisation.",
    ),
    Column(
        "opens_on",
        "Öppnar",
        day(),
        "ett datum, t.ex. 2025-03-03",
        note="Första dagen som cheferna kan svara.",
    ),
    Column(
        "deadline_on",
        "Sista svarsdag",
        day(),
        "ett datum, t.ex. 2025-04-30",
        note="Svar kan ändras till midnatt den här dagen.",
    ),
    Column(
        "hr_email",
        "HR-adress",
        email(),
        "en e-postadress",
        note="Hit skickas sammanställningen.",
    ),
    Column(
        "measured_on",
        "Mätdatum",
        day(),
        "ett datum",
        Demand.NOTHING,
        note="Dagen som bemanning och framskrivning avser.",
    ),
    Column(
        "counting",
        "Räknesätt",
        word(COUNTINGS),
        "antal eller årsarbetare",
        Demand.NOTHING,
        note="antal = hela personer. årsarbetare = decimaler tillåts.",
    ),
    Column(
        "source",
        "Källa",
        text(SHORT_TEXT_LENGTH),
        "varifrån siffrorna kommer",
        Demand.NOTHING,
        note="Varifrån siffrorna kommer, t.ex. HR-systemet eller stadskontorets framskrivning.",
    ),
    Column(
        "reminder_days",
        "Påminnelser",
        reminder_days(),
        EXPECTED,
        Demand.NOTHING,
        note="Arbetsdagar före sista svarsdag då de som inte är klara påminns. "
        f"Utan värde: {Schedule()}.",
    ),
)
