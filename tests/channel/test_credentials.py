"""The bot's own token: one fetch, off the event loop, kept (bug 5 of the SDK)."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson
import pytest
import requests
from aiohttp.test_utils import unused_port

from bot.teams.activity_json import activity_from_json
from bot.teams.connector import Connector
from bot.teams.credentials import CachedToken, ManagedIdentity, SingleTenant, TokenError
from bot.teams.outcomes import Delivered, Failed
from tests.channel.activities import APP_ID, TENANT, message
from tests.channel.conftest import Bot, Clock
from tests.channel.issuer import Key
from tests.channel.login import Login, loopback_certificate
from tests.channel.service import FakeService


@dataclass
class IdentityProvider:
    """Blocks until `answers` is set, as a real one may."""

    answer: dict[str, Any] = field(
        default_factory=lambda: {"access_token": "one", "expires_in": 3600}
    )
    asked: int = 0
    answers: threading.Event = field(default_factory=threading.Event)
    started: threading.Event = field(default_factory=threading.Event)

    def __call__(self) -> dict[str, Any]:
        self.asked += 1
        self.started.set()
        assert self.answers.wait(10)
        return self.answer


@pytest.fixture
def provider() -> IdentityProvider:
    made = IdentityProvider()
    made.answers.set()
    return made


@pytest.fixture
def source(provider: IdentityProvider, clock: Clock) -> CachedToken:
    return CachedToken(provider, clock)


async def test_one_fetch_for_all_that_wait(source: CachedToken, provider: IdentityProvider) -> None:
    provider.answers.clear()
    waiting = [asyncio.create_task(source.token()) for _ in range(5)]
    await asyncio.to_thread(provider.started.wait)
    provider.answers.set()
    assert await asyncio.gather(*waiting) == ["one"] * 5
    assert await source.token() == "one"
    assert provider.asked == 1


async def test_a_slow_fetch_holds_up_no_turn_that_sends_nothing(
    bot: Bot, provider: IdentityProvider, source: CachedToken, connect: Callable[..., Connector]
) -> None:
    provider.answers.clear()
    card = activity_from_json(orjson.dumps(message(bot.service_url)))
    sending = [asyncio.create_task(connect(source).send(card)) for _ in range(5)]
    await asyncio.to_thread(provider.started.wait)
    assert (await bot.post(message(bot.service_url)))[0] == 200
    assert not any(task.done() for task in sending)
    provider.answers.set()
    assert await asyncio.gather(*sending) == [Delivered("1701")] * 5
    assert provider.asked == 1


async def test_the_old_token_serves_until_the_new_one_is_there(
    source: CachedToken, provider: IdentityProvider, clock: Clock
) -> None:
    await source.token()
    clock.now = 3600 - 299
    provider.started.clear()
    provider.answers.clear()
    provider.answer = {"access_token": "two", "expires_in": 3600}
    assert await source.token() == "one"
    await asyncio.to_thread(provider.started.wait)
    assert await source.token() == "one"
    provider.answers.set()
    clock.now = 3600
    assert await source.token() == "two"
    assert provider.asked == 2


async def test_the_old_token_serves_while_there_is_no_new_one(
    source: CachedToken, provider: IdentityProvider, clock: Clock
) -> None:
    await source.token()
    provider.answer = {"error": "temporarily_unavailable"}
    clock.now = 3599
    assert await source.token() == "one"
    clock.now = 3600
    with pytest.raises(TokenError, match="temporarily_unavailable"):
        await source.token()
    provider.answer = {"access_token": "two", "expires_in": 3600}
    assert await source.token() == "two"


async def test_no_token_is_an_outcome_of_the_send(
    source: CachedToken,
    provider: IdentityProvider,
    connect: Callable[..., Connector],
    service: FakeService,
    service_url: str,
) -> None:
    provider.answer = {"error": "invalid_client", "error_description": "a long story"}
    card = activity_from_json(orjson.dumps(message(service_url)))
    assert await connect(source).send(card) == Failed(None, "token: invalid_client")
    assert not service.requests


async def test_an_identity_provider_that_is_not_there(clock: Clock) -> None:
    def unreachable() -> dict[str, Any]:
        requests.get(f"http://127.0.0.1:{unused_port()}/", timeout=5)
        return {}

    with pytest.raises(TokenError, match="ConnectionError"):
        await CachedToken(unreachable, clock).token()


@pytest.fixture
def login(tmp_path: Path, key: Key, monkeypatch: pytest.MonkeyPatch) -> Iterator[Login]:
    certificate = tmp_path / "loopback.pem"
    certificate.write_bytes(loopback_certificate(key.private))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    with Login(certificate) as server:
        yield server


async def test_a_single_tenant_app(login: Login) -> None:
    credentials = SingleTenant(APP_ID, "right", TENANT, login.url)
    source = CachedToken(credentials)
    assert [await source.token() for _ in range(3)] == ["from-login"] * 3
    [form] = login.forms
    assert (form["client_id"], form["grant_type"]) == (APP_ID, "client_credentials")
    assert form["scope"] == "https://api.botframework.com/.default"
    assert "right" not in repr(credentials)


async def test_a_wrong_password(login: Login) -> None:
    with pytest.raises(TokenError, match="invalid_client"):
        await CachedToken(SingleTenant(APP_ID, "wrong", TENANT, login.url)).token()


async def test_a_managed_identity(monkeypatch: pytest.MonkeyPatch) -> None:
    with Login() as machine:
        monkeypatch.setenv("IDENTITY_ENDPOINT", f"{machine.url}/identity")
        monkeypatch.setenv("IDENTITY_HEADER", "of-the-machine")
        source = CachedToken(ManagedIdentity(APP_ID))
        assert [await source.token() for _ in range(3)] == ["from-machine"] * 3
    [form] = machine.forms
    assert (form["client_id"], form["secret"]) == (APP_ID, "of-the-machine")
    assert form["resource"] == "https://api.botframework.com"
