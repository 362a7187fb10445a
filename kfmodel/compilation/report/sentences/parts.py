"""Categories that fall into parts: how many, of how many, and which where they are the fewer."""

from collections.abc import Iterable

from kfmodel.compilation.report.sentences.language import clauses, named, of_all, part_of


def in_parts(parts: Iterable[tuple[str, list[str]]], total: int) -> str:
    """ "större i sex av åtta yrkeskategorier och oförändrat i två (A och B)".

    Each part is what is said of it and the names; those without names are left out.
    """
    told: list[str] = []
    for what, names in parts:
        if names:
            count = (part_of if told else of_all)(len(names), total)
            which = f" ({named(names)})" if 2 * len(names) < total else ""
            told.append(f"{what} {count}{which}")
    return clauses(told)
