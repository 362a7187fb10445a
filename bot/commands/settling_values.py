"""Options such as `--need-2y Mer` or `--level-some=-10`: those that the method asks for."""

from collections.abc import Iterator, Sequence

from bot.commands.console import fail
from kfmodel.answers import Answers
from kfmodel.methods import Method
from kfmodel.scales import label
from kfmodel.settling import values_to_settle


def options_of(method: Method, compiled: Answers, arguments: Sequence[str]) -> dict[str, str]:
    """The inputs of a card: the compiled values, and those that the options set instead."""
    inputs = {
        name: str(value)
        for name in values_to_settle(method)
        if (value := getattr(compiled, name)) is not None
    }
    return inputs | {name: _value(method, name, text) for name, text in _pairs(method, arguments)}


def _pairs(method: Method, arguments: Sequence[str]) -> Iterator[tuple[str, str]]:
    left = list(arguments)
    while left:
        option, equals, text = left.pop(0).partition("=")
        name = option.removeprefix("--").replace("-", "_")
        if not option.startswith("--") or name not in values_to_settle(method):
            raise fail(f"{option}: okänt; värden att sätta är {_known(method)}")
        if not equals and not left:
            raise fail(f"{option}: värde saknas")
        yield name, text if equals else left.pop(0)


def _known(method: Method) -> str:
    return ", ".join(f"--{name.replace('_', '-')}" for name in values_to_settle(method))


def _value(method: Method, name: str, text: str) -> str:
    """A word of a scale in Swedish, English or as machines write it; a number as it is typed."""
    offered = method.offers(name)
    for value in offered:
        words = (value.value, label(value, "sv"), label(value, "en"))
        if text.casefold() in [word.casefold() for word in words]:
            return value.value
    if offered:
        known = ", ".join(label(value, "sv") for value in offered)
        raise fail(f'--{name.replace("_", "-")}: "{text}" finns inte; ange en av: {known}')
    return text
