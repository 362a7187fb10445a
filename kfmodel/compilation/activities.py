"""Activities by area: HR's for the committee, then those that managers proposed in chat."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from kfmodel.answers import Activity
from kfmodel.compilation.compilation import Compilation, DialogueRow
from kfmodel.compilation.followed_plan import FollowedActivity
from kfmodel.compilation.material import Committee
from kfmodel.methods import Method, method_of


class GivenBy(StrEnum):
    """Who says it: a unit's manager in chat, or HR in the workbook."""

    MANAGER = "manager"
    HR = "hr"


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """`category` is None where it is for all of them. A masked row tells its category alone."""

    committee: Committee
    method: Method
    category: str | None
    given_by: GivenBy | None = None
    unit: str | None = None
    area: str | None = None
    description: str | None = None
    time_plan: str | None = None
    responsible: str | None = None
    follow_up: str | None = None
    challenge: str | None = None
    anchoring: str | None = None
    status: str | None = None
    earlier_status: str | None = None
    masked: bool = False


def activity_rows(compilation: Compilation) -> tuple[ActivityRow, ...]:
    """Grouped by area within each committee: the method's in its order, then others as they are
    met, then those without; what is masked stands last."""
    rows: dict[str, list[ActivityRow]] = {c.code: [] for c in compilation.committees}
    for row in chain(_of_hr(compilation), _of_units(compilation)):
        rows[row.committee.code].append(row)
    return tuple(row for own in rows.values() for row in _by_area(own))


def _by_area(rows: list[ActivityRow]) -> list[ActivityRow]:
    areas = [area.sv for area in rows[0].method.areas] if rows else []
    met = dict.fromkeys([*areas, *(row.area for row in rows if row.area)])
    places = {area: place for place, area in enumerate(met)}
    return sorted(rows, key=lambda row: (row.masked, places.get(row.area or "", len(places))))


def _of_hr(compilation: Compilation) -> Iterator[ActivityRow]:
    owners = {committee.code: committee for committee in compilation.committees}
    for followed in compilation.plan.activities:
        if owner := owners.get(followed.activity.owner.committee_code):
            yield _planned(owner, followed)


def _planned(committee: Committee, followed: FollowedActivity) -> ActivityRow:
    activity = followed.activity
    return ActivityRow(
        committee,
        method_of(committee.method),
        activity.category,
        GivenBy.HR,
        area=activity.area,
        description=activity.description,
        time_plan=activity.time_plan,
        responsible=activity.responsible,
        follow_up=activity.follow_up,
        challenge=activity.challenge,
        anchoring=activity.anchoring,
        status=activity.status,
        earlier_status=followed.earlier_status,
    )


def _of_units(compilation: Compilation) -> Iterator[ActivityRow]:
    for row, activity in proposed_activities(compilation.dialogues):
        category = row.dialogue.category
        if row.masked:
            yield ActivityRow(row.committee, row.method, category, masked=True)
        else:
            yield _proposed(row, activity)


def proposed_activities(
    dialogues: Iterable[DialogueRow],
) -> Iterator[tuple[DialogueRow, Activity]]:
    """Each activity of a submitted answer, and whose it is."""
    for row in dialogues:
        for activity in row.dialogue.answers.activities if row.dialogue.answers else ():
            yield row, activity


def _proposed(row: DialogueRow, activity: Activity) -> ActivityRow:
    area = row.method.area_by_id.get(activity.area or "")
    challenge = row.method.driver_by_id.get(activity.challenge or "")
    return ActivityRow(
        row.committee,
        row.method,
        row.dialogue.category,
        GivenBy.MANAGER,
        unit=row.dialogue.organisation_name,
        area=area.sv if area else None,
        description=activity.description,
        time_plan=activity.time_plan,
        responsible=activity.responsible,
        follow_up=activity.follow_up,
        challenge=challenge.sv if challenge else None,
        anchoring=activity.anchoring,
    )
