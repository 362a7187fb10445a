"""What HR is told before sending on."""

from dataclasses import replace
from typing import Any

import pytest

from kfmodel.compilation import CategoryRow, Check, Status, compile_material
from kfmodel.compilation.checks.figures import recruitment_identity
from kfmodel.compilation.checks.levels import level_shares
from kfmodel.compilation.material import Dialogue
from kfmodel.compilation.proposal import basis
from kfmodel.compilation.voice import Voice
from kfmodel.scales import Likelihood, Need, Severity
from kfmodel.settling import Settled
from tests.compilation.build import (
    ASN,
    CATEGORY,
    COMPILED_AT,
    COMPLETE,
    FSN,
    compiled,
    dialogue,
    material,
    projection,
    saying,
)

KEY = (ASN.code, CATEGORY)
SETTLED = Settled(COMPLETE, None, "Hanna Ros", COMPILED_AT)
WHOLE = projection(14, gap_2y=-1, gap_5y=-2, turnover_2y=2, retirements_2y=1)


def check(name: str, *dialogues: Dialogue, **values: Any) -> Check:
    checks = {found.name: found for found in compiled(*dialogues, **values).checks}
    return checks[name]


def test_all_in_order() -> None:
    units = dialogue("1", 7), dialogue("2", 7)
    assert {found.status for found in compiled(*units, projections={KEY: WHOLE}).checks} == {
        Status.OK
    }


def test_missing_answers_are_named() -> None:
    found = check("missing_answers", dialogue("1", 7), dialogue("2", 7, None))
    assert found.status is Status.WARNING
    assert found.detail == "1 av 2 svar saknas: Enhet 2 (Sektionschef)."


def test_many_missing_answers_are_counted() -> None:
    found = check("missing_answers", *[dialogue(str(n), 7, None) for n in range(25)])
    assert found.detail.startswith("25 av 25 svar saknas: Enhet 0 (Sektionschef); Enhet 1")
    assert found.detail.endswith("Enhet 19 (Sektionschef) … och 5 till.")


def test_what_was_settled_on_other_answers_is_named() -> None:
    unit = dialogue("1", 7)
    settled = replace(SETTLED, basis=basis([Voice("1", 7.0, COMPLETE)]))
    assert check("settled_basis", unit, settled={KEY: settled}).status is Status.OK
    changed = replace(COMPLETE, likelihood=Likelihood.HIGH)
    found = check("settled_basis", dialogue("1", 7, changed), settled={KEY: settled})
    assert found.status is Status.WARNING
    assert found.detail == "Underlaget har ändrats sedan det fastställdes: Sektionschef."


def test_nobody_asked() -> None:
    assert check("missing_answers").detail == "Ingen är tillfrågad."


def test_less_need_but_serious_risk() -> None:
    odd = replace(COMPLETE, need_2y=Need.LESS, severity=Severity.SERIOUS)
    found = check("contradictions", dialogue("1", 7, odd))
    assert found.status is Status.WARNING
    assert "Enhet 1 (Sektionschef) – mindre behov men allvarlig risk" in found.detail


def test_points_that_do_not_sum_to_zero() -> None:
    points = replace(COMPLETE, move_some_good=None, level_some=-10, level_good=0, level_high=15)
    found = check("contradictions", dialogue("1", 7, points))
    assert "Enhet 1 (Sektionschef) – nivåerna summerar till +5 %" in found.detail
    assert check("level_shares", dialogue("1", 7, points)).status is Status.OK


@pytest.mark.parametrize(
    ("actual", "told"), [(9, "9 enligt chefen"), (None, "inget nytt antal enligt chefen")]
)
def test_deviating_headcounts(actual: int | None, told: str) -> None:
    answers = replace(COMPLETE, headcount_ok=False, headcount_actual=actual)
    found = check("headcount_deviations", dialogue("1", 7.5, answers))
    assert found.status is Status.WARNING
    assert f"Enhet 1 (Sektionschef) – 7,5 i bemanningen, {told}" in found.detail


def test_staffing_against_projection() -> None:
    found = check("staffing_and_projection", dialogue("1", 12), projections={KEY: WHOLE})
    assert found.status is Status.WARNING
    assert "Sektionschef: bemanning 12, framskrivning 14" in found.detail


def test_a_small_category_tells_no_figures() -> None:
    small = {KEY: replace(WHOLE, headcount=4)}
    found = check("staffing_and_projection", dialogue("1", 3), projections=small)
    assert found.detail.endswith(": Sektionschef.")


def test_a_unit_counted_twice() -> None:
    found = check("units_counted_once", dialogue("1", 7), dialogue("1", 7))
    assert found.status is Status.ERROR
    assert "Enhet 1 (Sektionschef)" in found.detail


@pytest.mark.parametrize(("staffed", "status"), [(20, Status.WARNING), (5, Status.ERROR)])
def test_staffing_against_those_asked(staffed: float, status: Status) -> None:
    given = replace(material(dialogue("1", 7)), staffing={KEY: staffed})
    checks = {found.name: found for found in compile_material(given, COMPILED_AT).checks}
    assert checks["units_counted_once"].status is status
    assert checks["units_counted_once"].detail.endswith(": Sektionschef.")


def test_a_projection_that_lacks_a_part() -> None:
    found = check("recruitment_identity", projections={KEY: projection(14, gap_2y=-1)})
    assert found.status is Status.WARNING
    assert found.detail.endswith(": Sektionschef.")


@pytest.mark.parametrize("change", [{"recruitment_2y": 99}, {"turnover_2y": None}])
def test_a_total_that_does_not_add_up(change: dict[str, Any]) -> None:
    compilation = compiled(projections={KEY: WHOLE})
    wrong: tuple[CategoryRow, ...] = (replace(compilation.rows[0], **change),)
    assert recruitment_identity(replace(compilation, rows=wrong)).status is Status.ERROR


def test_shares_that_do_not_sum_though_the_units_do() -> None:
    compilation = compiled(dialogue("1", 7))
    wrong = (saying(compilation.rows[0], levels=(-10, 0, 9, 0)),)
    assert level_shares(replace(compilation, rows=wrong)).status is Status.ERROR


def test_the_committee_is_named_where_there_are_several() -> None:
    found = check(
        "staffing_and_projection",
        dialogue("1", 12),
        committees=(ASN, FSN),
        projections={KEY: WHOLE},
    )
    assert f"Sektionschef ({ASN.name}): bemanning 12" in found.detail
