"""The example's organisation and staffing. The heads add up to the published headcounts."""

from bot.demo.categories import (
    ADULTS,
    CHIEF,
    CHILDREN,
    ECONOMIC,
    FIRST,
    FOSTER,
    SUPPORT,
    THERAPY,
)

CITY = ("EXS", "Exempelstad")
COMMITTEE = ("ASN", "Arbetsmarknads- och socialnämnden")

DIVISIONS: dict[str, tuple[str, int]] = {
    "ASN-ARB": ("Arbetsmarknad", 21),
    "ASN-UTR": ("Utredning", 49),
    "ASN-INS": ("Insatser", 38),
    "ASN-EKB": ("Ekonomiskt bistånd och boende", 40),
    "ASN-BTS": ("Boende, tillsyn och service", 20),
}
"""Name and section managers of each division."""

UNITS: dict[str, tuple[str, dict[str, int]]] = {
    "ASN-ARB-01": ("Jobbcentrum norr", {SUPPORT: 34}),
    "ASN-ARB-02": ("Jobbcentrum söder", {SUPPORT: 29}),
    "ASN-ARB-03": ("Ungdomscentrum", {SUPPORT: 24}),
    "ASN-ARB-04": ("Arbetsträning och rehabilitering", {SUPPORT: 22}),
    "ASN-UTR-01": ("Mottagning barn och unga", {FIRST: 8, CHILDREN: 62}),
    "ASN-UTR-02": ("Barn och unga norr", {FIRST: 9, CHILDREN: 88}),
    "ASN-UTR-03": ("Barn och unga söder", {FIRST: 5, CHILDREN: 94}),
    "ASN-UTR-04": ("Barn och unga öster", {FIRST: 7, CHILDREN: 91}),
    "ASN-UTR-05": ("Unga 13–20 år", {CHILDREN: 81}),
    "ASN-UTR-06": ("Familjehem norr", {FIRST: 3, FOSTER: 23}),
    "ASN-UTR-07": ("Familjehem söder", {FIRST: 3, FOSTER: 24}),
    "ASN-UTR-08": ("Familjehem rekrytering", {FIRST: 2, FOSTER: 17}),
    "ASN-UTR-09": ("Vuxna beroende", {FIRST: 6, ADULTS: 47}),
    "ASN-UTR-10": ("Vuxna våld i nära relationer", {ADULTS: 38}),
    "ASN-UTR-11": ("Mottagning vuxna", {FIRST: 5, ADULTS: 44}),
    "ASN-INS-01": ("Öppenvård barn och familj", {FIRST: 5, THERAPY: 58}),
    "ASN-INS-02": ("Öppenvård unga", {THERAPY: 45}),
    "ASN-INS-03": ("Öppenvård vuxna", {FIRST: 5, ADULTS: 19, THERAPY: 52}),
    "ASN-INS-04": ("Kriscentrum", {THERAPY: 45, SUPPORT: 17}),
    "ASN-INS-05": ("Familjecentraler och föräldrastöd", {SUPPORT: 36}),
    "ASN-EKB-01": ("Mottagning ekonomiskt bistånd", {FIRST: 7, ECONOMIC: 61}),
    "ASN-EKB-02": ("Ekonomiskt bistånd norr", {FIRST: 6, ECONOMIC: 72}),
    "ASN-EKB-03": ("Ekonomiskt bistånd söder", {FIRST: 6, ECONOMIC: 76}),
    "ASN-EKB-04": ("Ekonomiskt bistånd unga vuxna", {ECONOMIC: 62}),
    "ASN-EKB-05": ("Budget- och skuldrådgivning", {SUPPORT: 21}),
    "ASN-BTS-01": ("Boendesociala enheten", {FIRST: 5, ADULTS: 22, SUPPORT: 31}),
    "ASN-BTS-02": ("Uppsökande verksamhet", {SUPPORT: 25}),
}
"""Name and staffing of each unit. The small groups of the foster-home units are pooled."""

STAFFING: tuple[tuple[str, str, int], ...] = (
    *((code, CHIEF, heads) for code, (_, heads) in DIVISIONS.items()),
    *(
        (code, category, heads)
        for code, (_, staffing) in UNITS.items()
        for category, heads in staffing.items()
    ),
)

PROJECTION: dict[str, tuple[int, int, int, int, int]] = {
    CHIEF: (168, -3, -5, 11, 1),
    FIRST: (82, -2, -3, 5, 0),
    ECONOMIC: (271, -5, -9, 46, 1),
    FOSTER: (64, -1, -2, 10, 1),
    ADULTS: (170, -3, -6, 24, 2),
    CHILDREN: (416, -8, -14, 63, 2),
    THERAPY: (200, -4, -7, 11, 4),
    SUPPORT: (239, -4, -8, 21, 1),
}
"""Headcount, gap at 2 and 5 years, turnover, retirements. Source: ASN 2025, Malmö stad."""


def division_of(unit: str) -> str:
    """ASN-UTR-01 lies in ASN-UTR."""
    return unit.rpartition("-")[0]
