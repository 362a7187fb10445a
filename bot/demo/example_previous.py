"""What was answered and reported in the example's previous cycle, 2023.

The committee's three severities are those that the 2025 report compares itself with; the units' own
answers are made up, and a few groups have none.
"""

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
from kfmodel.scales import Likelihood, Need, Severity

YEAR = 2023
LESS, SAME, MORE, MUCH_MORE = Need.LESS, Need.SAME, Need.MORE, Need.MUCH_MORE
NOT, SOMEWHAT, SERIOUS = Severity.NOT_SERIOUS, Severity.LESS_SERIOUS, Severity.SERIOUS
LOW, MEDIUM, HIGH = Likelihood.LOW, Likelihood.MEDIUM, Likelihood.HIGH

COMMITTEE_SEVERITIES = {ECONOMIC: SERIOUS, THERAPY: NOT, SUPPORT: NOT}

Row = tuple[Need, Need, tuple[int, int, int, int], Severity, Likelihood]
"""Need at 2 and 5 years, levels in percentage points, severity, likelihood."""

PREVIOUS: dict[str, dict[str, Row]] = {
    CHIEF: {
        "ASN-ARB": (SAME, SAME, (0, 0, 0, 0), NOT, LOW),
        "ASN-UTR": (MORE, MORE, (-5, 0, 5, 0), SOMEWHAT, LOW),
        "ASN-INS": (SAME, MORE, (-5, 0, 5, 0), SOMEWHAT, LOW),
        "ASN-EKB": (MORE, MORE, (-5, -5, 5, 5), SOMEWHAT, MEDIUM),
        "ASN-BTS": (SAME, SAME, (-5, 0, 5, 0), NOT, LOW),
    },
    FIRST: {
        "ASN-UTR-01": (MORE, MUCH_MORE, (-10, 0, 10, 0), SOMEWHAT, LOW),
        "ASN-UTR-02": (MORE, MORE, (-10, 0, 10, 0), SOMEWHAT, LOW),
        "ASN-UTR-04": (MORE, MORE, (-10, -5, 10, 5), SOMEWHAT, MEDIUM),
        "ASN-UTR-09": (SAME, MORE, (-15, 0, 15, 0), NOT, LOW),
        "ASN-INS-01": (SAME, SAME, (0, 0, 0, 0), NOT, LOW),
        "ASN-EKB-01": (MORE, MORE, (-15, 0, 15, 0), SOMEWHAT, LOW),
        "ASN-EKB-02": (MORE, MORE, (-15, 0, 15, 0), SOMEWHAT, LOW),
        "ASN-BTS-01": (SAME, SAME, (0, 0, 0, 0), NOT, LOW),
    },
    ECONOMIC: {
        "ASN-EKB-01": (MORE, SAME, (-10, -10, 10, 10), SOMEWHAT, MEDIUM),
        "ASN-EKB-02": (MORE, MORE, (-10, -10, 10, 10), SERIOUS, MEDIUM),
        "ASN-EKB-03": (MORE, SAME, (-15, -5, 10, 10), SERIOUS, HIGH),
    },
    FOSTER: {
        "ASN-UTR-06": (MORE, MORE, (-10, 0, 10, 0), SERIOUS, MEDIUM),
        "ASN-UTR-07": (MORE, MORE, (-10, -5, 10, 5), SERIOUS, HIGH),
        "ASN-UTR-08": (MORE, MORE, (-10, 0, 10, 0), SOMEWHAT, LOW),
    },
    ADULTS: {
        "ASN-UTR-09": (MORE, MORE, (-10, 0, 10, 0), SOMEWHAT, LOW),
        "ASN-UTR-11": (SAME, SAME, (-10, 0, 10, 0), SOMEWHAT, LOW),
        "ASN-INS-03": (SAME, SAME, (-10, 0, 10, 0), NOT, LOW),
        "ASN-BTS-01": (SAME, LESS, (-5, 0, 5, 0), SOMEWHAT, LOW),
    },
    CHILDREN: {
        "ASN-UTR-01": (SAME, SAME, (-5, -10, 10, 5), SOMEWHAT, LOW),
        "ASN-UTR-02": (MUCH_MORE, MORE, (-15, -10, 15, 10), SERIOUS, HIGH),
        "ASN-UTR-03": (MORE, MORE, (-10, -10, 10, 10), SERIOUS, HIGH),
        "ASN-UTR-04": (MORE, MORE, (-10, -10, 10, 10), SERIOUS, MEDIUM),
    },
    THERAPY: {
        "ASN-INS-01": (SAME, MORE, (-10, 0, 10, 0), NOT, LOW),
        "ASN-INS-02": (SAME, SAME, (-10, 0, 10, 0), NOT, LOW),
        "ASN-INS-03": (SAME, SAME, (-5, 0, 5, 0), NOT, LOW),
        "ASN-INS-04": (MORE, MORE, (-10, 0, 10, 0), SOMEWHAT, LOW),
    },
    SUPPORT: {
        "ASN-ARB-01": (MORE, MORE, (-10, 0, 10, 0), NOT, LOW),
        "ASN-ARB-02": (MORE, MUCH_MORE, (-10, 0, 10, 0), NOT, LOW),
        "ASN-ARB-03": (SAME, MORE, (-10, 0, 10, 0), NOT, LOW),
        "ASN-ARB-04": (MORE, MORE, (-5, 0, 5, 0), SOMEWHAT, LOW),
        "ASN-INS-04": (SAME, SAME, (-5, 0, 5, 0), NOT, LOW),
        "ASN-INS-05": (MORE, MORE, (-10, 0, 10, 0), SOMEWHAT, LOW),
        "ASN-EKB-05": (MORE, MORE, (-10, 0, 10, 0), NOT, MEDIUM),
    },
}
