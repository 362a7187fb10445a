"""The next cycle's draft, from what is stored of this one."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row

from kfmodel.compilation import compile_material
from kfmodel.importing.values import CycleFile
from kfmodel.next_cycle import next_cycle
from kfmodel.repository.cycle_file import cycle_file
from kfmodel.repository.material import load_material


def draft(connection: Connection, cycle: Row[Any], now: datetime) -> CycleFile:
    """The cycle after `cycle`, as its import workbook is to begin."""
    compilation = compile_material(load_material(connection, cycle), now)
    return next_cycle(cycle_file(connection, cycle), compilation)
