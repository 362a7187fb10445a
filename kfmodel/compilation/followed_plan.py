"""The plan as it is followed up: this cycle's, beside what the cycle before it set."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kfmodel.compilation.material import Material
from kfmodel.plan import Funding, Goal, Outcome, Plan, PlannedActivity


@dataclass(frozen=True, slots=True)
class FollowedActivity:
    """`earlier_status` is what the last plan said of it; None where that did not have it."""

    activity: PlannedActivity
    earlier_status: str | None = None


@dataclass(frozen=True, slots=True)
class FollowedPlan:
    """Categories go by their names of now. `no_longer` are the last plan's activities that this
    one does not mention."""

    goals: tuple[Goal, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    activities: tuple[FollowedActivity, ...] = ()
    no_longer: tuple[PlannedActivity, ...] = ()
    funding: tuple[Funding, ...] = ()


def followed_plan(material: Material) -> FollowedPlan:
    """The material's plan; what HR's file says of a goal goes before what the last cycle set."""
    plan, last = material.plan, _last_plan(material)
    goals = {(goal.owner, goal.category, goal.to_year): goal for goal in last.next_goals}
    goals |= {(goal.owner, goal.category, goal.to_year): goal for goal in plan.goals}
    matches = [(activity, _match(activity, last.activities)) for activity in plan.activities]
    found = {id(match) for _, match in matches}
    return FollowedPlan(
        goals=tuple(goals.values()),
        outcomes=plan.outcomes,
        activities=tuple(
            FollowedActivity(activity, match.status if match else None)
            for activity, match in matches
        ),
        no_longer=tuple(a for a in last.activities if id(a) not in found),
        funding=plan.funding,
    )


def _last_plan(material: Material) -> Plan:
    """What each committee's newest earlier cycle set and planned, in the names of now."""
    names = {then: now for now, earlier in material.earlier_names.items() for then in earlier}
    plans = list(_last_plans(material))
    return Plan(
        next_goals=tuple(
            replace(goal, category=_name_of_now(goal.category, names, material.categories))
            for code, plan in plans
            for goal in plan.next_goals
            if goal.owner.committee_code == code
        ),
        activities=tuple(
            replace(activity, category=_name_of_now(activity.category, names, material.categories))
            if activity.category
            else activity
            for code, plan in plans
            for activity in plan.activities
            if activity.owner.committee_code == code
        ),
    )


def _last_plans(material: Material) -> Iterator[tuple[str, Plan]]:
    for committee in material.committees:
        for earlier in material.earlier:  # newest first
            if any(one.code == committee.code for one in earlier.committees):
                yield committee.code, earlier.plan
                break


def _name_of_now(category: str, names: Mapping[str, str], current: Iterable[str]) -> str:
    return category if category in current else names.get(category, category)


def _match(activity: PlannedActivity, earlier: Iterable[PlannedActivity]) -> PlannedActivity | None:
    """The same area and text, however spelt; of several, the one of the same category."""
    alike = [one for one in earlier if _known_by(one) == _known_by(activity)]
    same = [one for one in alike if one.category == activity.category]
    return next(iter([*same, *alike]), None)


def _known_by(activity: PlannedActivity) -> tuple[str, str, str]:
    return (
        activity.owner.committee_code,
        _folded(activity.area or ""),
        _folded(activity.description),
    )


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
