"""What the totals of the follow-up do not cover."""

from collections.abc import Iterable, Iterator

from kfmodel.compilation.follow_up import FollowUpRow
from kfmodel.compilation.report.sentences.language import listed
from kfmodel.glossary import heading


def left_out(totals: Iterable[FollowUpRow]) -> Iterator[str]:
    """One sentence for the totals of a source that lack the same categories."""
    groups: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for row in totals:
        if row.left_out and row.source and row.measure:
            measures = groups.setdefault((row.source, row.left_out), [])
            measures.append(f"”{heading(row.measure)}”")
    for (source, names), measures in groups.items():
        what = listed(list(dict.fromkeys(measures)))
        yield f"I summan av {what} enligt {source} ingår inte {listed(names)}."
