"""What is printed of a figure, read back, and the figure computed again by hand."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

import pytest

from kfmodel.figure_rules import rule

_SCALES = (
    ("Mycket mindre", "Mindre", "Samma", "Mer", "Mycket mer"),
    ("Annan risk", "Inte allvarlig", "Mindre allvarlig", "Allvarlig"),
    ("Låg", "Medel", "Hög"),
)


_LEVELS = ("Viss", "God", "Hög", "Mycket hög")
_WORDS = {
    1: ("Större behov", "Höjd", "Högre"),
    0: ("Oförändrad", "Oförändrat"),
    -1: ("Mindre behov", "Sänkt", "Lägre"),
}


@dataclass(frozen=True)
class Printed:
    header: list[str]
    rule: str
    parts: list[list[str]]
    hidden: bool
    steps: dict[str, str]
    result: str
    measure: str

    @property
    def column(self) -> str:
        return self.header[-1]

    def numbers(self, place: int = -1) -> list[Fraction]:
        return [number(part[place]) for part in self.parts]


def read(lines: Sequence[str]) -> Printed:
    header, sentence, *rest = lines
    parts: list[list[str]] = []
    steps: dict[str, str] = {}
    hidden, result, place = False, "", ""
    for line in rest:
        if line.startswith("  Därtill "):
            hidden = True
        elif line.startswith("  ") and place == "Underlag:":
            parts.append(re.split(r" {2,}", line.strip()))
        elif line.startswith("  "):
            name, value = re.split(r" {2,}", line.strip())
            steps[name] = value
        elif line.startswith("Resultat: "):
            result = line.removeprefix("Resultat: ")
        else:
            place = line
    return Printed(
        header.split(" · "),
        sentence.removeprefix("Regel: "),
        parts[1:],
        hidden,
        steps,
        result,
        parts[0][-1] if parts else "",
    )


def number(text: str) -> Fraction:
    digits = text.removesuffix(" %").replace("−", "-").replace("+", "").replace(",", ".")
    return Fraction(digits.replace("\N{NO-BREAK SPACE}", ""))


def computed_again(printed: Printed) -> str | None:
    """The result as it must be printed; None where its parts are not all shown."""
    if printed.hidden:
        return None
    sentence, settled = printed.rule, rule("is_settled")
    if sentence.startswith(settled):
        compiled = replace(printed, rule=sentence.removeprefix(f"{settled} "))
        assert computed_again(compiled) == printed.steps["Sammanställt"]
        return _settled(printed)
    for name, compute in _RULES.items():
        if sentence == rule(name):
            return compute(printed)
    return None


def _settled(printed: Printed) -> str:
    if "Fastställd" in printed.steps:
        return printed.steps["Fastställd"]
    now, *later = (number(value) for name, value in printed.steps.items() if "Fastställt" in name)
    return _shown(later[0] - now)


def _shown(value: Fraction | int | None, *, signed: bool = False, unit: str = "") -> str:
    if value is None:
        return "inget värde"
    size = abs(float(value))
    digits = f"{size:,.6f}".rstrip("0").rstrip(".")
    space = "\N{NO-BREAK SPACE}" if size >= 10_000 else ""
    text = digits.replace(",", space).replace(".", ",")
    sign = "−" if value < 0 else "+" if signed and value > 0 else ""
    return f"{sign}{text}{unit}"


def _scale(words: Sequence[str]) -> tuple[str, ...]:
    return next(scale for scale in _SCALES if set(words) <= set(scale))


def _median(printed: Printed) -> str:
    """Every head in a row, least answer first: the one in the middle, at a tie the later."""
    if not printed.parts:
        return "inget värde"
    scale = _scale([part[2] for part in printed.parts])
    row = [
        scale.index(part[2]) for part in printed.parts for _ in range(int(100 * number(part[1])))
    ]
    return scale[sorted(row)[len(row) // 2]]


def _shares(printed: Printed) -> str:
    names = [text.removeprefix("Kompetensnivå ").capitalize() for text in printed.header]
    place = next(_LEVELS.index(name) for name in reversed(names) if name in _LEVELS)
    heads = sum(printed.numbers(1))
    if not heads:
        return "inget värde"
    raw = [100 * sum(printed.numbers(column)) / heads for column in range(2, 6)]
    whole = [floor(share) for share in raw]
    left = _nearest(sum(raw, Fraction())) - sum(whole)
    order = sorted(range(4), key=lambda n: (raw[n] - whole[n], n), reverse=True)
    return _shown(whole[place] + (place in order[:left]), signed=True, unit=" %")


def _nearest(value: Fraction) -> int:
    return floor(value + Fraction(1, 2)) if value >= 0 else ceil(value - Fraction(1, 2))


def _sum(printed: Printed) -> str:
    return _shown(sum(printed.numbers()) if printed.parts else None)


def _count(printed: Printed) -> str:
    return _shown(sum(printed.numbers(1)))


def _recruitment(printed: Printed) -> str:
    if len(printed.parts) < 3:
        return "inget värde"
    gap, turnover, retirements = printed.numbers()
    return _shown(turnover + retirements - gap)


def _answered(printed: Printed) -> str:
    answered = sum(number(part[1]) for part in printed.parts if part[2] == "Inlämnad")
    whole = sum(printed.numbers(1))
    return _shown(_nearest(100 * answered / whole) if whole else None, unit=" %" if whole else "")


def _share_pct(printed: Printed) -> str:
    """Of the answers that the units in the parts gave, those with the largest remainders get what
    is left to 100."""
    whole = sum(printed.numbers(1))
    scale = _scale([part[2] for part in printed.parts])
    raw = dict.fromkeys(scale, Fraction())
    for part in printed.parts:
        raw[part[2]] += 100 * number(part[1]) / whole
    down = {answer: floor(share) for answer, share in raw.items()}
    order = sorted(scale, key=lambda one: (raw[one] - down[one], scale.index(one)), reverse=True)
    up = order[: 100 - sum(down.values())]
    answer = printed.steps["Svar"]
    return _shown(down[answer] + (answer in up), unit=" %")


def _moves(printed: Printed) -> str:
    if not printed.parts:
        return "inget värde"
    return _shown(sum(printed.numbers(2)) - sum(printed.numbers(1)))


def _difference(printed: Printed) -> str:
    if len(printed.parts) < 2:
        return "inget värde"
    one, other = printed.numbers()
    return _shown(one - other)


def _increase(printed: Printed) -> str:
    then, now = printed.numbers()
    return _shown(now - then)


def _percent(printed: Printed) -> str:
    if len(printed.parts) < 2 or not printed.numbers()[1]:
        return "inget värde"
    outcome, goal = printed.numbers()
    return _shown(_nearest(100 * outcome / goal), unit=" %")


def _counted_need(printed: Printed) -> str:
    if "Enheter som ännu inte har svarat" in printed.steps or not printed.parts:
        return "inget värde"
    return _shown(sum(number(cell) for part in printed.parts for cell in part[1:]))


def _assessed(printed: Printed) -> str:
    """Each unit's band around its baseline; an open end leaves the sum open."""
    if any("inget värde" in part for part in printed.parts):
        return "inget värde"
    for part in printed.parts:
        assert _baseline(part, printed.steps) == pytest.approx(float(number(part[3])))
        assert tuple(part[6:]) == _band(number(part[3]), part[4], part[5])
    ends = [part[6 if printed.column.endswith("från") else 7] for part in printed.parts]
    if "öppet" in ends or not ends or "Enheter som ännu inte har svarat" in printed.steps:
        return "inget värde"
    return _shown(sum(map(number, ends)))


def _baseline(part: list[str], steps: dict[str, str]) -> float:
    gap = [number(value) for name, value in steps.items() if ", gap" in name]
    heads = number(part[1])
    if not gap:
        return float(heads)
    return float(heads * (1 - gap[0] / number(steps["Framskrivningen, antal medarbetare"])))


def _band(baseline: Fraction, from_pct: str, to_pct: str) -> tuple[str, str]:
    low, high = (_changed(baseline, pct) for pct in (from_pct, to_pct))
    if low is None or high is None:
        return _open(low and ceil(low)), _open(high and floor(high))
    return str(_nearest(low)), str(_nearest(high))


def _changed(baseline: Fraction, pct: str) -> Fraction | None:
    return None if pct == "öppet" else baseline * (100 + number(pct)) / 100


def _open(end: Fraction | int | None) -> str:
    return "öppet" if end is None else str(end)


def _expected(printed: Printed) -> str:
    if not printed.parts:
        return "inget värde"
    given = {part[0]: part[1] for part in printed.parts}
    baseline = number(given["Antal medarbetare då"]) - number(given.get("Gap då", "0"))
    low, high = (given.get(f"Intervall {end}, procent", "öppet") for end in ("från", "till"))
    end = _band(baseline, low, high)[0 if printed.column.endswith("från") else 1]
    return "inget värde" if end == "öppet" else end


def _outcome(printed: Printed) -> str:
    if len(printed.parts) < 2:
        return "uppgift saknas"
    now, *ends = printed.parts
    heads = number(now[1])
    for name, end in ends:
        if name.endswith("från") and heads < number(end):
            return "Färre än bedömt"
        if name.endswith("till") and heads > number(end):
            return "Fler än bedömt"
    return "Som bedömt"


def _direction(printed: Printed) -> str:
    """As the table says it, which is in other words for need than for risk."""
    first = printed.parts[0][0] if len(printed.parts) > 1 else ""
    if first != "Förra omgången" and not first.isdigit():
        return "uppgift saknas"
    before, *later = (part[-1] for part in printed.parts)
    try:
        step = number(later[0]) - number(before)
    except ValueError:
        scale = _scale([before, *later])
        step = Fraction(max(map(scale.index, later)) - scale.index(before))
    step = -step if printed.result.endswith("behov") and "Gap" in printed.measure else step
    words = _WORDS[(step > 0) - (step < 0)]
    found = [word for word in words if printed.result.split(" från ")[0] == word]
    return printed.result if found else f"not {printed.result}"


def _given(printed: Printed) -> str:
    return printed.parts[0][-1] if printed.parts else "inget värde"


def _whether_settled(printed: Printed) -> str:
    return "Fastställd" if printed.parts else "Förslag"


def _kinds(printed: Printed) -> str:
    given = {part[0]: part[1] for part in printed.parts}
    more = {value for name, value in given.items() if "behov" in name} - {"Samma"}
    kinds = ["Kvantitativt"] if more else []
    kinds += ["Kompetensspecifikt"] if "Kompetensspecifikt gap" in given else []
    return ", ".join(kinds) or "Inget gap"


def _names(printed: Printed) -> str:
    return "; ".join(part[0] for part in printed.parts) or "inget värde"


_RULES: dict[str, Callable[[Printed], str]] = {
    "projected": _given,
    "previous_given": _given,
    "spread_answer": _given,
    "settled": _whether_settled,
    "gap_kind": _kinds,
    "serious_units": _names,
    "weighted_median": _median,
    "level_shares": _shares,
    "assessed_need": _assessed,
    "change": _direction,
    "risk_change": _direction,
    "expected": _expected,
    "against_estimate": _outcome,
    "recruitment_2y": _recruitment,
    "moves": _moves,
    "units_answered": _count,
    "units_total": _count,
    "spread_units": _count,
    "spread_heads": _count,
    "heads_answered_pct": _answered,
    "share_pct": _share_pct,
    "staffed": _sum,
    "sum_of_shown": _sum,
    "goal": _sum,
    "outcome_given": _sum,
    "outcome_counted": _increase,
    "headcount_change": _difference,
    "percent": _percent,
    "granted_pct": _percent,
    "counted_need": _counted_need,
    "expected_counted": _sum,
}
