"""Microsoft's renderer draws every card: nothing is dropped, overlaps or leaves the screen."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from playwright.async_api import Browser, Page

from bot.local_chat import files
from tests.axe import violations
from tests.browser import requires_browser, window
from tests.cards.samples import every_card

pytestmark = requires_browser

WIDTHS = (320, 400, 1400)
STYLES = ("adaptivecards.css", "page.css", "cards.css")
DRAW = """
async ([name, json]) => {
  const { CardView } = await import("/chat/web/card-view.js");
  const card = new AdaptiveCards.AdaptiveCard();
  const context = new AdaptiveCards.SerializationContext();
  card.parse(json, context);
  const count = { length: context.eventCount };
  const events = Array.from(count, (_, place) => context.getEventAt(place).message)
    .filter((said) => !said.includes("Chart.HorizontalBar")); // its fallback is drawn
  const main = document.querySelector("main");
  const prefix = `m${main.children.length}`;
  const view = new CardView(json, { texts: {}, prefix, press: async () => ({}) });
  view.element.dataset.name = name;
  main.append(view.element);
  return events;
}
"""
# Text that is wider than its box is either cut off or runs over what stands beside it.
SPILLING = """
() => [...document.querySelectorAll("main *")]
  .filter((e) => !e.matches("input, select, textarea, option"))
  .filter((e) => e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1)
  .map((e) => [e.closest("[data-name]").dataset.name, e.textContent.slice(0, 60)])
"""


@pytest.fixture
async def address() -> AsyncIterator[str]:
    """An empty page with the demo's renderer and styles."""
    app = web.Application()
    app.router.add_static("/chat/web", files.WEB)
    app.router.add_static("/chat/vendor", files.VENDOR)
    app.router.add_get("/", _page)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def _page(_request: web.Request) -> web.Response:
    links = "".join(
        f'<link rel="stylesheet" href="/chat/{"vendor" if name == STYLES[0] else "web"}/{name}">'
        for name in STYLES
    )
    page = (
        f'<!doctype html><html lang="sv"><title>Kort</title><link rel="icon" href="data:,">{links}'
        '<script src="/chat/vendor/adaptivecards.min.js"></script>'
        "<h1>Kort</h1><h2>Kort</h2><main></main>"
    )
    return web.Response(text=page, content_type="text/html")


async def drawn_on(page: Page, cards: dict[str, dict[str, Any]]) -> None:
    """All of them, one below the other."""
    for name, card in cards.items():
        assert await page.evaluate(DRAW, [name, card]) == [], name


@pytest.mark.parametrize("language", ["sv", "en"])
async def test_every_card_fits(browser: Browser, address: str, language: str) -> None:
    page = await (await window(browser, WIDTHS[0])).new_page()
    await page.goto(address)
    await drawn_on(page, every_card(language))
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 900})
        assert await page.evaluate(SPILLING) == [], width


async def test_a_word_that_is_cut_is_seen(browser: Browser, address: str) -> None:
    page = await (await window(browser, 320)).new_page()
    await page.goto(address)
    wide = table_of("Yrkeskategoribeteckningssystematik")
    await drawn_on(page, {"wide": wide})
    assert any("Yrkeskategori" in text for _, text in await page.evaluate(SPILLING))


def table_of(word: str) -> dict[str, Any]:
    rich = {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": word}]}
    cell = {"type": "TableCell", "items": [rich]}
    row = {"type": "TableRow", "cells": [cell, cell, cell]}
    table = {"type": "Table", "columns": [{"width": 1}] * 3, "rows": [row, row]}
    return {"type": "AdaptiveCard", "version": "1.5", "body": [table]}


async def test_axe_finds_nothing(browser: Browser, address: str) -> None:
    page = await (await window(browser, 400)).new_page()
    await page.goto(address)
    await drawn_on(page, every_card("sv"))
    assert await violations(page, within="main") == []
