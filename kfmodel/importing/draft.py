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
    goals: Table
    outcomes: Table
    activities: Table
    funding: Table

    @property
    def tables(self) -> tuple[Table, ...]:
        """Those that name organisations or categories of other sheets."""
        return (
            self.organisations,
            self.people,
            self.projections,
            self.staffing,
            self.previous,
            *self.plan,
        )

    @property
    def plan(self) -> tuple[Table, ...]:
        return self.goals, self.outcomes, self.activities, self.funding

    @property
    def tables_of_pairs(self) -> tuple[Table, ...]:
        """Those that count people of an organisation and category."""
        return self.projections, self.staffing, self.goals, self.outcomes

    @cached_property
    def hierarchy(self) -> Hierarchy:
        return Hierarchy(self.organisations)

    @property
    def committees(self) -> Iterator[Line]:
        return (line for line in self.organisations if line["kind"] is OrganisationKind.COMMITTEE)

    def owner(self, line: Line) -> str | None:
        """The committee of an activity or funding: as its row says, or the only one."""
        named: str | None = line["organisation_code"]
        codes = [committee["code"] for committee in self.committees]
        return named or (codes[0] if len(codes) == 1 else None)

    def method(self, committee: Line) -> Method | None:
        """A committee's method; None where the file says none that exists."""
        method_id = committee["method"] or self.keys["method"]
        return method_of(method_id) if method_id else None

    @cached_property
    def methods(self) -> dict[str, Method]:
        """The method of each committee, as far as the file says one that exists."""
        methods = {line["code"]: self.method(line) for line in self.committees}
        return {code: m for code, m in methods.items() if m is not None and code is not None}

    @cached_property
    def projected(self) -> dict[str, Method]:
        """The committees whose method starts from the projection, with their methods."""
        return {code: m for code, m in self.methods.items() if m.baseline == "projection"}

    def committee_pair(self, line: Line) -> tuple[str, str] | None:
        """The committee and category that a row counts in."""
        if line["organisation_code"] is None or line["category"] is None:
            return None
        committee = self.hierarchy.committee(line["organisation_code"])
        return (committee, line["category"]) if committee else None
