"""How far apart the units are: the lowest and the highest answer to a question on a scale."""

from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.given import QUESTIONS
from kfmodel.scales import Likelihood, Need, Severity, rank

Range = tuple[Need | Severity | Likelihood, Need | Severity | Likelihood]


def answer_range(row: CategoryRow, question: str) -> Range | None:
    """Of the answers that are shown; None where there is none, or none may be."""
    if row.answers_hidden:
        return None
    answers = [
        QUESTIONS[question](one.dialogue.answers) for one in row.shown if one.dialogue.answers
    ]
    given = sorted((answer for answer in answers if answer is not None), key=rank)
    return (given[0], given[-1]) if given else None
