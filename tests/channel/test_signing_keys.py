"""Keys: fetched beside the turns, seldom, and kept when the fetch fails (bug 6 of the SDK)."""

import asyncio

from aiohttp.test_utils import TestServer

from bot.teams.signing_keys import SigningKeys
from tests.channel.activities import message
from tests.channel.conftest import Bot, Clock
from tests.channel.issuer import Issuer, Key


async def answered(bot: Bot, key: Key) -> int:
    return (await bot.post(message(bot.service_url), key.sign(bot.service_url)))[0]


async def test_keys_are_fetched_once_a_day(
    bot: Bot, issuer: Issuer, clock: Clock, other_key: Key
) -> None:
    for _ in range(3):
        assert await answered(bot, bot.key) == 200
    assert issuer.asked == 1
    issuer.keys = [other_key.jwk]
    clock.now += 24 * 60 * 60 + 1
    issuer.was_asked.clear()
    # The turn that finds the keys old does not wait for new ones.
    assert await answered(bot, bot.key) == 200
    await issuer.was_asked.wait()
    assert await answered(bot, other_key) == 200
    assert issuer.asked == 2
    assert await answered(bot, bot.key) == 401


async def test_a_new_key_is_looked_for(
    bot: Bot, issuer: Issuer, clock: Clock, other_key: Key
) -> None:
    assert await answered(bot, bot.key) == 200
    issuer.keys.append(other_key.jwk)
    clock.now += 301
    assert await answered(bot, other_key) == 200
    assert await answered(bot, bot.key) == 200
    assert issuer.asked == 2


async def test_a_flood_of_unknown_keys_is_one_fetch(
    bot: Bot, issuer: Issuer, clock: Clock, other_key: Key
) -> None:
    assert await answered(bot, bot.key) == 200
    clock.now += 301
    issuer.answers.clear()
    flood = [asyncio.create_task(answered(bot, other_key)) for _ in range(20)]
    assert await answered(bot, bot.key) == 200  # nobody else waits for that fetch
    issuer.answers.set()
    assert await asyncio.gather(*flood) == [401] * 20
    assert await answered(bot, other_key) == 401
    assert issuer.asked == 2


async def test_known_keys_work_while_the_issuer_is_down(
    bot: Bot, issuer: Issuer, clock: Clock, other_key: Key
) -> None:
    assert await answered(bot, bot.key) == 200
    issuer.is_down = True
    clock.now += 24 * 60 * 60 + 1
    assert await answered(bot, other_key) == 401
    assert await answered(bot, bot.key) == 200
    issuer.is_down = False
    issuer.keys.append(other_key.jwk)
    clock.now += 301
    assert await answered(bot, other_key) == 200


async def test_without_any_key_the_issuer_is_asked_again_soon(
    bot: Bot, issuer: Issuer, clock: Clock
) -> None:
    issuer.is_down = True
    assert [await answered(bot, bot.key) for _ in range(3)] == [401] * 3
    assert issuer.asked == 1
    issuer.is_down = False
    clock.now += 11
    assert await answered(bot, bot.key) == 200


async def test_a_key_that_cannot_be_read_does_not_spoil_the_others(
    bot: Bot, issuer: Issuer, other_key: Key
) -> None:
    elliptic = {"kty": "EC", "kid": "curve", "endorsements": ["msteams"]}
    broken = {"kty": "RSA", "kid": "broken", "n": "?", "endorsements": ["msteams"]}
    issuer.keys = [elliptic, broken, {"kty": "RSA"}, bot.key.jwk]
    assert await answered(bot, bot.key) == 200


async def test_an_issuer_that_talks_nonsense_or_nothing(issuer: Issuer) -> None:
    issuer.keys = None  # type: ignore[assignment]  # as a proxy's sign-in page would
    async with TestServer(issuer.application(), host="127.0.0.1") as server:
        assert await SigningKeys(str(server.make_url("/metadata"))).find("first") is None
        gone = str(server.make_url("/metadata"))
    assert await SigningKeys(gone).find("first") is None
