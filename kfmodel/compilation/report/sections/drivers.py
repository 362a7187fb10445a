"""Analys: what drives the need, driver by driver, with the words of managers that HR picked."""

from collections.abc import Sequence

from kfmodel.compilation.report.blocks import Block, Heading, Paragraph, Quoted, ToFill, said
from kfmodel.compilation.report.report import Report
from kfmodel.compilation.report.sentences.drivers import (
    DriverNamed,
    drivers_named,
    most_named,
    units_answering,
    where_named,
)
from kfmodel.glossary import heading


def section(report: Report) -> list[Block]:
    if not report.of_units:
        return []
    drivers = drivers_named(report.judged, report.method)
    units = units_answering(report.judged)
    return [
        Heading(_title(report), 1),
        *said(
            "Cheferna har angett vilka faktorer som påverkar behovet av kompetens.",
            most_named(drivers, units),
        ),
        *(block for driver in drivers for block in _driver(driver, units, report)),
        *_of_no_driver(report),
        ToFill(
            "Den samlade analysen: vilka utmaningar som är mest centrala och vilka områden "
            f"{report.owner.the_one} därför prioriterar."
        ),
    ]


def _title(report: Report) -> str:
    if not report.part and not report.of_division:
        return heading("analysis")
    return f"{heading('analysis_of')} {report.compilation.committees[0].name}"


def _driver(driver: DriverNamed, units: int, report: Report) -> list[Block]:
    quotes: Sequence[Block] = [
        Quoted(quote.text, quote.category)
        for quote in report.quotes
        if quote.driver == driver.driver.id
    ]
    if not driver.units and not quotes:
        return []
    return [
        Heading(driver.driver.sv, 2),
        Paragraph(where_named(driver, units, len(report.judged))),
        *(quotes or [ToFill("Inga citat är valda. Beskriv hur faktorn påverkar behovet.")]),
    ]


def _of_no_driver(report: Report) -> list[Block]:
    """What is quoted from answers that name no driver."""
    known = report.method.driver_by_id
    quotes = [Quoted(q.text, q.category) for q in report.quotes if q.driver not in known]
    return [Heading(heading("other_quotes"), 2), *quotes] if quotes else []
