"""HR gets the summary of each of its own committees and of no other, a division head that of the
division; the city's HR sees no unit."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from bot.demo.example_people import address
from kfmodel.database import writing
from kfmodel.repository.cycle_import import store_cycle
from tests.privacy.two_committees import CITY_HR, OTHER_HR, OTHER_MANAGER, two_committees
from tests.privacy.two_committees import OTHER_COMMITTEE as OTHER_COMMITTEE_NAME
from tests.service.chat import Chat, walk
from tests.service.conftest import NOW
from tests.service.teams import ON_SQLITE, Teams

pytestmark = ON_SQLITE

HR = "Helena Ryding"
OWN_UNIT, OTHER_COMMITTEE = "Familjehem söder", "Nämnden"
SUMMARY = "Hämta arbetsboken"


def make_hr_of_both(teams: Teams) -> None:
    teams.do(
        "INSERT INTO assignment (cycle_id, person_id, organisation_id, role)"
        " SELECT o.cycle_id, p.id, o.id, 'hr' FROM organisation o, person p"
        " WHERE o.code = 'GRN' AND p.email = :email",
        email=address(HR),
    )


def committee(teams: Teams, code: str) -> int:
    [found] = teams.rows("SELECT id FROM organisation WHERE code = :code", code=code)
    return int(found)


def compiled(teams: Teams) -> list[str]:
    return teams.rows(
        "SELECT o.code FROM summary s JOIN organisation o ON o.id = s.organisation_id ORDER BY s.id"
    )


async def test_hr_of_several_committees_chooses(teams: Teams) -> None:
    make_hr_of_both(teams)
    chat = teams.chat(HR)
    await chat.say("sammanställning")
    assert "Vilken vill du sammanställa?" in chat.text()
    choices = [a for a in chat.actions() if a["verb"] == "summary"]
    assert len(choices) == 2
    for choice in choices:
        await chat.send(choice)
        assert [n for n in walk(chat.card) if n.get("title") == SUMMARY]
    assert compiled(teams) == ["ASN", "GRN"]


async def test_another_committee_in_the_cards_data_is_not_compiled(teams: Teams) -> None:
    chat = teams.chat(OTHER_HR)
    for data in ({"committee": committee(teams, "ASN")}, {"committee": "x"}, {"committee": 99}):
        _, body = await chat.invoke({"action": {"verb": "summary", "data": data}})
        assert OWN_UNIT not in str(body)
    assert set(compiled(teams)) == {"GRN"}


async def test_a_committees_hr_follows_its_own_committee_only(teams: Teams) -> None:
    chat = teams.chat(OTHER_HR)
    for word in ("status", "påminn"):
        await chat.say(word)
        assert OTHER_COMMITTEE in chat.text()
        assert OWN_UNIT not in chat.text()
        assert HR not in chat.text()


async def test_hr_answers_for_what_is_pooled_at_the_committee_and_stands_in_for_nobody(
    teams: Teams,
) -> None:
    chat = teams.chat(OTHER_HR)
    await chat.say("påminn")
    lines = [line for line in chat.text().splitlines() if line.endswith("1 kategori")]
    pooled, unit, vacant = sorted(lines, key=lambda line: ("Vakant" in line, OTHER_MANAGER in line))
    assert pooled.startswith(f"{OTHER_HR}, {OTHER_COMMITTEE}")
    assert unit.startswith(OTHER_MANAGER)
    assert vacant.startswith(f"Vakant (svarar: {OTHER_HR})")


async def test_the_citys_hr_gets_the_city_and_no_units_answers(teams: Teams) -> None:
    await answer(teams.chat(OTHER_MANAGER))
    chat = teams.chat(CITY_HR)
    for word in ("status", "påminn", "börja", "fortsätt", "sammanställning"):
        await chat.say(word)
        assert "hemlig" not in chat.text()
    assert "0 av 2 nämnders sammanställningar är godkända" in chat.text()
    assert compiled(teams) == ["EXS"]
    cells = await texts_of_files(teams, chat)
    assert OTHER_COMMITTEE_NAME in cells
    assert not [cell for cell in cells if "hemlig" in cell or OTHER_MANAGER in cell]


async def test_a_division_head_gets_the_division(teams: Teams) -> None:
    [(name, division)] = teams.rows(
        "SELECT p.name, o.name FROM assignment a JOIN person p ON p.id = a.person_id"
        " JOIN organisation o ON o.id = a.organisation_id WHERE a.role = 'division_head'"
        " ORDER BY o.position LIMIT 1"
    )
    chat = teams.chat(name)
    await chat.say("sammanställning")
    assert division in chat.text()
    cells = await texts_of_files(teams, chat)
    others = teams.rows(
        "SELECT o.name FROM organisation o LEFT JOIN organisation d ON d.id = o.division_id"
        " WHERE o.kind = 'unit' AND (d.name IS NULL OR d.name <> :division)",
        division=division,
    )
    assert others
    assert not set(others) & set(cells)


async def test_a_unit_manager_gets_no_summary(teams: Teams) -> None:
    chat = teams.chat(OTHER_MANAGER)
    await chat.say("sammanställning")
    assert not [n for n in walk(chat.card) if n.get("type") == "Action.OpenUrl"]
    assert compiled(teams) == []


async def texts_of_files(teams: Teams, chat: Chat) -> list[str]:
    """What the workbook and the report say that the chat's card leads to."""
    contents = []
    for url in [n["url"] for n in walk(chat.card) if n.get("type") == "Action.OpenUrl"]:
        status, content, _ = await teams.get(url.removeprefix("https://kf.example"))
        assert status == 200
        contents.append(BytesIO(content))
    workbook, report = contents
    book = load_workbook(workbook)
    cells = [str(v) for sheet in book for row in sheet.values for v in row if v is not None]
    body = Document(report).element.body
    return [*cells, *(node.text or "" for node in body.iter(qn("w:t")))]


@pytest.mark.parametrize("other_has_hr", [True, False])
async def test_the_citys_hr_stands_in_for_no_unit(teams: Teams, other_has_hr: bool) -> None:
    """Nobody but the committee's own HR answers for its vacant post; without one, nobody."""
    if not other_has_hr:
        file = two_committees()
        remaining = tuple(row for row in file.assignments if row.name != OTHER_HR)
        with writing(teams.engine) as connection:
            store_cycle(connection, replace(file, assignments=remaining), NOW, removing=True)
    for name, answers in ((OTHER_HR, other_has_hr), (CITY_HR, False)):
        chat = teams.chat(name)
        await chat.say("börja")
        assert bool([a for a in chat.actions() if a["verb"] == "start"]) is answers


async def answer(chat: Chat) -> None:
    await chat.say("börja")
    await chat.press("Börja")
    await chat.press("Spara och fortsätt", need_2y="MORE", need_5y="MORE")
    await chat.press("Oförändrat, ingen behöver byta nivå")
    await chat.press("Spara och fortsätt", severity="SERIOUS", likelihood="HIGH")
    await chat.press("Spara och fortsätt", comment="hemlig kommentar")
    await chat.press("Skicka in")
