"""What there is to settle in a division or committee: its units' answers and what is settled."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, select

from kfmodel.compilation.proposal import basis, proposed
from kfmodel.compilation.voice import Voice
from kfmodel.dialogue import Progress
from kfmodel.organisation import OrganisationKind
from kfmodel.repository.dialogue_state import answers_from, answers_of
from kfmodel.repository.schema import (
    APPROVAL,
    CATEGORY,
    DIALOGUE,
    ORGANISATION,
    PERSON,
    SETTLEMENT,
)
from kfmodel.settling import Settled, Standing, standing_of_dialogue, values_to_settle
from kfmodel.to_settle import CategoryToSettle, Decided, FromDivision, Group, Place

_RETURNER = PERSON.alias("returner")
_Settlements = dict[tuple[int, int], Row[Any]]
"""By (organisation id, category id)."""


def categories_to_settle(
    connection: Connection, place: Place, category_id: int | None = None
) -> tuple[CategoryToSettle, ...]:
    """Every category that is asked about in the place, in HR's order, or one of them."""
    names = _categories(connection, place)
    wanted = names if category_id is None else names.keys() & {category_id}
    groups = _groups(connection, place, wanted)
    divisions = _divisions(connection, place)
    settlements = _settlements(connection, {place.id, *divisions}, wanted)
    return tuple(
        _category(place, category, number, names, groups[category], divisions, settlements)
        for number, category in enumerate(names, start=1)
        if category in wanted
    )


def _under(place: Place) -> ColumnElement[bool]:
    is_division = place.kind is OrganisationKind.DIVISION
    column = ORGANISATION.c.division_id if is_division else ORGANISATION.c.committee_id
    return column == place.id


def _categories(connection: Connection, place: Place) -> dict[int, str]:
    query = (
        select(CATEGORY.c.id, CATEGORY.c.name)
        .join(DIALOGUE, DIALOGUE.c.category_id == CATEGORY.c.id)
        .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
        .where(_under(place))
        .distinct()
        .order_by(CATEGORY.c.position)
    )
    return {row.id: row.name for row in connection.execute(query.add_columns(CATEGORY.c.position))}


def _divisions(connection: Connection, place: Place) -> dict[int, Row[Any]]:
    """The divisions below a committee, with whether they are approved."""
    if place.kind is OrganisationKind.DIVISION:
        return {}
    query = (
        select(ORGANISATION, APPROVAL.c.approved_at)
        .join(APPROVAL, APPROVAL.c.organisation_id == ORGANISATION.c.id, isouter=True)
        .where(_under(place), ORGANISATION.c.kind == OrganisationKind.DIVISION)
        .order_by(ORGANISATION.c.position)
    )
    return {row.id: row for row in connection.execute(query)}


def _groups(
    connection: Connection, place: Place, categories: Iterable[int]
) -> dict[int, list[Group]]:
    found: dict[int, list[Group]] = defaultdict(list)
    for row in connection.execute(_dialogues(place, list(categories))):
        found[row.category_id].append(_group(row, place))
    return found


def _dialogues(place: Place, categories: list[int]) -> Select[Any]:
    approved = select(APPROVAL.c.organisation_id)
    return (
        select(
            DIALOGUE,
            ORGANISATION.c.code,
            ORGANISATION.c.name.label("organisation_name"),
            ORGANISATION.c.division_id,
            ORGANISATION.c.committee_id.in_(approved).label("committee_approved"),
        )
        .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
        .where(_under(place), DIALOGUE.c.category_id.in_(categories))
        .order_by(ORGANISATION.c.position)
    )


def _group(row: Row[Any], place: Place) -> Group:
    progress = Progress(row.progress)
    submitted = progress is Progress.SUBMITTED
    return Group(
        dialogue_id=row.id,
        revision=row.revision,
        code=row.code,
        organisation=row.organisation_name,
        organisation_id=row.organisation_id,
        division_id=row.division_id,
        heads=row.heads,
        standing=standing_of_dialogue(
            progress, locked=row.locked, final=bool(row.committee_approved)
        ),
        answers=answers_of(row, place.method.id, (), ()) if submitted else None,
        small=row.heads < place.method.smallest_group,
    )


def _settlements(
    connection: Connection, places: Iterable[int], categories: Iterable[int]
) -> _Settlements:
    query = (
        select(SETTLEMENT, PERSON.c.name.label("settler"), _RETURNER.c.name.label("returner"))
        .join(PERSON, PERSON.c.id == SETTLEMENT.c.settled_by, isouter=True)
        .join(_RETURNER, _RETURNER.c.id == SETTLEMENT.c.returned_by, isouter=True)
        .where(
            SETTLEMENT.c.organisation_id.in_(list(places)),
            SETTLEMENT.c.category_id.in_(list(categories)),
        )
    )
    return {(row.organisation_id, row.category_id): row for row in connection.execute(query)}


def _category(
    place: Place,
    category_id: int,
    number: int,
    names: dict[int, str],
    groups: list[Group],
    divisions: dict[int, Row[Any]],
    settlements: _Settlements,
) -> CategoryToSettle:
    """A settled division speaks for its units, with their weight."""
    from_divisions = tuple(
        _from_division(place, division, row, [g for g in groups if g.division_id == division.id])
        for division in divisions.values()
        if (row := settlements.get((division.id, category_id))) and row.return_comment is None
    )
    spoken_for = {one.division_id for one in from_divisions}
    voices = (
        *(Voice(one.code, one.heads, one.settled.answers) for one in from_divisions),
        *_voices(group for group in groups if group.division_id not in spoken_for),
    )
    asked = values_to_settle(place.method)
    own = settlements.get((place.id, category_id))
    return CategoryToSettle(
        id=category_id,
        name=names[category_id],
        place=number,
        of=len(names),
        standing=_standing(place, own),
        revision=own.revision if own else 0,
        groups=tuple(groups),
        divisions=from_divisions,
        voices=voices,
        compiled=proposed(voices, asked),
        basis=basis(voices),
        settled=_settled(own) if own else None,
        returned=_returned(own) if own else None,
    )


def _voices(groups: Iterable[Group]) -> tuple[Voice, ...]:
    return tuple(Voice(one.code, one.heads, one.answers) for one in groups if one.answers)


def _from_division(
    place: Place, division: Row[Any], row: Row[Any], groups: list[Group]
) -> FromDivision:
    return FromDivision(
        division_id=division.id,
        code=division.code,
        division=division.name,
        heads=round(sum(group.heads for group in groups), 2),
        settled=_settled(row),
        compiled=proposed(_voices(groups), values_to_settle(place.method)),
        standing=_below(place, division),
        revision=row.revision,
    )


def _below(committee: Place, division: Row[Any]) -> Standing:
    """Where a division's settled category stands."""
    if committee.standing is not Standing.OPEN:
        return Standing.FINAL
    return Standing.LOCKED if division.approved_at else Standing.SETTLED


def _standing(place: Place, own: Row[Any] | None) -> Standing:
    if place.standing is not Standing.OPEN:
        approved = place.standing is Standing.APPROVED
        is_division = place.kind is OrganisationKind.DIVISION
        return Standing.LOCKED if approved and is_division else Standing.FINAL
    if own is None:
        return Standing.PROPOSED
    return Standing.SETTLED if own.return_comment is None else Standing.RETURNED


def _settled(row: Row[Any]) -> Settled:
    answers = answers_from(row.answers)
    return Settled(answers, row.reason, row.settler or "HR", row.settled_at, row.basis)


def _returned(row: Row[Any]) -> Decided | None:
    if row.return_comment is None:
        return None
    return Decided(row.returner or "HR", row.returned_at, row.return_comment)
