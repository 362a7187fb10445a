"""The Microsoft 365 Agents SDK, Bot Framework's successor, as its samples show it: anonymous.

An ActivityHandler, which is the SDK's shorter way: its AgentApplication loads state in each turn.
"""

import logging
from typing import Any

from aiohttp import web
from microsoft_agents.activity import (
    AdaptiveCardInvokeResponse,
    AdaptiveCardInvokeValue,
    TurnContextProtocol,
)
from microsoft_agents.authentication.msal import MsalConnectionManager
from microsoft_agents.hosting.aiohttp import CloudAdapter, jwt_authorization_middleware
from microsoft_agents.hosting.core import (
    ActivityHandler,
    AgentAuthConfiguration,
)

from tests.bench.presses import CARD, CARD_TYPE
from tests.bench.servers.serving import serve

CONFIGURATION = AgentAuthConfiguration(anonymous_allowed=True)


class Bot(ActivityHandler):
    async def on_adaptive_card_invoke(
        self, turn_context: TurnContextProtocol[Any], invoke_value: AdaptiveCardInvokeValue
    ) -> AdaptiveCardInvokeResponse:
        status = 200 if invoke_value.action.verb == "answer" else 400
        return AdaptiveCardInvokeResponse(status_code=status, type=CARD_TYPE, value=CARD)


ADAPTER = CloudAdapter(
    connection_manager=MsalConnectionManager(
        connections_configurations={"SERVICE_CONNECTION": CONFIGURATION}
    )
)
BOT = Bot()


async def messages(request: web.Request) -> web.StreamResponse:
    response = await ADAPTER.process(request, BOT)
    assert isinstance(response, web.Response)
    return response


if __name__ == "__main__":
    # It warns of the missing app id in every turn; printing that would be measured too.
    logging.disable(logging.WARNING)
    serve(messages, (jwt_authorization_middleware,), {"agent_configuration": CONFIGURATION})
