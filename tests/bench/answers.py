"""Presses of a whole dialogue: every unit's need, levels, risk and drivers, one after another."""

from typing import Any

import orjson

from tests.bench.many_units import account
from tests.bench.presses import PRESS

STEPS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("need", {"headcount_ok": "true", "need_2y": "MORE", "need_5y": "MUCH_MORE"}),
    ("levels", {"move_some_good": "2", "move_good_high": "1"}),
    ("risk", {"severity": "LESS_SERIOUS", "likelihood": "MEDIUM"}),
    ("drivers", {"comment": "Svårt att rekrytera erfarna."}),
)


def answer(token: str, first: int, units: int, number: int) -> tuple[bytes, dict[str, str]]:
    """The press of this number: all units' first step, then all units' second, and so on.

    The units are `units` many from `first` on, so that each press is on a current card.
    """
    place, unit = number // units, first + number % units
    step, inputs = STEPS[place]
    data = {"dialogue": unit, "step": step, "revision": place, **inputs}
    action = {"type": "Action.Execute", "verb": "answer", "data": data}
    sender = {"id": f"29:{unit}", "name": "Chef", "aadObjectId": account(unit)}
    activity = PRESS | {"from": sender, "value": {"action": action, "trigger": "manual"}}
    return orjson.dumps(activity), {"Authorization": f"Bearer {token}"}
