"""Every check of one sheet against itself and the others, in the order they are made."""

from collections.abc import Callable

from kfmodel.importing import (
    check_categories,
    check_cycle,
    check_methods,
    check_numbers,
    check_organisations,
    check_people,
    check_plan,
    check_previous,
)
from kfmodel.importing.draft import Draft
from kfmodel.importing.problems import Problems
from kfmodel.importing.references import resolve_references

Check = Callable[[Draft, Problems], None]

RULES: tuple[Check, ...] = (
    resolve_references,
    check_cycle.check_dates,
    check_organisations.check_codes,
    check_organisations.check_kinds,
    check_organisations.check_parents,
    check_people.check_assignments,
    check_people.check_same_person,
    check_people.check_one_account_each,
    check_categories.check_names,
    check_categories.check_earlier_names,
    check_numbers.check_pairs,
    check_numbers.check_whole_people,
    check_numbers.check_in_a_committee,
    check_numbers.check_one_level,
    check_numbers.check_projection_given,
    check_previous.check_earlier_rows,
    check_previous.check_earlier_years,
    check_plan.check_goals_once,
    check_plan.check_something_is_said,
    check_plan.check_owners,
    check_plan.check_activities_once,
    check_plan.check_funding_once,
)
"""What must hold."""

ODDITIES: tuple[Check, ...] = (
    check_organisations.check_committees_above,
    check_organisations.check_codes_used,
    check_people.check_usual_places,
    check_people.check_hr_of_committees,
    check_people.check_vacancies,
    check_categories.check_categories_used,
    check_numbers.check_staffed_are_projected,
    check_numbers.check_sums,
    check_methods.check_intervals,
    check_previous.check_earlier_answers,
)
"""What is pointed out. In a file with errors an oddity may only be the shadow of an error."""


def run_checks(draft: Draft, problems: Problems) -> None:
    for rule in RULES:
        rule(draft, problems)
    if not problems.stop:
        for oddity in ODDITIES:
            oddity(draft, problems)
