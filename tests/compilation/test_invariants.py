"""Every invariant is found broken where one figure is, and says which."""

from dataclasses import replace
from typing import Any

import pytest

from kfmodel.answers import Activity, Answers
from kfmodel.compilation import Check, Compilation, Status, compile_material
from kfmodel.compilation.checks import CHECKS
from kfmodel.compilation.compile_material import compile_city, compile_division
from kfmodel.compilation.material import Division, Uncounted
from kfmodel.compilation.moves import MoveRow
from kfmodel.glossary import TERMS
from kfmodel.scales import Severity
from tests.compilation.asn_2025 import asn_2025
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
)
from tests.compilation.test_headcount_levels import ARCHITECT, CASES, PERMITS, planning, unit, units

BY_NAME = {check.__name__: check for check in CHECKS}
KEY = (ASN.code, CATEGORY)
WHOLE = projection(14, gap_2y=-1, gap_5y=-2, turnover_2y=2, retirements_2y=1)


def checked(name: str, compilation: Compilation) -> Check:
    """The check run again, on what may have been broken."""
    return BY_NAME[name](compilation)


def with_row(compilation: Compilation, place: int = 0, **values: Any) -> Compilation:
    rows = list(compilation.rows)
    rows[place] = replace(rows[place], **values)
    return replace(compilation, rows=tuple(rows))


def with_printed(compilation: Compilation, table: str, place: int, **values: Any) -> Compilation:
    """One record of a printed table is another."""

    def broken(records: Any) -> tuple[Any, ...]:
        return (*records[:place], replace(records[place], **values), *records[place + 1 :])

    tables = tuple(
        replace(one, records=broken(one.records)) if one.name == table else one
        for one in compilation.tables
    )
    return replace(compilation, tables=tables)


@pytest.fixture(scope="module")
def planned() -> Compilation:
    return compile_material(planning(*units()), COMPILED_AT)


def test_every_check_has_its_word_and_is_run(planned: Compilation) -> None:
    assert [check.name for check in planned.checks] == list(BY_NAME)
    assert set(BY_NAME) <= set(TERMS)


def test_nothing_is_wrong_with_what_is_compiled(planned: Compilation) -> None:
    wrong = [check for check in planned.checks if check.status is Status.ERROR]
    wrong += [c for c in compiled(dialogue("1", 7)).checks if c.status is Status.ERROR]
    assert wrong == []


def test_recruitment_says_both_sums() -> None:
    found = checked(
        "recruitment_identity",
        with_row(compiled(projections={KEY: WHOLE}), recruitment_2y=99),
    )
    assert found.status is Status.ERROR
    assert found.detail == f"Summan stämmer inte för: {CATEGORY}: 99, men delarna ger 4."


def test_shares_are_named_with_their_sum() -> None:
    answers = Answers(level_some=-10, level_good=0, level_high=9, level_very_high=0)
    found = checked("level_shares", with_row(compiled(dialogue("1", 7)), answers=answers))
    assert found.detail == f"Nivåerna summerar inte till noll: {CATEGORY}: −1 %."


def test_moves_that_do_not_sum_to_the_increase(planned: Compilation) -> None:
    found = checked("moves_identity", with_printed(planned, "moves", 0, moves=(-36, 5, 25, 19)))
    assert found.status is Status.ERROR
    assert f"{ARCHITECT}, 2 år: utökning +14, förflyttningarna ger +13" in found.detail


def test_heads_that_are_not_those_the_units_counted(planned: Compilation) -> None:
    wrong = replace(planned.rows[0].compiled, need_2y_high=34)
    found = checked("totals", with_row(planned, compiled=wrong))
    assert found.status is Status.ERROR
    assert found.detail == f"Summan är inte delarnas: {ARCHITECT}: 2 år hög 34, delarna 35."


def test_a_total_that_is_not_the_sum_of_its_rows(planned: Compilation) -> None:
    found = checked("totals", with_printed(planned, "moves", 2, increase=-4))
    assert found.status is Status.ERROR
    assert "Kompetensförflyttning 2 år 11, delarna 10" in found.detail


def test_spread_that_is_not_all_who_answered() -> None:
    compilation = compiled(dialogue("1", 9), dialogue("2", 8))
    found = checked("totals", with_printed(compilation, "spread", 0, heads=16))
    assert found.status is Status.ERROR
    assert f"{CATEGORY}: Uppskattat behov 2 år 16, delarna 17" in found.detail


def test_shares_that_are_not_together_a_hundred() -> None:
    compilation = compiled(dialogue("1", 9), dialogue("2", 8))
    found = checked("totals", with_printed(compilation, "spread", 0, share_pct=101))
    assert found.status is Status.ERROR
    assert f"{CATEGORY}: Uppskattat behov 2 år 100 %, delarna 101" in found.detail


def test_what_is_hidden_tells_no_total() -> None:
    """The heads of the others stand in the spread: with the sum beside them the hidden is out."""
    compilation = compiled(dialogue("1", 40), dialogue("2", 4), dialogue("3", 9))
    found = checked("totals", with_printed(compilation, "spread", 0, heads=39))
    assert found.status is Status.OK


def test_a_staffed_unit_that_no_dialogue_counts() -> None:
    left_out = Uncounted(ASN.code, None, "Enhet 9", CATEGORY)
    found = {c.name: c for c in compiled(dialogue("1", 7), uncounted=(left_out,)).checks}
    assert found["units_counted_once"].status is Status.ERROR
    assert "Enhet 9 (Sektionschef)" in found["units_counted_once"].detail


def serious(*activities: Activity) -> Check:
    answers = replace(COMPLETE, severity=Severity.SERIOUS, activities=activities)
    return checked("serious_without_activity", compiled(dialogue("1", 7, answers)))


def test_a_serious_gap_with_no_activity() -> None:
    assert serious().status is Status.WARNING
    assert serious().detail == f"Allvarlig risk men ingen aktivitet: {CATEGORY}."
    assert serious(Activity("Anställ två")).status is Status.OK


def test_serious_for_the_work_environment_alone() -> None:
    found = checked("serious_without_activity", compile_material(planning(*units()), COMPILED_AT))
    assert found.detail.endswith(f": {ARCHITECT}; {PERMITS}.")


def test_categories_without_a_projection() -> None:
    both = material(
        dialogue("1", 7),
        unit("Bygglov", PERMITS, 20, CASES),
        committees=(ASN, planning().committees[0]),
        categories=(CATEGORY, PERMITS),
    )
    found = checked("projection_missing", compile_material(both, COMPILED_AT))
    assert found.status is Status.WARNING
    assert found.detail == f"Personalframskrivning saknas för: {CATEGORY} ({ASN.name})."
    assert checked("projection_missing", compiled(projections={KEY: WHOLE})).status is Status.OK


def test_a_division_is_not_warned_of_a_projection_that_is_its_committees() -> None:
    given = material(
        dialogue("1", 7, division_code="D1"),
        divisions=(Division("D1", "Ett", ASN.code),),
        projections={KEY: WHOLE},
    )
    compilation = compile_division(given, "D1", COMPILED_AT)
    assert not [check for check in compilation.checks if check.name == "projection_missing"]
    told = checked("recruitment_identity", compilation)
    assert (told.status, told.detail) == (
        Status.OK,
        "Inget rekryteringsbehov att kontrollera: det räknas för hela nämnden.",
    )
    assert checked("recruitment_identity", compiled(dialogue("1", 7))).detail == (
        "Inget rekryteringsbehov att kontrollera: personalframskrivning saknas."
    )


def test_the_city_is_told_whom_it_waits_for() -> None:
    both = material(dialogue("1", 9), dialogue("2", 9, committee=FSN), committees=(ASN, FSN))
    found = compile_city(replace(both, approved=frozenset({FSN.code})), COMPILED_AT)
    detail = checked("missing_answers", found).detail
    assert detail == f"Nämnder vars sammanställning inte är godkänd: {ASN.name}."
    assert not [check for check in found.checks if check.status is Status.ERROR]
    whole = compile_city(replace(both, approved=frozenset({FSN.code, ASN.code})), COMPILED_AT)
    assert checked("missing_answers", whole).status is Status.OK


def test_checks_tell_no_figure_of_a_masked_row() -> None:
    small = projection(4, gap_2y=-1, turnover_2y=1, retirements_2y=1)
    hidden = replace(COMPLETE, severity=Severity.SERIOUS, headcount_ok=False, headcount_actual=3)
    compilation = compiled(dialogue("1", 4, hidden), projections={KEY: small})
    broken = with_row(compilation, recruitment_2y=77)
    told = [checked(name, broken).detail for name in BY_NAME if name != "missing_answers"]
    assert f"Summan stämmer inte för: {CATEGORY}." in told
    assert not [detail for detail in told if any(sign.isdigit() for sign in detail)]


def test_the_published_report_breaks_no_invariant() -> None:
    found = compile_material(asn_2025(), COMPILED_AT)
    assert not [check for check in found.checks if check.status is Status.ERROR]


def test_the_total_is_checked_by_committee(planned: Compilation) -> None:
    [total] = [t for t in planned.tables if t.name == "moves"]
    first = total.totals[0]
    assert isinstance(first, MoveRow)
    tables = tuple(
        replace(t, totals=(replace(first, increase=12), *t.totals[1:])) if t is total else t
        for t in planned.tables
    )
    found = checked("totals", replace(planned, tables=tables))
    assert "Kompetensförflyttning 2 år 12, delarna 11" in found.detail
