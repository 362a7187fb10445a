"""Checks of the sheet Organisation: one tree, from the city down to the units."""

from kfmodel.importing.draft import Draft
from kfmodel.importing.duplicates import report_duplicates
from kfmodel.importing.hierarchy import Hierarchy, is_above
from kfmodel.importing.problems import Problems
from kfmodel.importing.table import Line
from kfmodel.importing.words import KIND_WORDS
from kfmodel.organisation import OrganisationKind

EXAMPLE_CODE = "EXEMPEL"
"""The code in the template's example rows."""


def check_codes(draft: Draft, problems: Problems) -> None:
    report_duplicates(draft.organisations, ("code",), "varje kod får stå på en rad", problems)
    for line in draft.organisations:
        if line["code"] == EXAMPLE_CODE:
            problems.warn(line.at("code"), "mallens exempelrad är kvar; ta bort den i alla blad")


def check_kinds(draft: Draft, problems: Problems) -> None:
    """At most one city, at least one committee, a method only where it counts."""
    lines = draft.organisations.lines
    cities = [line for line in lines if line["kind"] is OrganisationKind.CITY]
    for line in cities[1:]:
        problems.error(
            line.at("kind"), f"staden finns redan på rad {cities[0].row}; bara en rad får vara stad"
        )
    if all("kind" in line.values for line in lines) and lines and not any(draft.committees):
        problems.error(
            draft.organisations.heading_cell, "ingen nämnd finns; skriv minst en rad med typ nämnd"
        )
    for line in lines:
        if line["method"] and line["kind"] not in (None, OrganisationKind.COMMITTEE):
            problems.error(
                line.at("method"), "metod anges bara för en nämnd; lämna tomt på andra rader"
            )


def check_parents(draft: Draft, problems: Problems) -> None:
    """Each parent is of a higher type and nobody is above themselves."""
    has_city = any(line["kind"] is OrganisationKind.CITY for line in draft.organisations)
    for line in draft.organisations:
        if text := _parent_problem(line, draft.hierarchy, has_city=has_city):
            problems.error(line.at("parent_code"), text)


def check_committees_above(draft: Draft, problems: Problems) -> None:
    """A division or unit that belongs to no committee is in nobody's summary."""
    for line in draft.organisations:
        below = line["kind"] in (OrganisationKind.DIVISION, OrganisationKind.UNIT)
        if below and draft.hierarchy.is_beside_committees(line["code"]):
            problems.warn(
                line.at("parent_code"),
                f'"{line["code"]}" hör inte till någon nämnd och kommer inte med i någon '
                "sammanställning",
            )


def check_codes_used(draft: Draft, problems: Problems) -> None:
    """An organisation that nothing points to was probably left over."""
    used = {line["parent_code"] for line in draft.organisations}
    for table in (draft.people, draft.projections, draft.staffing, draft.previous):
        used |= {line["organisation_code"] for line in table}
    for line in draft.organisations:
        if line["code"] is not None and line["code"] not in used:
            problems.warn(line.at("code"), f'kod "{line["code"]}" används inte i något annat blad')


def _parent_problem(line: Line, hierarchy: Hierarchy, *, has_city: bool) -> str | None:
    kind, parent = line["kind"], line["parent_code"]
    if kind is None:
        return None
    if parent is None:
        return _missing_parent(line, kind, has_city=has_city)
    if kind is OrganisationKind.CITY:
        return f'överordnad "{parent}" ska inte finnas för staden; lämna tomt'
    if text := _circle(line, hierarchy):
        return text
    above = hierarchy.kind(parent)
    if above is None or is_above(above, kind):
        return None
    return (
        f'överordnad "{parent}" är {_with_article(above)}; den ska vara av en högre typ än '
        f"{KIND_WORDS[kind]}"
    )


def _missing_parent(line: Line, kind: OrganisationKind, *, has_city: bool) -> str | None:
    top = kind is OrganisationKind.CITY or (kind is OrganisationKind.COMMITTEE and not has_city)
    if top or not line.is_empty("parent_code"):
        return None
    return "överordnad saknas; skriv koden för närmaste högre nivå (tomt bara för staden)"


def _circle(line: Line, hierarchy: Hierarchy) -> str | None:
    path = list(hierarchy.path(line["code"]))
    if not path or path[-1]["kind"] is OrganisationKind.CITY:
        return None
    if path[-1]["parent_code"] != line["code"]:
        return None
    codes = [above["code"] for above in path]
    return f"organisationen är överordnad sig själv: {' → '.join((*codes, codes[0]))}"


def _with_article(kind: OrganisationKind) -> str:
    return {
        OrganisationKind.CITY: "staden",
        OrganisationKind.COMMITTEE: "en nämnd",
        OrganisationKind.DIVISION: "en avdelning",
        OrganisationKind.UNIT: "en enhet",
    }[kind]
