"""How the answers to a question spread over the scale."""

from fractions import Fraction
from math import floor

from kfmodel.calculations import exact, plain, shares_pct
from kfmodel.compilation.compilation import CategoryRow, DialogueRow, SpreadRow
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import Working
from kfmodel.compilation.explain.given import Rule
from kfmodel.compilation.explain.places import heading_of_rows
from kfmodel.compilation.given import QUESTIONS
from kfmodel.compilation.words import Value
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading
from kfmodel.organisation import OrganisationKind
from kfmodel.scales import rank


def units(record: SpreadRow, asked: Asked) -> Working:
    shown = _shown(record, asked)
    return Working(
        rule("spread_units"),
        sum(one.dialogue.units for one in shown),
        (heading_of_rows(shown), heading("units"), heading("answer")),
        _listed([(one, one.dialogue.units) for one in shown], record, asked),
        hidden=_unlisted(shown, asked),
    )


def heads(record: SpreadRow, asked: Asked) -> Working:
    shown = _shown(record, asked)
    return Working(
        rule("spread_heads"),
        plain(_heads(shown)),
        (heading_of_rows(shown), heading("heads"), heading("answer")),
        _listed([(one, plain(exact(one.dialogue.heads))) for one in shown], record, asked),
        hidden=_unlisted(shown, asked),
    )


def share(record: SpreadRow, asked: Asked) -> Working:
    """Of everybody's heads that answered the question, also where an answer is not shown."""
    row = asked.row_of(record)
    said = [one for one in row.submitted if _answer(one, record) is not None]
    hidden = [one for one in said if one.masked]
    shown = [one for one in said if not one.masked]
    by_answer = _heads_by_answer(record, asked)
    whole = _heads(said)
    _, *shares = shares_pct([whole - sum(by_answer.values()), *by_answer.values()])
    return Working(
        rule("share_pct"),
        shares[list(by_answer).index(record.answer)],
        (heading_of_rows(shown), heading("heads"), heading("answer")),
        []
        if _of_city(asked)
        else [
            (one.dialogue.organisation_name, one.dialogue.heads, _answer(one, record))
            for one in shown
        ],
        () if hidden else _rounded(record.answer, by_answer, whole),
        len(hidden) + _unlisted(shown, asked),
    )


def _heads_by_answer(record: SpreadRow, asked: Asked) -> dict[Value, Fraction]:
    """Of each answer to the record's question that the table shows, in its order."""
    return {
        one.answer: _heads(_shown(one, asked))
        for one in asked.table.records
        if (one.committee, one.category, one.question)
        == (record.committee, record.category, record.question)
        and not one.masked
    }


def _rounded(
    answer: Value, by_answer: dict[Value, Fraction], whole: Fraction
) -> list[tuple[str, Value]]:
    if not whole:
        return []
    exactly = 100 * by_answer[answer] / whole
    return [
        (heading("answer"), answer),
        ("Medarbetare med svaret", plain(by_answer[answer])),
        ("Svarande medarbetare", plain(whole)),
        ("Procent före avrundning", plain(exactly)),
        ("Avrundat nedåt", floor(exactly)),
    ]


def answer(record: SpreadRow, asked: Asked) -> Working:
    """An answer has a row where somebody gave it."""
    shown = _shown(record, asked)
    found = [_answer(one, record) for one in shown]
    return Working(
        rule("spread_answer"),
        found[0] if found else None,
        (heading_of_rows(shown), heading("heads"), heading("answer")),
        _listed([(one, plain(exact(one.dialogue.heads))) for one in shown], record, asked),
        hidden=_unlisted(shown, asked),
    )


def range_of(name: str) -> Rule:
    """The lowest and the highest answer to a question that a shown unit gave."""

    def working(row: CategoryRow, _: Asked) -> Working:
        said = [
            (one, value)
            for one in row.shown
            if one.dialogue.answers and (value := QUESTIONS[name](one.dialogue.answers)) is not None
        ]
        ends = sorted((value for _, value in said), key=rank)
        result = (ends[0].value, ends[-1].value) if ends else None
        headings = (heading_of_rows(one for one, _ in said), heading("answer"))
        parts = [(one.dialogue.organisation_name, value) for one, value in said]
        return Working(rule("range"), result, headings, parts)

    return working


def _shown(record: SpreadRow, asked: Asked) -> list[DialogueRow]:
    """Those whose answer is shown, and is the row's."""
    row = asked.row_of(record)
    return [one for one in row.shown if _answer(one, record) == record.answer]


def _answer(one: DialogueRow, record: SpreadRow) -> Value:
    answers = one.dialogue.answers
    return QUESTIONS[record.question](answers) if answers and record.question else None


def _listed(
    rows: list[tuple[DialogueRow, int | float]], record: SpreadRow, asked: Asked
) -> list[tuple[Value, ...]]:
    if _of_city(asked):
        return []
    return [(one.dialogue.organisation_name, number, _answer(one, record)) for one, number in rows]


def _unlisted(rows: list[DialogueRow], asked: Asked) -> int:
    return len(rows) if _of_city(asked) else 0


def _of_city(asked: Asked) -> bool:
    return asked.compilation.level is OrganisationKind.CITY


def _heads(rows: list[DialogueRow]) -> Fraction:
    return sum((exact(one.dialogue.heads) for one in rows), Fraction())
