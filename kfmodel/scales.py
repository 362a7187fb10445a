"""The ordinal scales managers answer on, least to most, with their published definitions.

Source: Rapport och plan för kompetensförsörjning (arbetsmarknads- och socialnämnden) 2025,
Malmö stad.
The order of the members is the order of the scale: at a tie the later one wins.
"""

from dataclasses import dataclass
from enum import StrEnum


class Need(StrEnum):
    """How many people are needed, against the method's baseline."""

    MUCH_LESS = "MUCH_LESS"
    LESS = "LESS"
    SAME = "SAME"
    MORE = "MORE"
    MUCH_MORE = "MUCH_MORE"


class Level(StrEnum):
    """Competence level (ISO)."""

    SOME = "SOME"
    GOOD = "GOOD"
    HIGH = "HIGH"
    VERY_HIGH = "VERY_HIGH"


class Severity(StrEnum):
    """How badly operations and work environment suffer if the gap is not filled. A method uses
    some of them; OTHER is what two-step methods call whatever is not serious."""

    OTHER = "OTHER"
    NOT_SERIOUS = "NOT_SERIOUS"
    LESS_SERIOUS = "LESS_SERIOUS"
    SERIOUS = "SERIOUS"


class Likelihood(StrEnum):
    """How likely it is that the gap is not filled, judged from the recruitment situation."""

    LOW = "LOW"
    MEDIUM = "MEDIUM"
    HIGH = "HIGH"


@dataclass(frozen=True, slots=True)
class Wording:
    """What people read for one value of a scale."""

    sv: str
    en: str
    definition_sv: str = ""
    definition_en: str = ""

    def label(self, language: str) -> str:
        return self.en if language == "en" else self.sv

    def definition(self, language: str) -> str:
        return self.definition_en if language == "en" else self.definition_sv


ScaleValue = Need | Level | Severity | Likelihood

# By scale too: Level.HIGH and Likelihood.HIGH are the same text, and so the same key.
_WORDINGS: dict[tuple[type, str], Wording] = {
    (Need, Need.MUCH_LESS): Wording("Mycket mindre", "Much less"),
    (Need, Need.LESS): Wording("Mindre", "Less"),
    (Need, Need.SAME): Wording("Samma", "Same"),
    (Need, Need.MORE): Wording("Mer", "More"),
    (Need, Need.MUCH_MORE): Wording("Mycket mer", "Much more"),
    (Level, Level.SOME): Wording(
        "Viss",
        "Some",
        "Har viss kompetens inom området, hanterar enklare uppgifter med handledning.",
        "Has some competence in the area, handles simpler tasks under guidance.",
    ),
    (Level, Level.GOOD): Wording(
        "God",
        "Good",
        "Har god kompetens inom området, hanterar normalt förekommande arbetsuppgifter "
        "självständigt.",
        "Has good competence in the area, handles ordinary tasks independently.",
    ),
    (Level, Level.HIGH): Wording(
        "Hög",
        "High",
        "Har hög kompetens inom området, hanterar samtliga uppgifter självständigt. Bidrar till "
        "utveckling inom området och kan handleda andra.",
        "Has high competence in the area, handles all tasks independently. Contributes to its "
        "development and can guide others.",
    ),
    (Level, Level.VERY_HIGH): Wording(
        "Mycket hög",
        "Very high",
        "Har mycket hög kompetens inom området, hanterar samtliga uppgifter självständigt. Ses som "
        "experten: initierar och genomför förändringar inom området där detta är möjligt. Kan "
        "agera mentor för andra inom området.",
        "Has very high competence in the area, handles all tasks independently. Is seen as the "
        "expert: initiates and carries out change in the area where possible. Can mentor others.",
    ),
    (Severity, Severity.OTHER): Wording(
        "Annan risk",
        "Other risk",
        "Påverkas inte, eller till viss del utan att det blir allvarligt.",
        "Not affected, or affected to some extent without it being serious.",
    ),
    (Severity, Severity.NOT_SERIOUS): Wording(
        "Inte allvarlig",
        "Not serious",
        "Verksamheten och/eller arbetsmiljön påverkas inte av gapet.",
        "Operations and/or the work environment are not affected by the gap.",
    ),
    (Severity, Severity.LESS_SERIOUS): Wording(
        "Mindre allvarlig",
        "Less serious",
        "Påverkas till viss del, konsekvensen bedöms mindre allvarlig (t.ex. tillfälligt försämrad "
        "kvalitet som inte drabbar medborgarna påtagligt).",
        "Affected to some extent, the consequence is judged less serious (e.g. quality that is "
        "temporarily lower without citizens noticeably suffering).",
    ),
    (Severity, Severity.SERIOUS): Wording(
        "Allvarlig",
        "Serious",
        "Påverkas påtagligt negativt (t.ex. påtagligt försämrad service, kraftiga "
        "budgetunderskott, sjukskrivningar eller kraftigt ökad personalomsättning).",
        "Clearly affected for the worse (e.g. clearly poorer service, large budget deficits, sick "
        "leave or sharply rising turnover).",
    ),
    (Likelihood, Likelihood.LOW): Wording("Låg", "Low"),
    (Likelihood, Likelihood.MEDIUM): Wording("Medel", "Medium"),
    (Likelihood, Likelihood.HIGH): Wording("Hög", "High"),
}


def wording(value: ScaleValue) -> Wording:
    """What people read for a value of any scale."""
    return _WORDINGS[type(value), value]


def label(value: ScaleValue, language: str = "sv") -> str:
    """The word a person reads for a value of any scale."""
    return wording(value).label(language)


def rank(value: ScaleValue) -> int:
    """Place of a value on its scale, 0 for the least."""
    return list(type(value)).index(value)
