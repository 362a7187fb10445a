"""The sheet Omgång: one value a row, named by its key."""

from dataclasses import dataclass, field
from typing import Any

from kfmodel.importing.columns import Column, Demand
from kfmodel.importing.cycle_key_columns import CYCLE_KEYS
from kfmodel.importing.kinds import CellRefusedError
from kfmodel.importing.names import Names
from kfmodel.importing.problems import Problems
from kfmodel.importing.table import Line, Table, read_cell
from kfmodel.importing.text import fold_heading

_KEYS = {fold_heading(key.heading): key for key in CYCLE_KEYS}
_NAMES = Names(key.heading for key in CYCLE_KEYS)


@dataclass(slots=True)
class CycleKeys:
    """`values` lacks what is missing or wrong; `places` has the cell of each value."""

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name)


def read_keys(table: Table, problems: Problems) -> CycleKeys:
    keys = CycleKeys()
    rows: dict[str, Line] = {}
    for line in table:
        key = _key(line, problems)
        if key is None:
            continue
        first = rows.setdefault(key.name, line)
        if first is not line:
            problems.error(
                line.at("key"),
                f'nyckeln "{key.heading}" finns redan på rad {first.row}; ta bort en',
            )
            continue
        keys.places[key.name] = line.at("value")
        _read_value(key, line, keys, problems)
    if table.columns >= {"key", "value"}:
        _report_missing(table, rows, problems)
    return keys


def _key(line: Line, problems: Problems) -> Column | None:
    written = line["key"]
    if written is None:
        return None
    key = _KEYS.get(fold_heading(written))
    if key is None:
        problems.warn(line.at("key"), f'nyckeln "{written}" läses inte{_NAMES.hint(written)}')
    return key


def _read_value(key: Column, line: Line, keys: CycleKeys, problems: Problems) -> None:
    cell = line["value"]
    if cell is None:
        if key.demand is Demand.CELL:
            problems.error(
                line.at("value"), f"värdet för {key.heading} saknas; skriv {key.expected}"
            )
        return
    try:
        keys.values[key.name] = read_cell(key, cell)
    except CellRefusedError as refused:
        problems.error(line.at("value"), str(refused))


def _report_missing(table: Table, rows: dict[str, Line], problems: Problems) -> None:
    for key in CYCLE_KEYS:
        if key.demand is Demand.CELL and key.name not in rows:
            problems.error(
                table.heading_cell, f'nyckeln "{key.heading}" saknas; skriv den på en rad med värde'
            )
