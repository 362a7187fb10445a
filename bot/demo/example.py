"""The example that the demo plays: a cycle, its people, and what they answer."""

from bot.demo.example_answers import planned_answers
from bot.demo.example_cycle import example_cycle
from bot.demo.personas import personas
from bot.demo.presses import inputs_of, presses
from bot.demo.seed import seed

__all__ = ["example_cycle", "inputs_of", "personas", "planned_answers", "presses", "seed"]
