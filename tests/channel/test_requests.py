"""What a request must be before it is a turn (bugs 7 and 8 of the SDK: 404, 500 or ten seconds)."""

from typing import Any

import orjson
import pytest

from tests.channel.activities import message
from tests.channel.conftest import Bot


def headers(bot: Bot, content_type: str | None = "application/json") -> dict[str, str]:
    token = {"Authorization": f"Bearer {bot.key.sign(bot.service_url)}"}
    return token | ({"Content-Type": content_type} if content_type else {})


async def test_a_message_is_a_turn(bot: Bot) -> None:
    assert await bot.post(message(bot.service_url)) == (200, "")
    assert [turn.activity.text for turn in bot.turns] == ["hej"]


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "Application/JSON"])
async def test_json_however_written(bot: Bot, content_type: str) -> None:
    body = orjson.dumps(message(bot.service_url))
    assert (await bot.post_raw(body, headers(bot, content_type)))[0] == 200


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", None])
async def test_another_content_type_is_415(bot: Bot, content_type: str | None) -> None:
    body = orjson.dumps(message(bot.service_url))
    assert (await bot.post_raw(body, headers(bot, content_type)))[0] == 415
    assert not bot.turns


async def test_a_body_over_the_limit_is_413(bot: Bot) -> None:
    large = orjson.dumps(message(bot.service_url, "x" * 256 * 1024))
    assert (await bot.post_raw(large, headers(bot)))[0] == 413
    assert not bot.turns


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b'"text"',
        b"null",
        b"{}",
        b"[" * 100_000,
        b'{"type":"message"}',
    ],
)
async def test_what_is_no_activity_is_400(bot: Bot, body: bytes) -> None:
    assert (await bot.post_raw(body, headers(bot)))[0] == 400
    assert not bot.turns


@pytest.mark.parametrize("absent", ["type", "serviceUrl", "channelId", "conversation", "from"])
async def test_an_activity_without_its_address_is_400(bot: Bot, absent: str) -> None:
    incomplete = message(bot.service_url)
    del incomplete[absent]
    assert (await bot.post(incomplete))[0] == 400
    assert not bot.turns


@pytest.mark.parametrize(
    "changed",
    [{"serviceUrl": 5}, {"type": ["message"]}, {"conversation": {}}, {"from": "29:anna"}],
)
async def test_an_address_of_another_type_is_400(bot: Bot, changed: dict[str, Any]) -> None:
    assert (await bot.post(message(bot.service_url, **changed)))[0] == 400
    assert not bot.turns


async def test_an_unknown_kind_of_entity_is_no_reason_to_refuse(bot: Bot) -> None:
    strange = message(bot.service_url, entities=[{"type": "ProductInfo", "id": {"a": 1}}, 7])
    assert (await bot.post(strange))[0] == 200


async def test_other_paths_and_methods_stay_the_servers(bot: Bot) -> None:
    assert (await bot.client.get("/api/messages")).status == 405
    assert (await bot.client.post("/other")).status == 404
