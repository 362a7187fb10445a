"""`kf demo` as a newcomer meets it: a manager answers in a browser, HR downloads the workbook."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.async_api import Browser, expect

from tests.browser import requires_browser, window
from tests.demo.chat_page import Newest, account_of, overflow

pytestmark = [requires_browser, pytest.mark.timeout(300)]


@pytest.mark.parametrize(
    ("width", "name"), [(1400, "Samir Haddani"), (400, "Johan Vretlund")], ids=["wide", "narrow"]
)
async def test_a_manager_answers_a_category_from_start_to_receipt(
    demo: str, browser: Browser, width: int, name: str
) -> None:
    device = await window(browser, width)
    page = await device.new_page()
    newest = Newest(page)
    await page.goto(f"{demo}?as={account_of(name)}")

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
    assert await overflow(page) <= 0

    await page.reload()
    await newest.shows("Svaret är inlämnat")
    await device.close()


@pytest.mark.parametrize("width", [1400, 400])
async def test_hr_asks_for_the_summary_and_downloads_it(
    demo: str, browser: Browser, width: int, tmp_path: Path
) -> None:
    device = await window(browser, width)
    page = await device.new_page()
    newest = Newest(page)
    await page.goto(f"{demo}?as={account_of('Helena Ryding')}")
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


def saved_in(directory: Path) -> list[Path]:
    return list(directory.glob("onedrive/*/*"))


async def test_hr_saves_the_workbook_in_their_onedrive(
    demo: str, browser: Browser, tmp_path: Path
) -> None:
    device = await window(browser, 1400)
    page = await device.new_page()
    newest = Newest(page)
    await page.goto(f"{demo}?as={account_of('Helena Ryding')}")
    await newest.press("Sammanställning")
    await newest.shows("Sammanställning Kompetensförsörjning 2025")
    await newest.press("Spara i OneDrive")
    asked = page.locator(".consent")
    await expect(asked).to_have_count(2)
    name = str(await asked.first.get_attribute("aria-label"))
    await asked.first.get_by_role("button", name="Tillåt").click()
    await expect(asked).to_have_count(1)
    await asked.get_by_role("button", name="Avböj").click()
    await newest.shows("Rapporten sparades inte i OneDrive.")
    [file] = saved_in(tmp_path)
    assert file.name == name
    assert "Gapanalys" in load_workbook(file).sheetnames
    async with page.expect_download() as download:
        await page.get_by_role("link", name=f"Bilaga: {name}").click()
    assert (await download.value).suggested_filename == name
    await device.close()
