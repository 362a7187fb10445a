"""Who is let in (bugs 7, 9 and 10 of the SDK)."""

import time
from base64 import urlsafe_b64encode
from typing import Any

import jwt
import orjson
import pytest
import time_machine
from botframework.connector.auth import ClaimsIdentity

from bot.settings import UnsafeStartError
from bot.teams.authentication import (
    ChannelTokens,
    require_safe_demo,
)
from bot.teams.signing_keys import SigningKeys
from tests.channel.activities import APP_ID, message
from tests.channel.conftest import Bot, Clock
from tests.channel.issuer import ISSUER, Issuer, Key


async def refused(bot: Bot, token: str, **changes: Any) -> bool:
    status, body = await bot.post(message(bot.service_url, **changes), token)
    assert not bot.turns
    return (status, body) == (401, "401: Unauthorized")


async def test_the_turn_knows_who_signed(bot: Bot) -> None:
    await bot.post(message(bot.service_url))
    identity = bot.turns[0].turn_state["BotIdentity"]
    assert isinstance(identity, ClaimsIdentity)
    assert identity.is_authenticated
    assert identity.get_claim_value("aud") == APP_ID


async def test_no_token(bot: Bot) -> None:
    body = orjson.dumps(message(bot.service_url))
    for headers in ({}, {"Authorization": ""}, {"Authorization": "Basic YTpi"}):
        sent = {"Content-Type": "application/json"} | headers
        assert (await bot.post_raw(body, sent))[0] == 401
    assert not bot.turns


@pytest.mark.parametrize(
    "token", ["", "x", "a.b.c", "a.b", f"{urlsafe_b64encode(b'[]').decode()}.e30.e30"]
)
async def test_no_jwt(bot: Bot, token: str) -> None:
    assert await refused(bot, token)


@pytest.mark.parametrize(
    "changed",
    [
        {"aud": "another-bot"},
        {"aud": [APP_ID, "another-bot"]},
        {"aud": None},
        {"iss": "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"},
        {"iss": None},
        {"serviceurl": "https://elsewhere.example/"},
        {"serviceurl": None},
        {"exp": None},
        {"exp": "soon"},
    ],
    ids=str,
)
async def test_a_wrong_claim(bot: Bot, changed: dict[str, Any]) -> None:
    assert await refused(bot, bot.key.sign(bot.service_url, **changed))


async def test_five_minutes_of_leeway(bot: Bot) -> None:
    now = int(time.time())
    assert await refused(bot, bot.key.sign(bot.service_url, exp=now - 310))
    assert await refused(bot, bot.key.sign(bot.service_url, nbf=now + 310))
    for changed in ({"exp": now - 200}, {"nbf": now + 200}):
        token = bot.key.sign(bot.service_url, **changed)
        assert (await bot.post(message(bot.service_url), token))[0] == 200


async def test_another_signature(bot: Bot, other_key: Key) -> None:
    other_key_as_first = jwt.encode(
        jwt.decode(bot.key.sign(bot.service_url), options={"verify_signature": False}),
        other_key.private,
        "RS256",
        headers={"kid": bot.key.key_id},
    )
    assert await refused(bot, other_key_as_first)
    head, claims, signature = bot.key.sign(bot.service_url).split(".")
    assert await refused(bot, f"{head}.{claims}.{signature[::-1]}")
    altered = bot.key.sign(bot.service_url, aud="another-bot").split(".")[1]
    assert await refused(bot, f"{head}.{altered}.{signature}")


@pytest.mark.parametrize("algorithm", ["HS256", "RS384", "RS512", "PS256", "none"])
async def test_another_algorithm(bot: Bot, algorithm: str) -> None:
    claims = jwt.decode(bot.key.sign(bot.service_url), options={"verify_signature": False})
    secret: Any = {"HS256": "x" * 32, "none": None}.get(algorithm, bot.key.private)
    token = jwt.encode(claims, secret, algorithm, headers={"kid": bot.key.key_id})
    assert await refused(bot, token)


async def test_no_key_id(bot: Bot) -> None:
    claims = jwt.decode(bot.key.sign(bot.service_url), options={"verify_signature": False})
    assert await refused(bot, jwt.encode(claims, bot.key.private, "RS256"))
    assert claims["iss"] == ISSUER


@pytest.mark.parametrize("endorsements", [None, [], ["webchat"], ["msteams2"]])
async def test_a_key_that_is_not_endorsed_for_the_channel(
    bot: Bot, issuer: Issuer, other_key: Key, endorsements: list[str] | None
) -> None:
    jwk = {name: value for name, value in other_key.jwk.items() if name != "endorsements"}
    issuer.keys = [jwk if endorsements is None else jwk | {"endorsements": endorsements}]
    assert await refused(bot, other_key.sign(bot.service_url))


async def test_a_channel_that_the_key_is_not_endorsed_for(bot: Bot) -> None:
    assert await refused(bot, bot.key.sign(bot.service_url), channelId="emulator")


async def test_a_token_that_was_let_in_is_still_for_one_service_url_and_channel(bot: Bot) -> None:
    token = bot.key.sign(bot.service_url)
    assert (await bot.post(message(bot.service_url), token))[0] == 200
    bot.turns.clear()
    assert await refused(bot, token, serviceUrl="https://elsewhere.example/")
    assert await refused(bot, token, channelId="webchat")


async def test_a_token_that_was_let_in_expires(bot: Bot) -> None:
    token = bot.key.sign(bot.service_url)
    assert (await bot.post(message(bot.service_url), token))[0] == 200
    bot.turns.clear()
    with time_machine.travel(time.time() + 3600 + 310):
        assert await refused(bot, token)


async def test_a_token_goes_with_its_key(
    bot: Bot, issuer: Issuer, clock: Clock, other_key: Key
) -> None:
    token = bot.key.sign(bot.service_url)
    assert (await bot.post(message(bot.service_url), token))[0] == 200
    bot.turns.clear()
    issuer.keys = [other_key.jwk]
    clock.now += 301
    assert (await bot.post(message(bot.service_url), other_key.sign(bot.service_url)))[0] == 200
    bot.turns.clear()
    assert await refused(bot, token)


async def test_a_stranger_is_told_401_before_what_is_missing(bot: Bot) -> None:
    json_only = {"Content-Type": "application/json"}
    assert (await bot.post({"type": "message"}, "no token"))[0] == 401
    assert (await bot.post_raw(b"{}", json_only))[0] == 401
    assert (await bot.post_raw(b"{", json_only))[0] == 400
    assert (await bot.post({"type": "message"}))[0] == 400
    assert not bot.turns


async def test_nobody_starts_a_bot_that_anyone_may_use(keys: SigningKeys) -> None:
    with pytest.raises(UnsafeStartError, match="KF_APP_ID saknas"):
        ChannelTokens("", keys)
    require_safe_demo("")
    with pytest.raises(UnsafeStartError, match="KF_APP_ID är satt"):
        require_safe_demo(APP_ID)
