"""Whose the projection is that rows are set against."""

from collections.abc import Iterable

from kfmodel.compilation.compilation import CategoryRow


def projected_above(rows: Iterable[CategoryRow]) -> bool:
    """Whether the rows are a division's and the projection is its committee's alone."""
    return any(row.projected_above for row in rows)
