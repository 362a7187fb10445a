"""The need that the answers come to, in people."""

from collections.abc import Sequence
from fractions import Fraction

from kfmodel.answers import HEADS_NEEDED
from kfmodel.calculations import PeopleRange, exact, implied_need, people_range, plain
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import PartRow, Working
from kfmodel.compilation.explain.given import Rule
from kfmodel.compilation.explain.speakers import (
    Speaker,
    heading_of,
    how_many_hidden,
    speakers,
    units_silent,
)
from kfmodel.compilation.words import Value
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading

_OPEN = "öppet"


def assessed(horizon: int, end: str) -> Rule:
    """One end, `low` or `high`, of the range at a horizon."""

    def working(row: CategoryRow, asked: Asked) -> Working:
        if row.method.counts_heads():
            return _counted(row, asked, horizon)
        return _judged(row, asked, horizon, end)

    return working


def _counted(row: CategoryRow, asked: Asked, horizon: int) -> Working:
    speaking = speakers(row, asked.compilation)
    heads = [speaker.answers.heads_needed(horizon) for speaker in speaking]
    known = [sum(one) for one in heads if one is not None]
    return Working(
        rule("counted_need"),
        sum(known) if row.all_speak and known and len(known) == len(heads) else None,
        (heading_of(speaking), *(heading(name) for name in HEADS_NEEDED[horizon])),
        [
            (speaker.name, *one)
            for speaker, one in zip(speaking, heads, strict=True)
            if one and not speaker.hidden
        ],
        _waiting(row, asked),
        how_many_hidden(speaking),
    )


def _judged(row: CategoryRow, asked: Asked, horizon: int, end: str) -> Working:
    speaking = speakers(row, asked.compilation)
    ranges = [_range(speaker, row, horizon) for speaker in speaking]
    ends = [getattr(one, end) if one else None for one in ranges]
    whole = sum(one or 0 for one in ends)
    return Working(
        rule("assessed_need"),
        whole if row.all_speak and ends and None not in ends else None,
        (
            heading_of(speaking),
            heading("heads"),
            heading("answer"),
            "Utgångsläge",
            "Från %",
            "Till %",
            "Från",
            "Till",
        ),
        [
            _part(speaker, one, row, horizon)
            for speaker, one in zip(speaking, ranges, strict=True)
            if not speaker.hidden
        ],
        (*_waiting(row, asked), *_projection(row, horizon)),
        how_many_hidden(speaking),
    )


def _range(speaker: Speaker, row: CategoryRow, horizon: int) -> PeopleRange | None:
    need = getattr(speaker.answers, f"need_{horizon}y")
    baseline = _baseline(speaker, row, horizon)
    if need is None or baseline is None:
        return None
    return people_range(baseline, row.method.need_band(need))


def _part(speaker: Speaker, one: PeopleRange | None, row: CategoryRow, horizon: int) -> PartRow:
    baseline = _baseline(speaker, row, horizon)
    need = getattr(speaker.answers, f"need_{horizon}y")
    band = row.method.need_band(need) if need else None
    ends = (band.from_pct, band.to_pct, one.low, one.high) if band and one else (None,) * 4
    return (
        speaker.name,
        plain(exact(speaker.heads)),
        need,
        None if baseline is None else plain(baseline),
        *(_OPEN if end is None and one else end for end in ends),
    )


def _baseline(speaker: Speaker, row: CategoryRow, horizon: int) -> Fraction | None:
    if row.method.baseline == "today":
        return exact(speaker.heads)
    gap = _gap(row, horizon)
    if gap is None or row.baseline is None or not row.baseline.headcount:
        return None
    return implied_need(speaker.heads, gap, row.baseline.headcount)


def _gap(row: CategoryRow, horizon: int) -> float | None:
    if row.baseline is None:
        return None
    return {2: row.baseline.gap_2y, 5: row.baseline.gap_5y}[horizon]


def _waiting(row: CategoryRow, asked: Asked) -> Sequence[tuple[str, Value]]:
    if row.all_speak:
        return ()
    return (("Enheter som ännu inte har svarat", units_silent(row, asked.compilation)),)


def _projection(row: CategoryRow, horizon: int) -> Sequence[tuple[str, Value]]:
    if row.method.baseline == "today":
        return ()
    gap = _gap(row, horizon)
    if gap is None or row.baseline is None:
        return ()
    return (
        (f"Framskrivningen, {heading(f'gap_{horizon}y').lower()}", plain(exact(gap))),
        ("Framskrivningen, antal medarbetare", plain(exact(row.baseline.headcount))),
    )
