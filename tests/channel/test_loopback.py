"""Authentication off: this machine only (bug 9 of the SDK)."""

from collections.abc import Awaitable, Callable

import orjson
import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request
from botframework.connector.auth import ClaimsIdentity

from bot.teams.activity_json import activity_from_json
from bot.teams.authentication import Authentication, LoopbackOnly
from tests.channel.activities import message
from tests.channel.conftest import Bot

JSON = {"Content-Type": "application/json"}


@pytest.fixture
async def open_bot(serve: Callable[[Authentication], Awaitable[Bot]]) -> Bot:
    return await serve(LoopbackOnly())


@pytest.mark.parametrize("host", ["127.0.0.1:3978", "localhost:3978", "[::1]:3978"])
async def test_this_machine_needs_no_token(open_bot: Bot, host: str) -> None:
    body = orjson.dumps(message(open_bot.service_url))
    assert (await open_bot.post_raw(body, JSON | {"Host": host}))[0] == 200
    identity = open_bot.turns[0].turn_state["BotIdentity"]
    assert isinstance(identity, ClaimsIdentity)
    assert identity.authentication_type == "anonymous"


@pytest.mark.parametrize(
    "header",
    [
        {"Host": "attacker.example"},
        {"Host": "127.0.0.1.attacker.example"},
        {"Host": "["},
        {"X-Forwarded-For": "203.0.113.9"},
        {"forwarded": "for=203.0.113.9"},
    ],
    ids=str,
)
async def test_a_way_in_from_elsewhere_is_403(open_bot: Bot, header: dict[str, str]) -> None:
    body = orjson.dumps(message(open_bot.service_url))
    assert await open_bot.post_raw(body, JSON | header) == (403, "403: Forbidden")
    assert not open_bot.turns


@pytest.mark.parametrize("url", ["https://smba.trafficmanager.net/emea/", "http://[", "nowhere"])
async def test_answers_go_nowhere_else(open_bot: Bot, url: str) -> None:
    assert (await open_bot.post_raw(orjson.dumps(message(url)), JSON))[0] == 403


class _Transport:
    def __init__(self, peer: tuple[str, int] | str | None) -> None:
        self._peer = peer

    def get_extra_info(self, name: str) -> object:
        return self._peer if name == "peername" else None


@pytest.mark.parametrize(
    ("peer", "allowed"),
    [
        (("127.0.0.1", 1), True),
        (("::1", 1), True),
        (("::ffff:127.0.0.1", 1), True),
        (("192.0.2.7", 1), False),
        (("::ffff:192.0.2.7", 1), False),
        ("", False),
        (None, False),
    ],
)
async def test_the_peer_is_this_machine(peer: tuple[str, int] | str | None, allowed: bool) -> None:
    # A request from another machine cannot be had on loopback: the transport stands in for it.
    request = make_mocked_request("POST", "/", {"Host": "localhost"}, transport=_Transport(peer))
    activity = activity_from_json(orjson.dumps(message("http://127.0.0.1:1/")))
    if allowed:
        assert (await LoopbackOnly().authenticate(request, activity)).is_authenticated
    else:
        with pytest.raises(web.HTTPForbidden):
            await LoopbackOnly().authenticate(request, activity)
