"""The summary that HR gets: one version an occasion, whoever and whatever way it goes."""

from dataclasses import dataclass, replace
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, Row

from bot.bounded import Bounded
from bot.summaries import Summaries, Version, name_of
from kfmodel.database import reading
from kfmodel.organisation import OrganisationKind
from kfmodel.planning.message import SummaryReady
from kfmodel.planning.rules.summary import asked_in, division_in
from kfmodel.progress import CommitteeProgress
from kfmodel.repository.cycles import cycle_with
from kfmodel.repository.deliveries import Delivery
from kfmodel.repository.organisations import Place, names_in, places_in
from kfmodel.repository.plan import key_in
from kfmodel.repository.progress import committee_progress
from kfmodel.summary_files import SummaryFile

KEPT = 8


@dataclass(frozen=True, slots=True)
class Made:
    """A version, the names of the organisation and of the division that became complete, and how
    far the answers had come; a city has no progress of its own."""

    version: Version
    organisation: str
    division: str | None
    progress: CommitteeProgress | None


class SummaryMaker:
    def __init__(self, engine: Engine, summaries: Summaries) -> None:
        self._engine = engine
        self._summaries = summaries
        self._made: Bounded[tuple[int, str], Made] = Bounded(KEPT)
        self._compiling = Lock()

    def content(self, held: Delivery) -> SummaryReady:
        """What a summary's delivery brings: compiled at the first, the same for those after it."""
        key = (held.cycle_id, held.occasion)
        with self._compiling:  # several recipients' deliveries come at once
            if key not in self._made:
                self._made[key] = self._make(held)
            made = self._made[key]
        version = made.version
        return SummaryReady(
            organisation=made.organisation,
            division=made.division,
            figures=version.figures,
            progress=made.progress,
            files=version.files,
            version=version.stored,
            name=name_of(version.figures.cycle, made.organisation),
            url=self._link(version, held, SummaryFile.WORKBOOK),
            report_url=self._link(version, held, SummaryFile.REPORT),
        )

    def _link(self, version: Version, held: Delivery, file: SummaryFile) -> str:
        return self._summaries.link(version, held.person_id, file) if held.person_id else ""

    def _make(self, held: Delivery) -> Made:
        committee = held.organisation or ""
        key = key_in(committee, held.occasion)
        code, _ = asked_in(key) or (committee, None)
        with reading(self._engine) as connection:
            cycle = cycle_with(connection, held.cycle_id)
            place = places_in(connection, cycle.id)[code]
            names = names_in(connection, cycle.id)
            progress = _progress(connection, cycle, place, names[code])
        version = self._summaries.store_version(cycle.name, place.id, None)
        return Made(version, names[code], names.get(division_in(key) or ""), progress)


def _progress(
    connection: Connection, cycle: Row[Any], place: Place, name: str
) -> CommitteeProgress | None:
    if place.kind is OrganisationKind.CITY:
        return None
    (whole,) = committee_progress(connection, cycle, place.committee_id)
    if place.kind is OrganisationKind.COMMITTEE:
        return whole
    return replace(whole, divisions=tuple(d for d in whole.divisions if d.division == name))
