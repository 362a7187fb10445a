"""Answers taken on paper or in a meeting, entered by HR. They count as submitted."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from kfmodel.answers import Answers
from kfmodel.calculations.headcount import headcount_counted
from kfmodel.dialogue import AnsweredAs, Progress
from kfmodel.importing.values import AnswerRow, Problem
from kfmodel.repository.asked import AskedDialogue, asked_in
from kfmodel.repository.audit import note
from kfmodel.repository.cycle_import import ImportRefusedError
from kfmodel.repository.dialogue_changes import Pressed, save


@dataclass(frozen=True, slots=True)
class AnswersStored:
    """How many rows changed an answer, and how many said what was stored."""

    stored: int
    unchanged: int


def store_answers(
    connection: Connection,
    cycle_id: int,
    rows: tuple[AnswerRow, ...],
    now: datetime,
    *,
    late: bool,
    replacing: bool = False,
) -> AnswersStored:
    """Store the rows; raises ImportRefusedError where a group is not asked about, or has been
    answered in chat and `replacing` is not set. What was answered in chat stays as a revision."""
    asked = asked_in(connection, cycle_id)
    problems = tuple(
        problem for row in rows if (problem := _refused(row, asked, replacing=replacing))
    )
    if problems:
        raise ImportRefusedError(problems)
    changed = 0
    for row in rows:
        one = asked[row.organisation_code, row.category]
        answers = _counted(row.answers, one.heads)
        if one.answered_as is AnsweredAs.ENTERED_BY_HR and one.state.answers == answers:
            continue
        after = replace(
            one.state, answers=answers, progress=Progress.SUBMITTED, step=None, late=late
        )
        pressed = Pressed(None, now, "entered", None, f"entered {now.isoformat()}")
        entered = AnsweredAs.ENTERED_BY_HR
        if save(connection, one.dialogue_id, one.state, after, pressed, entered) is None:
            raise ImportRefusedError((_answered_meanwhile(row),))
        changed += 1
    if changed:
        note(connection, now, "answers_entered", {"rows": changed}, cycle_id=cycle_id)
    return AnswersStored(changed, len(rows) - changed)


def _refused(
    row: AnswerRow, asked: dict[tuple[str, str], AskedDialogue], *, replacing: bool
) -> Problem | None:
    one = asked.get((row.organisation_code, row.category))
    if one is None:
        return Problem(
            row.cell,
            f'"{row.category}" frågas inte för {row.organisation_code}; gruppen saknas i Bemanning '
            "eller är så liten att den frågas samlad på en högre nivå",
        )
    if one.locked:
        return Problem(
            row.cell,
            f'"{row.category}" för {row.organisation_code} är låst: sammanställningen är godkänd; '
            "ta tillbaka godkännandet (kf withdraw) först",
        )
    in_chat = one.state.revision > 0 and one.answered_as is not AnsweredAs.ENTERED_BY_HR
    if in_chat and not replacing:
        return Problem(
            row.cell,
            f'"{row.category}" för {row.organisation_code} är redan besvarad i chatten; kör igen '
            "med --replace om raden ska ersätta svaret (båda sparas i historiken)",
        )
    return None


def _answered_meanwhile(row: AnswerRow) -> Problem:
    """On PostgreSQL a press may be stored between the reading and the storing."""
    return Problem(
        row.cell,
        f'"{row.category}" för {row.organisation_code} besvarades i chatten just nu; kör igen',
    )


def _counted(answers: Answers, heads: float) -> Answers:
    """Counted by level, a group's heads also say whether HR's number holds."""
    if answers.heads_now is None:
        return answers
    return answers.with_values(headcount_counted(answers.heads_now, heads))
