"""Following a cycle: who has answered, and what the answers say."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer
from sqlalchemy import Connection, Row

from bot.clock import Clock
from bot.commands.console import (
    CYCLE_HELP,
    cannot_write,
    cycle_of,
    database,
    fail,
    out,
    working,
)
from bot.commands.organisations import compiled_organisation
from bot.documents.compiling import compiled_for, quotes_in
from kfmodel.compilation import Compilation, as_json, compile_material, write_workbook
from kfmodel.compilation.city import NOTHING_APPROVED, nothing_approved
from kfmodel.compilation.report import Quote, UnusableTemplateError, write_report
from kfmodel.database import reading
from kfmodel.dialogue import Progress
from kfmodel.progress import CommitteeProgress, Group
from kfmodel.repository.material import load_material
from kfmodel.repository.organisations import organisations_in
from kfmodel.repository.progress import committee_progress

_STATES = {
    Progress.NOT_STARTED: "ej påbörjad",
    Progress.IN_PROGRESS: "pågår",
    Progress.SUBMITTED: "inlämnad",
}


def status(
    cycle: Annotated[str | None, typer.Argument(metavar="OMGÅNG", help=CYCLE_HELP)] = None,
) -> None:
    """Who has answered, by division."""
    with database() as engine, reading(engine) as connection:
        for committee in committee_progress(connection, cycle_of(connection, cycle)):
            _print_committee(committee)


def _print_committee(committee: CommitteeProgress) -> None:
    out.print(f"{committee.cycle} · {committee.committee}")
    out.print(
        f"{committee.submitted} av {committee.asked} inlämnade, "
        f"sista svarsdag {committee.deadline_on.isoformat()}"
    )
    for division in committee.divisions:
        name = division.division or "Direkt under nämnden"
        out.print(f"\n{name}: {division.submitted} av {len(division.groups)}")
        for group in division.missing:
            out.print(f"  {group.organisation}, {group.category}: {_missing(group)}")


def _missing(group: Group) -> str:
    vacant = "vakant, besvaras av " if group.vacant else ""
    return f"{_STATES[group.progress]} ({vacant}{', '.join(group.responsible) or 'ingen utsedd'})"


def compile_cycle(
    cycle: Annotated[str, typer.Argument(metavar="OMGÅNG", help=CYCLE_HELP)],
    directory: Annotated[
        Path, typer.Option("--out", metavar="MAPP", help="Mapp att skriva i; skapas")
    ],
    code: Annotated[
        str | None,
        typer.Option("--for", metavar="KOD", help="Avdelningen, nämnden eller staden med koden"),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option("--template", metavar="FIL.docx", help="Stadens egen mall för rapporten"),
    ] = None,
) -> None:
    """Compile the submitted answers to summary.xlsx, summary.json and report.docx.

    For a division its units, for a committee all below it, for the city the committees that have
    approved theirs; without a code every committee, for whoever runs the service.
    """
    now = Clock().now()
    with working("Sammanställer"), database() as engine:
        with reading(engine) as connection:
            row = cycle_of(connection, cycle)
            compilation = compiled_as_asked(connection, row, code, now)
            quotes = quotes_in(connection, row, compilation)
        report = _report(compilation, quotes, template)
        try:
            directory.mkdir(parents=True, exist_ok=True)
            write_workbook(compilation, directory / "summary.xlsx")
            content = orjson.dumps(as_json(compilation), option=orjson.OPT_INDENT_2)
            (directory / "summary.json").write_bytes(content + b"\n")
            (directory / "report.docx").write_bytes(report)
        except OSError as error:
            raise cannot_write(directory, error) from error
    names = ("summary.xlsx", "summary.json", "report.docx")
    *files, last = (str(directory / name) for name in names)
    out.print(f"Skrev {', '.join(files)} och {last}")
    if nothing_approved(compilation):
        out.print(f"{NOTHING_APPROVED} Filerna har därför inga siffror.")


def _report(compilation: Compilation, quotes: Sequence[Quote], template: Path | None) -> bytes:
    """The report, before any file is written: a template may be no use."""
    file = BytesIO()
    try:
        write_report(compilation, file, quotes=quotes, template=template)
    except UnusableTemplateError as error:
        raise fail(str(error)) from error
    return file.getvalue()


def compiled_as_asked(
    connection: Connection, cycle: Row[Any], code: str | None, now: datetime
) -> Compilation:
    """The compilation of `--for`; one line where there is none of that code."""
    if code is None:
        return compile_material(load_material(connection, cycle), now)
    organisation = compiled_organisation(organisations_in(connection, cycle.id), code)
    return compiled_for(connection, cycle, organisation.id, now)
