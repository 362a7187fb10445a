"""Words of the organisation: what an organisation is, what a person is in it, how heads count."""

from enum import StrEnum


class OrganisationKind(StrEnum):
    """Highest first."""

    CITY = "city"
    COMMITTEE = "committee"
    DIVISION = "division"
    UNIT = "unit"


class Role(StrEnum):
    """What a person is in an organisation."""

    UNIT_MANAGER = "unit_manager"
    DIVISION_HEAD = "division_head"
    HR = "hr"


class Counting(StrEnum):
    """Räknesätt: what one head in staffing and projection is."""

    PEOPLE = "people"
    FULL_TIME_EQUIVALENTS = "full_time_equivalents"
