"""Who may reach the page: this machine's browser, at the page's own address."""

import pytest
from aiohttp import web

from bot.local_chat import add_local_chat, files
from bot.local_chat.loopback import is_local_name, is_loopback, is_own_origin
from tests.local_chat.conftest import ANNA, Demo, StandingTime


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"])
def test_this_machine(address: str) -> None:
    assert is_loopback(address)


@pytest.mark.parametrize("address", ["10.0.0.1", "0.0.0.0", "::ffff:10.0.0.1", "fe80::1", "", "x"])
def test_other_machines(address: str) -> None:
    assert not is_loopback(address)


@pytest.mark.parametrize("host", ["127.0.0.1:3978", "localhost:3978", "[::1]:3978", "LOCALHOST"])
def test_names_of_this_machine(host: str) -> None:
    assert is_local_name(host)


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil@evil.example", "", "[::1"]
)
def test_rebound_names(host: str) -> None:
    assert not is_local_name(host)


def test_origins() -> None:
    assert is_own_origin(None, "127.0.0.1:3978")
    assert is_own_origin("http://127.0.0.1:3978", "127.0.0.1:3978")
    assert not is_own_origin("http://127.0.0.1:9999", "127.0.0.1:3978")
    assert not is_own_origin("null", "127.0.0.1:3978")


@pytest.mark.parametrize(
    "path", ["/", "/chat/people", "/api/messages", "/connector/v3/conversations"]
)
async def test_a_rebound_name_reaches_nothing(demo: Demo, path: str) -> None:
    async with demo.client.get(demo.url + path, headers={"Host": "evil.example"}) as response:
        assert response.status == 403


async def test_another_site_cannot_post(demo: Demo) -> None:
    headers = {"Origin": "http://evil.example"}
    path = f"/chat/people/{ANNA.entra_id}/open"
    async with demo.client.post(demo.url + path, json={}, headers=headers) as response:
        assert response.status == 403
    assert demo.bot.received == []


async def test_the_page_comes_with_a_strict_policy(demo: Demo) -> None:
    async with demo.client.get(demo.url + "/") as response:
        assert response.status == 200
        policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


async def test_only_the_pages_own_files_are_served(demo: Demo) -> None:
    for path in ("/chat/web/../page.py", "/chat/web/page.py", "/chat/vendor/index.html"):
        async with demo.client.get(demo.url + path) as response:
            assert response.status == 404


async def test_people_are_listed_with_the_demos_date(demo: Demo) -> None:
    async with demo.client.get(demo.url + "/chat/people") as response:
        listed = await response.json()
    assert listed["today"] == "2025-09-29"
    assert [person["group"] for person in listed["people"]] == [
        "HR",
        "Enhetschefer",
        "Enhetschefer",
        "Utomstående",
    ]


async def test_nobody_is_nobody(demo: Demo) -> None:
    async with demo.client.post(f"{demo.url}/chat/people/ingen/open", json={}) as response:
        assert response.status == 404


@pytest.mark.parametrize(
    ("what", "body"),
    [
        ("messages", {"text": "", "key": "1"}),
        ("messages", {"key": "1"}),
        ("presses", {"activity": "1", "action": {"type": "Action.Http"}}),
        ("presses", {"activity": "1", "action": {"type": "Action.Execute"}, "trigger": "x"}),
    ],
)
async def test_malformed_requests(demo: Demo, what: str, body: dict[str, object]) -> None:
    url = f"{demo.url}/chat/people/{ANNA.entra_id}/{what}"
    async with demo.client.post(url, json=body) as response:
        assert response.status == 400
    assert demo.bot.received == []


@pytest.mark.parametrize("days", [0, -1, 400, "en"])
async def test_the_time_moves_only_forward(demo: Demo, days: object) -> None:
    async with demo.client.post(f"{demo.url}/chat/time", json={"days": days}) as response:
        assert response.status == 400


def test_without_the_card_renderer_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "VENDOR", files.HERE / "nowhere")
    with pytest.raises(files.RendererMissingError, match="make setup"):
        add_local_chat(web.Application(), list, "t", "b", StandingTime(), files.HERE, files.HERE)
