"""What the example's managers write beside their figures: made up, and about groups only."""

from typing import Any

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
from kfmodel.answers import Activity

_DRIVERS: dict[str, tuple[str, ...]] = {
    CHIEF: ("recruitment", "organisation", "work_environment"),
    FIRST: ("recruitment", "organisation"),
    ECONOMIC: ("law", "economy", "technology"),
    FOSTER: ("law", "recruitment"),
    ADULTS: ("law", "economy", "recruitment"),
    CHILDREN: ("law", "recruitment", "work_environment"),
    THERAPY: ("economy", "recruitment"),
    SUPPORT: ("economy", "demography", "technology"),
}
"""What each category's managers see behind the need, in the method's order."""

_COMMENTS: dict[tuple[str, str], str] = {
    ("ASN-ARB", CHIEF): "Stabil chefsgrupp. På sikt ökar kraven när verksamheten ställs om.",
    (
        "ASN-UTR",
        CHIEF,
    ): "Stora arbetsgrupper och mycket akuta frågor. Fler chefer behövs per grupp.",
    ("ASN-INS", CHIEF): "Gruppen klarar uppdraget i dag men är känslig vid frånvaro.",
    ("ASN-EKB", CHIEF): "Många nya i chefsrollen på kort tid, och svårt att hinna med utveckling.",
    ("ASN-BTS", CHIEF): "Ingen förändring mot framskrivningen.",
    ("ASN-UTR", FIRST): "De tre familjehemsenheterna har för få för att täcka upp för varandra.",
    ("ASN-UTR-01", FIRST): "Handledning av nyanställda tar det mesta av tiden.",
    ("ASN-UTR-02", FIRST): "Rollen behöver renodlas mot metodstöd.",
    ("ASN-UTR-04", FIRST): "Utan fler i rollen blir introduktionen av nya lidande.",
    ("ASN-UTR-11", FIRST): "Få som söker rollen när lönespridningen är liten.",
    ("ASN-INS-03", FIRST): "Ny uppgift att leda metodarbetet i två team.",
    ("ASN-EKB-01", FIRST): "Fler behövs om mottagningen ska ge stöd till hela avdelningen.",
    ("ASN-EKB-03", FIRST): "Behovet minskar när de nya arbetssätten sitter.",
    ("ASN-EKB-01", ECONOMIC): "Digital ansökan avlastar mottagningen.",
    ("ASN-EKB-02", ECONOMIC): "Ärendena blir färre men mer sammansatta.",
    ("ASN-EKB-03", ECONOMIC): "Automatiserade beslut väntas minska behovet på fem års sikt.",
    ("ASN-EKB-04", ECONOMIC): "Aktivitetskravet innebär fler uppföljningar per hushåll.",
    ("ASN-UTR-06", FOSTER): "Svårt att rekrytera personer med erfarenhet av familjehemsvård.",
    ("ASN-UTR-07", FOSTER): "Kraven på uppföljning av placerade barn ökar.",
    ("ASN-UTR-08", FOSTER): "Fler egna familjehem kräver fler som utreder och utbildar dem.",
    ("ASN-UTR-09", ADULTS): "Ändrat ansvar för samsjuklighet flyttar uppgifter på sikt.",
    ("ASN-UTR-10", ADULTS): "Fler anmälningar om våld och fler skyddsplaceringar.",
    ("ASN-UTR-11", ADULTS): "Mottagningen tar emot fler med psykisk ohälsa.",
    ("ASN-INS-03", ADULTS): "Som framskrivningen visar.",
    ("ASN-BTS-01", ADULTS): "Bostad först väntas minska behovet på längre sikt.",
    ("ASN-UTR-01", CHILDREN): "Flödet är stabilt och gruppen har god bredd.",
    ("ASN-UTR-02", CHILDREN): "Hög rörlighet och många nyutexaminerade.",
    ("ASN-UTR-03", CHILDREN): "Den nya socialtjänstlagen kräver mer förebyggande arbete.",
    ("ASN-UTR-04", CHILDREN): "Utredningarna blir längre och mer sammansatta.",
    ("ASN-UTR-05", CHILDREN): "Fler unga i kriminella miljöer kräver tätare samverkan.",
    ("ASN-INS-01", THERAPY): "Insatser utan behovsprövning ökar efterfrågan.",
    ("ASN-INS-02", THERAPY): "Behovet är som i dag på kort sikt.",
    ("ASN-INS-04", THERAPY): "Fler söker stöd, och väntetiden till samtal växer.",
    ("ASN-ARB-01", SUPPORT): "Fler långt från arbetsmarknaden behöver mer stöd per person.",
    ("ASN-ARB-02", SUPPORT): "Uppdraget breddas med aktivitetskravet.",
    ("ASN-ARB-03", SUPPORT): "More young people need support over a longer time.",
    ("ASN-ARB-04", SUPPORT): "Rehabiliteringsärendena kräver mer samverkan med vården.",
    ("ASN-INS-05", SUPPORT): "Förebyggande arbete ska nå fler familjer tidigare.",
    ("ASN-EKB-05", SUPPORT): "Överskuldsättningen ökar, och kön till rådgivning likaså.",
    ("ASN-BTS-01", SUPPORT): "Fler boende behöver stöd i vardagen för att behålla sin bostad.",
}

_SPECIFIC_GAPS: dict[tuple[str, str], str] = {
    ("ASN-UTR", CHIEF): "Att leda i förändring, arbetsmiljörätt.",
    ("ASN-EKB", CHIEF): "Ekonomistyrning och analys av nyckeltal.",
    ("ASN-UTR-02", FIRST): "Handledningsmetodik.",
    ("ASN-EKB-02", ECONOMIC): "Analys av hushållets samlade ekonomi, motiverande samtal.",
    ("ASN-EKB-04", ECONOMIC): "Barnrättsperspektiv och kunskap om felaktiga utbetalningar.",
    ("ASN-UTR-06", FOSTER): "Barnsamtal och anknytningsteori.",
    ("ASN-UTR-07", FOSTER): "Umgänge och återförening.",
    ("ASN-UTR-09", ADULTS): "Samsjuklighet.",
    ("ASN-UTR-10", ADULTS): "Riskbedömning vid våld och hedersrelaterat förtryck.",
    ("ASN-UTR-03", CHILDREN): "Barnsamtal, juridik vid tvångsvård.",
    ("ASN-UTR-05", CHILDREN): "Kriminalitet, gängmiljöer och avhopp.",
    ("ASN-INS-01", THERAPY): "Traumafokuserad behandling.",
    ("ASN-INS-04", THERAPY): "Krisstöd till barn som har upplevt våld.",
    ("ASN-ARB-02", SUPPORT): "Neuropsykiatriska funktionsnedsättningar och språkstöd.",
    ("ASN-ARB-03", SUPPORT): "Neurodevelopmental conditions, digital guidance.",
    ("ASN-INS-05", SUPPORT): "Föräldrastöd i grupp.",
}

_ACTIVITIES: dict[tuple[str, str], tuple[Activity, ...]] = {
    ("ASN-UTR", CHIEF): (
        Activity("Se över hur många medarbetare varje chef har", "develop", "2026"),
    ),
    ("ASN-EKB", CHIEF): (
        Activity("Chefsmentor under första året", "introduce", "Start våren 2026"),
    ),
    ("ASN-UTR-04", FIRST): (Activity("Tydlig uppdragsbeskrivning för rollen", "develop"),),
    ("ASN-UTR-11", FIRST): (
        Activity("Karriärväg från socialsekreterare till förste", "develop", "2026–2027"),
    ),
    ("ASN-EKB-04", ECONOMIC): (
        Activity(
            "Gemensam utbildning i bidragsrätt",
            "develop",
            "Hösten 2026",
            responsible="Förste socialsekreterarna",
            challenge="law",
            anchoring="Flytten från God till Hög",
            asked_sek=90_000,
        ),
    ),
    ("ASN-UTR-06", FOSTER): (
        Activity("Riktad annonsering mot erfarna", "recruit", "Löpande"),
        Activity("Bredvidgång de första sex veckorna", "introduce"),
    ),
    ("ASN-UTR-10", ADULTS): (
        Activity(
            "Utbildning i riskbedömning",
            "develop",
            "Våren 2026",
            follow_up="Kollegial granskning av tio ärenden",
            challenge="law",
            asked_sek=120_000,
        ),
    ),
    ("ASN-UTR-02", CHILDREN): (
        Activity(
            "Introduktionsår för nyutexaminerade",
            "introduce",
            "2026",
            responsible="Enhetschefen med två handledare",
            follow_up="Samtal efter sex och tolv månader",
            challenge="recruitment",
            anchoring="Många nya på nivån Viss",
            asked_sek=350_000,
        ),
    ),
    ("ASN-UTR-03", CHILDREN): (
        Activity("Fler praktikplatser för socionomstudenter", "attract", "Varje termin"),
        Activity("Metodhandledning i grupp varannan vecka", "develop"),
    ),
    ("ASN-UTR-04", CHILDREN): (Activity("Avgångssamtal som följs upp", "offboard", "Löpande"),),
    ("ASN-INS-04", THERAPY): (Activity("Rekrytera med inriktning mot barn", "recruit", "2026"),),
    ("ASN-ARB-01", SUPPORT): (Activity("Arbeta i par med arbetsmarknadssekreterare", "develop"),),
    ("ASN-INS-05", SUPPORT): (
        Activity("Utbilda fler gruppledare i föräldrastöd", "develop", "2026–2027"),
    ),
}


def words_of(code: str, category: str) -> dict[str, Any]:
    """Drivers, comment, competence-specific gap and activities of a group, by answer."""
    group = code, category
    return {
        "drivers": _DRIVERS[category],
        "specific_gap": _SPECIFIC_GAPS.get(group),
        "comment": _COMMENTS.get(group),
        "activities": _ACTIVITIES.get(group, ()),
    }
