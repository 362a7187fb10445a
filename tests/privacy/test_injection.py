"""Names from HR's file and texts from managers stay text, in cards, workbook and file name."""

import io

import openpyxl
import pytest

from tests.privacy.two_committees import FORMULA_UNIT, OTHER_HR, OTHER_MANAGER
from tests.service.chat import walk
from tests.service.teams import ON_SQLITE, Teams

pytestmark = ON_SQLITE

COMMENTS = [
    '=HYPERLINK("http://x.example","**Klicka**")',
    "<script>alert(1)</script> [länk](http://x.example)",
    "'; DROP TABLE dialogue; --",
]


@pytest.mark.parametrize("comment", COMMENTS)
async def test_text_stays_text_to_the_workbook(teams: Teams, comment: str) -> None:
    manager = teams.chat(OTHER_MANAGER)
    await manager.say("börja")
    await manager.press("Börja")
    await manager.press("Spara och fortsätt", need_2y="MORE", need_5y="MORE")
    await manager.press("Oförändrat, ingen behöver byta nivå")
    await manager.press("Spara och fortsätt", severity="SERIOUS", likelihood="HIGH")
    await manager.press("Spara och fortsätt", comment=comment)
    assert comment in [n.get("text") for n in walk(manager.card) if n.get("type") == "TextRun"]
    await manager.press("Skicka in")

    hr = teams.chat(OTHER_HR)
    await hr.say("sammanställning")
    url, _report = [n["url"] for n in walk(hr.card) if n.get("type") == "Action.OpenUrl"]
    status, content, headers = await teams.get(url.removeprefix("https://kf.example"))
    assert status == 200
    name = headers["Content-Disposition"].removeprefix("attachment; filename*=UTF-8''")
    assert not set(name) & set('"; =\r\n')
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    for text in (comment, FORMULA_UNIT):
        found = [cell for cell in cells if cell.value == text]
        assert found
        assert {cell.data_type for cell in found} == {"s"}
    assert not [cell for cell in cells if cell.data_type == "f"]


async def test_a_name_is_no_markdown_in_a_heading(teams: Teams) -> None:
    manager = teams.chat(OTHER_MANAGER)
    await manager.say("börja")
    headings = [n["text"] for n in walk(manager.card) if n.get("type") == "TextBlock"]
    assert FORMULA_UNIT.replace("*", "\\*") in headings
