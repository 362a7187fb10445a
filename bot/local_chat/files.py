"""The page's own files, and Microsoft's card renderer from npm."""

from pathlib import Path

from aiohttp import web

HERE = Path(__file__).parent
WEB = HERE / "web"
VENDOR = HERE / "node_modules" / "adaptivecards" / "dist"

# No script or style stands inline, so markup that someone typed could do nothing even if it
# came through.
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


class RendererMissingError(RuntimeError):
    """npm has not fetched the card renderer yet."""


def file_routes() -> list[web.RouteDef]:
    """`/`, `/chat/web/…` and `/chat/vendor/…`. Raises RendererMissingError."""
    shown = {"/": WEB / "index.html"}
    shown |= {f"/chat/web/{path.name}": path for path in sorted(WEB.iterdir())}
    for name in ("adaptivecards.min.js", "adaptivecards.css"):
        if not (VENDOR / name).is_file():
            raise RendererMissingError(f"{VENDOR / name} is missing: run `make setup`.")
        shown[f"/chat/vendor/{name}"] = VENDOR / name
    return [_route(address, path) for address, path in shown.items()]


def _route(address: str, path: Path) -> web.RouteDef:
    async def send(_request: web.Request) -> web.FileResponse:
        return web.FileResponse(path, headers=HEADERS)

    return web.get(address, send)
