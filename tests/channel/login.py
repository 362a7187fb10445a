"""Entra's side of the bot's own token."""

import ssl
import threading
import time
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qsl

import orjson
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.x509.oid import NameOID

from tests.channel.activities import TENANT


class Login(ThreadingHTTPServer):
    """Entra's token endpoints, for an app with the password `right` and for a machine."""

    daemon_threads = False

    def __init__(self, certificate: Path | None = None) -> None:
        super().__init__(("127.0.0.1", 0), LoginHandler)
        self.forms: list[dict[str, str]] = []
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True)
        scheme = "https" if certificate else "http"
        self.url = f"{scheme}://127.0.0.1:{self.server_port}"

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,))
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self._thread.join()
        self.server_close()


class LoginHandler(BaseHTTPRequestHandler):
    server: Login

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if path.startswith("/identity"):
            form = dict(parse_qsl(query)) | {"secret": self.headers["X-IDENTITY-HEADER"]}
            self.server.forms.append(form)
            expires_on = int(time.time()) + 3600
            self._answer(200, access_token="from-machine", expires_on=str(expires_on))
        else:
            here = self.server.url
            self._answer(
                200,
                issuer=f"{here}/{TENANT}/v2.0",
                authorization_endpoint=f"{here}/authorize",
                token_endpoint=f"{here}/token",
            )

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        form = dict(parse_qsl(content.decode()))
        self.server.forms.append(form)
        if form["client_secret"] == "right":
            self._answer(200, access_token="from-login", token_type="Bearer", expires_in=3599)
        else:
            self._answer(401, error="invalid_client")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - http.server's name
        """Nothing: pytest shows what matters."""

    def _answer(self, status: int, **body: Any) -> None:
        content = orjson.dumps(body)
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def loopback_certificate(key: RSAPrivateKey) -> bytes:
    """MSAL insists on https: a certificate for 127.0.0.1, and its key, as PEM."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    return signed.public_bytes(serialization.Encoding.PEM) + key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
