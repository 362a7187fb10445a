"""The summary that HR gets: one stored version an occasion, whoever and whatever way it goes."""

from threading import Lock

from sqlalchemy import Engine

from bot.documents.summaries import Summaries, name_of
from kfmodel.database import reading
from kfmodel.planning.message import SummaryReady
from kfmodel.planning.rules.summary import asked_in, division_in
from kfmodel.repository.cycles import cycle_with
from kfmodel.repository.deliveries import Delivery
from kfmodel.repository.organisations import organisations_in
from kfmodel.repository.plan import key_in
from kfmodel.repository.summaries import Version, version_of
from kfmodel.summary_files import SummaryFile


class SummaryMaker:
    """Keeps nothing: the next recipient, a retry and another replica find the version stored."""

    def __init__(self, engine: Engine, summaries: Summaries) -> None:
        self._engine = engine
        self._summaries = summaries
        self._compiling = Lock()

    def content(self, held: Delivery) -> SummaryReady:
        """What a summary's delivery brings: compiled at the first, the same for those after it."""
        with self._compiling:  # several recipients' deliveries come at once
            version = self._version(held)
        facts = version.facts
        return SummaryReady(
            facts=facts,
            files=version.files,
            version=version.stored,
            name=name_of(facts.figures.cycle, facts.organisation),
            url=self._link(version, held, SummaryFile.WORKBOOK),
            report_url=self._link(version, held, SummaryFile.REPORT),
        )

    def _link(self, version: Version, held: Delivery, file: SummaryFile) -> str:
        if not held.person_id:
            return ""
        return self._summaries.link(version.stored.id, held.person_id, file)

    def _version(self, held: Delivery) -> Version:
        with reading(self._engine) as connection:
            if version := version_of(connection, held.cycle_id, held.occasion):
                return version
            cycle = cycle_with(connection, held.cycle_id)
            whose = organisations_in(connection, cycle.id)[_whose(held)]
        return self._summaries.store_version(cycle.name, whose.id, None, held.occasion)


def _whose(held: Delivery) -> str:
    """The code of the organisation: the division that became complete, whose was asked for, else
    the committee."""
    committee = held.organisation or ""
    key = key_in(committee, held.occasion)
    asked = asked_in(key)
    return asked[0] if asked else division_in(key) or committee
