"""botbuilder's CloudAdapter as Microsoft's samples show it, without an app id: no token check.

One thing differs. `on_adaptive_card_invoke` with the documented `AdaptiveCardInvokeResponse`
cannot be measured: ActivityHandler serialises the response, CloudAdapter.process serialises it
once more and fails. So the handler overrides `on_invoke_activity` and hands over the response
unserialised, which costs it nothing.
"""

from types import SimpleNamespace

from aiohttp import web
from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.core.teams import TeamsActivityHandler
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
from botbuilder.schema import AdaptiveCardInvokeResponse

from tests.bench.presses import CARD, CARD_TYPE
from tests.bench.servers.serving import serve

CONFIG = SimpleNamespace(APP_ID="", APP_PASSWORD="", APP_TYPE="MultiTenant", APP_TENANTID="")


class Bot(TeamsActivityHandler):
    async def on_invoke_activity(self, turn_context: TurnContext) -> InvokeResponse:
        if turn_context.activity.value["action"]["verb"] != "answer":
            return InvokeResponse(status=400)
        response = AdaptiveCardInvokeResponse(status_code=200, type=CARD_TYPE, value=CARD)
        return InvokeResponse(status=200, body=response)


ADAPTER = CloudAdapter(ConfigurationBotFrameworkAuthentication(CONFIG))
BOT = Bot()


async def messages(request: web.Request) -> web.StreamResponse:
    response = await ADAPTER.process(request, BOT)
    assert isinstance(response, web.Response)
    return response


if __name__ == "__main__":
    serve(messages)
