"""HR downloads workbooks by signed links: the next cycle's draft, and what has reached whom."""

from datetime import datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from sqlalchemy import Engine

from bot.clock import Clock
from bot.documents.hr_files import HrFile, HrFiles
from kfmodel.database import reading, writing
from kfmodel.repository.cycle_control import steered_posts
from kfmodel.repository.cycle_import import store_cycle
from tests.privacy.two_committees import (
    CITY_HR,
    FORMULA_UNIT,
    OTHER_HR,
    OTHER_MANAGER,
    two_committees,
)
from tests.service.chat import Chat, walk
from tests.service.conftest import NOW
from tests.service.teams import LINK_SECRET, ON_SQLITE, Teams

HR, MANAGER = "Helena Ryding", "Johan Vretlund"
CLOSING = ("Stäng omgången …", "Stäng omgången")
AUDITED = (
    "SELECT a.event, p.name FROM audit_entry a JOIN person p ON p.id = a.person_id"
    " WHERE a.event LIKE '%_downloaded' ORDER BY a.id"
)


@pytest.fixture
def imported_url(engine: Engine, database_url: str) -> str:
    with writing(engine) as connection:
        store_cycle(connection, two_committees(), NOW)
    return database_url


async def invite(teams: Teams, name: str) -> None:
    """As if the invitation had gone out on the opening day."""
    teams.do(
        "INSERT INTO delivery (cycle_id, person_id, kind, occasion, channel, state, planned_for,"
        " sent_at, attempts, retried) SELECT 1, id, 'invitation', 'first', 'teams', 'sent',"
        " '2025-09-15 07:02:00', '2025-09-15 07:02:05', 1, false FROM person WHERE name = :name",
        name=name,
    )


async def link(chat: Chat, *presses: str) -> str:
    await chat.say("styr")
    for title in presses:
        await chat.press(title)
    [url] = [node["url"] for node in walk(chat.card) if node.get("type") == "Action.OpenUrl"]
    return str(url).removeprefix("https://kf.example")


async def sent_book(teams: Teams, name: str) -> tuple[str, Any]:
    status, content, headers = await teams.get(await link(teams.chat(name), "Skickat hittills"))
    assert status == 200
    return headers["Content-Disposition"], openpyxl.load_workbook(BytesIO(content))


def names(book: Any, sheet: str) -> set[str]:
    return {row[0] for row in book[sheet].iter_rows(min_row=2, values_only=True)}


async def test_a_committees_hr_gets_its_own_and_the_citys_all(teams: Teams) -> None:
    for name in (MANAGER, OTHER_MANAGER):
        await invite(teams, name)
    for hr, invited in (
        (HR, {MANAGER}),
        (OTHER_HR, {OTHER_MANAGER}),
        (CITY_HR, {MANAGER, OTHER_MANAGER}),
    ):
        disposition, book = await sent_book(teams, hr)
        assert "Utskick%20Kompetensf" in disposition
        assert names(book, "Utskick") == invited
        foreseen = names(book, "Planerat framåt")
        assert foreseen & {MANAGER, OTHER_MANAGER} == invited
    assert [event for event, _ in teams.rows(AUDITED)] == ["sent_downloaded"] * 3
    assert teams.rows(AUDITED)[0] == ("sent_downloaded", HR)


@ON_SQLITE
async def test_what_hr_typed_is_no_formula_and_times_are_stockholms(teams: Teams) -> None:
    await invite(teams, OTHER_MANAGER)
    _, book = await sent_book(teams, OTHER_HR)
    row = book["Utskick"][2]
    assert (row[2].value, row[2].data_type, row[2].quotePrefix) == (FORMULA_UNIT, "s", True)
    assert row[5].value == datetime(2025, 9, 15, 9, 2)  # noqa: DTZ001 - as Excel keeps it


async def test_the_next_cycles_draft(teams: Teams) -> None:
    path = await link(teams.chat(CITY_HR), *CLOSING)
    status, content, headers = await teams.get(path)
    assert status == 200
    assert headers["Content-Disposition"].endswith("2027.xlsx")
    assert "Organisation" in openpyxl.load_workbook(BytesIO(content)).sheetnames
    assert teams.rows(AUDITED) == [("draft_downloaded", CITY_HR)]


@ON_SQLITE
async def test_no_draft_for_who_does_not_set_the_dates(teams: Teams) -> None:
    files = HrFiles(teams.engine, Clock(real=lambda: teams.now), "", LINK_SECRET)
    [person_id] = teams.rows("SELECT id FROM person WHERE name = :name", name=OTHER_HR)
    with reading(teams.engine) as connection:
        [post] = steered_posts(connection, person_id)
    assert (await teams.get(files.link(HrFile.SENT, post, person_id)))[0] == 200
    assert (await teams.get(files.link(HrFile.DRAFT, post, person_id)))[0] == 403


@ON_SQLITE
@pytest.mark.parametrize("presses", [("Skickat hittills",), CLOSING])
async def test_a_link_that_holds_no_longer(teams: Teams, presses: tuple[str, ...]) -> None:
    path = await link(teams.chat(CITY_HR), *presses)
    assert (await teams.get(path))[0] == 200
    status, told, _ = await teams.get(path + "x")
    assert (status, "Skriv ”styr” i chatten" in told.decode()) == (403, True)
    teams.pass_time(hours=23)
    assert (await teams.get(path))[0] == 200
    teams.do("UPDATE assignment SET role = 'unit_manager' WHERE role = 'hr'")
    assert (await teams.get(path))[0] == 403
    teams.do("UPDATE assignment SET role = 'hr' WHERE role = 'unit_manager'")
    assert (await teams.get(path))[0] == 200
    teams.pass_time(hours=2)
    assert (await teams.get(path))[0] == 403
    assert len(teams.rows(AUDITED)) == 3
