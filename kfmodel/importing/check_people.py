"""Checks of the sheet Personer: one person is the same on every row."""

from kfmodel.importing.draft import Draft
from kfmodel.importing.problems import Problems
from kfmodel.importing.table import Line
from kfmodel.importing.text import fold
from kfmodel.organisation import OrganisationKind, Role

_SAME_ON_EVERY_ROW = {
    "name": ("namn", "samma namn"),
    "language": ("språk", "samma språk"),
    "entra_id": ("entra-id", "samma id"),
}

_MANAGERS = (Role.UNIT_MANAGER, Role.DIVISION_HEAD)
_MANAGED = (OrganisationKind.UNIT, OrganisationKind.DIVISION)
_USUAL_PLACES = {
    Role.UNIT_MANAGER: ((OrganisationKind.UNIT,), "en enhetschef hör till en enhet"),
    Role.DIVISION_HEAD: ((OrganisationKind.DIVISION,), "en avdelningschef hör till en avdelning"),
    Role.HR: (
        (OrganisationKind.COMMITTEE, OrganisationKind.CITY),
        "hr hör till en nämnd eller staden",
    ),
}


def check_assignments(draft: Draft, problems: Problems) -> None:
    """The same person does not have the same role in the same place twice."""
    first_row: dict[tuple[str, ...], int] = {}
    for line in draft.people:
        assignment = (line["email"], line["organisation_code"], line["role"])
        if None in assignment:
            continue
        row = first_row.setdefault(assignment, line.row)
        if row != line.row:
            problems.error(
                line.at("email"),
                f"{line['email']} har redan samma roll och organisation på rad {row}; ta bort en",
            )


def check_same_person(draft: Draft, problems: Problems) -> None:
    """Name, language and account do not differ between the rows of one e-mail address."""
    for name, (what, advice) in _SAME_ON_EVERY_ROW.items():
        first: dict[str, Line] = {}
        for line in draft.people:
            if line["email"] is None or line[name] is None:
                continue
            other = first.setdefault(line["email"], line)
            if fold(other[name]) != fold(line[name]):
                problems.error(
                    line.at(name),
                    f'{what} "{line[name]}" skiljer sig från "{other[name]}" på rad {other.row} '
                    f"för {line['email']}; skriv {advice} på personens alla rader",
                )


def check_one_account_each(draft: Draft, problems: Problems) -> None:
    first: dict[str, Line] = {}
    for line in draft.people:
        if line["entra_id"] is None or line["email"] is None:
            continue
        other = first.setdefault(line["entra_id"], line)
        if other["email"] != line["email"]:
            problems.error(
                line.at("entra_id"),
                f'entra-id "{line["entra_id"]}" står redan för {other["email"]} på rad '
                f"{other.row}; varje person har ett eget",
            )


def check_usual_places(draft: Draft, problems: Problems) -> None:
    """A role on another level than usual is allowed: small committees have few levels."""
    for line in draft.people:
        kind = draft.hierarchy.kind(line["organisation_code"])
        if line["role"] is None or kind is None:
            continue
        kinds, usual = _USUAL_PLACES[line["role"]]
        if kind not in kinds:
            problems.warn(
                line.at("role"), f'{usual}, men "{line["organisation_code"]}" är av annan typ'
            )


def check_hr_of_committees(draft: Draft, problems: Problems) -> None:
    served = {line["organisation_code"] for line in draft.people if line["role"] is Role.HR}
    for line in draft.committees:
        if line["code"] is not None and line["code"] not in served:
            problems.warn(
                line.at("code"),
                f'nämnden "{line["code"]}" har ingen hr i Personer; ingen kan följa och '
                "fastställa svaren",
            )


def check_vacancies(draft: Draft, problems: Problems) -> None:
    """A unit or division with staff and no manager is answered for by someone above."""
    managed = {line["organisation_code"] for line in draft.people if line["role"] in _MANAGERS}
    staffed = {line["organisation_code"] for line in draft.staffing}
    for line in draft.organisations:
        if line["kind"] not in _MANAGED or line["code"] not in staffed - managed:
            continue
        problems.warn(
            line.at("code"),
            f'"{line["code"]}" har bemanning men ingen chef i Personer; besvaras av närmaste '
            "avdelningschef eller HR",
        )
