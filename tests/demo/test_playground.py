"""The configuration of Microsoft's Agents Playground knows the demo's people by their ids."""

from pathlib import Path

import pytest
import yaml

from bot.demo.personas import personas
from bot.demo.running import BOT_ID, TENANT_ID

CONFIGURATION = yaml.safe_load(
    Path("deployment/playground/.m365agentsplayground.yml").read_text("utf-8")
)
USERS = [CONFIGURATION["currentUser"], *CONFIGURATION["users"]]


def test_tenant_and_bot_are_the_demos() -> None:
    assert CONFIGURATION["tenantId"] == TENANT_ID
    assert CONFIGURATION["bot"]["id"] == BOT_ID


def test_there_are_as_many_users_as_the_playground_wants() -> None:
    assert len(CONFIGURATION["users"]) == 5


@pytest.mark.parametrize("user", USERS, ids=lambda user: user["email"])
def test_a_user_is_one_of_the_demos_people(user: dict[str, str]) -> None:
    known = {(p.entra_id, p.email, p.name) for p in personas()}
    assert (user["aadObjectId"], user["email"], user["name"]) in known
