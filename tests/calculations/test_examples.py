"""The examples in the docstrings are true."""

import doctest
from importlib import import_module
from pkgutil import iter_modules

import pytest

from kfmodel import calculations

MODULES = [
    f"{calculations.__name__}.{module.name}" for module in iter_modules(calculations.__path__)
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0


def test_every_calculation_shows_an_example() -> None:
    attempted = sum(doctest.testmod(import_module(name)).attempted for name in MODULES)
    assert attempted >= len(MODULES)
