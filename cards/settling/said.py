"""What the units said of a category: the spread, who says "Allvarlig", their words."""

from collections.abc import Sequence
from dataclasses import dataclass

from cards.actions import buttons, reveal
from cards.elements import Element, box, fact, heading, hidden, line, run, shortened, small
from cards.people import heads_text
from cards.settling.values import differing, in_short, question
from cards.text import Texts
from kfmodel.answers import LEVELS
from kfmodel.compilation.proposal import proposed, spread
from kfmodel.compilation.voice import Voice
from kfmodel.organisation import OrganisationKind
from kfmodel.scales import Level, label
from kfmodel.settling import values_to_settle
from kfmodel.to_settle import CategoryToSettle, FromDivision, Group, Place

_UNITS, _COMMENTS = "each-unit", "comments"
_WAITED_FOR = 6
"""Units that are named among those that have not answered."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much a card has room for: characters of each comment, and units in each list."""

    longest: int
    units: int

    def cut(self, texts: Texts, elements: Sequence[Element]) -> list[Element]:
        left_out = len(elements) - self.units
        more = [small(texts("settling.left_out", n=left_out))] if left_out > 0 else []
        return [*elements[: self.units], *more]


def not_answered(texts: Texts, place: Place, category: CategoryToSettle) -> list[Element]:
    """Whom a division waits for; a committee's units are too many to be named."""
    if place.kind is not OrganisationKind.DIVISION:
        return []
    names = [group.organisation for group in category.groups if group.answers is None]
    if not names:
        return []
    left_out = len(names) - _WAITED_FOR
    more = [texts("settling.left_out", n=left_out)] if left_out > 0 else []
    return [small(texts("settling.not_answered", who=texts.joined(names[:_WAITED_FOR] + more)))]


def from_divisions(texts: Texts, place: Place, divisions: Sequence[FromDivision]) -> list[Element]:
    """What each division has settled, and where that is not what its units' answers come to."""
    if not divisions:
        return []
    said = [part for one in divisions for part in _from_division(texts, place, one)]
    return [heading(texts("settling.divisions_said"), size="Default", spacing="Large"), *said]


def _from_division(texts: Texts, place: Place, one: FromDivision) -> list[Element]:
    name = _with_heads(texts, place, one.division, one.heads)
    changes = differing(texts, place, one.settled.answers, one.compiled)
    lines: list[Element] = [fact(name, in_short(texts, place, one.settled.answers))]
    for asked, settled, compiled in changes:
        told = texts("settling.instead", question=asked, settled=settled, compiled=compiled)
        lines.append(small(told))
    if one.settled.reason:
        lines.append(small(texts("settling.reason", reason=one.settled.reason)))
    return lines


def _with_heads(texts: Texts, place: Place, name: str, heads: float) -> str:
    said = heads_text(texts, heads, place.counting)
    return texts("settling.with_heads", name=name, heads=said)


def serious(texts: Texts, place: Place, category: CategoryToSettle, room: Room) -> list[Element]:
    """Every unit that says so, also where the median is lower."""
    units = [group for group in category.groups if group.serious]
    if not units:
        return []
    unheard = category.unheard
    title = texts("settling.unheard" if unheard else "settling.serious", n=len(unheard or units))
    names = [
        _with_heads(texts, place, unit.organisation, unit.heads) for unit in units[: room.units]
    ]
    if left_out := len(units) - len(names):
        names.append(texts("settling.left_out", n=left_out))
    return [box(line(run(f"⚠ {title}", bold=True)), line(texts.joined(names)), style="warning")]


def spread_lines(texts: Texts, place: Place, category: CategoryToSettle) -> list[Element]:
    """How many people's managers said what, question by question, with the ends of the levels."""
    if not category.answered:
        return [line(texts("settling.nobody"))]
    voices = _voices(category.answered)
    asked = [name for name in values_to_settle(place.method) if place.method.offers(name)]
    lines = [
        fact(question(texts, place, name), _shares(texts, place, voices, name)) for name in asked
    ]
    title = heading(texts("settling.spread"), size="Default", spacing="Large")
    return [title, *lines, *_level_ends(texts, place, category.answered)]


def _voices(groups: Sequence[Group]) -> list[Voice]:
    return [Voice(group.code, group.heads, group.answers) for group in groups if group.answers]


def _shares(texts: Texts, place: Place, voices: Sequence[Voice], name: str) -> str:
    parts = [
        texts(
            "settling.share",
            answer=label(share.value, texts.language),
            heads=heads_text(texts, share.heads, place.counting),
            pct=share.pct,
        )
        for share in spread(voices, name)
    ]
    return " · ".join(parts) or "–"


def _level_ends(texts: Texts, place: Place, groups: Sequence[Group]) -> list[Element]:
    """The least and the most that any unit says of each level, in percentage points."""
    if not place.method.asks_shares():
        return []
    each = [proposed([voice], LEVELS).levels for voice in _voices(groups)]
    given = [levels for levels in each if levels is not None]
    if not given:
        return []
    said = [
        _ends(texts, label(level, texts.language), min(found), max(found))
        for level, found in zip(Level, zip(*given, strict=True), strict=True)
    ]
    return [fact(texts("answered.levels"), ", ".join(said))]


def _ends(texts: Texts, level: str, low: int, high: int) -> str:
    message = "settling.ends" if low != high else "settling.as_one"
    ends = {"low": texts.number(low, signed=True), "high": texts.number(high, signed=True)}
    return texts(message, level=level, **ends)


def each_unit(texts: Texts, place: Place, category: CategoryToSettle, room: Room) -> list[Element]:
    """Behind two buttons: every unit's answer, and every comment."""
    units = [_unit(texts, place, group) for group in category.answered]
    comments = [said for group in category.answered for said in _comments(texts, group, room)]
    toggles, parts = [], []
    for message, name, found in (
        ("settling.show_units", _UNITS, units),
        ("settling.show_comments", _COMMENTS, comments),
    ):
        if found:
            toggles.append(reveal(texts(message, n=len(found)), name))
            parts.append(hidden(name, *room.cut(texts, found)))
    return [*buttons(*toggles), *parts]


def _unit(texts: Texts, place: Place, group: Group) -> Element:
    name = _with_heads(texts, place, group.organisation, group.heads)
    [voice] = _voices([group])
    return fact(name, in_short(texts, place, proposed([voice], values_to_settle(place.method))))


def _comments(texts: Texts, group: Group, room: Room) -> list[Element]:
    """In the managers' words; of a group so small that it is nobody's but a few, without name."""
    if group.answers is None:
        return []
    who = texts("settling.small_group") if group.small else group.organisation
    said = (group.answers.specific_gap, group.answers.comment)
    return [fact(who, shortened(" ".join(text.split()), room.longest)) for text in said if text]
