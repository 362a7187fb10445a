"""Totals equal their parts."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from kfmodel.answers import HEADS_NEEDED, HEADS_NOW
from kfmodel.calculations import exact_sum, plain
from kfmodel.compilation.checks.printed import printed, printed_totals
from kfmodel.compilation.checks.sentences import category_of, listed
from kfmodel.compilation.compilation import CategoryRow, Check, Compilation, SpreadRow, Status
from kfmodel.compilation.given import QUESTIONS
from kfmodel.compilation.moves import MoveRow
from kfmodel.glossary import heading
from kfmodel.numbers import as_text


def totals(compilation: Compilation) -> Check:
    """Heads by level are the sum of what the units counted; the answers to a question are as many
    as answered it and their shares 100 %, where none is hidden; totals below a table
    are the sum of its shown rows."""
    wrong = [*_counted(compilation), *_spread(compilation), *_moved(compilation)]
    if wrong:
        return Check("totals", Status.ERROR, f"Summan är inte delarnas: {listed(wrong)}.")
    return Check("totals", Status.OK, "Varje summa är lika med sina delar.")


def _counted(compilation: Compilation) -> Iterator[str]:
    for row in compilation.rows:
        if not row.method.counts_heads():
            continue
        for name in (*HEADS_NOW, *HEADS_NEEDED[2], *HEADS_NEEDED[5]):
            given = [getattr(voice.answers, name) for voice in row.voices]
            parts = [heads for heads in given if heads is not None]
            whole = getattr(row.compiled, name)
            if parts and whole != sum(parts) and not row.answers_hidden:
                told = f"{heading(name)} {as_text(whole or 0)}"
                yield _differs(category_of(row, compilation), told, sum(parts))


def _spread(compilation: Compilation) -> Iterator[str]:
    by_place: defaultdict[tuple[str, str, str], list[SpreadRow]] = defaultdict(list)
    for spread in printed(compilation, "spread", SpreadRow):
        if spread.question:
            by_place[spread.committee.code, spread.category, spread.question].append(spread)
    answered = {(row.committee.code, row.category): _answered(row) for row in compilation.rows}
    for (code, category, question), rows in by_place.items():
        if any(row.masked for row in rows):
            continue
        where, asked = category_of(rows[0], compilation), heading(question)
        heads, told = answered[code, category][question], exact_sum(row.heads for row in rows)
        if told != heads:
            yield _differs(where, f"{asked} {as_text(plain(told))}", plain(heads))
        shares = sum(row.share_pct or 0 for row in rows)
        if heads and shares != 100:
            yield _differs(where, f"{asked} 100 %", shares)


def _answered(row: CategoryRow) -> dict[str, Fraction]:
    """Heads that answered each question."""
    given = [(one.dialogue.answers, one.dialogue.heads) for one in row.submitted]
    return {
        question: exact_sum(
            heads for answers, heads in given if answers and value(answers) is not None
        )
        for question, value in QUESTIONS.items()
    }


def _moved(compilation: Compilation) -> Iterator[str]:
    rows = printed(compilation, "moves", MoveRow)
    for total in printed_totals(compilation, "moves", MoveRow):
        parts = [
            (row.increase or 0, *row.moves)
            for row in rows
            if row.committee == total.committee and row.horizon == total.horizon
            if row.moves is not None and not row.masked
        ]
        sums = tuple(map(sum, zip(*parts, strict=True)))
        if sums != (total.increase, *(total.moves or ())):
            told = f"{heading('moves')} {total.horizon} år {as_text(total.increase or 0)}"
            yield _differs(total.category, told, sums[0])


def _differs(what: str, whole: str, parts: int | float) -> str:
    return f"{what}: {whole}, delarna {as_text(parts)}"
