"""In a group or a team everybody reads along: the bot shows nothing of anybody there."""

from typing import Any

import pytest

from tests.service.chat import Chat
from tests.service.teams import ON_SQLITE, Teams

pytestmark = ON_SQLITE

HR, MANAGER, STRANGER = "Helena Ryding", "Johan Vretlund", "Ulf Främling"
SAID = "Skriv till mig i din egen chatt"
KINDS = ["groupChat", "channel"]


def in_company(chat: Chat, kind: str) -> dict[str, Any]:
    return {"id": f"a:{chat.entra_id}", "conversationType": kind, "tenantId": chat.tenant_id}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", [HR, MANAGER, STRANGER])
@pytest.mark.parametrize("word", ["börja", "sammanställning", "english", "vad som helst"])
async def test_a_word_shows_nothing(teams: Teams, kind: str, name: str, word: str) -> None:
    chat = teams.chat(name)
    await chat.say(word, conversation=in_company(chat, kind))
    assert chat.text().splitlines()[0] == SAID
    assert teams.rows("SELECT count(*) FROM summary") == [0]
    assert teams.rows(
        "SELECT count(*) FROM person WHERE language = 'en' AND name = :n", n=name
    ) == [0]


async def test_a_press_changes_and_shows_nothing(teams: Teams) -> None:
    chat = teams.chat(MANAGER)
    await chat.say("börja")
    start = chat.action("Börja")
    press = {"action": {"verb": start["verb"], "data": start["data"]}}
    activity = chat.activity(
        type="invoke",
        name="adaptiveCard/action",
        value=press,
        conversation=in_company(chat, "channel"),
    )
    _, body = await chat.post(activity)
    assert SAID in str(body)
    assert "familjehem" not in str(body)


async def test_being_added_to_a_team_names_nobody(teams: Teams) -> None:
    chat = teams.chat(HR)
    where = in_company(chat, "channel")
    await chat.post(chat.activity(type="installationUpdate", action="add", conversation=where))
    assert [SAID in str(card) for card in chat.sent] == [True]
