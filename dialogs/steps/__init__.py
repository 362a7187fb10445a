"""The steps of a dialogue, one file each. A method names those it uses, in its order."""

from dialogs.steps import drivers, heads, levels, need, risk
from dialogs.steps.step import Step

STEPS: dict[str, Step] = {
    step.id: step
    for step in (need.STEP, heads.NOW, heads.NEEDED, levels.STEP, risk.STEP, drivers.STEP)
}

__all__ = ["STEPS", "Step"]
