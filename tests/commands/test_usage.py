"""What is typed wrong, and what is wrong with where it runs, is one line each and exit 2."""

import os
import pty
import sqlite3
import subprocess
import termios
from contextlib import closing

import pytest

from tests.commands.books import changed
from tests.commands.kf import KF, Kf

NO_DATABASE = "KF_DATABASE_URL går inte att tyda; skriv till exempel "


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["frob"], 'Kommandot "frob" finns inte (kf --help)'),
        (
            ["cycle", "opne"],
            'Kommandot "opne" finns inte; menade du open eller reopen? (kf --help)',
        ),
        (["template"], "Ange FIL.xlsx (kf --help)"),
        (["compile", "2025"], "Ange flaggan --out (kf --help)"),
        (["compile", "2025", "--out"], "Flaggan --out ska följas av ett värde (kf --help)"),
        (["status", "--frob"], "Flaggan --frob finns inte (kf --help)"),
        (["goals", "--fo"], "Flaggan --fo finns inte; menade du --for? (kf --help)"),
        (["goals", "2025", "--set=1"], "Flaggan --set tar inget värde (kf --help)"),
        (["goals", "2025", "--to-year", "x"], "--to-year: ska vara ett heltal (kf --help)"),
        (["demo", "--port", "0"], "--port: ska vara minst 1 (kf --help)"),
        (["demo", "--port=65536"], "--port: ska vara högst 65535 (kf --help)"),
        (["status", "2025", "a", "b"], "För många argument: a b (kf --help)"),
        (["template", "mall.txt"], "mall.txt: filens namn ska sluta på .xlsx"),
        (["template", "ingen/mall.xlsx"], "ingen/mall.xlsx går inte att skriva: mappen finns inte"),
    ],
)
def test_wrong_usage_is_one_line(bare: Kf, arguments: list[str], line: str) -> None:
    assert bare(*arguments).error == line


def test_without_a_command_there_is_help(bare: Kf) -> None:
    shown = bare()
    assert shown.err == ""
    for command in (
        "demo",
        "serve",
        "template",
        "import",
        "status",
        "compile",
        "explain",
        "manifest",
    ):
        assert f" {command} " in shown.out


@pytest.mark.parametrize("command", [[], ["cycle"], ["goals"], ["demo"]])
def test_help_is_in_swedish(bare: Kf, command: list[str]) -> None:
    shown = bare(*command, "--help").out
    assert f"Så här: {' '.join(['kf', *command])} [FLAGGOR]" in shown
    assert "Visa den här hjälpen" in shown
    for english in ("Usage", "Option", "Command", "Show", "required", "default"):
        assert english not in shown, english


def test_a_template_that_is_filled_in_is_left_alone(bare: Kf) -> None:
    book = bare.directory / "mall.xlsx"
    bare("template", book.name)
    changed(book, book, "Omgång", B2="HR:s arbete")
    written = book.read_bytes()
    assert bare("template", book.name).error == (
        "mall.xlsx finns redan; välj ett annat namn, eller skriv över med --replace"
    )
    assert book.read_bytes() == written
    assert bare("template", book.name, "--replace").line == "Skrev mall.xlsx"
    assert book.read_bytes() != written


@pytest.mark.parametrize("command", [["status"], ["compile", "2025", "--out", "ut"]])
def test_a_database_without_tables_says_what_to_do(bare: Kf, command: list[str]) -> None:
    assert bare(*command).error == "Databasen har inga tabeller; kör kf db upgrade"


@pytest.mark.parametrize(
    ("url", "line"),
    [
        ("databas", NO_DATABASE),
        ("okänd://dator/kf", NO_DATABASE),
        ("postgresql+psycopg://kf:hemlig@127.0.0.1:1/kf", "Databasen går inte att använda: "),
        ("sqlite:////dev/null/kf.db", "Databasens mapp kan inte skapas: "),
        ("sqlite:///text.db", "Databasen går inte att använda: file is not a database"),
    ],
)
def test_a_database_that_cannot_be_used_is_one_line(bare: Kf, url: str, line: str) -> None:
    (bare.directory / "text.db").write_text("not a database" * 100)
    error = bare("status", KF_DATABASE_URL=url).error
    assert error.startswith(line)
    assert "hemlig" not in error


def test_a_database_of_a_newer_program_is_left_alone(kf: Kf) -> None:
    with closing(sqlite3.connect(kf.directory / "kf.db")) as connection:
        connection.executescript("UPDATE alembic_version SET version_num = 'later'")
    newer = "Databasen är från en nyare version; uppdatera programmet"
    serving = {"KF_APP_ID": "app", "KF_TENANT_ID": "tenant"}
    assert kf("status").error == newer
    assert kf("db", "upgrade").error == newer
    assert kf("serve", **serving).error == newer


def test_a_wrong_setting_is_one_line_each(bare: Kf) -> None:
    refused = bare("serve", KF_PORT="tolv", KF_LOG_LEVEL="LOUD")
    assert refused.code == 2
    assert refused.errors == [
        "KF_PORT: ska vara ett heltal",
        "KF_LOG_LEVEL: ska vara 'DEBUG', 'INFO', 'WARNING' eller 'ERROR'",
    ]


def test_characters_that_the_output_lacks_are_no_failure(kf: Kf) -> None:
    shown = kf.from_the_start("status", PYTHONIOENCODING="ascii")
    assert shown.code == 0
    assert shown.lines[0].startswith("Kompetensf?rs?rjning 2025")


def test_lines_are_not_wrapped_on_a_terminal(kf: Kf) -> None:
    book = kf.directory / "asn.xlsx"
    changed(book, book, "Bemanning", B2="Socialsekreterare " * 10)
    terminal, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    process = subprocess.Popen(
        [*KF, "import", str(book)],
        cwd=kf.directory,
        env=kf.environment(TERM="xterm"),
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = _read(terminal)
    assert process.wait() == 2
    [line] = [line for line in shown.splitlines() if line.startswith("Bemanning!B2: ")]
    assert len(line) > 80
    assert "Läser arbetsboken" in shown


def _read(terminal: int) -> str:
    content = b""
    while True:
        try:
            read = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
        if not read:
            break
        content += read
    os.close(terminal)
    return content.decode().replace("\r", "\n")
