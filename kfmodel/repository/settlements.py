"""What is settled and approved, as compilations read it."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from kfmodel.repository.dialogue_state import answers_from
from kfmodel.repository.schema import APPROVAL, CATEGORY, ORGANISATION, PERSON, SETTLEMENT
from kfmodel.settling import Settled


def settled_in(
    connection: Connection, cycle_id: int, committee_ids: Iterable[int]
) -> dict[tuple[str, str], Settled]:
    """What is settled in the committees, by (organisation code, category); what HR has returned is
    not."""
    query = (
        select(SETTLEMENT, ORGANISATION.c.code, CATEGORY.c.name.label("category"), PERSON.c.name)
        .join(ORGANISATION, ORGANISATION.c.id == SETTLEMENT.c.organisation_id)
        .join(CATEGORY, CATEGORY.c.id == SETTLEMENT.c.category_id)
        .join(PERSON, PERSON.c.id == SETTLEMENT.c.settled_by, isouter=True)
        .where(
            SETTLEMENT.c.cycle_id == cycle_id,
            ORGANISATION.c.committee_id.in_(committee_ids),
            SETTLEMENT.c.return_comment.is_(None),
        )
        .order_by(ORGANISATION.c.position, CATEGORY.c.position)
    )
    return {
        (row.code, row.category): Settled(
            answers_from(row.answers), row.reason, row.name or "HR", row.settled_at, row.basis
        )
        for row in connection.execute(query)
    }


def approved_in(
    connection: Connection, cycle_id: int, committee_ids: Iterable[int]
) -> frozenset[str]:
    """Codes of the organisations in the committees whose compilation is approved."""
    query = (
        select(ORGANISATION.c.code)
        .join(APPROVAL, APPROVAL.c.organisation_id == ORGANISATION.c.id)
        .where(ORGANISATION.c.cycle_id == cycle_id, ORGANISATION.c.committee_id.in_(committee_ids))
    )
    return frozenset(connection.execute(query).scalars())
