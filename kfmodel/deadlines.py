"""Which day may be a cycle's deadline."""

from datetime import date, timedelta

from kfmodel.planning.working_days import is_working_day


class DeadlineRefusedError(ValueError):
    """No deadline for the cycle."""


class DeadlinePastError(DeadlineRefusedError):
    """The day has been."""


class DeadlineBeforeOpeningError(DeadlineRefusedError):
    """Nobody could have answered by then."""


class DeadlineTooLateError(DeadlineRefusedError):
    """After `latest`: the wrong year, most likely."""

    def __init__(self, latest: date) -> None:
        super().__init__()
        self.latest = latest


def latest_deadline(opens_on: date, year: int) -> date:
    """A cycle comes every second year: two years after its opening, and after its year."""
    return min(opens_on + timedelta(days=731), date(year + 2, 12, 31))


def check_deadline(deadline_on: date, *, opens_on: date, year: int, today: date) -> None:
    """Of a cycle that opens on a day, and has its year. Raises DeadlineRefusedError."""
    if deadline_on < today:
        raise DeadlinePastError
    if deadline_on < opens_on:
        raise DeadlineBeforeOpeningError
    latest = latest_deadline(opens_on, year)
    if deadline_on > latest:
        raise DeadlineTooLateError(latest)


def is_day_off(day: date) -> bool:
    """Nobody is at work on the day: the last reminder goes the working day before."""
    return not is_working_day(day)
