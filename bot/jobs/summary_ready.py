"""The summary that HR gets unasked: one version an occasion, whoever and whatever way it goes."""

from threading import Lock

from sqlalchemy import Engine

from bot.bounded import Bounded
from bot.summaries import Summaries, Version, name_of
from kfmodel.database import reading
from kfmodel.planning.message import SummaryReady
from kfmodel.planning.rules.summary import division_in
from kfmodel.repository.cycles import cycle_with
from kfmodel.repository.deliveries import Delivery
from kfmodel.repository.messages import committee_called
from kfmodel.repository.organisations import names_in
from kfmodel.repository.plan import key_in
from kfmodel.repository.progress import committee_progress
from kfmodel.summary_files import SummaryFile

KEPT = 8


class SummaryMaker:
    def __init__(self, engine: Engine, summaries: Summaries) -> None:
        self._engine = engine
        self._summaries = summaries
        self._versions: Bounded[tuple[int, str], Version] = Bounded(KEPT)
        self._compiling = Lock()

    def content(self, held: Delivery) -> SummaryReady:
        """What a summary's delivery brings: compiled at the first, the same for those after it."""
        code = held.organisation or ""
        with reading(self._engine) as connection:
            cycle = cycle_with(connection, held.cycle_id)
            committee_id = committee_called(connection, cycle.id, code)
            names = names_in(connection, cycle.id)
            (progress,) = committee_progress(connection, cycle, committee_id)
        version = self._version(held, cycle.name, committee_id)
        division = division_in(key_in(code, held.occasion))
        return SummaryReady(
            division=names.get(division) if division else None,
            compilation=version.compilation,
            progress=progress,
            files=version.files,
            name=name_of(cycle.name, progress.committee),
            url=self._link(version, held, SummaryFile.WORKBOOK),
            report_url=self._link(version, held, SummaryFile.REPORT),
        )

    def _link(self, version: Version, held: Delivery, file: SummaryFile) -> str:
        return self._summaries.link(version, held.person_id, file) if held.person_id else ""

    def _version(self, held: Delivery, cycle: str, committee_id: int) -> Version:
        key = (held.cycle_id, held.occasion)
        with self._compiling:  # several recipients' deliveries come at once
            if key not in self._versions:
                self._versions[key] = self._summaries.store_version(cycle, committee_id, None)
            return self._versions[key]
