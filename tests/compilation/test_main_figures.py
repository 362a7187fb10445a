"""What cards and letters say of a compilation is what its tables say, nothing that they hide."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from kfmodel.compilation import CategoryFigures, Compilation, Status, as_json, main_figures
from kfmodel.compilation.material import Material
from kfmodel.organisation import OrganisationKind
from kfmodel.scales import Severity
from tests.compilation.attacker import outputs
from tests.compilation.build import COMPLETE, compiled, dialogue
from tests.compilation.organisations import materials

PUBLISHED = {
    "gap": ("gap_2y", "gap_5y", "need_2y", "need_5y"),
    "recruitment": ("recruitment_2y",),
    "risk": ("severity", "likelihood", "serious_units"),
}
"""Which table for machines has which figure."""


def published(compilation: Compilation) -> Iterator[dict[str, Any]]:
    """The figures of each row as the tables have them; None where a row or an answer is masked."""
    tables = as_json(compilation)["tables"]
    for rows in zip(*(tables[name] for name in PUBLISHED), strict=True):
        named = zip(PUBLISHED.values(), rows, strict=True)
        figures = {figure: row.get(figure) for names, row in named for figure in names}
        units = tuple(figures["serious_units"] or ())
        yield figures | {"category": rows[0]["category"], "serious_units": units}


def told(row: CategoryFigures, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


@settings(max_examples=80)
@given(materials())
def test_they_say_what_the_tables_say_and_nothing_that_is_hidden(given: Material) -> None:
    five_level = tuple(replace(one, method="five-level") for one in given.committees)
    for compilation in outputs(replace(given, committees=five_level)):
        every = list(published(compilation))
        rows = main_figures(compilation).rows
        assert [told(row, one) for row, one in zip(rows, every, strict=True)] == every


def test_where_risk_is_judged_apart_the_more_severe_is_said() -> None:
    apart = replace(
        COMPLETE,
        severity=None,
        severity_operations=Severity.OTHER,
        severity_work_environment=Severity.SERIOUS,
    )
    compilation = compiled(dialogue("U", 30, apart))
    counting = replace(compilation.rows[0], answers=apart)
    [row] = main_figures(replace(compilation, rows=(counting,))).rows
    assert row.severity is Severity.SERIOUS


def test_coverage_and_the_checks_that_are_not_in_order() -> None:
    compilation = compiled(dialogue("U", 30), dialogue("V", 20, None))
    figures = main_figures(compilation)
    assert (figures.submitted, figures.asked) == (1, 2)
    assert figures.level is OrganisationKind.COMMITTEE
    assert "missing_answers" in [check.name for check in figures.checks]
    assert all(check.status is not Status.OK for check in figures.checks)
