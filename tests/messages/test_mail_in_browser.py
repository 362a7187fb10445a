"""The e-mail on a desk and a phone: nothing beside the screen, nothing that axe objects to."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser

import cards
from bot.local_chat import files
from tests.browser import ColorScheme, requires_browser, window
from tests.messages.samples import MESSAGES

pytestmark = requires_browser

AXE = Path(files.HERE, "node_modules", "axe-core", "axe.min.js")
# Landmarks and a level-one heading for every region are for pages; a mail program has its own.
CHECK = """
axe.run({ rules: { region: { enabled: false }, "landmark-one-main": { enabled: false } } })
  .then((result) => result.violations.map((rule) => [rule.id, rule.nodes[0].html]))
"""
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
        await page.add_script_tag(path=AXE)
        found = await page.evaluate(CHECK)
        if found or await page.evaluate(BESIDE) > 0:
            wrong[name] = found
    assert wrong == {}
