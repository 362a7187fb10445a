"""Rows of a compilation, each told apart by what a test is about."""

from dataclasses import replace
from functools import cache
from typing import Any

from kfmodel.answers import Answers
from kfmodel.compilation import CategoryRow, compile_material
from kfmodel.dialogue import Previous
from kfmodel.methods import Method
from tests.compilation.asn_2025 import asn_2025
from tests.compilation.build import COMPILED_AT, COMPLETE, compiled, dialogue, saying


@cache
def _blank() -> CategoryRow:
    [row] = compiled(dialogue("1", 20)).rows
    return replace(row, answers=Answers())


def row(category: str, **values: Any) -> CategoryRow:
    """A category with 20 heads that nothing is said of but these values."""
    return saying(replace(_blank(), category=category), **values)


def since(**values: Any) -> Previous:
    return Previous(2023, **values)


def answered(category: str, *answers: Answers | None) -> CategoryRow:
    """A category with one unit of ten heads for each answer, None being no answer."""
    units = [dialogue(str(n), 10, given, category=category) for n, given in enumerate(answers, 1)]
    [found] = compiled(*units, categories=(category,)).rows
    return found


def naming(*drivers: str) -> Answers:
    return replace(COMPLETE, drivers=drivers)


@cache
def asn() -> tuple[CategoryRow, ...]:
    return compile_material(asn_2025(), COMPILED_AT).rows


def method() -> Method:
    return _blank().method
