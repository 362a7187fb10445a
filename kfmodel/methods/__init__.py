"""Assessment methods: which parts are asked, on which bands. One TOML file a method."""

from kfmodel.methods.bands import Band, LikelihoodBand, NeedBand
from kfmodel.methods.coverage import coverage_warnings
from kfmodel.methods.method import Area, Driver, Method
from kfmodel.methods.registry import (
    BadMethodFileError,
    UnknownMethodError,
    all_methods,
    method_of,
    read_method,
)

__all__ = [
    "Area",
    "BadMethodFileError",
    "Band",
    "Driver",
    "LikelihoodBand",
    "Method",
    "NeedBand",
    "UnknownMethodError",
    "all_methods",
    "coverage_warnings",
    "method_of",
    "read_method",
]
