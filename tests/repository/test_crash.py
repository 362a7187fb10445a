"""kill -9 at any moment loses no answer that was confirmed."""

import random
import subprocess
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select

from kfmodel.database import reading
from kfmodel.repository.schema import DIALOGUE, REVISION
from tests.repository.build import entra, loaded, stored

ROOT = Path(__file__).parents[2]
ROUNDS = 6
SEED = 20251017


def answer_until_killed(url: str, dialogue_id: int, presses: int) -> list[tuple[int, str]]:
    """What a process confirmed that was killed some time after so many presses."""
    command = [sys.executable, "-m", "tests.repository.answer_for_ever", url, entra("anna")]
    with subprocess.Popen(
        [*command, str(dialogue_id)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        first = [process.stdout.readline() for _ in range(presses)]
        process.kill()
        confirmed = [*first, *process.stdout]
    whole = [line.split() for line in confirmed if line.endswith("\n")]
    assert len(whole) >= presses, "it stopped by itself; its reason is printed above"
    return [(int(revision), digest) for revision, digest in whole]


def applied(engine: Engine) -> list[Any]:
    with reading(engine) as connection:
        return list(connection.execute(select(REVISION).order_by(REVISION.c.number)))


def test_no_confirmed_answer_is_lost_when_the_process_is_killed(
    engine: Engine, database_url: str
) -> None:
    stored(engine)
    dialogue_id = loaded(engine, "anna", "A1").facts.dialogue_id
    moments = random.Random(SEED)
    confirmed: list[tuple[int, str]] = []
    for _ in range(ROUNDS):
        confirmed += answer_until_killed(database_url, dialogue_id, moments.randint(1, 25))
        found = applied(engine)
        assert {(row.number, row.press) for row in found} >= set(confirmed)
        assert [row.number for row in found] == list(range(1, len(found) + 1))
        _is_whole(engine, found[-1])
    assert len(confirmed) > ROUNDS


def _is_whole(engine: Engine, last: Any) -> None:
    """The dialogue stands where its last revision left it: nothing is stored by half."""
    state = loaded(engine, "anna", "A1").state
    assert (state.revision, state.last_press) == (last.number, last.press)
    stands = {"progress": state.progress.value, "step": state.step, **state.answers.as_record()}
    assert {**stands, "drivers": list(state.answers.drivers)} == {"drivers": [], **last.after}
    with reading(engine) as connection:
        row = connection.execute(select(DIALOGUE).where(DIALOGUE.c.revision > 0)).one()
    assert (row.submitted_at is not None) == (row.progress == "submitted")
