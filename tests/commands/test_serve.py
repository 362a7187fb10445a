"""`kf serve`: refuses to start unsafely, answers, stops when asked."""

import pytest

from tests.commands.kf import Kf
from tests.commands.running import free_port, running

WHOLE = {
    "KF_APP_ID": "11111111-2222-4333-8444-555555555555",
    "KF_APP_PASSWORD": "a secret of the tests",
    "KF_TENANT_ID": "66666666-7777-4888-8999-000000000000",
    "KF_PUBLIC_URL": "https://kf.example.se",
}


@pytest.mark.parametrize(
    ("lacking", "named"),
    [
        (["KF_APP_ID", "KF_TENANT_ID"], "KF_APP_ID och KF_TENANT_ID"),
        (["KF_APP_ID"], "KF_APP_ID"),
        (["KF_TENANT_ID"], "KF_TENANT_ID"),
    ],
)
def test_without_knowing_whom_to_trust_it_does_not_start(
    bare: Kf, lacking: list[str], named: str
) -> None:
    given = {name: value for name, value in WHOLE.items() if name not in lacking}
    assert bare("serve", **given).error == (
        f"{named} saknas; utan dem går det inte att veta vem som skriver. Bara kf demo startar ändå"
    )


def test_an_address_of_another_machine_is_one_line(kf: Kf) -> None:
    error = kf("serve", **WHOLE, KF_HOST="192.0.2.1").error
    assert error.startswith("Port 3978 på 192.0.2.1 går inte att använda: ")


async def test_it_answers_refuses_strangers_and_stops(bare: Kf) -> None:
    port = free_port()
    async with running(bare, "serve", port=port, **WHOLE, KF_PORT=str(port)) as service:
        async with service.http.get(f"{service.url}/health") as health:
            assert (health.status, await health.text()) == (200, "ok")
        activity = {"type": "message", "text": "hej", "serviceUrl": "http://127.0.0.1:1/"}
        async with service.http.post(f"{service.url}/api/messages", json=activity) as refused:
            assert refused.status == 401
        async with service.http.get(f"{service.url}/") as nothing:
            assert nothing.status == 404
        taken = bare("serve", **WHOLE, KF_PORT=str(port)).error
        assert taken == f"Port {port} på 127.0.0.1 går inte att använda: den används redan"
        assert await service.stop() == 0
    assert "Traceback" not in (bare.directory / "log.txt").read_text("utf-8")
    assert bare("status").error == "Det finns ingen omgång än; läs in en med kf import"
