"""The sheets as they were read, before they are checked against each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kfmodel.importing.cycle_keys import CycleKeys
from kfmodel.importing.hierarchy import Hierarchy
from kfmodel.importing.table import Line, Table
from kfmodel.methods import Method, method_of
from kfmodel.organisation import OrganisationKind


@dataclass
class Draft:
    """`hierarchy` is to be used when references are resolved."""

    today: date
    keys: CycleKeys
    organisations: Table
    people: Table
    categories: Table
    projections: Table
    staffing: Table
    previous: Table

    @cached_property
    def hierarchy(self) -> Hierarchy:
        return Hierarchy(self.organisations)

    @property
    def committees(self) -> Iterator[Line]:
        return (line for line in self.organisations if line["kind"] is OrganisationKind.COMMITTEE)

    def method(self, committee: Line) -> Method | None:
        """A committee's method; None where the file says none that exists."""
        method_id = committee["method"] or self.keys["method"]
        return method_of(method_id) if method_id else None

    @cached_property
    def projected(self) -> dict[str, Method]:
        """The committees whose method starts from the projection, with their methods."""
        methods = {line["code"]: self.method(line) for line in self.committees}
        return {
            code: method
            for code, method in methods.items()
            if method and method.baseline == "projection" and code is not None
        }

    def committee_pair(self, line: Line) -> tuple[str, str] | None:
        """The committee and category that a row counts in."""
        if line["organisation_code"] is None or line["category"] is None:
            return None
        committee = self.hierarchy.committee(line["organisation_code"])
        return (committee, line["category"]) if committee else None
