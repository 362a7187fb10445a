"""Two years of a city: nobody lost, nobody written to twice, at night, or after submitting."""

from pathlib import Path

import pytest
from rich.console import Console
from sqlalchemy import Engine
from structlog.testing import capture_logs

from kfmodel.delivery import Kind
from tests.databases import SQLITE
from tests.sending.mail_server import Certificate
from tests.simulation.findings import TO_MANAGERS, Findings
from tests.simulation.managers import Act
from tests.simulation.two_years import prepared

MANAGERS, FEW = 1300, 80


async def two_years(engine: Engine, managers: int, directory: Path) -> Findings:
    async with prepared(engine, managers, Certificate(directory)) as simulated:
        with capture_logs():  # what is not delivered is in the ledger, and there are thousands
            await simulated.pass_by(seed=managers)
    found = Findings(simulated)
    console = Console(width=110)
    console.print(found.table())
    console.print(found.reasons())
    console.print(", ".join(f"{act.name.lower()}: {n}" for act, n in simulated.done.items()))
    return found


@pytest.mark.timeout(400)
@pytest.mark.parametrize("database_url", [SQLITE], indirect=True)
async def test_two_years_of_a_small_city(engine: Engine, tmp_path: Path) -> None:
    found = await two_years(engine, FEW, tmp_path)
    found.check()
    assert set(found.simulated.done) == set(Act), "every kind of life was lived"
    assert {row.kind for row in found.ledger} >= TO_MANAGERS | {Kind.ESCALATION, Kind.DIGEST}


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("database_url", [SQLITE], indirect=True)
async def test_two_years_of_a_large_city(engine: Engine, tmp_path: Path) -> None:
    (await two_years(engine, MANAGERS, tmp_path)).check()
