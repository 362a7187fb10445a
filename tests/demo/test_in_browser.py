"""`kf demo` as a newcomer meets it: a manager answers in a browser, HR downloads the workbook."""

import asyncio
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.async_api import Browser, Locator, Page, expect

from bot.demo.personas import personas
from tests.browser import browser, requires_browser, window

__all__ = ["browser"]

pytestmark = [requires_browser, pytest.mark.timeout(300), pytest.mark.xdist_group("browser")]


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[str]:
    """The address of a running `kf demo`."""
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    arguments = ["demo", "--no-browser", "--port", str(port), "--data", str(tmp_path)]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    async with asyncio.timeout(60):
        while (line := await process.stdout.readline()) and b"Ctrl+C" not in line:
            pass
        # Another process gives nothing to wait on.
        while not await _listens(port):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    yield f"http://127.0.0.1:{port}/"
    process.terminate()
    await process.wait()


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError:
        return False
    writer.close()
    return True


def _account(name: str) -> str:
    return next(person.entra_id for person in personas() if person.name == name)


class Newest:
    """The newest card of the chat, by what stands on it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def card(self) -> Locator:
        return self.page.locator(".ac-adaptiveCard").last

    async def press(self, title: str) -> None:
        await self.card.get_by_role("button", name=title, exact=True).first.click()

    async def shows(self, text: str) -> None:
        await expect(self.card).to_contain_text(text)

    async def choose(self, question: str, choice: str) -> None:
        group = self.card.locator(f'[data-id="{question}"]')
        await group.get_by_role("radio", name=choice).check()


@pytest.mark.parametrize(
    ("width", "name"), [(1400, "Samir Haddani"), (400, "Johan Vretlund")], ids=["wide", "narrow"]
)
async def test_a_manager_answers_a_category_from_start_to_receipt(
    demo: str, browser: Browser, width: int, name: str
) -> None:
    device = await window(browser, width)
    page = await device.new_page()
    newest = Newest(page)
    await page.goto(f"{demo}?as={_account(name)}")

    await newest.press("Börja")
    await newest.shows("Steg 1 av 5")
    await newest.choose("need_2y", "Mer: ungefär")
    await newest.choose("need_5y", "Mycket mer: minst")
    await newest.press("Spara och fortsätt")
    await newest.shows("Steg 2 av 5")
    await newest.card.get_by_label("Från Viss till God").fill("3")
    await newest.press("Spara och fortsätt")
    await newest.shows("Steg 3 av 5")

    await page.reload()
    await newest.shows("Steg 3 av 5")
    await newest.choose("severity", "Mindre allvarlig")
    await newest.choose("likelihood", "Medel")
    await newest.press("Spara och fortsätt")
    await newest.shows("Steg 4 av 5")
    await newest.card.get_by_label("Kommentar").fill("Svårt att rekrytera <b>erfarna</b> 😀")
    await newest.press("Spara och fortsätt")
    await newest.shows("Steg 5 av 5")
    await newest.shows("Svårt att rekrytera <b>erfarna</b> 😀")
    await newest.press("Skicka in")
    await newest.shows("Svaret är inlämnat")
    assert await _overflow(page) <= 0

    await page.reload()
    await newest.shows("Svaret är inlämnat")
    await device.close()


async def _overflow(page: Page) -> int:
    """Pixels that the page is wider than its window."""
    root = "document.scrollingElement"
    pixels: int = await page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")
    return pixels


@pytest.mark.parametrize("width", [1400, 400])
async def test_hr_asks_for_the_summary_and_downloads_it(
    demo: str, browser: Browser, width: int, tmp_path: Path
) -> None:
    device = await window(browser, width)
    page = await device.new_page()
    newest = Newest(page)
    await page.goto(f"{demo}?as={_account('Helena Ryding')}")
    await newest.press("Sammanställning")
    await newest.shows("Sammanställning Kompetensförsörjning 2025")

    async with page.expect_download() as download:
        await newest.card.get_by_role("link", name="Hämta arbetsboken").click()
    file = tmp_path / "summary.xlsx"
    await (await download.value).save_as(file)
    book = load_workbook(file)
    assert book.sheetnames[:6] == [
        "Gapanalys",
        "Rekryteringsbehov",
        "Risk",
        "Spridning",
        "Svar",
        "Läge",
    ]
    assert book["Gapanalys"]["A2"].value == "Sektionschef"
    await device.close()
