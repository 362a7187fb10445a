"""axe-core finds nothing on the real cards, and no card is wider than a phone."""

import pytest
from playwright.async_api import Browser, Page

from cards.text import Texts, texts_in
from tests.axe import violations
from tests.browser import requires_browser, window
from tests.demo.chat_page import Newest, account_of, overflow

pytestmark = [
    requires_browser,
    pytest.mark.timeout(300),
    pytest.mark.parametrize(("width", "language"), [(400, "sv"), (1400, "en")]),
]

SEEN = [".message:nth-last-child(n+3)"]
"""What was there before the newest word and its answer."""
HR, MANAGER, STRANGER = "Helena Ryding", "Johan Vretlund", "Ulf Främling"
HEAD = "Mattias Edfors"


async def assert_accessible(page: Page) -> None:
    assert await violations(page, beyond=SEEN) == []
    assert await overflow(page) <= 0


async def test_axe_finds_nothing(demo: str, browser: Browser, width: int, language: str) -> None:
    texts = texts_in(language)
    page = await (await window(browser, width)).new_page()
    for name, cards_of in _EACH:
        await page.goto(f"{demo}?as={account_of(name)}")
        newest = Newest(page)
        if language == "en" and name != STRANGER:
            # the line that says so is gone once the card has refreshed itself; the button stays
            await newest.say("english", texts("language.sv"))
        await cards_of(newest, texts)
        await assert_accessible(page)


async def strangers(newest: Newest, texts: Texts) -> None:
    """The chat page speaks Swedish for them, whatever they type."""
    await newest.say(texts("word.summary"), texts_in("sv")("unknown.what"))


async def hrs(newest: Newest, texts: Texts) -> None:
    for word, said in (
        ("word.status", "progress.title"),
        ("word.remind", "missing.title"),
        ("word.plan", "controls.title"),
        ("word.help", "help.title"),
        ("word.summary", "summary.figures"),
    ):
        await newest.say(texts(word), texts(said))


async def heads(newest: Newest, texts: Texts) -> None:
    """A category to settle, with both forms and everything that was said open."""
    await newest.say(texts("word.settle"), texts("settling.not_ready"))
    await assert_accessible(newest.page)
    await newest.card.get_by_role("button", name=texts("settling.open")).nth(3).click()
    await newest.shows(texts("settling.spread"))
    for hidden in ("button.change_values", "button.give_back"):
        await newest.press(texts(hidden))
    await newest.press(texts("settling.show_units", n=3))
    await newest.press(texts("settling.show_comments", n=4))
    await assert_accessible(newest.page)


async def managers(newest: Newest, texts: Texts) -> None:
    """Every step of a category, with everything open, to the receipt."""
    await newest.say(texts("word.start"), texts("overview.button.not_started"))
    await assert_accessible(newest.page)
    await newest.press(texts("overview.button.not_started"))
    await newest.shows(texts("step.need"))
    await newest.press(texts("button.next"))
    await newest.shows(texts("problems", n=2))
    await assert_accessible(newest.page)
    await newest.choose_last("need_2y", "need_5y")
    await newest.press(texts("button.next"))

    await newest.shows(texts("step.levels"))
    for hidden in ("levels.show_definitions", "levels.show_points"):
        await newest.press(texts(hidden))
    await assert_accessible(newest.page)
    await newest.press(texts("levels.unchanged"))

    await newest.shows(texts("risk.lead"))
    await newest.press(texts("risk.show_definitions"))
    await assert_accessible(newest.page)
    await newest.choose_last("severity", "likelihood")
    await newest.press(texts("button.next"))

    for step, title in (("drivers", "button.next"), ("review", "button.submit")):
        await newest.shows(texts(f"step.{step}"))
        await assert_accessible(newest.page)
        await newest.press(texts(title))
    await newest.shows(texts("submitted.thanks"))


_EACH = ((STRANGER, strangers), (HR, hrs), (HEAD, heads), (MANAGER, managers))
