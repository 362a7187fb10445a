"""How the units' answers spread over the scales."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from kfmodel.calculations import exact, plain, share_pct
from kfmodel.compilation.compilation import CategoryRow, DialogueRow, SpreadRow
from kfmodel.compilation.given import QUESTIONS
from kfmodel.scales import Likelihood, Need, Severity, rank


def spread_rows(row: CategoryRow) -> Iterator[SpreadRow]:
    """Each shown answer to each question, in the order of the scale; then one masked row for those
    that are hidden. A category whose answers are hidden is one masked row."""
    if row.answers_hidden:
        yield SpreadRow(row.committee, row.method, row.category, masked=True)
        return
    for question in QUESTIONS:
        yield from _question_rows(row, question)


def _question_rows(row: CategoryRow, question: str) -> Iterator[SpreadRow]:
    by_answer = _by_answer(row.shown, question)
    heads = {answer: _heads(dialogues) for answer, dialogues in by_answer.items()}
    hidden = _heads(
        dialogue
        for group in _by_answer((d for d in row.submitted if d.masked), question).values()
        for dialogue in group
    )
    answered = sum(heads.values(), hidden)
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
        )
    if hidden:
        yield SpreadRow(row.committee, row.method, row.category, question, masked=True)


def _by_answer(
    rows: Iterable[DialogueRow], question: str
) -> dict[Need | Severity | Likelihood, list[DialogueRow]]:
    groups: dict[Need | Severity | Likelihood, list[DialogueRow]] = {}
    for row in rows:
        answers = row.dialogue.answers
        answer = QUESTIONS[question](answers) if answers else None
        if answer is not None:
            groups.setdefault(answer, []).append(row)
    return dict(sorted(groups.items(), key=lambda group: rank(group[0])))


def _heads(rows: Iterable[DialogueRow]) -> Fraction:
    return sum((exact(row.dialogue.heads) for row in rows), Fraction())
