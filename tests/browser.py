"""A real headless browser for tests: Debian's Chromium, driven by Playwright."""

import os
import re
import shutil
import subprocess
from collections.abc import AsyncIterator, Iterator
from threading import Thread
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


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running browser: one for all tests, since its start costs more than most."""
    assert CHROMIUM, "no Chromium on this machine, and CI is set"
    profile = tmp_path_factory.mktemp("chromium")
    command = [CHROMIUM, *ARGUMENTS, "--remote-debugging-port=0", f"--user-data-dir={profile}"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        try:
            yield _address(running)
        finally:
            running.kill()


def _address(running: subprocess.Popen[str]) -> str:
    assert running.stderr
    for line in running.stderr:
        if said := re.match(r"DevTools listening on (ws://\S+)", line):
            Thread(target=running.stderr.read, daemon=True).start()  # a full pipe would stop it
            return said[1]
    raise AssertionError("Chromium has ended")


@pytest.fixture(scope="session")
async def connected(chromium: str) -> AsyncIterator[Browser]:
    """Playwright on that browser: one driver for all tests, which therefore share an event loop."""
    async with async_playwright() as playwright:
        yield await playwright.chromium.connect_over_cdp(chromium)


@pytest.fixture
async def browser(connected: Browser) -> AsyncIterator[Browser]:
    """Its tests are marked `requires_browser`; what each opens is closed after it."""
    its_own, *_ = connected.contexts  # to close that one would end the browser
    yield connected
    for opened in connected.contexts:
        if opened is not its_own:
            await opened.close()


async def window(browser: Browser, width: int, scheme: ColorScheme = "light") -> BrowserContext:
    """A device of its own: nothing shared with other windows, Swedish, as wide as said (px)."""
    return await browser.new_context(
        viewport={"width": width, "height": 900},
        locale="sv-SE",
        color_scheme=scheme,
        reduced_motion="reduce",
    )
