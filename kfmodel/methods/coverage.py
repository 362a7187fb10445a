"""Whether a method's intervals leave something open that is not declared, or cover it twice.

Percent are counted whole: 0–33 and 34–66 meet. A need may be any difference, so its first and last
intervals are open outward; a likelihood lies from 0 to 100 %.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kfmodel.methods.bands import Band, Hole, LikelihoodBand, NeedBand
from kfmodel.methods.method import Method
from kfmodel.numbers import as_text
from kfmodel.scales import label, rank

_Bands = Sequence[NeedBand | LikelihoodBand]
_Ends = tuple[int | None, int | None]
_NAMES = {"need": "behov", "likelihood": "sannolikhet"}
_WHOLE: dict[str, _Ends] = {"need": (None, None), "likelihood": (0, 100)}


def coverage_warnings(method: Method) -> tuple[str, ...]:
    """One Swedish line for each undeclared hole, overlap, or declared hole that is none: in which
    file and between which answers."""
    scales: dict[str, _Bands] = {"need": method.need, "likelihood": method.likelihood}
    return tuple(
        f"{method.id}.toml, {_NAMES[scale]}: {text}"
        for scale, bands in scales.items()
        for text in _of_scale(scale, bands, [h for h in method.holes if h.of == scale])
    )


def _of_scale(scale: str, bands: _Bands, declared: Sequence[Hole]) -> Iterator[str]:
    if not bands:
        return
    ordered = sorted(bands, key=lambda band: rank(band.value))
    found = dict(_ends(scale, ordered))
    for below, above in pairwise(ordered):
        where = f"mellan {_named(scale, below)} och {_named(scale, above)}"
        if below.to_pct is None or above.from_pct is None or above.from_pct <= below.to_pct:
            yield f"svaren {_named(scale, below)} och {_named(scale, above)} överlappar"
        elif above.from_pct > below.to_pct + 1:
            found[below.to_pct, above.from_pct] = where
    known = {(hole.from_pct, hole.to_pct) for hole in declared}
    for ends, where in found.items():
        if ends not in known:
            yield f"{_text(scale, ends)} {where} hör inte till något svar och står inte i holes"
    for ends in sorted(known - found.keys(), key=str):
        yield f"holes har {_text(scale, ends)}, men där finns inget hål"


def _ends(scale: str, ordered: _Bands) -> Iterator[tuple[_Ends, str]]:
    """What is left open below the first and above the last."""
    least, most = _WHOLE[scale]
    first, last = ordered[0], ordered[-1]
    if first.from_pct is not None and first.from_pct != least:
        yield (least, first.from_pct), f"före {_named(scale, first)}"
    if last.to_pct is not None and last.to_pct != most:
        yield (last.to_pct, most), f"efter {_named(scale, last)}"


def _named(scale: str, band: NeedBand | LikelihoodBand) -> str:
    """ "Samma (−5 till +5 %)"."""
    return f"{label(band.value)} ({_text(scale, _ends_of(band))})"


def _ends_of(band: Band) -> _Ends:
    return band.from_pct, band.to_pct


def _text(scale: str, ends: _Ends) -> str:
    low, high = (None if end is None else as_text(end, signed=scale == "need") for end in ends)
    if low is None:
        return f"högst {high} %"
    return f"minst {low} %" if high is None else f"{low} till {high} %"
