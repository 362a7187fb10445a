"""Whom one can be in the demo."""

from bot.demo.example_organisation import COMMITTEE, DIVISIONS, UNITS
from bot.demo.example_people import OUTSIDER, PEOPLE, ExamplePerson, account, address
from bot.local_chat.personas import Persona
from kfmodel.organisation import Role

_TITLES = {
    Role.HR: "HR-strateg",
    Role.DIVISION_HEAD: "Avdelningschef",
    Role.UNIT_MANAGER: "Enhetschef",
}
_GROUPS = {
    Role.HR: "HR",
    Role.DIVISION_HEAD: "Avdelningschefer",
    Role.UNIT_MANAGER: "Enhetschefer",
}
_NAMES = dict([COMMITTEE]) | {code: name for code, (name, _) in (DIVISIONS | UNITS).items()}


def personas() -> tuple[Persona, ...]:
    """HR, the division heads, the unit managers, and someone who is in no roster."""
    return (*(_persona(person) for person in PEOPLE), _outsider())


def _persona(person: ExamplePerson) -> Persona:
    places = " och ".join(_NAMES[code] for code in person.places)
    return Persona(
        entra_id=person.entra_id,
        name=person.name,
        title=f"{_TITLES[person.role]}, {places}",
        group=_GROUPS[person.role],
        email=person.email,
        language=person.language,
    )


def _outsider() -> Persona:
    email = address(OUTSIDER)
    return Persona(account(email), OUTSIDER, "Finns inte i omgången", "Utomstående", email, "sv")
