"""The bot's adapter with a handler that only answers.

`PORT`: without tokens. `PORT METADATA_URL`: every request's token is checked.
"""

import sys

from aiohttp import web
from botbuilder.core import TurnContext

from bot.adapter import Adapter, set_invoke_response
from bot.teams.authentication import Authentication, ChannelTokens, LoopbackOnly
from bot.teams.connector import Connector
from bot.teams.credentials import NoToken
from bot.teams.pace import NoPace
from bot.teams.service import Service
from bot.teams.signing_keys import SigningKeys
from tests.bench.presses import ANSWER, APP_ID
from tests.bench.servers.serving import serve


def authentication() -> Authentication:
    if len(sys.argv) == 2:
        return LoopbackOnly()
    return ChannelTokens(APP_ID, SigningKeys(sys.argv[2]))


async def on_turn(context: TurnContext) -> None:
    if context.activity.value["action"]["verb"] == "answer":
        set_invoke_response(context, ANSWER)


ADAPTER = Adapter(authentication(), Connector(Service(NoToken(), NoPace())))


async def messages(request: web.Request) -> web.Response:
    return await ADAPTER.process(request, on_turn)


if __name__ == "__main__":
    serve(messages)
