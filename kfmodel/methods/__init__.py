"""Assessment methods: which parts are asked, on which bands. One TOML file a method."""

from kfmodel.methods.method import Area, Band, Driver, LikelihoodBand, Method, NeedBand
from kfmodel.methods.registry import UnknownMethod, all_methods, method_of

__all__ = [
    "Area",
    "Band",
    "Driver",
    "LikelihoodBand",
    "Method",
    "NeedBand",
    "UnknownMethod",
    "all_methods",
    "method_of",
]
