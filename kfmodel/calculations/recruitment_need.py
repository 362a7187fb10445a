"""Recruitment need on the two-year horizon."""

from kfmodel.calculations.exact import Number, exact, plain


def recruitment_need(gap: Number, turnover: Number, retirements: Number) -> int | float:
    """People to recruit: −gap + expected turnover (without retirements) + expected retirements.

    The gap is available minus needed. A negative need is a surplus and stays negative.
    Source: ASN 2025, table "Rekryteringsbehov".

    >>> recruitment_need(gap=-5, turnover=46, retirements=1)
    52
    >>> recruitment_need(gap=20, turnover=11, retirements=1)
    -8
    """
    return plain(-exact(gap) + exact(turnover) + exact(retirements))
