"""Values of the scales inside a sentence."""

from kfmodel.scales import ScaleValue, Severity, label

COLOURS = {
    Severity.NOT_SERIOUS: "grön",
    Severity.LESS_SERIOUS: "gul",
    Severity.SERIOUS: "röd",
}
"""Source: ASN 2025, "Riskanalys 2025"."""


def said(value: ScaleValue) -> str:
    """ "mindre allvarlig"."""
    return label(value).lower()


def said_with_colour(value: ScaleValue) -> str:
    """ "mindre allvarlig (gul)"; other scales have no colours."""
    colour = COLOURS.get(value) if isinstance(value, Severity) else None
    return f"{said(value)} ({colour})" if colour else said(value)
