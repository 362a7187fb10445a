"""Carrying an activity to the bot over HTTP, as the channel does."""

import json
from typing import Any

import aiohttp

from bot.local_chat.activities import Json

# Teams' own patience, in seconds: a bot that is slower here is too slow there.
MESSAGE_TIMEOUT = 15
INVOKE_TIMEOUT = 10


class BotUnreachableError(Exception):
    """The bot did not take the activity: no connection, too slow, or an HTTP error."""


async def deliver(url: str, activity: Json) -> Any:
    """The JSON the bot answers with, or None for an empty body. Raises BotUnreachableError."""
    patience = INVOKE_TIMEOUT if activity["type"] == "invoke" else MESSAGE_TIMEOUT
    timeout = aiohttp.ClientTimeout(total=patience)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.post(url, json=activity) as response,
        ):
            body = await response.read()
    except (aiohttp.ClientError, TimeoutError) as error:
        raise BotUnreachableError(str(error) or "timeout") from error
    if response.status >= 300:
        raise BotUnreachableError(f"HTTP {response.status}")
    return _parsed(body)


def _parsed(body: bytes) -> Any:
    if not body.strip():
        return None
    try:
        return json.loads(body)
    except ValueError as error:
        raise BotUnreachableError("the answer is not JSON") from error
