"""Reading the JSON object of a request."""

from aiohttp import web

from bot.local_chat.activities import Json


async def json_body(request: web.Request) -> Json:
    """The body as an object. Raises HTTPUnsupportedMediaType (415) and HTTPBadRequest (400)."""
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType(text="application/json wanted")
    try:
        body = await request.json()
    except ValueError as error:
        raise web.HTTPBadRequest(text="not JSON") from error
    if not isinstance(body, dict):
        raise web.HTTPBadRequest(text="a JSON object wanted")
    return body
