"""Databases that commands have made, once for all tests; each test has a copy."""

import shutil
from pathlib import Path

import pytest

from tests.commands.books import answers_book, everyones_answers, fill_template
from tests.commands.kf import Kf

DEADLINE_PASSED = "Omgång!B6: sista svarsdag 2025-04-30 har redan passerat (varning)"


def _on_file(directory: Path) -> Kf:
    return Kf(directory, f"sqlite:///{directory / 'kf.db'}")


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Kf:
    """The way HR begins: template, filled in, database, import."""
    kf = _on_file(tmp_path_factory.mktemp("prepared"))
    assert kf("template", "mall.xlsx").line == "Skrev mall.xlsx"
    fill_template(kf.directory / "mall.xlsx", kf.directory / "asn.xlsx")
    assert kf("db", "upgrade").line == "Databasen är uppdaterad"
    imported = kf("import", "asn.xlsx")
    assert imported.code == 0, imported.err
    return kf


@pytest.fixture(scope="session")
def all_answered(prepared: Kf, tmp_path_factory: pytest.TempPathFactory) -> Kf:
    """Every group has answered as the report was printed."""
    kf = _copy(prepared, tmp_path_factory.mktemp("answered"))
    answers_book(kf.directory / "svar.xlsx", *everyones_answers())
    entered = kf("answers", "import", "svar.xlsx").line
    assert entered == "Kompetensförsörjning 2025: 140 svar sparade, 0 oförändrade"
    return kf


@pytest.fixture
def kf(prepared: Kf, tmp_path: Path) -> Kf:
    """On an imported cycle that nobody has answered, with HR's `asn.xlsx` beside it."""
    return _copy(prepared, tmp_path)


@pytest.fixture
def answered(all_answered: Kf, tmp_path: Path) -> Kf:
    return _copy(all_answered, tmp_path)


@pytest.fixture
def bare(tmp_path: Path) -> Kf:
    """On a database that nobody has made yet."""
    return _on_file(tmp_path)


def _copy(source: Kf, directory: Path) -> Kf:
    for name in ("kf.db", "asn.xlsx"):
        shutil.copy(source.directory / name, directory)
    return _on_file(directory)
