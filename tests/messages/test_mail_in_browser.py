"""The e-mail on a desk and a phone: nothing beside the screen, nothing that axe objects to."""

from typing import Any

import pytest
from playwright.async_api import Browser

import cards
from tests.axe import violations
from tests.browser import ColorScheme, requires_browser, window
from tests.messages.samples import MESSAGES

pytestmark = requires_browser

# Landmarks and a level-one heading for every region are for pages; a mail program has its own.
OFF = ("region", "landmark-one-main")
BESIDE = "document.documentElement.scrollWidth - window.innerWidth"


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("sv", 1400, "light"), ("sv", 320, "dark"), ("en", 320, "light")],
)
async def test_mail(browser: Browser, language: str, width: int, scheme: ColorScheme) -> None:
    page = await (await window(browser, width, scheme)).new_page()
    wrong: dict[str, Any] = {}
    for name, message in MESSAGES.items():
        said = cards.mail(message, "Anna Åkesson", language, "https://teams.example/l/chat")
        await page.set_content(said.html)
        found = await violations(page, off=OFF)
        if found or await page.evaluate(BESIDE) > 0:
            wrong[name] = found
    assert wrong == {}
