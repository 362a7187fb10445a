"""Which reminders a cycle has, counted backward from its last day."""

from dataclasses import dataclass

MOST = 6
"""Messages to one manager in a plan, besides the invitation and what they have put off themselves;
a moved deadline makes a new plan. The last is the one after the deadline."""
FURTHEST = 60

EXPECTED = (
    f"högst {MOST - 1} olika antal arbetsdagar före sista svarsdag, från 0 (samma dag) till "
    f"{FURTHEST}, t.ex. 20, 10, 5, 1, 0"
)


@dataclass(frozen=True, slots=True)
class Schedule:
    """`days_before` are working days before the last day, most first; 0 is the day itself."""

    days_before: tuple[int, ...] = (20, 10, 5, 1, 0)

    @property
    def most_before_last_day(self) -> int:
        """Reminders before the last day, which keeps its place, as does the day after it, however
        often the deadline moves."""
        return MOST - 1 - (0 in self.days_before)

    def __str__(self) -> str:
        return ", ".join(map(str, self.days_before))


def schedule_of(text: str | None) -> Schedule:
    """The schedule that a cycle's text says, the usual one where it says nothing; raises ValueError
    on what no schedule is."""
    if not text or not text.strip():
        return Schedule()
    parts = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
    days = [int(part) for part in parts if part.isdecimal()]
    known = 0 < len(days) == len(parts) == len(set(days)) < MOST
    if not known or max(days) > FURTHEST:
        raise ValueError(EXPECTED)
    return Schedule(tuple(sorted(days, reverse=True)))
