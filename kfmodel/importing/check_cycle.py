"""Checks of the cycle's own dates."""

from datetime import date

from kfmodel.deadlines import latest_deadline
from kfmodel.importing.draft import Draft
from kfmodel.importing.problems import Problems
from kfmodel.planning.working_days import holiday_name

_WEEKEND = {5: "en lördag", 6: "en söndag"}


def check_dates(draft: Draft, problems: Problems) -> None:
    """The deadline comes after the opening, and before the next cycle's; elsewhere than expected it
    is only pointed out."""
    opens, deadline, year = (draft.keys[name] for name in ("opens_on", "deadline_on", "year"))
    if deadline is None:
        return
    place = draft.keys.places["deadline_on"]
    if opens and deadline < opens:
        problems.error(
            place,
            f"sista svarsdag {deadline} ligger före öppningsdagen {opens}; skriv samma dag eller "
            "en senare",
        )
    if opens and year and deadline > (latest := latest_deadline(opens, year)):
        problems.error(
            place,
            f"sista svarsdag {deadline} ligger mer än två år efter öppningsdagen {opens} eller "
            f"omgångens år {year}; skriv {latest} eller en tidigare dag",
        )
        return
    for text in _odd(deadline, draft.today, year):
        problems.warn(place, f"sista svarsdag {deadline} {text}")


def _odd(deadline: date, today: date, year: int | None) -> list[str]:
    texts = []
    if deadline < today:
        texts.append("har redan passerat")
    if deadline.weekday() in _WEEKEND:
        texts.append(f"är {_WEEKEND[deadline.weekday()]}")
    elif name := holiday_name(deadline):
        texts.append(f"är en helgdag ({name})")
    if deadline.month == 7:
        texts.append("ligger i juli, då inga påminnelser skickas")
    if year and abs(deadline.year - year) > 1:
        texts.append(f"ligger långt från omgångens år {year}")
    return texts
