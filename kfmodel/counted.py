"""What heads are called: people, or where HR counts them (Räknesätt), full-time equivalents."""

import re

from kfmodel.organisation import Counting

_WORDS = {
    "medarbetar": "årsarbetar",
    "Medarbetar": "Årsarbetar",
    "personer": "årsarbetare",
    "Personer": "Årsarbetare",
}
_PEOPLE = re.compile(r"\b([Mm]edarbetar(?=e\b|na\b)|[Pp]ersoner\b)")


def as_counted(text: str, counting: Counting | None) -> str:
    """A text of our own about how many people there are, in the word for what is counted.

    Not for what somebody has written or named, nor for what is said of people as such.

    >>> as_counted("Totalt antal medarbetare", Counting.FULL_TIME_EQUIVALENTS)
    'Totalt antal årsarbetare'
    """
    if counting is not Counting.FULL_TIME_EQUIVALENTS:
        return text
    return _PEOPLE.sub(lambda found: _WORDS[found[0]], text)
