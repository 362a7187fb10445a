"""Typer in Swedish: its help, and what it says of what was typed wrong. It has no catalogue of its
own to translate."""

import re
from collections.abc import Callable
from typing import Any

import typer
from pydantic import ValidationError
from typer.core import TyperCommand, TyperGroup

_HELP = "Visa den här hjälpen"


class _Help:
    """Swedish words in the help of a command or a group."""

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]  # a command's, mixed in before
        if option is not None:
            option.help = _HELP
        return option

    def get_usage(self, ctx: Any) -> str:
        usage: str = super().get_usage(ctx)  # type: ignore[misc]  # as above
        return usage.replace("Usage: ", "Så här: ", 1)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from typer import rich_utils  # noqa: PLC0415  # slow to import, and only help needs it

        rich_utils.OPTIONS_PANEL_TITLE = "Flaggor"
        rich_utils.ARGUMENTS_PANEL_TITLE = "Argument"
        rich_utils.COMMANDS_PANEL_TITLE = "Kommandon"
        rich_utils.REQUIRED_LONG_STRING = "[måste anges]"
        rich_utils.DEFAULT_STRING = "[annars: {}]"
        super().format_help(ctx, formatter)  # type: ignore[misc]  # as above


class _Command(_Help, TyperCommand):
    pass


class _Group(_Help, TyperGroup):
    pass


class Commands(typer.Typer):
    """Commands with their help in Swedish; without a command they print it."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(
            cls=_Group,
            no_args_is_help=True,
            options_metavar="[FLAGGOR]",
            subcommand_metavar="KOMMANDO [ARGUMENT]...",
            **settings,
        )

    def command(self, name: str | None = None, **settings: Any) -> Callable[[Any], Any]:
        return super().command(name, cls=_Command, options_metavar="[FLAGGOR]", **settings)


_MISTAKES = {
    r"No such command '(.*)'\. Did you mean '(.*)'\?": 'Kommandot "{}" finns inte; menade du {}?',
    r"No such command '(.*)'\.": 'Kommandot "{}" finns inte',
    r"Missing command\.": "Ange ett kommando",
    r"Missing argument '(.*)'\..*": "Ange {}",
    r"Missing option '(.*)'\..*": "Ange flaggan {}",
    r"No such option: (.*) \(Possible options: (.*)\)": "Flaggan {} finns inte; menade du {}?",
    r"No such option: (.*)": "Flaggan {} finns inte",
    r"Option '(.*)' requires .*": "Flaggan {} ska följas av ett värde",
    r"Option '(.*)' does not take a value\.": "Flaggan {} tar inget värde",
    r"Got unexpected extra argument\(s\) \((.*)\)": "För många argument: {}",
}
"""What Typer says, and what is said instead."""

_SEVERAL = re.compile("'?, '?")

_WRONG = {
    "int_parsing": "ska vara ett heltal",
    "int_from_float": "ska vara ett heltal",
    "greater_than_equal": "ska vara minst {ge}",
    "less_than_equal": "ska vara högst {le}",
    "string_too_long": "ska ha högst {max_length} tecken",
    "literal_error": "ska vara {expected}",
}
"""By pydantic's kind of error."""


def mistake(error: typer.TyperException) -> str:
    """What was typed wrong, in Swedish; as Typer says it where that is not known here."""
    message = error.format_message()
    if isinstance(error.__cause__, ValidationError):
        [name] = re.findall(r"Invalid value for '?(.*?)'?: ", message)[:1] or ["Värdet"]
        return f"{name}: {wrong_values(error.__cause__)[0][1]}"
    for pattern, said in _MISTAKES.items():
        if found := re.fullmatch(pattern, message):
            return said.format(*(_SEVERAL.sub(" eller ", name) for name in found.groups()))
    return message


def wrong_values(error: ValidationError) -> list[tuple[str, str]]:
    """Each value's name, and what it should be."""
    return [
        (
            ".".join(map(str, one["loc"])),
            _WRONG.get(one["type"], one["msg"]).format_map(_in_swedish(one.get("ctx", {}))),
        )
        for one in error.errors()
    ]


def _in_swedish(context: dict[str, Any]) -> dict[str, str]:
    return {name: str(value).replace(" or ", " eller ") for name, value in context.items()}
