"""How the units' answers spread over the scales."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from kfmodel.calculations import exact_sum, plain, shares_pct
from kfmodel.compilation.compilation import CategoryRow, DialogueRow, SpreadRow
from kfmodel.compilation.given import QUESTIONS
from kfmodel.scales import Likelihood, Need, Severity, rank

_ByAnswer = dict[Need | Severity | Likelihood, list[DialogueRow]]


def spread_rows(row: CategoryRow, fewest_units: int = 1) -> Iterator[SpreadRow]:
    """Each shown answer to each question, in the order of the scale; then one masked row for those
    that are hidden. A category whose answers are hidden is one masked row.

    An answer that fewer than `fewest_units` gave is hidden too, and so that it cannot be told from
    what is missing.
    """
    if row.answers_hidden:
        yield SpreadRow(row.committee, row.method, row.category, masked=True)
        return
    for question in QUESTIONS:
        yield from _question_rows(row, question, fewest_units)


def _question_rows(row: CategoryRow, question: str, fewest_units: int) -> Iterator[SpreadRow]:
    shown = _by_answer(row.shown, question)
    masked = _by_answer((one for one in row.submitted if one.masked), question)
    hidden = [one for group in masked.values() for one in group]
    hidden += _given_by_few(shown, fewest_units)
    heads = {answer: _heads(dialogues) for answer, dialogues in shown.items()}
    # the hidden are one part, wherever they stand: what is shown must not tell how they differ
    _, *shares = shares_pct([_heads(hidden), *heads.values()])
    for (answer, dialogues), pct in zip(shown.items(), shares, strict=True):
        yield SpreadRow(
            row.committee,
            row.method,
            row.category,
            question,
            answer,
            units=_units(dialogues),
            heads=plain(heads[answer]),
            share_pct=pct,
        )
    if hidden:
        yield SpreadRow(row.committee, row.method, row.category, question, masked=True)


def _given_by_few(shown: _ByAnswer, fewest_units: int) -> list[DialogueRow]:
    """Take the answers that too few units gave out of those that are shown, and with a single such
    unit the next smallest answer."""
    few = [answer for answer, group in shown.items() if _units(group) < fewest_units]
    taken = [one for answer in few for one in shown.pop(answer)]
    if taken and shown and _units(taken) < fewest_units:
        taken += shown.pop(min(shown, key=lambda answer: _heads(shown[answer])))
    return taken


def _by_answer(rows: Iterable[DialogueRow], question: str) -> _ByAnswer:
    groups: _ByAnswer = {}
    for row in rows:
        answers = row.dialogue.answers
        answer = QUESTIONS[question](answers) if answers else None
        if answer is not None:
            groups.setdefault(answer, []).append(row)
    return dict(sorted(groups.items(), key=lambda group: rank(group[0])))


def _heads(rows: Iterable[DialogueRow]) -> Fraction:
    return exact_sum(row.dialogue.heads for row in rows)


def _units(rows: Iterable[DialogueRow]) -> int:
    return sum(row.dialogue.units for row in rows)
