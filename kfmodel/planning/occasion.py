"""An occasion: one point of the plan at which a message may leave."""

from dataclasses import dataclass
from datetime import date

from kfmodel.delivery import Kind


@dataclass(frozen=True, slots=True)
class Occasion:
    """`on` and `until` are the first and the last day on which it is worth sending. `key` names it
    within its cycle and kind; one that hangs on the deadline names that too, so that a moved
    deadline makes new occasions."""

    kind: Kind
    key: str
    on: date
    until: date

    def covers(self, day: date) -> bool:
        """Whether it is worth sending on the day."""
        return self.on <= day <= self.until
