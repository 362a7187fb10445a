"""How each step of a dialogue is drawn, one file a step."""

from cards.steps import drivers, heads, levels, need, risk
from cards.steps.step import StepCard

STEP_CARDS: dict[str, StepCard] = {
    "need": need.CARD,
    "heads_now": heads.NOW,
    "heads_needed": heads.NEEDED,
    "levels": levels.CARD,
    "risk": risk.CARD,
    "drivers": drivers.CARD,
}

__all__ = ["STEP_CARDS", "StepCard"]
