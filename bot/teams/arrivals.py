"""What of an activity says who sent it, from where, and what was pressed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from botbuilder.schema import Activity

from dialogs.press import Press, Verb
from dialogs.screen import REVIEW
from dialogs.settling import SettlingPress
from dialogs.steps import STEPS
from kfmodel.repository.reach import Reach

_CONTROL = frozenset(
    {"dialogue", "step", "revision", "verb", "more", "from_review", "language", "committee"}
    | {"place", "category", "basis", "as_compiled", "told"}
)


@dataclass(frozen=True, slots=True)
class Account:
    """The account that the checked activity names; `language` is the client's. `is_alone` with the
    bot, in a personal chat."""

    entra_id: str
    tenant_id: str
    user_id: str
    language: str
    reach: Reach
    is_alone: bool


@dataclass(frozen=True, slots=True)
class Pressed:
    """A press as it came: the verb, the dialogue or committee it is for if any, and what to do
    there; `settling` is what it is for those who settle."""

    verb: Verb
    dialogue_id: int | None
    press: Press
    language: str | None
    committee_id: int | None
    settling: SettlingPress


def account_of(activity: Activity) -> Account:
    """Who sent the activity, and where they are reached."""
    posted_by = activity.from_property
    tenant_id = tenant_of(activity)
    recipient = activity.recipient.id if activity.recipient else ""
    conversation = activity.conversation
    reach = Reach(
        activity.channel_id or "",
        activity.service_url or "",
        conversation.id if conversation else "",
        tenant_id,
        recipient or "",
        posted_by.id if posted_by else "",
    )
    language = "en" if (activity.locale or "").lower().startswith("en") else "sv"
    entra_id = (posted_by.aad_object_id if posted_by else None) or ""
    is_alone = bool(conversation and conversation.conversation_type in (None, "personal"))
    return Account(entra_id.lower(), tenant_id, reach.user_id, language, reach, is_alone)


def tenant_of(activity: Activity) -> str:
    """The tenant as Teams says it: in the conversation, or in the channel's data."""
    conversation = activity.conversation
    data = activity.channel_data if isinstance(activity.channel_data, dict) else {}
    tenant = data.get("tenant")
    in_data = tenant.get("id") if isinstance(tenant, dict) else None
    return str((conversation.tenant_id if conversation else None) or in_data or "")


def pressed_in(verb: object, data: Mapping[str, Any]) -> Pressed | None:
    """The press that a button's verb and data say; None for a verb that no button has. A step and
    values that no card has sent are left out."""
    try:
        known = Verb(str(verb))
    except ValueError:
        return None
    step = data.get("step")
    inputs = {
        name: value
        for name, value in data.items()
        if name not in _CONTROL and isinstance(value, str | int | float | bool)
    }
    press = Press(
        known,
        step if isinstance(step, str) and (step in STEPS or step == REVIEW) else None,
        whole(data.get("revision")),
        inputs,
        more=data.get("more") is True,
        from_review=data.get("from_review") is True,
    )
    language = data.get("language")
    return Pressed(
        known,
        whole(data.get("dialogue")),
        press,
        language if language in ("sv", "en") else None,
        whole(data.get("committee")),
        _settling(known, data, inputs),
    )


def _settling(verb: Verb, data: Mapping[str, Any], inputs: Mapping[str, Any]) -> SettlingPress:
    basis, told = data.get("basis"), data.get("told")
    return SettlingPress(
        verb,
        whole(data.get("place")),
        whole(data.get("category")),
        whole(data.get("revision")),
        basis if isinstance(basis, str) else "",
        data.get("as_compiled") is True,
        inputs,
        tuple(told.splitlines()) if isinstance(told, str) else (),
    )


def whole(value: object) -> int | None:
    """Clients may send a button's numbers back as text, or as 7.0."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int):
        return value if abs(value) < 2**31 else None
    return int(value) if isinstance(value, str) and value.isdecimal() and len(value) < 10 else None
