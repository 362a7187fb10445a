"""Text that looks as if it were about one person: it is pointed out, never refused.

Assessments concern groups. A name or a personal number in a free text is most often a slip, and
the text may become a public document.
"""

import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

from kfmodel.answers import Answers

# Common in Sweden, and no ordinary words: "Bo" or "Max" is found by the surname after it.
_GIVEN_NAMES = frozenset(
    files("kfmodel").joinpath("given_names.txt").read_text(encoding="utf-8").split()
)
# Personal numbers, and the co-ordination numbers whose day is 60 higher.
_NUMBER = re.compile(r"(?<!\d)(?:18|19|20)?(\d{2})(\d{2})(\d{2})([-+–]?)(\d{4})(?!\d)")
_WORD = r"[A-ZÅÄÖÉÜØÆ][a-zåäöéèüøæ]+(?:-[A-ZÅÄÖÉ][a-zåäöéü]+)?"
_CAPITALISED = re.compile(rf"\b{_WORD}(?: {_WORD})*")
# Who is responsible may be named: that is what the field asks.
_ACTIVITY_TEXTS = ("description", "time_plan", "follow_up", "anchoring")
_SURNAME = re.compile(
    r"\w+(?:sson|sdotter|ström|strand|bergh?|gren|lundh?|qvist|kvist|quist|blad|dahl|ovi[cć])s?"
)


def personal_data(text: str) -> tuple[str, ...]:
    """The passages that look like a person's name or personal number, in their order, once each."""
    found = [*_numbers(text), *_names(text)]
    return tuple(dict.fromkeys(passage for _, passage in sorted(found)))


def personal_data_in(answers: Answers) -> tuple[str, ...]:
    """What looks personal in any free text of the answers."""
    texts = [answers.specific_gap, answers.comment]
    for activity in answers.activities:
        texts += [getattr(activity, name) for name in _ACTIVITY_TEXTS]
    return tuple(dict.fromkeys(p for text in texts if text for p in personal_data(text)))


def _numbers(text: str) -> Iterator[tuple[int, str]]:
    for found in _NUMBER.finditer(text):
        year, month, day, separator, last = found.groups()
        # Ten digits in a row are as often a telephone number: those must have the check digit.
        if _is_day(int(month), int(day)) and (separator or _checks(year + month + day + last)):
            yield found.start(), found.group()


def _is_day(month: int, day: int) -> bool:
    try:
        date(2000, month, day - 60 if day > 60 else day)
    except ValueError:
        return False
    return True


def _checks(digits: str) -> bool:
    """The Luhn check digit, as the Swedish Tax Agency describes it."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def _names(text: str) -> Iterator[tuple[int, str]]:
    for found in _CAPITALISED.finditer(text):
        words = found.group().split(" ")
        for place, word in enumerate(words):
            surname = place > 0 and _SURNAME.fullmatch(word)
            if _is_given(word) or surname:
                first = place - 1 if surname else place
                passage = " ".join(words[first : place + 2 - bool(surname)])
                yield found.start() + len(" ".join(words[:first])), passage
                break


def _is_given(word: str) -> bool:
    parts = word.removesuffix("s").split("-"), word.split("-")
    return any(_GIVEN_NAMES.issuperset(names) for names in parts)
