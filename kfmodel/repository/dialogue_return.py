"""A dialogue given back to whoever answers it, with a comment."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, update

from kfmodel.dialogue import Progress
from kfmodel.repository.dialogue_changes import Pressed, write_revision
from kfmodel.repository.schema import DIALOGUE


@dataclass(frozen=True, slots=True)
class Return:
    """`step` is where the answerer goes on."""

    comment: str
    step: str


def return_dialogue(
    connection: Connection, dialogue_id: int, base: int, given: Return, pressed: Pressed
) -> bool:
    """Reopen the dialogue as it stands; False where somebody has stored a newer state than `base`.

    One that has not been submitted keeps its place.
    """
    before = connection.execute(
        select(DIALOGUE.c.progress, DIALOGUE.c.step).where(
            DIALOGUE.c.id == dialogue_id, DIALOGUE.c.revision == base
        )
    ).one_or_none()
    if before is None:
        return False
    submitted = before.progress == Progress.SUBMITTED
    values = {
        "progress": Progress.IN_PROGRESS.value if submitted else before.progress,
        "step": given.step if submitted else before.step,
    }
    reopening = (
        update(DIALOGUE)
        .where(DIALOGUE.c.id == dialogue_id, DIALOGUE.c.revision == base)
        .values(**values, revision=base + 1, **_reopened(given, pressed))
    )
    if connection.execute(reopening).rowcount != 1:
        return False
    was = {"progress": before.progress, "step": before.step}
    after = {**values, "returned": given.comment}
    write_revision(connection, dialogue_id, base + 1, base, pressed, was, after)
    return True


def _reopened(given: Return, pressed: Pressed) -> dict[str, Any]:
    return {
        "last_press": pressed.digest,
        "changed_at": pressed.at,
        "changed_by": pressed.person_id,
        "submitted_at": None,
        "submitted_by": None,
        "answered_as": None,
        "late": False,
        "return_comment": given.comment,
        "returned_at": pressed.at,
        "returned_by": pressed.person_id,
    }
