"""Which organisation a command's `--for` means."""

from collections.abc import Callable, Mapping

from bot.commands.console import fail
from bot.documents.compiling import has_compilation
from kfmodel.repository.organisations import Organisation

Organisations = Mapping[str, Organisation]
"""A cycle's, by code."""


def compiled_organisation(organisations: Organisations, code: str) -> Organisation:
    """The one with the code, which has a compilation of its own; else it fails, listing those that
    do."""
    return chosen_organisation(organisations, code, has_compilation, "har ingen sammanställning")


def chosen_organisation(
    organisations: Organisations, code: str, suits: Callable[[Organisation], bool], wrong: str
) -> Organisation:
    """The one with the code; else it fails, listing those that suit. `wrong` says what one is that
    does not."""
    if (found := organisations.get(code)) and suits(found):
        return found
    known = ", ".join(one.code for one in organisations.values() if suits(one))
    why = wrong if code in organisations else "finns inte i omgången"
    raise fail(f'"{code}" {why}; ange en av: {known}')
