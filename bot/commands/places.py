"""Which organisation a command's `--for` means."""

from collections.abc import Mapping

from bot.commands.console import fail
from bot.documents.compiling import has_compilation
from kfmodel.repository.organisations import Place


def place_compiled(places: Mapping[str, Place], code: str) -> Place:
    """The place with the code, which has a compilation of its own; else a line that lists those
    that do."""
    if (place := places.get(code)) and has_compilation(place):
        return place
    known = ", ".join(place.code for place in places.values() if has_compilation(place))
    wrong = "har ingen sammanställning" if code in places else "finns inte i omgången"
    raise fail(f'"{code}" {wrong}; ange en av: {known}')
