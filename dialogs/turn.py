"""What a press leads to."""

from dataclasses import dataclass

from dialogs.screen import Screen
from kfmodel.dialogue import State


@dataclass(frozen=True, slots=True)
class Turn:
    """`state` is what to store (None: nothing changes); `kept` says that what was typed is to be
    kept as an unapplied revision."""

    screen: Screen
    state: State | None = None
    kept: bool = False
