"""A token issuer of the tests' own, in the Bot Framework's place."""

import asyncio
import json
import time
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from tests.channel.activities import APP_ID

ISSUER = "https://api.botframework.com"


class Key:
    def __init__(self, key_id: str, endorsements: list[str] | None = None) -> None:
        self.key_id = key_id
        self.private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.jwk: dict[str, Any] = json.loads(RSAAlgorithm.to_jwk(self.private.public_key()))
        self.jwk |= {"kid": key_id, "use": "sig"}
        if endorsements is not None:
            self.jwk["endorsements"] = endorsements

    def sign(self, service_url: str, **changes: Any) -> str:
        """A valid token; a change to None leaves a claim out."""
        now = int(time.time())
        valid = {
            "iss": ISSUER,
            "aud": APP_ID,
            "nbf": now - 300,
            "exp": now + 3600,
            "serviceurl": service_url,
        }
        claims = {name: claim for name, claim in (valid | changes).items() if claim is not None}
        return jwt.encode(claims, self.private, "RS256", headers={"kid": self.key_id})


class Issuer:
    """Publishes `keys`; counts how often it is asked, can be down, can be held."""

    def __init__(self, *keys: Key) -> None:
        self.keys: list[dict[str, Any]] = [key.jwk for key in keys]
        self.asked = 0
        self.was_asked = asyncio.Event()
        self.is_down = False
        self.answers = asyncio.Event()
        self.answers.set()

    def application(self) -> web.Application:
        application = web.Application()
        application.router.add_get("/metadata", self._metadata)
        application.router.add_get("/keys", self._published)
        return application

    async def _metadata(self, request: web.Request) -> web.Response:
        self.asked += 1
        self.was_asked.set()
        await self.answers.wait()
        if self.is_down:
            raise web.HTTPServiceUnavailable
        return web.json_response(
            {"issuer": ISSUER, "jwks_uri": str(request.url.with_path("/keys"))}
        )

    async def _published(self, request: web.Request) -> web.Response:
        return web.json_response({"keys": self.keys})
