"""What the units say in words, and what follows from it."""

from collections.abc import Callable

from kfmodel.answers import Answers
from kfmodel.compilation.compilation import CategoryRow
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explanation import PartRow, Working
from kfmodel.compilation.explain.given import Rule
from kfmodel.compilation.explain.places import heading_of_rows
from kfmodel.compilation.gap_kind import gap_kinds, joined
from kfmodel.compilation.words import word
from kfmodel.figure_rules import rule
from kfmodel.glossary import heading
from kfmodel.scales import Severity


def texts(name: str, text: Callable[[Answers], str | None]) -> Rule:
    """What the shown units say, one after the other."""

    def working(row: CategoryRow, _: Asked) -> Working:
        found = [
            (one, said)
            for one in row.shown
            if one.dialogue.answers and (said := (text(one.dialogue.answers) or "").strip())
        ]
        parts: list[PartRow] = [(one.dialogue.organisation_name, said) for one, said in found]
        headings = (heading_of_rows(one for one, _ in found), heading(name))
        return Working(rule("joined_texts"), joined(row.shown, text), headings, parts)

    return working


def kinds(row: CategoryRow, _: Asked) -> Working:
    parts: list[PartRow] = [
        (heading(name), value)
        for name in ("need_2y", "need_5y")
        if (value := getattr(row, name)) is not None
    ]
    if row.has_specific_gap:
        parts.append((heading("specific_gap"), "Ja"))
    return Working(rule("gap_kind"), gap_kinds(row), (heading("term"), heading("answer")), parts)


def serious_units(row: CategoryRow, _: Asked) -> Working:
    named = row.serious_units if row.submitted else ()
    serious = [one for one in row.shown if one.dialogue.organisation_name in named]
    headings = (heading_of_rows(serious), heading("severity"))
    parts: list[PartRow] = [(name, word(Severity.SERIOUS)) for name in named]
    return Working(rule("serious_units"), named if row.submitted else None, headings, parts)
