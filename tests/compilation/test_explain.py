"""Every figure says where it comes from, and comes out again from what is printed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.commands.explained import lines
from kfmodel.answers import LEVELS, Activity, Answers
from kfmodel.compilation import Compilation, Table, compile_material
from kfmodel.compilation.compile_material import compile_city, compile_division
from kfmodel.compilation.explain import Explanation, NotFoundError, explain, explained
from kfmodel.compilation.material import Dialogue, Division, Material
from kfmodel.compilation.words import MASK
from kfmodel.figure_rules import rule
from kfmodel.plan import Plan
from kfmodel.scales import Need, Severity
from kfmodel.settling import Settled
from tests.compilation import test_headcount_levels as counted
from tests.compilation import test_three_level as culture
from tests.compilation.asn_2025 import asn_2025
from tests.compilation.build import (
    ASN,
    CATEGORY,
    COMPILED_AT,
    COMPLETE,
    compiled,
    dialogue,
    projection,
)
from tests.compilation.build import material as built
from tests.compilation.explained import computed_again, read
from tests.compilation.plan import funded, goal, outcome, planned

AT = datetime(2025, 9, 1, tzinfo=UTC)
_CAUSES = ("gap_2y", "turnover_2y", "retirements_2y", "recruitment_2y")
MOVING = replace(COMPLETE, move_some_good=1, move_good_high=2, move_high_very_high=1)


def asn() -> Material:
    """With an earlier cycle, so that every column has something to tell."""
    now = asn_2025()
    return replace(now, earlier=(replace(now, year=2023, cycle="2023", previous={}),))


def three_level() -> Material:
    categories = (culture.LIBRARIAN, culture.TEACHER, culture.ASSISTANT, culture.GUARD)
    return built(*culture.units(), committees=(culture.KUN,), categories=categories)


def by_heads() -> Material:
    then = counted.counted(
        (60, 20, 10, 0), (30, 24, 30, 16), (30, 24, 30, 16), counted.OTHER, counted.OTHER
    )
    earlier = replace(
        counted.planning(counted.unit("Detaljplan", counted.ARCHITECT, 90, then)), year=2023
    )
    return counted.planning(*counted.units(), earlier=(earlier,))


def settled_and_planned() -> Material:
    """Of two divisions one has settled, and HR the whole; one unit is small, another unanswered."""
    answers = Answers(need_2y=Need.LESS, severity=Severity.SERIOUS, **_levels(-10, 0, 5, 5))
    ours = Answers(need_2y=Need.MUCH_MORE, need_5y=Need.SAME, **_levels(-5, 0, 0, 5))
    values = {
        ("D2", CATEGORY): Settled(answers, "Omorganisation", "hr", AT),
        (ASN.code, "Socialsekreterare"): Settled(ours, "Nytt uppdrag", "hr", AT),
    }
    mentor = replace(MOVING, activities=(Activity("Mentorskap", asked_sek=40_000),))
    return built(
        _unit("1", 20, MOVING, "D1"),
        _unit("2", 9.5, mentor, "D1"),
        _unit("3", 11, COMPLETE, "D2"),
        _unit("4", 4, COMPLETE, "D1"),
        _unit("5", 7, replace(COMPLETE, need_2y=Need.LESS), "D1", category="Socialsekreterare"),
        _unit("6", 8, None, "D1", category="Socialsekreterare"),
        categories=(CATEGORY, "Socialsekreterare", "Områdeschef"),
        divisions=(Division("D1", "Ett", ASN.code), Division("D2", "Två", ASN.code)),
        settled=values,
        plan=Plan(
            goals=(goal(7), goal(4, "Socialsekreterare", to_good=0), goal(2, "Områdeschef")),
            outcomes=(outcome(-1), outcome(3, "Socialsekreterare")),
            activities=(planned("Traineeprogram", "Rekrytera"),),
            funding=(funded("Introduktionsår", 2_400_000, 1_200_000), funded("Stöd", 100)),
        ),
        projections={
            (ASN.code, CATEGORY): projection(45, gap_2y=-3, gap_5y=2.5),
            (ASN.code, "Områdeschef"): projection(12, gap_2y=-2),
        },
    )


def _levels(*points: int) -> dict[str, Any]:
    return dict(zip(LEVELS, points, strict=True))


def _unit(
    name: str, heads: float, answers: Answers | None, division: str, **values: Any
) -> Dialogue:
    return dialogue(name, heads, answers, division_code=division, division_name=division, **values)


def city() -> Compilation:
    return compile_city(replace(settled_and_planned(), approved=frozenset({ASN.code})), COMPILED_AT)


CASES = {
    "asn-2025": lambda: compile_material(asn(), COMPILED_AT),
    "three-level": lambda: compile_material(three_level(), COMPILED_AT),
    "headcount-levels": lambda: compile_material(by_heads(), COMPILED_AT),
    "settled": lambda: compile_material(settled_and_planned(), COMPILED_AT),
    "division": lambda: compile_division(settled_and_planned(), "D1", COMPILED_AT),
    "city": city,
}


def every_cell(compilation: Compilation) -> Iterator[tuple[Table[Any], Explanation]]:
    for table in compilation.tables:
        for column in table.columns:
            for record in (*table.records, *table.totals):
                yield table, explained(compilation, table, column, record)


def whose_parts(compilation: Compilation) -> set[str]:
    cells = every_cell(compilation)
    return {str(part[0]) for _, explanation in cells for part in explanation.working.parts}


@pytest.mark.parametrize("case", CASES)
def test_every_cell_of_every_table_comes_out_again(case: str) -> None:
    """Computed anew by its rule, and by hand from the printed lines."""
    computed = 0
    for table, explanation in every_cell(CASES[case]()):
        assert explanation.agrees, (table.name, explanation)
        if explanation.masked or rule("not_applied") == explanation.working.rule:
            continue
        printed = read(list(lines(explanation)))
        again = computed_again(printed)
        if again is not None:
            assert again == printed.result, (table.name, explanation)
            computed += 1
    assert computed > 40


def test_what_is_masked_is_told_neither_by_its_parts_nor_on_the_way() -> None:
    hidden = replace(COMPLETE, need_2y=Need.LESS, comment="hemligt", severity=Severity.SERIOUS)
    compilation = compiled(
        dialogue("1", 40),
        dialogue("2", 4, hidden),
        dialogue("3", 4, hidden, category="Liten"),
        categories=(CATEGORY, "Liten"),
    )
    for _, explanation in every_cell(compilation):
        text = "\n".join(lines(explanation))
        assert "hemligt" not in text
        assert not [part for part in explanation.working.parts if Need.LESS in part]
        assert explanation.read == MASK or not explanation.masked
    [need] = explain(compilation, CATEGORY, "gap", "need_2y")
    assert need.working.hidden == 2
    assert (need.working.parts, need.working.steps) == ([], ())


def test_the_city_is_told_no_units_answer() -> None:
    names = {"Enhet 1", "Enhet 2", "Enhet 3", "Enhet 4", "Enhet 5", "Enhet 6"}
    committee = compile_material(settled_and_planned(), COMPILED_AT)
    assert names <= whose_parts(committee)
    assert not names & whose_parts(city())


def test_what_is_settled_says_what_was_compiled_and_why() -> None:
    compilation = compile_material(settled_and_planned(), COMPILED_AT)
    [found] = explain(compilation, "Socialsekreterare", "gap", "need_2y")
    steps = dict(found.working.steps)
    assert (steps["Sammanställt"], found.working.result) == (Need.LESS, Need.MUCH_MORE)
    assert steps["Skäl"] == "Nytt uppdrag"


def test_a_division_that_answers_is_not_called_a_unit() -> None:
    """D2 has settled for its unit, D3 answers for a group that is too small in its units."""
    material = settled_and_planned()
    pooled = dialogue("D3", 8, COMPLETE, division_code="D3", division_name="Tre")
    with_pool = replace(
        material,
        dialogues=(*material.dialogues, pooled),
        divisions=(*material.divisions, Division("D3", "Tre", ASN.code)),
    )
    compilation = compile_material(with_pool, COMPILED_AT)
    [need] = explain(compilation, CATEGORY, "gap", "need_2y")
    assert need.working.headings[0] == "Enhet eller avdelning"
    names = [part[0] for part in need.working.parts]
    assert "D2 (fastställd)" in names
    assert "Enhet D3" in names
    [alone] = explain(compile_division(with_pool, "D3", COMPILED_AT), CATEGORY, "gap", "need_2y")
    assert alone.working.headings[0] == "Avdelning"


def test_whom_a_division_has_settled_for_is_not_waited_for() -> None:
    material = settled_and_planned()
    silent = [_unit(str(n), 12, None, division) for n, division in ((7, "D1"), (8, "D2"))]
    with_silent = replace(material, dialogues=(*material.dialogues, *silent))
    compilation = compile_material(with_silent, COMPILED_AT)
    [found] = explain(compilation, CATEGORY, "gap", "assessed_2y_from")
    assert dict(found.working.steps)["Enheter som ännu inte har svarat"] == 1


def test_a_division_is_told_that_the_projection_is_its_committees() -> None:
    compilation = compile_division(settled_and_planned(), "D1", COMPILED_AT)
    [gap] = explain(compilation, CATEGORY, "gap", "gap_2y")
    assert (gap.working.rule, gap.working.result) == (rule("projected_above"), None)
    [heads] = explain(compilation, CATEGORY, "gap", "headcount")
    assert heads.working.rule == rule("staffed_below")


def test_times_are_stockholms_to_the_minute_wherever_they_stand() -> None:
    settled = replace(settled_and_planned().settled["D2", CATEGORY], at=AT.replace(microsecond=7))
    compilation = compiled(dialogue("1", 9), settled={(ASN.code, CATEGORY): settled})
    [at] = explain(compilation, CATEGORY, "gap", "settled")
    assert "  Fastställd  2025-09-01 02:00" in lines(at)
    [submitted] = explain(compilation, CATEGORY, "answers", "submitted_at")
    assert list(lines(submitted))[-3:-1] == [
        "  Inlämnat  2025-10-01 00:30",
        "Resultat: 2025-10-01 00:30",
    ]


def test_what_was_given_is_told_as_people_read_it() -> None:
    first, *_ = explain(compiled(dialogue("1", 9)), CATEGORY, "spread", "question")
    assert "  Fråga    Uppskattat behov 2 år" in lines(first)


def test_a_reason_stands_by_the_values_that_it_is_for() -> None:
    compilation = compile_material(settled_and_planned(), COMPILED_AT)
    [same] = explain(compilation, "Socialsekreterare", "gap", "need_5y")
    assert "Skäl" not in dict(same.working.steps)


@pytest.mark.parametrize(
    ("column", "whole"),
    [("gap_2y", -30), ("turnover_2y", 191), ("retirements_2y", 12), ("recruitment_2y", 233)],
)
def test_the_reports_sums_have_their_parts(column: str, whole: int) -> None:
    [found] = explain(CASES["asn-2025"](), "totalt", "recruitment", column)
    assert found.agrees
    assert (found.of, found.working.result, len(found.working.parts)) == (("Totalt",), whole, 8)
    assert sum(read(list(lines(found))).numbers()) == whole


def test_a_sum_adds_up_although_a_category_has_not_all_its_parts() -> None:
    projections = {
        (ASN.code, "Hel"): projection(20, gap_2y=-2, turnover_2y=5, retirements_2y=1),
        (ASN.code, "Del"): projection(20, gap_2y=-3),
        (ASN.code, "Liten"): projection(3, gap_2y=-1, turnover_2y=1, retirements_2y=0),
    }
    units = [
        dialogue(n, heads, category=n) for n, heads in (("Hel", 20), ("Del", 20), ("Liten", 3))
    ]
    compilation = compiled(*units, categories=("Hel", "Del", "Liten"), projections=projections)
    sums = [explain(compilation, "Totalt", "recruitment", name)[0] for name in _CAUSES]
    gap, turnover, retirements, need = (found.working.result for found in sums)
    assert (gap, turnover, retirements, need) == (-2, 5, 1, 8)
    assert {found.of for found in sums} == {("Totalt, visade rader",)}
    [heads] = explain(compilation, "Totalt", "gap", "headcount")
    assert heads.working.result == 40


def test_what_is_no_number_has_no_sum() -> None:
    with pytest.raises(
        NotFoundError, match="Uppskattat behov 2 år summeras inte; ange en av: Totalt a"
    ):
        explain(compiled(dialogue("1", 9)), "Totalt", "gap", "need_2y")


def test_a_share_that_is_rounded_against_its_nearest_comes_out_again() -> None:
    needs = {Need.LESS: 51, Need.SAME: 84, Need.MORE: 65}
    units = [dialogue(n.name, heads, replace(COMPLETE, need_2y=n)) for n, heads in needs.items()]
    first, *_ = explain(compiled(*units), CATEGORY, "spread", "share_pct")
    printed = read(list(lines(first)))
    assert printed.steps["Procent före avrundning"] == "25,5"
    assert computed_again(printed) == printed.result == "25 %"


def test_a_figure_that_is_wrong_is_seen() -> None:
    compilation = compiled(dialogue("1", 9))
    table = compilation.tables[0]
    wrong = replace(next(iter(table.records)), answers=replace(COMPLETE, need_2y=Need.LESS))
    [column] = [one for one in table.columns if one.name == "need_2y"]
    found = explained(compilation, table, column, wrong)
    assert not found.agrees
    assert list(lines(found))[-2:] == [
        "Resultat: Mindre",
        "Omräkning: stämmer inte, underlaget ger Mer.",
    ]


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("gap", "need_2y"),
        ("Gapanalys", "Uppskattat behov 2 år"),
        ("GAPANALYS ", "uppskattat  behov 2 år"),
    ],
)
def test_keys_and_headings_in_any_letter_case(table: str, column: str) -> None:
    [found] = explain(compiled(dialogue("1", 9)), "sektionschef", table, column)
    assert found.working.result is Need.MORE


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            (CATEGORY, "gapp", "need_2y"),
            'Tabellen "gapp" finns inte; ange en av: Gapanalys (gap), ',
        ),
        ((CATEGORY, "gap", "behov"), 'Kolumnen "behov" finns inte i Gapanalys; ange en av: Yrkes'),
        (
            ("Sektionschäf", "gap", "need_2y"),
            '"Sektionschäf" finns inte i Gapanalys; menade du "Sek',
        ),
        (("Rektor", "gap", "need_2y"), '"Rektor" finns inte i Gapanalys; ange en av: Sektionschef'),
        (("Rektor", "moves", "increase"), "Kompetensförflyttning har inga rader"),
    ],
)
def test_what_is_unknown_lists_what_there_is(asked: tuple[str, str, str], told: str) -> None:
    with pytest.raises(NotFoundError) as error:
        explain(compiled(dialogue("1", 9)), *asked)
    assert str(error.value).startswith(told)
