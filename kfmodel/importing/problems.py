"""The complete list of what is wrong in a workbook."""

import re
from collections.abc import Sequence

from kfmodel.importing.values import Problem

_PLACE = re.compile(r"(.*)!([A-Z]+)(\d+)")


class Problems:
    """Errors stop the import, warnings do not."""

    def __init__(self) -> None:
        self._errors: list[Problem] = []
        self._warnings: list[Problem] = []

    def error(self, cell: str, text: str) -> None:
        self._errors.append(Problem(cell, text))

    def warn(self, cell: str, text: str) -> None:
        self._warnings.append(Problem(cell, text))

    @property
    def stop(self) -> bool:
        """Whether there is an error."""
        return bool(self._errors)

    def errors(self, titles: Sequence[str]) -> tuple[Problem, ...]:
        """In the order of the sheets, then from the top down."""
        return _in_order(self._errors, titles)

    def warnings(self, titles: Sequence[str]) -> tuple[Problem, ...]:
        """In the same order."""
        return _in_order(self._warnings, titles)


def _in_order(problems: list[Problem], titles: Sequence[str]) -> tuple[Problem, ...]:
    place_of = {title: place for place, title in enumerate(titles)}

    def key(problem: Problem) -> tuple[int, str, int, int, str]:
        match = _PLACE.fullmatch(problem.cell)
        title, letters, row = match.groups() if match else (problem.cell, "", "0")
        return place_of.get(title, len(titles)), title, int(row), len(letters), letters

    return tuple(dict.fromkeys(sorted(problems, key=key)))
