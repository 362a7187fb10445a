"""What an organisation may see compiled: a division its units, a committee its tree, the city its
approved committees."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row

from kfmodel.compilation import (
    Compilation,
    compile_city,
    compile_division,
    compile_material,
    main_figures,
)
from kfmodel.compilation.quotes import choice_of
from kfmodel.compilation.report import Quote
from kfmodel.organisation import OrganisationKind
from kfmodel.repository.material import load_material
from kfmodel.repository.organisations import Organisation, organisation_with
from kfmodel.repository.progress import committee_progress
from kfmodel.repository.quotes import picked_quotes
from kfmodel.summary_facts import Coverage, SummaryFacts


def has_compilation(organisation: Organisation) -> bool:
    """A unit has none, nor has a division that is in no committee."""
    if organisation.kind is OrganisationKind.DIVISION:
        return organisation.committee_id is not None
    return organisation.kind is not OrganisationKind.UNIT


def quotes_in(
    connection: Connection, cycle: Row[Any], compilation: Compilation
) -> tuple[Quote, ...]:
    """What HR has picked of it and may still be quoted."""
    return choice_of(compilation, picked_quotes(connection, cycle.id)).quotes


def compiled_for(
    connection: Connection, cycle: Row[Any], organisation_id: int, now: datetime
) -> Compilation:
    """LookupError for an organisation that has no compilation of its own."""
    organisation = organisation_with(connection, organisation_id)
    if not has_compilation(organisation):
        raise LookupError(organisation.code)
    if organisation.kind is OrganisationKind.CITY:
        return compile_city(load_material(connection, cycle), now)
    material = load_material(connection, cycle, organisation.committee_id)
    if organisation.kind is OrganisationKind.DIVISION:
        return compile_division(material, organisation.code, now)
    return compile_material(material, now)


def facts_of(
    connection: Connection, cycle: Row[Any], organisation_id: int, compilation: Compilation
) -> SummaryFacts:
    """What is said of the organisation's compilation; on the connection that it was made on, so
    that both are of one moment."""
    organisation = organisation_with(connection, organisation_id)
    facts = SummaryFacts(organisation.name, main_figures(compilation))
    is_city = organisation.kind is OrganisationKind.CITY
    found = () if is_city else committee_progress(connection, cycle, organisation.committee_id)
    if not found:  # the city sees no unit, or nothing is asked in the committee
        return facts
    [whole] = found
    if organisation.kind is OrganisationKind.COMMITTEE:
        return replace(facts, progress=whole)
    own = tuple(one for one in whole.divisions if one.division == facts.organisation)
    coverage = Coverage(whole.submitted, whole.asked)
    return replace(facts, progress=replace(whole, divisions=own), committee=coverage)
