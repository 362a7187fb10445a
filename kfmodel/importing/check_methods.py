"""Pointed out of the methods that the cycle's committees use."""

from kfmodel.importing.draft import Draft
from kfmodel.importing.problems import Problems
from kfmodel.methods import coverage_warnings, method_of


def check_intervals(draft: Draft, problems: Problems) -> None:
    """What a method's intervals leave open or cover twice, where the method was chosen."""
    for method_id, place in _chosen(draft).items():
        for text in coverage_warnings(method_of(method_id)):
            problems.warn(place, f"metodfilen {text}")


def _chosen(draft: Draft) -> dict[str, str]:
    """Where each method that a committee uses is first said."""
    places: dict[str, str] = {}
    for line in draft.committees:
        own, common = line["method"], draft.keys["method"]
        if own:
            places.setdefault(own, line.at("method"))
        elif common:
            places.setdefault(common, draft.keys.places["method"])
    return places
