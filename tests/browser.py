"""A real headless browser for tests: Debian's Chromium, driven by Playwright."""

import os
import shutil
from collections.abc import AsyncIterator
from typing import Literal, TypeAlias

import pytest
from playwright.async_api import Browser, BrowserContext, async_playwright, expect

ColorScheme: TypeAlias = Literal["light", "dark"]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# A busy machine draws slowly; a wait ends as soon as what is waited for is there.
expect.set_options(timeout=45_000)

# On a build server a missing browser must be seen, so there the fixture fails instead.
requires_browser = pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("CI"),
    reason="no Chromium on this machine (Debian: apt-get install chromium)",
)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A browser of the test's own; its tests are marked `requires_browser`."""
    assert CHROMIUM, "no Chromium on this machine, and CI is set"
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        await launched.close()


async def window(browser: Browser, width: int, scheme: ColorScheme = "light") -> BrowserContext:
    """A device of its own: nothing shared with other windows, Swedish, as wide as said (px)."""
    return await browser.new_context(
        viewport={"width": width, "height": 900},
        locale="sv-SE",
        color_scheme=scheme,
        reduced_motion="reduce",
    )
