"""What an organisation answered itself in the last cycle, where that is stored."""

from sqlalchemy import Connection, bindparam, literal, select, union_all

from kfmodel.answers import MOVES
from kfmodel.compilation.given import unit_levels
from kfmodel.dialogue import Previous, Progress
from kfmodel.repository.dialogue_state import answers_from
from kfmodel.repository.schema import (
    CATEGORY,
    CATEGORY_EARLIER_NAME,
    CYCLE,
    DIALOGUE,
    ORGANISATION,
)
from kfmodel.settling import SCALE_VALUES


def earlier_dialogues(
    connection: Connection, cycle_id: int, year: int
) -> dict[tuple[int, int], int]:
    """By the cycle's (organisation id, category id): the dialogue of the same code and category, by
    its name of now or an earlier one, in the newest earlier cycle that has one."""
    then, called = ORGANISATION.alias("then"), CATEGORY.alias("called")
    names = union_all(
        select(CATEGORY.c.id, CATEGORY.c.name, literal(1).label("of_now")).where(
            CATEGORY.c.cycle_id == cycle_id
        ),
        select(CATEGORY.c.id, CATEGORY_EARLIER_NAME.c.name, literal(0))
        .join(CATEGORY_EARLIER_NAME, CATEGORY_EARLIER_NAME.c.category_id == CATEGORY.c.id)
        .where(CATEGORY.c.cycle_id == cycle_id),
    ).subquery()
    query = (
        select(ORGANISATION.c.id, names.c.id, DIALOGUE.c.id)
        .select_from(DIALOGUE)
        .join(CYCLE, CYCLE.c.id == DIALOGUE.c.cycle_id)
        .join(then, then.c.id == DIALOGUE.c.organisation_id)
        .join(called, called.c.id == DIALOGUE.c.category_id)
        .join(ORGANISATION, ORGANISATION.c.code == then.c.code)
        .join(names, names.c.name == called.c.name)
        .where(CYCLE.c.year < year, ORGANISATION.c.cycle_id == cycle_id)
        .order_by(CYCLE.c.year, CYCLE.c.id, names.c.of_now)
    )
    return {(place, category): found for place, category, found in connection.execute(query)}


_READ = ("specific_gap", "heads", *MOVES, *SCALE_VALUES)
_ONE = (
    select(CYCLE.c.year, *(DIALOGUE.c[name] for name in _READ))
    .join(CYCLE, CYCLE.c.id == DIALOGUE.c.cycle_id)
    .where(DIALOGUE.c.id == bindparam("dialogue"), DIALOGUE.c.progress == Progress.SUBMITTED)
)


def submitted_earlier(connection: Connection, dialogue_id: int) -> Previous | None:
    """What was submitted in it; None where nothing was. Moves are told as levels."""
    row = connection.execute(_ONE, {"dialogue": dialogue_id}).one_or_none()
    if row is None:
        return None
    answers = answers_from({name: getattr(row, name) for name in (*MOVES, *SCALE_VALUES)})
    return Previous(
        row.year,
        answers.need_2y,
        answers.need_5y,
        unit_levels(answers, row.heads),
        answers.severity,
        answers.likelihood,
        answers.severity_operations,
        answers.severity_work_environment,
        heads_now=answers.heads_now,
        heads_2y=answers.heads_needed(2),
        heads_5y=answers.heads_needed(5),
        specific_gap=row.specific_gap,
    )
