"""axe-core finds nothing, nothing scrolls sideways, and everything is large enough to press."""

import pytest
from playwright.async_api import Browser, Page, expect

from tests.axe import violations
from tests.browser import ColorScheme, requires_browser, window
from tests.local_chat.conftest import ANNA, Demo

pytestmark = requires_browser
SMALLEST_TARGET_PX = 44


async def full_conversation(
    browser: Browser, demo: Demo, width: int, scheme: ColorScheme = "light"
) -> Page:
    for word in ("hej", "börja", "allt", "elakt", "förslag"):
        await demo.say(word, key=word)
    page = await (await window(browser, width, scheme)).new_page()
    await page.goto(demo.page(ANNA))
    await expect(page.locator("form.card")).to_have_count(3)
    cards = page.locator("form.card")
    # as much as possible in view at once: definitions, an opened part, an error
    await page.get_by_role("button", name="Visa definitioner").click()
    await cards.nth(1).get_by_role("button", name="Aktivitet").click()
    await cards.nth(0).get_by_role("button", name="Nästa").click()
    await expect(page.get_by_role("alert").first).to_be_visible()
    return page


@pytest.mark.parametrize(("width", "scheme"), [(1400, "dark"), (400, "light")])
async def test_axe_finds_nothing(
    browser: Browser, demo: Demo, width: int, scheme: ColorScheme
) -> None:
    page = await full_conversation(browser, demo, width, scheme)
    assert await violations(page) == []


async def test_axe_sees_a_missing_name(browser: Browser, demo: Demo) -> None:
    page = await full_conversation(browser, demo, 1400)
    await page.evaluate("document.querySelector('label[for=persona]').remove()")
    assert any(found.startswith("select-name") for found in await violations(page))


async def test_every_input_says_its_name(browser: Browser, demo: Demo) -> None:
    page = await full_conversation(browser, demo, 1400)
    card = page.locator("form.card").nth(1)
    await expect(card.get_by_role("spinbutton", name="Antal, Viss till God")).to_be_visible()
    await expect(card.get_by_role("combobox", name="Sannolikhet")).to_be_visible()
    await expect(card.get_by_role("group", name="Påverkansfaktorer")).to_be_visible()
    await expect(card.get_by_role("checkbox", name="Antalet stämmer")).to_be_visible()
    need = page.locator("form.card").nth(0).get_by_role("radiogroup", name="Behov om 2 år")
    await expect(need).to_have_attribute("aria-required", "true")


async def test_nothing_scrolls_sideways(browser: Browser, demo: Demo) -> None:
    page = await full_conversation(browser, demo, 320)
    for width in (320, 400, 700, 1400):
        await page.set_viewport_size({"width": width, "height": 900})
        wider = await page.evaluate(
            """() => [...document.querySelectorAll("body, body *")]
                .filter((one) => !one.closest(".visually-hidden") && one.id !== "persona")
                .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
                .map((one) => one.outerHTML.slice(0, 120))"""
        )
        assert wider == [], width
        await expect(page.get_by_role("textbox", name="Skriv ett meddelande")).to_be_in_viewport()


async def test_targets_on_a_phone_are_large_enough(browser: Browser, demo: Demo) -> None:
    page = await full_conversation(browser, demo, 400)
    small = await page.evaluate(
        """(least) => [...document.querySelectorAll(
                "button, select, textarea, input:not([type=radio], [type=checkbox]), "
                + "input:is([type=radio], [type=checkbox]) ~ label")]
            .filter((one) => one.checkVisibility())
            .map((one) => [one.getBoundingClientRect().height, one.outerHTML.slice(0, 120)])
            .filter(([height]) => height < least)""",
        SMALLEST_TARGET_PX,
    )
    assert small == []


async def test_a_card_is_answered_by_keyboard_alone(browser: Browser, demo: Demo) -> None:
    page = await (await window(browser, 1400)).new_page()
    await page.goto(demo.page(ANNA))
    await page.get_by_role("textbox", name="Skriv ett meddelande").focus()
    await page.keyboard.type("börja")
    await page.keyboard.press("Enter")
    card = page.locator("form.card")
    await expect(card).to_be_visible()
    await page.get_by_role("region", name="Konversation").focus()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    await page.keyboard.press("ArrowDown")
    await expect(card.get_by_role("radio", name="Mindre: ungefär 6")).to_be_checked()
    for _ in range(3):
        await page.keyboard.press("Tab")
    await expect(card.get_by_role("button", name="Nästa")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(card.get_by_role("heading", name="Steg 2 av 5")).to_be_focused()
    assert demo.bot.last["value"]["action"]["data"]["need_2y"] == "LESS"
