"""An explanation as lines on a terminal: whoever reads them can compute the figure again."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from kfmodel.compilation.explain import Explanation
from kfmodel.compilation.table import Kind
from kfmodel.compilation.words import Points, Shown, Value, for_people
from kfmodel.numbers import as_text

NOTHING = "inget värde"
NO_BREAK = "\N{NO-BREAK SPACE}"
_GROUPED_FROM = 10_000


def lines(explanation: Explanation) -> Iterator[str]:
    """Columns stand two spaces or more apart."""
    working = explanation.working
    yield " · ".join((explanation.table, *explanation.of, explanation.column))
    yield f"Regel: {working.rule}"
    if working.parts:
        yield "Underlag:"
        yield from _aligned([working.headings, *(map(in_words, part) for part in working.parts)])
    if working.hidden:
        yield f"  Därtill {working.hidden} som inte visas men ingår."
    if working.steps:
        yield "Mellanled:"
        yield from _aligned([(name, in_words(value)) for name, value in working.steps])
    yield f"Resultat: {_cell(explanation.read, explanation)}"
    yield from _computed_anew(explanation)


def _computed_anew(explanation: Explanation) -> Iterator[str]:
    if explanation.masked:
        return
    if explanation.agrees:
        yield "Omräkning: stämmer med tabellen."
    else:
        anew = _cell(for_people(explanation.working.result), explanation)
        yield f"Omräkning: stämmer inte, underlaget ger {anew}."


def _cell(value: Shown, explanation: Explanation) -> str:
    if explanation.kind is Kind.POINTS and isinstance(value, int):
        return in_words(Points(value))
    percent = explanation.kind is Kind.PERCENT and value is not None
    return f"{_read(value)} %" if percent else _read(value)


def in_words(value: Value) -> str:
    """On one line; numbers with every decimal they have, times in Stockholm's."""
    return _read(value if isinstance(value, Points) else for_people(value))


def _read(value: Shown) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, Points):
        return f"{as_text(value, signed=True)} %"
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return " ".join(value.split())


def _number(value: float) -> str:
    """With a space between thousands from 10 000 on: a year has none."""
    grouped = f"{value:,.6f}" if abs(value) >= _GROUPED_FROM else f"{value:.6f}"
    digits = grouped.rstrip("0").rstrip(".")
    return digits.replace(",", NO_BREAK).replace(".", ",").replace("-", "−")


def _aligned(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    cells = [tuple(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(padded)}".rstrip()
