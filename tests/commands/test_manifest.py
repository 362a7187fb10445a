"""The Teams app package, by the rules of Microsoft's manifest schema 1.30."""

import struct
import zlib
from typing import Any
from zipfile import ZipFile

import orjson
import pytest

from bot.chat.words import command_in
from tests.commands.kf import Kf

APP_ID = "11111111-2222-4333-8444-555555555555"
SETTINGS = {"KF_APP_ID": APP_ID, "KF_PUBLIC_URL": "https://kf.exempel.se/bot"}
REQUIRED = {
    "manifestVersion",
    "version",
    "id",
    "developer",
    "name",
    "description",
    "icons",
    "accentColor",
}
LONGEST = {"name.short": 30, "name.full": 100, "description.short": 80, "description.full": 4000}
WORDS = ["börja", "fortsätt", "status", "språk", "hjälp", "sammanställning", "påminn"]
SIZES = {"color.png": 192, "outline.png": 32}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the package, by name."""
    kf = Kf(tmp_path_factory.mktemp("manifest"), "sqlite://")
    written = kf("manifest", "--out", "app.zip", **SETTINGS, KF_PUBLISHER="Exempelstad")
    assert written.line == "Skrev app.zip"
    with ZipFile(kf.directory / "app.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def manifest(package: dict[str, bytes]) -> dict[str, Any]:
    content: dict[str, Any] = orjson.loads(package["manifest.json"])
    return content


def test_what_it_names_is_in_it(package: dict[str, bytes], manifest: dict[str, Any]) -> None:
    [english] = manifest["localizationInfo"]["additionalLanguages"]
    named = {"manifest.json", english["file"], *manifest["icons"].values()}
    assert set(package) == named
    assert manifest.keys() >= REQUIRED
    assert (manifest["manifestVersion"], manifest["version"].count(".")) == ("1.30", 2)


def test_ids_and_addresses_are_the_installations(manifest: dict[str, Any]) -> None:
    [bot] = manifest["bots"]
    assert manifest["id"] == bot["botId"] == APP_ID
    assert bot["scopes"] == ["personal"]
    assert bot["supportsFiles"] is True
    assert manifest["validDomains"] == ["kf.exempel.se"]
    developer = manifest["developer"]
    assert developer.pop("name") == "Exempelstad"
    assert set(developer.values()) == {SETTINGS["KF_PUBLIC_URL"]}


def test_texts_are_swedish_with_all_of_them_in_english(
    package: dict[str, bytes], manifest: dict[str, Any]
) -> None:
    swedish = _localizable(manifest)
    english = orjson.loads(package["en.json"])
    del english["$schema"]
    assert manifest["localizationInfo"]["defaultLanguageTag"] == "sv"
    assert english.keys() == swedish.keys()
    for texts in (swedish, english):
        assert all(texts.values())
        for name, longest in LONGEST.items():
            assert len(texts[name]) <= longest


def test_the_words_are_those_that_the_bot_knows(
    package: dict[str, bytes], manifest: dict[str, Any]
) -> None:
    titles = {n: t for n, t in _localizable(manifest).items() if n.endswith(".title")}
    english = orjson.loads(package["en.json"])
    assert list(titles.values()) == WORDS
    for name, word in titles.items():
        assert command_in(word)
        assert command_in(word) == command_in(english[name])


def _localizable(manifest: dict[str, Any]) -> dict[str, str]:
    """Texts by the names that a localisation file has for them."""
    [bot] = manifest["bots"]
    found = {
        f"{part}.{length}": manifest[part][length]
        for part in ("name", "description")
        for length in ("short", "full")
    }
    for number, command in enumerate(bot["commandLists"][0]["commands"]):
        place = f"bots[0].commandLists[0].commands[{number}]"
        found |= {f"{place}.{name}": text for name, text in command.items()}
    return found


@pytest.mark.parametrize("name", SIZES)
def test_icons_have_the_size_that_teams_wants(package: dict[str, bytes], name: str) -> None:
    assert struct.unpack(">II", package[name][16:24]) == (SIZES[name], SIZES[name])


def test_the_colour_icon_is_opaque_and_the_outline_white_on_nothing(
    package: dict[str, bytes],
) -> None:
    assert _bits_and_colours(package["color.png"]) == (8, 2)  # no opacity in it
    outline = _pixels(package["outline.png"])
    assert {pixel[:3] for pixel in outline if pixel[3]} == {(255, 255, 255)}
    assert {0, 255} <= {pixel[3] for pixel in outline}


def _bits_and_colours(png: bytes) -> tuple[int, int]:
    bits, colours = struct.unpack(">BB", png[24:26])
    return bits, colours


def _pixels(png: bytes) -> list[tuple[int, ...]]:
    """The pixels (red, green, blue, opacity) of a PNG of eight bits a colour."""
    assert _bits_and_colours(png) == (8, 6)
    (width,) = struct.unpack(">I", png[16:20])
    place, data = 8, b""
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        if png[place + 4 : place + 8] == b"IDAT":
            data += png[place + 8 : place + 8 + length]
        place += length + 12
    lines = _unfiltered(zlib.decompress(data), width * 4)
    return [tuple(line[i : i + 4]) for line in lines for i in range(0, len(line), 4)]


def _unfiltered(data: bytes, width: int) -> list[bytearray]:
    """A PNG's lines: each byte is stored as its difference from those before it."""
    lines: list[bytearray] = []
    above = bytearray(width)
    for start in range(0, len(data), width + 1):
        line = bytearray(data[start + 1 : start + 1 + width])
        for i in range(width):
            left, upper_left = (line[i - 4], above[i - 4]) if i >= 4 else (0, 0)
            guesses = (
                0,
                left,
                above[i],
                (left + above[i]) // 2,
                _paeth(left, above[i], upper_left),
            )
            line[i] = (line[i] + guesses[data[start]]) % 256
        lines.append(line)
        above = line
    return lines


def _paeth(left: int, above: int, upper_left: int) -> int:
    guess = left + above - upper_left
    return min((left, above, upper_left), key=lambda value: abs(guess - value))


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({}, "KF_APP_ID saknas: ange botens app-id ur Entra"),
        (
            {"KF_APP_ID": "boten"},
            'KF_APP_ID "boten" är inget app-id; det ser ut som '
            "00000000-0000-0000-0000-000000000000",
        ),
        (
            {"KF_APP_ID": APP_ID, "KF_PUBLIC_URL": "kf"},
            'KF_PUBLIC_URL "kf" är ingen adress; skriv https://dator.domän',
        ),
    ],
)
def test_what_it_lacks_is_one_line(bare: Kf, settings: dict[str, str], line: str) -> None:
    assert bare("manifest", "--out", "app.zip", **settings).error == line
    assert not (bare.directory / "app.zip").exists()


def test_an_address_of_this_machine_is_remarked_on(bare: Kf) -> None:
    written = bare("manifest", "--out", "app.zip", KF_APP_ID=APP_ID)
    assert (written.code, written.lines) == (0, ["Skrev app.zip"])
    [remark] = written.errors
    assert remark.startswith("KF_PUBLIC_URL är inte satt")
