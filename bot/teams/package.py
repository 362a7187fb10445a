"""The Teams app package: manifest, its English texts and icons, with this installation's ids.

The texts and icons stand in `deployment/teams`. The scope is personal only: what is asked is
answered by one manager, and a card in a team or group chat would show it to others.
Source: Microsoft's manifest schema 1.30.
"""

from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

import orjson

from bot.settings import Settings

PARTS = Path(__file__).parents[2] / "deployment" / "teams"
_COPIED = ("en.json", "color.png", "outline.png")


class NoPackageError(ValueError):
    """A setting that the package needs is lacking or wrong; the message says which, in Swedish."""


def write_package(settings: Settings, target: Path) -> None:
    """Write the package. Raises NoPackageError, or OSError where the file cannot be written."""
    manifest = orjson.dumps(filled_manifest(settings), option=orjson.OPT_INDENT_2)
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        package.writestr("manifest.json", manifest)
        for name in _COPIED:
            package.write(PARTS / name, name)


def filled_manifest(settings: Settings) -> dict[str, Any]:
    """The manifest with the bot's id, its publisher and the domain that its links lead to."""
    manifest: dict[str, Any] = orjson.loads((PARTS / "manifest.json").read_bytes())
    app_id = _app_id(settings)
    info_url = settings.info_url or settings.public_url
    manifest["id"] = manifest["bots"][0]["botId"] = app_id
    manifest["version"] = version("kf")
    manifest["developer"] = {
        "name": settings.publisher,
        "websiteUrl": info_url,
        "privacyUrl": info_url,
        "termsOfUseUrl": info_url,
    }
    manifest["validDomains"] = [_domain(settings.public_url)]
    return manifest


def _app_id(settings: Settings) -> str:
    if not settings.app_id:
        raise NoPackageError("KF_APP_ID saknas: ange botens app-id ur Entra")
    try:
        return str(UUID(settings.app_id))
    except ValueError as error:
        raise NoPackageError(
            f'KF_APP_ID "{settings.app_id}" är inget app-id; det ser ut som '
            "00000000-0000-0000-0000-000000000000"
        ) from error


def _domain(url: str) -> str:
    domain = urlsplit(url).hostname
    if not domain:
        raise NoPackageError(f'KF_PUBLIC_URL "{url}" är ingen adress; skriv https://dator.domän')
    return domain
