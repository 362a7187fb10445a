"""The page trusts the browser's word for who is who, so nobody else may reach it."""

from collections.abc import Awaitable, Callable
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from aiohttp import web

LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})


@web.middleware
async def loopback_only(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """403 for every other machine, for names that were rebound to this one, and for other sites."""
    if not _addresses_are_local(request) or not is_local_name(request.headers.get("Host", "")):
        raise web.HTTPForbidden(text="Only from this machine.")
    if not is_own_origin(request.headers.get("Origin"), request.headers["Host"]):
        raise web.HTTPForbidden(text="Only from the page itself.")
    return await handler(request)


def is_loopback(address: str) -> bool:
    """True for 127.0.0.0/8, ::1, and IPv4's loopback written as IPv6."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        return parsed.ipv4_mapped.is_loopback
    return parsed.is_loopback


def is_local_name(host: str) -> bool:
    """True where a Host header names this machine: the defence against DNS rebinding."""
    try:
        return urlsplit(f"//{host}").hostname in LOOPBACK_NAMES
    except ValueError:
        return False


def is_own_origin(origin: str | None, host: str) -> bool:
    """True without an Origin (the bot, a plain navigation) and for the page's own."""
    return origin is None or origin == f"http://{host}"


def base_url(request: web.Request) -> str:
    """This server as it listens, e.g. http://127.0.0.1:3978; never taken from a header."""
    host, port = _socket_address(request, "sockname")
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _addresses_are_local(request: web.Request) -> bool:
    return all(is_loopback(_socket_address(request, end)[0]) for end in ("peername", "sockname"))


def _socket_address(request: web.Request, end: str) -> tuple[str, int]:
    address = request.transport.get_extra_info(end) if request.transport else None
    return (address[0], address[1]) if isinstance(address, tuple) else ("", 0)
