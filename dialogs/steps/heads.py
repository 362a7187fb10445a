"""Heads at each competence level, as four numbers: today, and as needed at each horizon."""

from collections.abc import Mapping, Sequence
from typing import Any

from dialogs.inputs import Inputs, Reader
from dialogs.screen import Problem
from dialogs.steps.levels import UNCHANGED
from dialogs.steps.need import LARGEST_HEADCOUNT
from dialogs.steps.step import Step
from kfmodel.answers import HEADS_NEEDED, HEADS_NOW, Answers
from kfmodel.calculations.headcount import headcount_counted
from kfmodel.dialogue import Facts
from kfmodel.methods import Method


def _read_now(
    reader: Reader, _inputs: Inputs, _method: Method, facts: Facts, answers: Answers
) -> Mapping[str, Any]:
    """What the heads sum to also answers whether HR's number holds."""
    values = _four(reader, HEADS_NOW)
    if reader.problems:
        return values
    return values | headcount_counted(answers.with_values(values).heads_now, facts.heads)


def _read_needed(
    reader: Reader, inputs: Inputs, method: Method, _facts: Facts, answers: Answers
) -> Mapping[str, Any]:
    horizons = [HEADS_NEEDED[years] for years in method.horizons]
    if inputs.get(UNCHANGED) and (now := answers.heads_now):
        return {name: heads for names in horizons for name, heads in zip(names, now, strict=True)}
    return {name: heads for names in horizons for name, heads in _four(reader, names).items()}


def _four(reader: Reader, names: Sequence[str]) -> dict[str, int | None]:
    """Where any of the four is given, an empty one is nobody."""
    empty = 0 if reader.given(*names) else None
    heads = {name: reader.whole(name, 0, LARGEST_HEADCOUNT) for name in names}
    return {name: empty if number is None else number for name, number in heads.items()}


def _missing_now(answers: Answers, _method: Method) -> tuple[Problem, ...]:
    return () if answers.heads_now else (Problem(HEADS_NOW[0], "heads_missing"),)


def _missing_needed(answers: Answers, method: Method) -> tuple[Problem, ...]:
    return tuple(
        Problem(HEADS_NEEDED[years][0], "heads_missing")
        for years in method.horizons
        if answers.heads_needed(years) is None
    )


NOW = Step("heads_now", _read_now, _missing_now)
NEEDED = Step("heads_needed", _read_needed, _missing_needed)
