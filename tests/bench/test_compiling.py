"""The compile's contestants do what they say, at a small size."""

import json

from kfmodel.compilation import as_json, compile_material
from tests.bench.compiling.contestants import COMPILED_AT, CONTESTANTS
from tests.bench.compiling.large_city import CATEGORIES_A_UNIT, large_city
from tests.bench.compiling.measured import NAMES, measured


def test_everybody_in_the_large_city_is_compiled() -> None:
    compiled = json.loads(json.dumps(as_json(compile_material(large_city(300), COMPILED_AT))))
    answered = sum(row["units_answered"] for row in compiled["tables"]["gap"])
    assert answered == 300 * CATEGORIES_A_UNIT


def test_every_contestant_runs() -> None:
    assert set(NAMES) == set(CONTESTANTS)
    for run in measured(40, rounds=1).values():
        assert run.seconds > 0
        assert run.peak_mb > 0
