"""Where a figure comes from: the answers behind it, the rule, and the figure computed anew."""

from collections.abc import Sequence

from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.explain.explain import explained
from kfmodel.compilation.explain.explanation import Explanation, Working
from kfmodel.compilation.explain.find import NotFound, find_column, find_records, find_table

__all__ = ["Explanation", "NotFound", "Working", "explain", "explained"]


def explain(
    compilation: Compilation, category: str, table: str, column: str
) -> Sequence[Explanation]:
    """Of each of the category's rows in the table: one a committee, question, measure, unit …

    Names are keys or Swedish headings. Raises NotFound.
    """
    found = find_table(compilation, table)
    asked = find_column(found, column)
    return [
        explained(compilation, found, asked, record) for record in find_records(found, category)
    ]
