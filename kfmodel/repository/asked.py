"""What is asked in a cycle, for HR who enters answers for others."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from kfmodel.dialogue import AnsweredAs, State
from kfmodel.repository.dialogue_state import STATE, state_of, with_state
from kfmodel.repository.schema import CATEGORY, DIALOGUE, ORGANISATION


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
    columns = (*STATE, ORGANISATION.c.code, CATEGORY.c.name.label("category_name"))
    query = with_state(select(*columns).select_from(DIALOGUE))
    return {
        (row.code, row.category_name): AskedDialogue(
            row.id,
            state_of(connection, row),
            AnsweredAs(row.answered_as) if row.answered_as else None,
            row.locked,
            row.heads,
        )
        for row in connection.execute(query.where(DIALOGUE.c.cycle_id == cycle_id)).all()
    }
