"""summary.json: the same tables for machines."""

from typing import Any

from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.table import Readers, Table
from kfmodel.compilation.words import iso_utc

MACHINES = Readers.MACHINES


def as_json(compilation: Compilation) -> dict[str, Any]:
    """Plain values that any JSON writer takes; what nobody gave is absent from its row.

    `method` names the committees' methods, with a comma between where they differ.
    """
    return {
        "cycle": compilation.cycle,
        "method": ", ".join(method.id for method in compilation.methods),
        "compiled_at": iso_utc(compilation.compiled_at),
        "tables": {
            table.name: _rows(table) for table in compilation.tables if MACHINES in table.readers
        },
        "checks": [
            {"name": check.name, "status": check.status.value, "detail": check.detail}
            for check in compilation.checks
        ],
    }


def _rows(table: Table[Any]) -> list[dict[str, Any]]:
    columns = table.columns_for(MACHINES)
    nullable = {column.name for column in columns if column.nullable}
    names = [column.name for column in columns]
    rows = []
    for cells, masked, _ in table.rows_for_machines():
        always = frozenset() if masked else nullable
        row = {
            name: value
            for name, value in zip(names, cells, strict=True)
            if value is not None or name in always
        }
        rows.append(row | {"masked": True} if masked else row)
    return rows
