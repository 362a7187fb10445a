"""Reading and writing activities gives what the SDK gives, and keeps what it loses."""

from datetime import UTC, datetime
from typing import Any

import orjson
import pytest
from botbuilder.schema import Activity, Attachment, Mention

from bot.teams.activity_json import activity_from_json, to_json
from tests.channel.activities import TENANT, activity, message, press

URL = "https://smba.trafficmanager.net/emea/"
INSTALLED = activity(
    URL,
    type="installationUpdate",
    action="add",
    membersAdded=[{"id": "29:anna"}, {"id": "28:bot"}],
    localTimezone="Europe/Stockholm",
    localTimestamp="2025-09-01T10:00:00.123+02:00",
    entities=[{"type": "clientInfo", "platform": "iOS"}],
    attachments=[{"contentType": "text/html", "content": "<p>hej</p>"}],
)


def by_the_sdk(data: dict[str, Any]) -> Activity:
    read = Activity.deserialize(data)  # type: ignore[no-untyped-call]  # the SDK's
    assert isinstance(read, Activity)
    read.conversation.tenant_id = read.conversation.additional_properties.pop("tenantId")
    return read


@pytest.mark.parametrize("data", [message(URL), press(URL), INSTALLED], ids=lambda d: d["type"])
def test_read_as_the_sdk_reads(data: dict[str, Any]) -> None:
    data = data | {"timestamp": "2025-09-01T08:00:00.123Z"}
    expected, read = by_the_sdk(data), activity_from_json(orjson.dumps(data))
    assert vars(read).keys() == vars(expected).keys()
    for attribute, value in vars(expected).items():
        assert getattr(read, attribute) == value, attribute


@pytest.mark.parametrize("data", [message(URL), press(URL), INSTALLED], ids=lambda d: d["type"])
def test_nothing_is_lost_on_the_way(data: dict[str, Any]) -> None:
    data = data | {"timestamp": "2025-09-01T08:00:00+00:00", "newField": {"a": [1]}}
    data.pop("localTimestamp", None)
    assert orjson.loads(to_json(activity_from_json(orjson.dumps(data)))) == data


def test_every_kind_of_field_can_be_read() -> None:
    full = message(URL)
    for described in Activity._attribute_map.values():
        full.setdefault(described["key"], [{}] if described["type"].startswith("[") else {})
    full["textHighlights"] = [{"text": "hej", "occurrence": 2}]
    full["semanticAction"] = {"id": "a", "entities": {"place": {"type": "Place"}}}
    read = activity_from_json(orjson.dumps(full))
    assert read.text_highlights[0].occurrence == 2
    assert read.semantic_action.entities["place"].type == "Place"
    assert read.conversation.tenant_id == TENANT
    assert read.suggested_actions.additional_properties == {}


def test_seven_digits_of_a_second() -> None:
    read = activity_from_json(orjson.dumps(message(URL, timestamp="2025-09-01T08:00:00.1234567Z")))
    assert read.timestamp == datetime(2025, 9, 1, 8, 0, 0, 123456, UTC)


def test_a_field_of_another_type_stays_unread() -> None:
    read = activity_from_json(orjson.dumps(message(URL, timestamp="soon", locale=7, entities={})))
    assert {read.timestamp, read.locale, read.entities} == {None}
    assert read.additional_properties == {"timestamp": "soon", "locale": 7, "entities": {}}


def test_two_activities_share_nothing() -> None:
    first, second = (activity_from_json(orjson.dumps(message(URL))) for _ in range(2))
    first.additional_properties["a"] = 1
    assert second.additional_properties == {}


def test_kinds_of_the_sdk_and_of_the_bot_are_written() -> None:
    mention = Mention(text="<at>Anna</at>", type="mention")
    card = Activity(type="message", attachments=[Attachment(content={"a": "å"})])
    card.entities = [mention]
    assert orjson.loads(to_json({"sent": card})) == {
        "sent": {
            "type": "message",
            "attachments": [{"content": {"a": "å"}}],
            "entities": [{"text": "<at>Anna</at>", "type": "mention"}],
        }
    }


def test_what_has_no_json_is_an_error() -> None:
    with pytest.raises(TypeError):
        to_json(Activity(value=object()))
