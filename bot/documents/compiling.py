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
from kfmodel.repository.organisations import Place, names_in, place_of
from kfmodel.repository.progress import committee_progress
from kfmodel.repository.quotes import picked_quotes
from kfmodel.summary_facts import Coverage, SummaryFacts


def has_compilation(place: Place) -> bool:
    """A unit has none, nor has a division that is in no committee."""
    if place.kind is OrganisationKind.DIVISION:
        return place.committee_id is not None
    return place.kind is not OrganisationKind.UNIT


def quotes_in(
    connection: Connection, cycle: Row[Any], compilation: Compilation
) -> tuple[Quote, ...]:
    """What HR has picked of it and may still be quoted."""
    return choice_of(compilation, picked_quotes(connection, cycle.id)).quotes


def compiled_for(
    connection: Connection, cycle: Row[Any], organisation_id: int, now: datetime
) -> Compilation:
    """LookupError for an organisation that has no compilation of its own."""
    place = place_of(connection, organisation_id)
    if not has_compilation(place):
        raise LookupError(place.code)
    if place.kind is OrganisationKind.CITY:
        return compile_city(load_material(connection, cycle), now)
    material = load_material(connection, cycle, place.committee_id)
    if place.kind is OrganisationKind.DIVISION:
        return compile_division(material, place.code, now)
    return compile_material(material, now)


def facts_of(
    connection: Connection, cycle: Row[Any], organisation_id: int, compilation: Compilation
) -> SummaryFacts:
    """What is said of the organisation's compilation; on the connection that it was made on, so
    that both are of one moment."""
    place = place_of(connection, organisation_id)
    facts = SummaryFacts(names_in(connection, cycle.id)[place.code], main_figures(compilation))
    is_city = place.kind is OrganisationKind.CITY
    found = () if is_city else committee_progress(connection, cycle, place.committee_id)
    if not found:  # the city sees no unit, or nothing is asked in the committee
        return facts
    [whole] = found
    if place.kind is OrganisationKind.COMMITTEE:
        return replace(facts, progress=whole)
    own = tuple(one for one in whole.divisions if one.division == facts.organisation)
    coverage = Coverage(whole.submitted, whole.asked)
    return replace(facts, progress=replace(whole, divisions=own), committee=coverage)
