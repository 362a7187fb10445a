"""Files that the bot asks leave to store, and the folder that stands for people's OneDrive."""

from typing import Any

import pytest
from playwright.async_api import Browser, expect

from tests.browser import requires_browser, window
from tests.local_chat.conftest import ANNA, EMMA, Demo
from tests.local_chat.stand_in_bot import FILE, Json, send

CONTENT = bytes(range(256)) * 2_000  # more than an activity may have


async def asked(demo: Demo, word: str = "fil") -> str:
    """The id of the message that asks."""
    await demo.say(word, key=word)
    return str((await demo.open())["activities"][-1]["id"])


async def answer(demo: Demo, activity: str, *, accepts: bool) -> Json:
    body = {"activity": activity, "accepts": accepts}
    return await demo.post(f"/chat/people/{ANNA.entra_id}/consents", body)


async def put(demo: Demo, url: str, content: bytes = CONTENT, span: str = "") -> int:
    whole = f"bytes 0-{len(content) - 1}/{len(content)}"
    headers = {"Content-Range": span or whole}
    async with demo.client.put(url, data=content, headers=headers) as response:
        return response.status


async def test_accepting_is_an_invoke_with_a_place_for_the_file(demo: Demo) -> None:
    activity = await asked(demo)
    assert (await answer(demo, activity, accepts=True))["kind"] == "taken"
    sent = demo.bot.last
    assert (sent["type"], sent["name"]) == ("invoke", "fileConsent/invoke")
    assert sent["replyToId"] == activity
    value = sent["value"]
    assert (value["type"], value["action"]) == ("fileUpload", "accept")
    assert value["context"] == FILE["content"]["acceptContext"]
    info = value["uploadInfo"]
    assert (info["name"], info["fileType"]) == ("Höst 2025.xlsx", "xlsx")
    assert info["uniqueId"]
    assert await put(demo, info["uploadUrl"]) == 201
    async with demo.client.get(info["contentUrl"]) as response:
        assert (response.status, await response.read()) == (200, CONTENT)
        assert response.headers["Content-Disposition"].startswith("attachment;")
    assert (demo.mailbox / "onedrive" / ANNA.email / "Höst 2025.xlsx").read_bytes() == CONTENT


async def test_declining_is_an_invoke_without_a_place(demo: Demo) -> None:
    await answer(demo, await asked(demo), accepts=False)
    context = FILE["content"]["declineContext"]
    assert demo.bot.last["value"] == {
        "type": "fileUpload",
        "action": "decline",
        "context": context,
    }


async def test_an_upload_session_takes_one_whole_file_once(demo: Demo) -> None:
    await answer(demo, await asked(demo), accepts=True)
    url = demo.bot.last["value"]["uploadInfo"]["uploadUrl"]
    assert await put(demo, url, span="bytes 0-9/10") == 416
    assert await put(demo, url) == 201
    assert await put(demo, url) == 404
    assert await put(demo, f"{demo.url}/chat/uploads/another") == 404


async def test_nothing_is_asked_in_another_message(demo: Demo) -> None:
    card = await asked(demo, "börja")
    received = len(demo.bot.received)
    for activity in (card, "17"):
        assert (await answer(demo, activity, accepts=True))["kind"] == "error"
    assert len(demo.bot.received) == received


async def test_a_bot_that_is_not_there(demo: Demo) -> None:
    activity = await asked(demo)
    demo.bot.status = 500
    assert (await answer(demo, activity, accepts=True))["kind"] == "unreachable"


@pytest.mark.parametrize(
    "body", [{}, {"activity": "", "accepts": True}, {"activity": "1"}], ids=str
)
async def test_a_malformed_answer(demo: Demo, body: Any) -> None:
    path = f"{demo.url}/chat/people/{ANNA.entra_id}/consents"
    async with demo.client.post(path, json=body) as response:
        assert response.status == 400


@pytest.mark.parametrize("path", ["x/y.xlsx", "%2e%2e/x.eml", "..%2f..%2fx.eml", "a/..%2fx.eml"])
async def test_only_what_was_saved_is_opened(demo: Demo, path: str) -> None:
    (demo.mailbox / "x.eml").write_text("not for here")
    async with demo.client.get(f"{demo.url}/chat/onedrive/{path}") as response:
        assert response.status == 404


@requires_browser
async def test_a_file_is_allowed_or_declined_on_the_page(browser: Browser, demo: Demo) -> None:
    page = await (await window(browser, 400)).new_page()
    await page.goto(demo.page(EMMA))
    await page.get_by_role("textbox").fill("fil")
    await page.keyboard.press("Enter")
    file = page.get_by_role("region", name="Höst 2025.xlsx")
    await expect(file).to_contain_text("Arbetsboken med alla tabeller")
    await expect(file).to_contain_text("2 kB")

    demo.bot.status = 500
    await file.get_by_role("button", name="Allow").click()
    await expect(file.get_by_role("alert")).to_have_text("The message did not get through.")
    demo.bot.status = 200
    await file.get_by_role("button", name="Decline").click()
    await expect(file.get_by_role("alert")).to_have_text("")
    await expect(file.get_by_role("button", name="Allow")).to_have_attribute(
        "aria-disabled", "true"
    )
    invoke = demo.bot.last
    assert invoke["value"]["action"] == "decline"
    await send("DELETE", invoke, None, invoke["replyToId"])
    await expect(file).to_have_count(0)
