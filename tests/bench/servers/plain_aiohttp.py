"""aiohttp with JSON in and out and no SDK: what the machine can do."""

from aiohttp import web

from tests.bench.presses import ANSWER
from tests.bench.servers.serving import serve


async def messages(request: web.Request) -> web.Response:
    press = await request.json()
    if press["value"]["action"]["verb"] != "answer":
        raise web.HTTPBadRequest
    return web.json_response(ANSWER)


if __name__ == "__main__":
    serve(messages)
