"""The Swedish words a cell may hold, and what they stand for."""

from typing import Any

from kfmodel.importing.kinds import Kind, word
from kfmodel.methods import all_methods
from kfmodel.organisation import Counting, OrganisationKind, Role
from kfmodel.scales import ScaleValue, Severity, label

ORGANISATION_KINDS = {
    "stad": OrganisationKind.CITY,
    "nämnd": OrganisationKind.COMMITTEE,
    "avdelning": OrganisationKind.DIVISION,
    "enhet": OrganisationKind.UNIT,
}
ROLES = {"enhetschef": Role.UNIT_MANAGER, "avdelningschef": Role.DIVISION_HEAD, "hr": Role.HR}
LANGUAGES = {"sv": "sv", "en": "en"}
COUNTINGS = {"antal": Counting.PEOPLE, "årsarbetare": Counting.FULL_TIME_EQUIVALENTS}

SPLIT_RISK = {
    "severity_operations": "Risk verksamhet",
    "severity_work_environment": "Risk arbetsmiljö",
}

KIND_WORDS = {kind: written for written, kind in ORGANISATION_KINDS.items()}


def scale(values: type[ScaleValue]) -> Kind:
    """The words of a scale, as the published definitions have them."""
    return word({label(value): value for value in values})


def severity(question: str) -> Kind:
    """The severities of the methods that ask this question; the rest of the scale is read too, so
    that the check can say which words the method has."""
    used = {
        value
        for method in all_methods().values()
        if question in method.severity_questions
        for value in method.severities
    }
    words = {label(value): value for value in Severity}
    return word({text: value for text, value in words.items() if value in used}, others=words)


def method() -> Kind:
    """A method by its Swedish name or its id; read as the id."""
    ids: dict[str, Any] = {method_id: method_id for method_id in all_methods()}
    return word({method.name.sv: method.id for method in all_methods().values()}, others=ids)
