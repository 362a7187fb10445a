"""The rows as the tables print them: what is checked is what is sent."""

from collections.abc import Sequence
from typing import TypeVar

from kfmodel.compilation.compilation import Compilation

Record = TypeVar("Record")


def printed(compilation: Compilation, table: str, kind: type[Record]) -> Sequence[Record]:
    """The records of a table; none where it is not there."""
    found = next((one for one in compilation.tables if one.name == table), None)
    return [record for record in found.records if isinstance(record, kind)] if found else []


def printed_totals(compilation: Compilation, table: str, kind: type[Record]) -> Sequence[Record]:
    """The totals below them."""
    found = next((one for one in compilation.tables if one.name == table), None)
    return [record for record in found.totals if isinstance(record, kind)] if found else []
