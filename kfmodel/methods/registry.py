"""The methods that exist: every *.toml beside this file."""

import tomllib
from functools import cache
from importlib import resources

from kfmodel.methods.method import Method


class UnknownMethod(LookupError):
    """No method file has this id."""


@cache
def all_methods() -> dict[str, Method]:
    """Every method by id."""
    files = resources.files("kfmodel.methods").iterdir()
    methods = [
        Method.model_validate(tomllib.loads(file.read_text("utf-8")))
        for file in files
        if file.name.endswith(".toml")
    ]
    return {method.id: method for method in sorted(methods, key=lambda method: method.id)}


def method_of(method_id: str) -> Method:
    """The method with this id; raises UnknownMethod."""
    try:
        return all_methods()[method_id]
    except KeyError as error:
        raise UnknownMethod(method_id) from error
