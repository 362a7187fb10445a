"""The way from an empty database to the compiled files, on PostgreSQL."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.commands.books import answers_book, everyones_answers
from tests.commands.contract import opened
from tests.commands.kf import Kf
from tests.commands.published import GAP, for_machines
from tests.databases import POSTGRESQL


@pytest.mark.parametrize("bare_engine", [POSTGRESQL], indirect=True)
def test_import_answer_and_compile(bare_engine: Engine, prepared: Kf, tmp_path: Path) -> None:
    kf = Kf(tmp_path, bare_engine.url.render_as_string(hide_password=False))
    answers_book(tmp_path / "svar.xlsx", *everyones_answers())
    assert kf("status").error == "Databasen har inga tabeller; kör kf db upgrade"
    assert kf("db", "upgrade").line == kf("db", "upgrade").line == "Databasen är uppdaterad"
    assert kf("import", prepared.directory / "asn.xlsx").code == 0
    assert kf("answers", "import", "svar.xlsx").code == 0
    assert kf("compile", "2025", "--out", "ut").code == 0
    _, content = opened(tmp_path / "ut")
    printed = [{name: row[name] for name in GAP} for row in content["tables"]["gap"]]
    assert printed == for_machines(GAP)
