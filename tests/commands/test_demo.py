"""`kf demo` from the command line and from outside, by the published names alone."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.commands.books import answers_book
from tests.commands.contract import opened, rows
from tests.commands.kf import Kf
from tests.commands.outsider import ANSWERS, Outsider, connector
from tests.commands.running import Running, free_port, running

PLAYGROUND = yaml.safe_load(
    Path("deployment/playground/.m365agentsplayground.yml").read_text("utf-8")
)
TENANT_ID = str(PLAYGROUND["tenantId"])
MANAGER = "Samir Haddani"
UNIT = "ASN-UTR-05"
CATEGORY = "Socialsekreterare myndighet barn och unga"
STEPS = 5


def entra_id(name: str) -> str:
    """As the Agents Playground's configuration says it, which anyone may read."""
    users = [PLAYGROUND["currentUser"], *PLAYGROUND["users"]]
    return next(str(user["aadObjectId"]) for user in users if user["name"] == name)


@pytest.fixture
def demo_kf(bare: Kf) -> Kf:
    """Commands on the demo's database."""
    return Kf(bare.directory, f"sqlite:///{bare.directory / 'data' / 'kf.db'}")


def demo(kf: Kf, port: int) -> AbstractAsyncContextManager[Running]:
    arguments = ("demo", "--no-browser", "--port", str(port), "--data", "data")
    return running(kf, *arguments, port=port)


def test_with_an_app_id_it_does_not_start(bare: Kf) -> None:
    assert bare("demo", "--no-browser", KF_APP_ID="app").error.startswith("KF_APP_ID är satt: ")
    assert not (bare.directory / "var").exists()


@pytest.mark.parametrize(("data", "reason"), [("fil", "med det namnet"), ("fil/x", "är en fil")])
def test_a_directory_that_cannot_be_made_is_one_line(bare: Kf, data: str, reason: str) -> None:
    (bare.directory / "fil").touch()
    port = str(free_port())
    refused = bare("demo", "--no-browser", "--port", port, "--data", data).error
    assert refused.startswith(f"{data} går inte att skriva: ")
    assert refused.endswith(reason)


async def test_it_says_where_and_whom_and_begins_anew_each_time(demo_kf: Kf) -> None:
    port = free_port()
    async with demo(demo_kf, port) as started:
        assert started.introduction[0].startswith(f"Öppna http://127.0.0.1:{port}/ ")
        assert "  Helena Ryding, HR-strateg, " in "\n".join(started.introduction)
        assert f"  KF_DATABASE_URL={demo_kf.database_url} kf status" in started.introduction
        async with started.http.get(started.url) as page:
            assert (page.status, page.content_type) == (200, "text/html")
        before = demo_kf("status").out
        assert demo_kf("answers", "import", _answer(demo_kf)).code == 0
        changed = demo_kf("status").out
        assert changed != before
        again = demo_kf("demo", "--no-browser", "--port", str(port), "--data", "data").error
        assert again == f"Port {port} på 127.0.0.1 går inte att använda: den används redan"
        assert demo_kf("status").out == changed
        assert await started.stop() == 0
    assert (demo_kf.directory / "log.txt").read_bytes() == b""
    async with demo(demo_kf, port):
        assert demo_kf("status").out == before


async def test_a_stranger_to_the_code_answers_a_category(demo_kf: Kf) -> None:
    async with demo(demo_kf, port := free_port()) as started, connector() as sent:
        assert started.url.endswith(str(port))
        manager = Outsider(started.http, started.url, sent, TENANT_ID, entra_id(MANAGER))
        before = _compiled(demo_kf)
        await _answer_the_first(manager)
        after = _compiled(demo_kf)
        assert _units_answered(after) == _units_answered(before) + 1
        assert _progress(before) == "not_started"
        assert _progress(after) == "submitted"
        assert ANSWERS["comment"] in _answers(demo_kf)
        await manager.say("börja")
        assert CATEGORY in manager.text()

        stranger = Outsider(started.http, started.url, sent, TENANT_ID, entra_id("Ulf Främling"))
        await stranger.say("börja")
        assert stranger.actions("start") == []
        assert CATEGORY not in stranger.text()

    answer = _answer(demo_kf)
    assert "är redan besvarad i chatten" in demo_kf("answers", "import", answer).error
    assert demo_kf("answers", "import", answer, "--replace").code == 0
    _compiled(demo_kf)
    assert ANSWERS["comment"] not in _answers(demo_kf)


async def _answer_the_first(manager: Outsider) -> None:
    """From a typed word to the receipt: `start`, `answer` for each step, `submit`."""
    await manager.say("börja")
    await manager.press("start")
    for _ in range(STEPS):
        if manager.actions("submit"):
            break
        await manager.press("answer", **ANSWERS)
    assert ANSWERS["comment"] in manager.text()
    for action in manager.actions("submit") + manager.actions("start"):
        assert {"dialogue", "step", "revision"} <= action["data"].keys()
    await manager.press("submit")
    assert manager.actions("reopen")


def _answer(kf: Kf) -> Path:
    """The manager's answer on paper."""
    levels = (-10, 0, 10, 0)
    row = (UNIT, CATEGORY, "Mer", "Mer", *levels, None, "Allvarlig", "Hög", None, "Ur protokollet")
    return answers_book(kf.directory / "svar.xlsx", row)


def _compiled(kf: Kf) -> dict[str, Any]:
    assert kf("compile", "2025", "--out", "ut").code == 0
    tables: dict[str, Any] = opened(kf.directory / "ut")[1]["tables"]
    return tables


def _answers(kf: Kf) -> list[Any]:
    """Every cell of the sheet Svar."""
    book, _ = opened(kf.directory / "ut")
    return [value for row in rows(book, "Svar") for value in row]


def _units_answered(tables: dict[str, Any]) -> int:
    [row] = [row for row in tables["gap"] if row["category"] == CATEGORY]
    return int(row["units_answered"])


def _progress(tables: dict[str, Any]) -> str:
    [row] = [
        row
        for row in tables["progress"]
        if row["responsible"] == MANAGER and row["category"] == CATEGORY
    ]
    return str(row["progress"])
