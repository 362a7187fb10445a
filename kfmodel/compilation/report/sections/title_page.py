"""The first page, and the table of contents."""

from babel.dates import format_date

from kfmodel.compilation.city import NOTHING_APPROVED, nothing_approved
from kfmodel.compilation.report.blocks import Block, Contents, TitlePage, ToFill
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.words import local_time
from kfmodel.glossary import heading


def title_of(report: Report) -> str:
    """A division's part is what its committee's report is written from."""
    part = "Underlag till rapport" if report.of_division else "Rapport"
    return f"{part} och plan för kompetensförsörjning {report.year}"


def subtitle_of(report: Report) -> str:
    """Whose report it is."""
    if report.of_city:
        return heading("whole_city")
    return report.compilation.committees[0].name


_UPDATE = (
    "Sidnummer: högerklicka i innehållsförteckningen och välj Uppdatera fält när rapporten är klar."
)


def section(report: Report) -> list[Block]:
    compilation = report.compilation
    day = format_date(local_time(compilation.compiled_at), "d MMMM yyyy", locale="sv")
    empty = (NOTHING_APPROVED,) if nothing_approved(compilation) else ()
    facts = (compilation.cycle, f"{_status(report)} {day}", *empty)
    return [TitlePage(title_of(report), subtitle_of(report), facts), Contents(), ToFill(_UPDATE)]


def _status(report: Report) -> str:
    """In the gender of what it is said of: a proposal, a report, or what one is written from."""
    if not report.settled:
        return f"{heading('proposed')}, sammanställt"
    if report.of_division:
        return "Fastställt, sammanställt"
    return f"{heading('is_settled')}, sammanställd"
