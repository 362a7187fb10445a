"""The methods that exist: every *.toml beside this file."""

import tomllib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from kfmodel.methods.method import Method


class UnknownMethodError(LookupError):
    """No method file has this id."""


class BadMethodFileError(ValueError):
    """A method file cannot be read, or contradicts itself; the message names the file."""


@cache
def all_methods() -> dict[str, Method]:
    """Every method by id. Raises BadMethodFileError."""
    files = resources.files("kfmodel.methods").iterdir()
    methods = [read_method(file) for file in files if file.name.endswith(".toml")]
    return {method.id: method for method in sorted(methods, key=lambda method: method.id)}


def read_method(file: Traversable) -> Method:
    """The method in a file, which bears its id as name. Raises BadMethodFileError."""
    try:
        method = Method.model_validate(tomllib.loads(file.read_text("utf-8")))
    except ValueError as error:  # of TOML and of pydantic
        raise BadMethodFileError(f"{file.name}: {error}") from error
    if file.name != f"{method.id}.toml":
        raise BadMethodFileError(f"{file.name}: the id is {method.id}")
    return method


def method_of(method_id: str) -> Method:
    """The method with this id; raises UnknownMethodError."""
    try:
        return all_methods()[method_id]
    except KeyError as error:
        raise UnknownMethodError(method_id) from error
