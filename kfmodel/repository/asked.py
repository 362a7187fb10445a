"""What is asked in a cycle, for HR who enters answers for others."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from kfmodel.dialogue import AnsweredAs, State
from kfmodel.repository.dialogue_state import ACTIVITY_COUNT, DRIVER_COUNT, state_of
from kfmodel.repository.schema import CATEGORY, CYCLE, DIALOGUE, ORGANISATION, PERSON

_COMMITTEE = ORGANISATION.alias("committee")
_CHANGER = PERSON.alias("changer")
_RETURNER = PERSON.alias("returner")


@dataclass(frozen=True, slots=True)
class AskedDialogue:
    """A dialogue as HR meets it who enters answers for others."""

    dialogue_id: int
    state: State
    answered_as: AnsweredAs | None
    locked: bool
    heads: float


def asked_in(connection: Connection, cycle_id: int) -> dict[tuple[str, str], AskedDialogue]:
    """The cycle's dialogues by organisation code and category."""
    query = (
        select(
            DIALOGUE,
            ORGANISATION.c.code,
            CATEGORY.c.name.label("category_name"),
            CYCLE.c.method.label("cycle_method"),
            _COMMITTEE.c.method.label("committee_method"),
            _CHANGER.c.name.label("changer_name"),
            _RETURNER.c.name.label("returner_name"),
            DRIVER_COUNT,
            ACTIVITY_COUNT,
        )
        .select_from(DIALOGUE)
        .join(CYCLE, CYCLE.c.id == DIALOGUE.c.cycle_id)
        .join(ORGANISATION, ORGANISATION.c.id == DIALOGUE.c.organisation_id)
        .join(CATEGORY, CATEGORY.c.id == DIALOGUE.c.category_id)
        .join(_COMMITTEE, _COMMITTEE.c.id == ORGANISATION.c.committee_id, isouter=True)
        .join(_CHANGER, _CHANGER.c.id == DIALOGUE.c.changed_by, isouter=True)
        .join(_RETURNER, _RETURNER.c.id == DIALOGUE.c.returned_by, isouter=True)
        .where(DIALOGUE.c.cycle_id == cycle_id)
    )
    return {
        (row.code, row.category_name): AskedDialogue(
            row.id,
            state_of(connection, row),
            AnsweredAs(row.answered_as) if row.answered_as else None,
            row.locked,
            row.heads,
        )
        for row in connection.execute(query).all()
    }
