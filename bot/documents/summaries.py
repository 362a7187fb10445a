"""The compiled summary: compiled when asked, stored as a version, handed out by a signed link."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from bot.clock import Clock
from bot.documents.compiling import compiled_for, facts_of, quotes_in
from bot.documents.links import Download, Links, NotHandedOutError
from kfmodel.compilation import Compilation, MainFigures, write_workbook
from kfmodel.compilation.report import Quote, write_report
from kfmodel.database import reading, snapshot, writing
from kfmodel.organisation import OrganisationKind
from kfmodel.progress import CommitteeProgress
from kfmodel.repository.audit import note
from kfmodel.repository.cycles import find_cycle
from kfmodel.repository.posts import HrPost, all_hr_posts, current, summary_posts
from kfmodel.repository.progress import committee_progress
from kfmodel.repository.summaries import (
    HANDED_OUT,
    NewSummary,
    StoredSummary,
    Version,
    is_used,
    store_summary,
    summary_of,
)
from kfmodel.summary_files import SummaryFile, SummaryFiles, SummaryVersion


@dataclass(frozen=True, slots=True)
class CompiledSummary:
    """What is compiled for one organisation, and the links to its workbook and its report."""

    figures: MainFigures
    version: SummaryVersion
    url: str
    report_url: str


class UsedBeforeError(NotHandedOutError):
    """The file has been handed out on this very consent."""


class Summaries:
    """What compiles takes its time: not for the pool that answers people."""

    def __init__(self, engine: Engine, clock: Clock, public_url: str, secret: str) -> None:
        self._engine = engine
        self._clock = clock
        address = f"{public_url.rstrip('/')}/summary"
        self._links = Links(address, clock, secret, purpose="summary")

    def posts_of(self, person_id: int) -> tuple[HrPost, ...]:
        """Whose compilation the person gets: as HR of a committee or the city, or head of a
        division; none for anyone else. Closed cycles are among them."""
        with reading(self._engine) as connection:
            return summary_posts(connection, person_id)

    def compile(self, post: HrPost, person_id: int) -> CompiledSummary:
        """The summary of one of the person's posts, stored as a version."""
        version = self.store_version(post.cycle, post.organisation_id, person_id)
        workbook, report = (self.link(version.stored.id, person_id, file) for file in SummaryFile)
        return CompiledSummary(version.facts.figures, version.stored, workbook, report)

    def store_version(
        self,
        cycle_name: str,
        organisation_id: int,
        person_id: int | None,
        occasion: str | None = None,
    ) -> Version:
        """An organisation's summary as of now, stored and audited; `person_id` None: unasked. An
        occasion's that another process stores meanwhile is that one's."""
        now = self._clock.now()
        with snapshot(self._engine) as connection:
            cycle = find_cycle(connection, cycle_name)
            compilation = compiled_for(connection, cycle, organisation_id, now)
            quotes = quotes_in(connection, cycle, compilation)
            facts = facts_of(connection, cycle, organisation_id, compilation)
        files = _files(compilation, quotes)
        new = NewSummary(cycle.id, organisation_id, facts, files, now, person_id, occasion)
        with writing(self._engine) as connection:
            version, is_new = store_summary(connection, new)
            if is_new:
                detail = {"summary": version.stored.id}
                who = {"person_id": person_id, "cycle_id": cycle.id}
                note(connection, now, "summary_compiled", detail, **who)
        return version

    def link(self, summary_id: int, person_id: int, file: SummaryFile) -> str:
        """Where the person can download a file, who must still have a post there then."""
        return self._links.link({"summary": summary_id, "person": person_id, "file": file})

    def progress_for(self, person_id: int) -> tuple[CommitteeProgress, ...]:
        """How far the committees have come that the person is HR of; the city's HR sees all."""
        with reading(self._engine) as connection:
            found: list[CommitteeProgress] = []
            for post in current(all_hr_posts(connection, person_id)):
                whole_city = post.organisation_kind is OrganisationKind.CITY
                place = None if whole_city else post.organisation_id
                cycle = find_cycle(connection, post.cycle)
                found.extend(committee_progress(connection, cycle, place))
        return tuple(found)

    def download(self, token: str) -> Download:
        """The file behind a link, audited; raises NotHandedOutError."""
        claims = self._links.claims_in(token)
        return self.hand_out(claims["person"], claims["summary"], SummaryFile(claims["file"]))

    def theirs(self, person_id: int, summary_id: int) -> StoredSummary:
        """A summary that the person may have; raises NotHandedOutError."""
        with reading(self._engine) as connection:
            return _theirs(connection, person_id, summary_id)

    def hand_out(
        self, person_id: int, summary_id: int, file: SummaryFile, consent: str | None = None
    ) -> Download:
        """A file for the person, audited: by a link, or into their OneDrive by a `consent`, which
        holds once. Raises NotHandedOutError."""
        way = {"way": "link"} if consent is None else {"way": "teams", "consent": consent}
        with writing(self._engine) as connection:
            summary = _theirs(connection, person_id, summary_id)
            if consent and is_used(connection, person_id, summary_id, consent):
                raise UsedBeforeError
            note(
                connection,
                self._clock.now(),
                HANDED_OUT,
                {"summary": summary_id, "file": file, **way},
                person_id=person_id,
                cycle_id=summary.cycle_id,
            )
        return Download(
            file.named(name_of(summary.cycle, summary.organisation)),
            summary.files.content(file),
            f"application/{file.media_subtype}",
        )


def _theirs(connection: Connection, person_id: int, summary_id: int) -> StoredSummary:
    summary = summary_of(connection, summary_id)
    places = {post.organisation_id for post in summary_posts(connection, person_id)}
    if summary is None or places.isdisjoint(summary.seen_from):
        raise NotHandedOutError
    return summary


def name_of(cycle: str, organisation: str) -> str:
    """What a summary's files are called, without ending."""
    return f"{cycle} {organisation}"


def _files(compilation: Compilation, quotes: Sequence[Quote]) -> SummaryFiles:
    workbook, report = io.BytesIO(), io.BytesIO()
    write_workbook(compilation, workbook)
    write_report(compilation, report, quotes=quotes)
    return SummaryFiles(workbook.getvalue(), report.getvalue())
