"""Hela staden: the city's sums over its committees, before each committee's own results."""

from kfmodel.compilation.city import NOTHING_APPROVED, city_total, nothing_approved
from kfmodel.compilation.report.blocks import Block, Heading, Paragraph, Tabular, said
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.report.sentences.gaps import gap_totals
from kfmodel.compilation.report.sentences.language import COMMITTEE, named
from kfmodel.compilation.report.sentences.recruitment import recruitment_by_cause
from kfmodel.glossary import heading
from kfmodel.organisation import OrganisationKind

COLUMNS = (
    "category",
    "committees_summed",
    "headcount",
    "gap_2y",
    "gap_5y",
    "turnover_2y",
    "retirements_2y",
    "recruitment_2y",
)


def section(report: Report) -> list[Block]:
    if report.compilation.level is not OrganisationKind.CITY:
        return []
    title = Heading(f"{heading('result_of')} {heading('whole_city').lower()}", 1)
    if nothing_approved(report.compilation):
        later = "Siffrorna kommer när nämnderna har godkänt sina sammanställningar."
        return [title, Paragraph(f"{NOTHING_APPROVED} {later}")]
    shown = report.shown
    table = report.table("city")
    return [
        title,
        *said(
            gap_totals(shown, report.year, report.heads),
            recruitment_by_cause(shown, report.heads),
        ),
        *said(*_left_out(report)),
        *([Tabular(table, "Stadens summor över godkända nämnder", COLUMNS)] if table else []),
    ]


def _left_out(report: Report) -> list[str]:
    """Whose rows, or parts of them, are not in the sums."""
    total = city_total(report.compilation)
    if total is None:
        return []
    sentences = (
        (total.not_projected, "Fullständig personalframskrivning saknas i någon kategori från"),
        (total.left_out, report.counted("För få medarbetare för att visas i någon kategori har")),
    )
    return [f"{start} {named(names, COMMITTEE)}." for names, start in sentences if names]
