"""How the units' answers spread over the scales."""

from collections.abc import Iterator
from fractions import Fraction

from kfmodel.calculations import exact, plain, share_pct
from kfmodel.compilation.compilation import CategoryRow, DialogueRow, SpreadRow
from kfmodel.compilation.given import QUESTIONS
from kfmodel.scales import Likelihood, Need, Severity, rank


def spread_rows(row: CategoryRow) -> Iterator[SpreadRow]:
    """Each answer given to each question, in the order of the scale.

    A masked category is one masked row; an answer with fewer heads than may be shown is masked.
    """
    if row.masked:
        yield SpreadRow(row.committee, row.method, row.category, masked=True)
        return
    for question in QUESTIONS:
        yield from _question_rows(row, question)


def _question_rows(row: CategoryRow, question: str) -> Iterator[SpreadRow]:
    by_answer = _by_answer(row, question)
    heads = {answer: _heads(dialogues) for answer, dialogues in by_answer.items()}
    answered = sum(heads.values(), Fraction())
    for answer, dialogues in by_answer.items():
        yield SpreadRow(
            row.committee,
            row.method,
            row.category,
            question,
            answer,
            units=sum(dialogue.dialogue.units for dialogue in dialogues),
            heads=plain(heads[answer]),
            share_pct=share_pct(heads[answer], answered),
            masked=heads[answer] < row.method.smallest_group,
        )


def _by_answer(
    row: CategoryRow, question: str
) -> dict[Need | Severity | Likelihood, list[DialogueRow]]:
    groups: dict[Need | Severity | Likelihood, list[DialogueRow]] = {}
    for dialogue in row.submitted:
        answers = dialogue.dialogue.answers
        answer = QUESTIONS[question](answers) if answers else None
        if answer is not None:
            groups.setdefault(answer, []).append(dialogue)
    return dict(sorted(groups.items(), key=lambda group: rank(group[0])))


def _heads(dialogues: list[DialogueRow]) -> Fraction:
    return sum((exact(dialogue.dialogue.heads) for dialogue in dialogues), Fraction())
