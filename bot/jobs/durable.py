"""The durable engine under the jobs: DBOS runs the planning pass by the clock and the sends from a
queue.

All that must not be lost or done twice is in the ledger. What DBOS loses with a replica or strands
with an old version, a later pass finds there and queues again.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

import structlog
from dbos import DBOS, DBOSClient, DBOSPortableJSONSerializer, EnqueueOptions

from bot.jobs.sending import Sending
from bot.jobs.system_database import system_engine

APPLICATION = "kompetensforsorjning"
VERSION = "1"
"""Pinned: DBOS would leave what an earlier version of the code has queued. To be raised only when
what is queued cannot be understood any more."""
QUEUE = "deliveries"
AT_ONCE = 4
BATCH = 50
"""Deliveries a workflow: DBOS looks for work once a second, and each workflow costs it several
writes."""
MOST_A_PASS = 3000
EVERY_MINUTE = "* * * * *"
PRUNING_TIME = "40 2 * * *"
KEPT = timedelta(days=7)
PRUNED_AT_ONCE = 500
THREADS = 16
STOPPING_LASTS = 10

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class JobsPlace:
    """Where and how often. `replica` names this process among those that share the database, the
    same after a restart."""

    database_url: str
    replica: str
    cron: str = EVERY_MINUTE


class Jobs:
    """The jobs of one service; one a process, as DBOS is."""

    def __init__(self, place: JobsPlace, sending: Sending) -> None:
        self.sending = sending
        self._place = place
        self._passing = asyncio.Lock()
        self._engine = system_engine(place.database_url)
        self._client: DBOSClient | None = None

    async def start(self) -> None:
        """On the loop that the sends are to run on."""
        _service.jobs = self
        serializer = DBOSPortableJSONSerializer()
        DBOS(
            config={
                "name": APPLICATION,
                "system_database_engine": self._engine,
                "application_version": VERSION,
                "executor_id": self._place.replica,
                "serializer": serializer,
                "log_level": "WARNING",
                "max_executor_threads": THREADS,
                "enable_otlp": False,
            }
        )
        DBOS.launch()
        self._client = DBOSClient(
            system_database_engine=self._engine,
            serializer=serializer,
            application_name=APPLICATION,
            use_listen_notify=False,
        )
        await DBOS.register_queue_async(QUEUE, worker_concurrency=AT_ONCE)
        await DBOS.apply_schedules_async(
            [
                {"schedule_name": "plan", "workflow_fn": plan, "schedule": self._place.cron},
                {"schedule_name": "prune", "workflow_fn": prune, "schedule": PRUNING_TIME},
            ]
        )

    async def stop(self) -> None:
        """Sends under way are waited for; what is queued stays."""
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(1) as stopping:
            await loop.run_in_executor(stopping, self._stop)
        # DBOS has made its own threads, which have ended, the loop's
        loop.set_default_executor(ThreadPoolExecutor())

    def _stop(self) -> None:
        DBOS.destroy(workflow_completion_timeout_sec=STOPPING_LASTS)
        if self._client:
            self._client.destroy()
        self._engine.dispose()
        _service.jobs = None

    async def make_pass(self) -> None:
        """Plan, and queue what is due. A pass that takes long is not joined by the next."""
        if self._passing.locked():
            return
        async with self._passing:
            planned = await self.sending.plan()
            due = await self.sending.take(MOST_A_PASS)
            await asyncio.to_thread(self._enqueue, due)
        if planned or due:
            log.info("planning pass", planned=planned, queued=len(due))

    def _enqueue(self, delivery_ids: list[int]) -> None:
        if self._client is None or not delivery_ids:
            return
        options: EnqueueOptions = {
            "queue_name": QUEUE,
            "workflow_name": DELIVER,
            "app_version": VERSION,
        }
        rest = iter(delivery_ids)
        with self._engine.begin() as connection:
            while batch := list(islice(rest, BATCH)):
                self._client.enqueue_in_transaction(connection, options, batch)


@dataclass(slots=True)
class _Service:
    """DBOS is one a process, and its workflows are functions: they find here whose they are."""

    jobs: Jobs | None = None


_service = _Service()
DELIVER = "deliver"


@DBOS.workflow(name=DELIVER)
async def deliver(delivery_ids: list[int]) -> None:
    """No step of it is recorded by DBOS: done again from the start, the ledger stops it."""
    if _service.jobs:
        await _service.jobs.sending.deliverer.deliver_all(delivery_ids)


@DBOS.workflow(name="plan")
async def plan(_scheduled_at: datetime, _context: Any) -> None:
    if _service.jobs:
        await _service.jobs.make_pass()


@DBOS.workflow(name="prune")
async def prune(_scheduled_at: datetime, _context: Any) -> None:
    """Forget finished work: the ledger keeps what happened."""
    before = (datetime.now(UTC) - KEPT).isoformat()
    finished = ["SUCCESS", "ERROR", "CANCELLED"]
    while old := await DBOS.list_workflows_async(
        end_time=before, status=finished, limit=PRUNED_AT_ONCE
    ):
        await DBOS.delete_workflows_async([workflow.workflow_id for workflow in old])
