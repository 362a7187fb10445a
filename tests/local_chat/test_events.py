"""Server-sent events: nothing is lost when the line drops, and all windows hear the same."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.local_chat import page as page_module
from bot.local_chat.conversation import KEPT_EVENTS, Conversation
from tests.local_chat.conftest import ANNA, Demo
from tests.local_chat.stand_in_bot import send


@asynccontextmanager
async def listening(
    demo: Demo, after: str, last_event_id: str | None = None
) -> AsyncIterator[aiohttp.ClientResponse]:
    headers = {"Last-Event-ID": last_event_id} if last_event_id else {}
    url = f"{demo.url}/chat/people/{ANNA.entra_id}/events"
    async with demo.client.get(url, params={"after": after}, headers=headers) as response:
        assert response.content_type == "text/event-stream"
        assert "retry" in await frame(response)
        yield response


async def frame(response: aiohttp.ClientResponse) -> dict[str, str]:
    fields = {}
    while line := (await response.content.readline()).decode().strip():
        name, _, value = line.partition(": ")
        fields[name] = value
    return fields


async def test_what_happens_is_told_in_every_window(demo: Demo) -> None:
    cursor = (await demo.open())["cursor"]
    async with listening(demo, cursor) as first, listening(demo, cursor) as second:
        await demo.say("hej")
        for window in (first, second):
            assert '"text": "hej"' in (await frame(window))["data"]
            assert '"text": "Du skrev hej"' in (await frame(window))["data"]


async def test_a_dropped_line_goes_on_where_it_was(demo: Demo) -> None:
    cursor = (await demo.open())["cursor"]
    async with listening(demo, cursor) as window:
        await demo.say("ett", key="1")
        heard = await frame(window)
    await demo.say("två", key="2")
    async with listening(demo, cursor, last_event_id=heard["id"]) as window:
        missed = [(await frame(window))["data"] for _ in range(3)]
    assert "Du skrev ett" in missed[0]
    assert '"två"' in missed[1]
    assert "Du skrev två" in missed[2]


@pytest.mark.parametrize("cursor", ["0badcafe.3", "nonsens", "1.-1"])
async def test_a_cursor_of_another_life_starts_over(demo: Demo, cursor: str) -> None:
    async with listening(demo, cursor) as window:
        assert (await frame(window))["event"] == "reset"


async def test_updates_removals_and_typing_are_told(demo: Demo) -> None:
    cursor = (await demo.open())["cursor"]
    to = demo.bot.last
    sent = await send("POST", to, {"type": "message", "text": "ett"})
    await send("PUT", to, {"type": "message", "text": "två"}, sent["id"])
    await send("POST", to, {"type": "typing"})
    await send("DELETE", to, None, sent["id"])
    async with listening(demo, cursor) as window:
        kinds = [(await frame(window))["event"] for _ in range(4)]
    assert kinds == ["activity", "activity", "typing", "removed"]


async def test_an_invokes_card_is_told_only_where_it_was_pressed(demo: Demo) -> None:
    await demo.say("börja")
    opened = await demo.open()
    card_id = opened["activities"][-1]["id"]
    pressed = await demo.press(card_id, "answer")
    async with listening(demo, opened["cursor"]) as window:
        await demo.say("efter", key="2")
        assert '"text": "efter"' in (await frame(window))["data"]

    (attachment,) = (await demo.open())["activities"][1]["attachments"]
    assert attachment["content"] == pressed["card"]


async def test_a_press_on_a_card_from_before_a_restart_is_kept(demo: Demo) -> None:
    await demo.press("1700000000000", "answer")
    (kept,) = (await demo.open())["activities"]
    assert kept["id"] == "1700000000000"
    assert kept["attachments"][0]["content"]["body"][0]["text"] == "Steg 2 av 5"


async def test_a_card_that_the_bot_took_away_stays_away(demo: Demo) -> None:
    await demo.say("börja")
    card_id = (await demo.open())["activities"][-1]["id"]
    await demo.press(card_id, "remove")
    assert [one["type"] for one in (await demo.open())["activities"]] == ["message"]


async def test_a_quiet_line_is_kept_open(demo: Demo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "HEARTBEAT_SECONDS", 0.01)
    async with listening(demo, (await demo.open())["cursor"]) as window:
        assert await frame(window) == {"": "still here"}


async def test_a_stopping_server_ends_the_lines_and_takes_no_new_one(demo: Demo) -> None:
    cursor = (await demo.open())["cursor"]
    async with listening(demo, cursor) as window:
        await demo.runner.shutdown()
        assert await window.content.read() == b""
    url = f"{demo.url}/chat/people/{ANNA.entra_id}/events"
    async with demo.client.get(url) as response:
        assert response.status == 503


def test_the_log_is_bounded_and_a_window_away_too_long_starts_over() -> None:
    conversation = Conversation("a:1")
    before = conversation.cursor
    for _ in range(KEPT_EVENTS + 1):
        conversation.typing()
    with conversation.listen(before) as queue:
        event = queue.get_nowait()
    assert event is not None
    assert event.kind == "reset"


def test_ids_never_repeat() -> None:
    conversation = Conversation("a:1")
    ids = [conversation.next_id() for _ in range(1000)]
    assert len(set(ids)) == 1000
    assert ids == sorted(ids)
