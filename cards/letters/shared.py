"""Sentences that every message has: until when, who is behind it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from cards.letters.letter import Figures, Section
from cards.text import Texts
from kfmodel.planning.message import CycleFacts, Message
from kfmodel.planning.working_days import is_working_day

_NAMES = 3


def where(message: Message, texts: Texts) -> str:
    cycle = message.cycle
    return texts("letter.where", cycle=cycle.name, committee=cycle.committee)


def deadline(message: Message, texts: Texts) -> str:
    """ "Sista svarsdag är fredag 17 oktober, om 5 arbetsdagar." """
    return deadline_text(message.cycle.deadline_on, message.today, texts)


def deadline_text(day: date, today: date, texts: Texts) -> str:
    said = texts.day_near(day, today)
    if day < today:
        return texts("letter.deadline.was", day=said)
    if day == today:
        return texts("letter.deadline.today", day=said)
    if (day - today).days == 1:
        return texts("letter.deadline.tomorrow", day=said)
    n = working_days_left(today, day)
    if not n:
        return texts("letter.deadline.day_off", day=said)
    return texts("letter.deadline.is", day=said, left=texts("letter.working_days", n=n))


def working_days_left(today: date, day: date) -> int:
    """How many working days remain after today, the day itself included."""
    days = (today + timedelta(days=ahead) for ahead in range(1, (day - today).days + 1))
    return sum(map(is_working_day, days))


def behind(cycle: CycleFacts, texts: Texts) -> str:
    if not cycle.hr:
        return texts("letter.behind.hr", committee=cycle.committee, address=cycle.hr_email)
    who = texts.joined(list(cycle.hr[:_NAMES]))
    return texts("letter.behind", who=who, committee=cycle.committee, address=cycle.hr_email)


def cut(
    sections: Sequence[Section | Figures], most: int, texts: Texts
) -> tuple[Section | Figures, ...]:
    """At most so many rows; the last section shown says how many were left out."""
    shown: list[Section | Figures] = []
    room, total = most, sum(len(section.rows) for section in sections)
    for section in sections:
        if room > 0:
            shown.append(section.cut(room))
            room -= len(section.rows)
    if total > most:
        shown[-1] = replace(shown[-1], left_out=texts("letter.left_out", n=total - most))
    return tuple(shown)
