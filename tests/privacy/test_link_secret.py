"""Download links are signed with something that nobody can guess."""

import pytest

from bot.app import parts_of
from bot.authentication import UnsafeStartError
from bot.settings import Settings
from bot.summaries import link_secret


def test_the_secret_is_the_one_given_or_follows_from_the_password() -> None:
    assert link_secret("given", "password") == "given"
    assert link_secret("", "one") == link_secret("", "one")
    assert link_secret("", "one") != link_secret("", "another")


def test_a_managed_identity_has_no_password_and_does_not_start_without_a_secret(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    identity = {"APP_ID": "app", "TENANT_ID": "tenant", "APP_TYPE": "UserAssignedMSI"}
    for name, value in identity.items():
        monkeypatch.setenv(f"KF_{name}", value)
    monkeypatch.setenv("KF_DATABASE_URL", "sqlite://")
    with pytest.raises(UnsafeStartError, match="KF_LINK_SECRET"):
        parts_of(Settings())
    monkeypatch.setenv("KF_LINK_SECRET", "something of its own")
    parts = parts_of(Settings())
    assert parts.link_secret == "something of its own"
    parts.engine.dispose()
