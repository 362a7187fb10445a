"""The example's answers come to the published rows by the rules of compilation."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.demo.example import example_cycle, personas, planned_answers, presses
from dialogs.flow import advance
from dialogs.screen import Submitted
from kfmodel.calculations import heads_of_moves, heads_of_points, level_shares, weighted_median
from kfmodel.compilation import Status, as_json, compile_material
from kfmodel.compilation.material import Dialogue, Material
from kfmodel.database import connect, reading, writing
from kfmodel.dialogue import Progress
from kfmodel.methods import method_of
from kfmodel.repository.cycle_import import store_cycle
from kfmodel.repository.cycles import find_cycle
from kfmodel.repository.dialogues import dialogues_of
from kfmodel.repository.material import load_material
from kfmodel.scales import ScaleValue
from tests.demo.test_example_cycle import published

AREAS = {
    "Utveckla och behålla kompetens": 3,
    "Stärka rekrytering och arbetsgivarattraktivitet": 2,
    "Säkra kritiska kompetenser och ledningsförsörjning": 3,
    "Utveckla arbetssätt och digitalisering": 1,
}
"""The published areas, with the number of activities of each."""
NOW = datetime(2025, 9, 29, 9, 0, tzinfo=UTC)
ANSWERED = ("need_2y", "need_5y", "severity", "likelihood")
LEVELS = ("level_some", "level_good", "level_high", "level_very_high")


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory, sqlite_migrated: Path) -> Material:
    """The example cycle as if everyone had submitted what they plan to."""
    file = tmp_path_factory.mktemp("example") / "kf.db"
    file.write_bytes(sqlite_migrated.read_bytes())
    engine = connect(f"sqlite:///{file}")
    with writing(engine) as connection:
        store_cycle(connection, example_cycle(), NOW)
        material = load_material(connection, find_cycle(connection))
    engine.dispose()
    plan = planned_answers()
    assert {(d.organisation_code, d.category) for d in material.dialogues} == set(plan)
    return replace(
        material,
        dialogues=tuple(
            replace(d, progress=Progress.SUBMITTED, answers=plan[d.organisation_code, d.category])
            for d in material.dialogues
        ),
    )


def _by_category(material: Material) -> dict[str, list[Dialogue]]:
    found: defaultdict[str, list[Dialogue]] = defaultdict(list)
    for dialogue in material.dialogues:
        found[dialogue.category].append(dialogue)
    return found


def _median(dialogues: list[Dialogue], name: str) -> ScaleValue | None:
    return weighted_median((getattr(d.answers, name), d.heads) for d in dialogues)


def _levels(dialogues: list[Dialogue]) -> list[int]:
    units = []
    for dialogue in dialogues:
        assert dialogue.answers is not None
        moves, levels = dialogue.answers.moves, dialogue.answers.levels
        if moves is not None:
            units.append((dialogue.heads, heads_of_moves(moves)))
        elif levels is not None:
            units.append((dialogue.heads, heads_of_points(levels, dialogue.heads)))
    assert len(units) == len(dialogues)
    return list(level_shares(units) or ())


@pytest.mark.parametrize("category", published())
def test_medians_and_shares_are_the_published_ones(answered: Material, category: str) -> None:
    row, dialogues = published()[category], _by_category(answered)[category]
    assert {name: str(_median(dialogues, name)) for name in ANSWERED} == {
        name: row[name] for name in ANSWERED
    }
    assert _levels(dialogues) == [int(row[name]) for name in LEVELS]


def test_the_compilation_is_the_published_report(answered: Material) -> None:
    tables = as_json(compile_material(answered, NOW))["tables"]
    compiled: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for name in ("gap", "recruitment", "risk"):
        for row in tables[name]:
            compiled[row["category"]] |= row
    assert list(compiled) == list(published())
    for category, row in published().items():
        assert {name: str(compiled[category][name]) for name in row} == row


def test_the_risks_that_moved_are_those_the_report_names(answered: Material) -> None:
    rows = as_json(compile_material(answered, NOW))["tables"]["risk"]
    assert {row["category"]: row["change"] for row in rows if row["change"]} == {
        "Socialsekreterare myndighet ekonomiskt bistånd": "down",
        "Socialsekreterare samtal/behandling": "up",
        "Socialsekreterare stöd och rådgivning": "up",
    }


def test_no_two_groups_of_a_category_answer_alike(answered: Material) -> None:
    for dialogues in _by_category(answered).values():
        answers = [
            (*(getattr(d.answers, name) for name in ANSWERED), d.answers.moves, d.answers.levels)
            for d in dialogues
            if d.answers
        ]
        assert len(set(answers)) == len(dialogues) > 1


def test_one_wrong_answer_is_seen(answered: Material) -> None:
    first, *rest = answered.dialogues
    assert first.answers is not None
    wrong = replace(first, answers=replace(first.answers, move_some_good=int(first.heads)))
    tables = [
        as_json(compile_material(replace(answered, dialogues=(one, *rest)), NOW))["tables"]["gap"]
        for one in (first, wrong)
    ]
    assert tables[0] != tables[1]


def test_pressing_the_buttons_gives_the_planned_answers(
    tmp_path: Path, sqlite_migrated: Path
) -> None:
    file = tmp_path / "kf.db"
    file.write_bytes(sqlite_migrated.read_bytes())
    engine = connect(f"sqlite:///{file}")
    with writing(engine) as connection:
        store_cycle(connection, example_cycle(), NOW)
    with reading(engine) as connection:
        dialogues = [d for one in personas() for d in dialogues_of(connection, one.entra_id)]
    engine.dispose()
    codes = {row.name: row.code for row in example_cycle().organisations}
    for dialogue in dialogues:
        facts, state = dialogue.facts, dialogue.state
        planned = planned_answers()[codes[facts.organisation], facts.category]
        for press in presses(planned):
            method = method_of(facts.method)
            turn = advance(
                method, facts, state, replace(press, revision=state.revision), date(2025, 9, 29)
            )
            assert turn.state is not None
            state = turn.state
        assert isinstance(turn.screen, Submitted)
        assert state.answers == planned


def test_the_plan_is_followed_up_and_its_areas_are_the_published_ones(answered: Material) -> None:
    compilation = compile_material(answered, NOW)
    tables = as_json(compilation)["tables"]
    areas = Counter(row["area"] for row in tables["activities"] if row["source"] == "hr")
    assert areas == AREAS
    assert {"hr", "manager"} == {row["requested_by"] for row in tables["funding"]}
    totals = [row for row in tables["follow_up"] if row["category"] == "total"]
    assert {row["source"] for row in totals} == {
        "HR:s statistik, mars 2025",
        "Chefernas enkät, hösten 2024",
    }
    wrong_way = [row for row in tables["follow_up"] if (row["percent"] or 0) < 0]
    assert [(row["goal"], row["outcome"], row["percent"]) for row in wrong_way] == [(7, -1, -14)]
    assert [check for check in compilation.checks if check.status is Status.ERROR] == []
