"""Codes, category names and words: found whatever the case and spaces, guessed when misspelt."""

from collections.abc import Iterable
from difflib import get_close_matches

from kfmodel.importing.text import fold

_SURE_ENOUGH = 0.8
"""A wrong guess is worse than none: "Väldigt allvarlig" is not far from "Inte allvarlig"."""

_MOST_GUESSES = 100
"""Guessing compares with every name; a file where everything is wrong must not take minutes."""


class Names:
    """A set of names. Two that a person reads as the same are one: the first is kept."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_fold: dict[str, str] = {}
        for name in names:
            self._by_fold.setdefault(fold(name), name)
        self._guesses: dict[str, str | None] = {}

    def __bool__(self) -> bool:
        return bool(self._by_fold)

    def find(self, written: str) -> str | None:
        """The name as it is defined, or None."""
        return self._by_fold.get(fold(written))

    def guess(self, written: str) -> str | None:
        """The name that was probably meant, or None."""
        key = fold(written)
        if key not in self._guesses and len(self._guesses) < _MOST_GUESSES:
            close = get_close_matches(key, self._by_fold, n=1, cutoff=_SURE_ENOUGH)
            self._guesses[key] = self._by_fold[close[0]] if close else None
        return self._guesses.get(key)

    def hint(self, written: str) -> str:
        """A question to end a message with, or nothing."""
        guess = self.guess(written)
        return f' (menade du "{guess}"?)' if guess else ""
