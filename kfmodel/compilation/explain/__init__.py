"""Where a figure comes from: the answers behind it, the rule, and the figure computed anew."""

from collections.abc import Sequence

from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.explain.asked import Asked
from kfmodel.compilation.explain.explain import explained
from kfmodel.compilation.explain.explanation import Explanation
from kfmodel.compilation.explain.find import NotFoundError, find_column, find_records, find_table
from kfmodel.compilation.explain.totals import asks_for_total, totals_explained

__all__ = ["Explanation", "NotFoundError", "explain", "explained"]


def explain(
    compilation: Compilation, category: str, table: str, column: str
) -> Sequence[Explanation]:
    """Of each of the category's rows in the table: one a committee, question, measure, unit …

    `category` may be Totalt. Names are keys or Swedish headings. Raises NotFoundError.
    """
    found = find_table(compilation, table)
    asked = Asked(compilation, found, find_column(found, column))
    if asks_for_total(category, asked):
        return list(totals_explained(asked))
    return [
        explained(compilation, found, asked.column, record)
        for record in find_records(found, category)
    ]
