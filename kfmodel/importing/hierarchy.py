"""Who is under whom, as the sheet Organisation says so far: it may still be wrong."""

from collections.abc import Iterator

from kfmodel.importing.table import Line, Table
from kfmodel.organisation import OrganisationKind

_RANK = {kind: rank for rank, kind in enumerate(OrganisationKind)}


def is_above(kind: OrganisationKind, other: OrganisationKind) -> bool:
    """A city is above a committee, and so on down to the units."""
    return _RANK[kind] < _RANK[other]


class Hierarchy:
    """The organisations by code. Of several with the same code the first counts."""

    def __init__(self, organisations: Table) -> None:
        self._lines: dict[str, Line] = {}
        self._committees: dict[str | None, str | None] = {}
        for line in organisations:
            if line["code"] is not None:
                self._lines.setdefault(line["code"], line)

    def line(self, code: str | None) -> Line | None:
        return self._lines.get(code) if code is not None else None

    def kind(self, code: str | None) -> OrganisationKind | None:
        line = self.line(code)
        kind: OrganisationKind | None = line["kind"] if line else None
        return kind

    def path(self, code: str | None) -> Iterator[Line]:
        """The organisation, then each one above it; ends at the city, or before a circle."""
        seen: set[str] = set()
        line = self.line(code)
        while line and line["code"] not in seen:
            seen.add(line["code"])
            yield line
            is_city = line["kind"] is OrganisationKind.CITY
            line = None if is_city else self.line(line["parent_code"])

    def is_beside_committees(self, code: str | None) -> bool:
        """It leads to the city with no committee on the way: not merely to a row that is wrong."""
        if self.committee(code) is not None:
            return False
        path = list(self.path(code))
        return bool(path) and path[-1]["kind"] is OrganisationKind.CITY

    def committee(self, code: str | None) -> str | None:
        """Code of the committee that an organisation belongs to, itself included."""
        if code not in self._committees:
            above = (line for line in self.path(code) if line["kind"] is OrganisationKind.COMMITTEE)
            committee = next(above, None)
            self._committees[code] = committee["code"] if committee else None
        return self._committees[code]
