"""The summary sent when asked: what is stored is what arrives, and every refusal is one line."""

import hashlib
import sqlite3
from contextlib import closing
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import BytesIO
from typing import Any

import openpyxl

from tests.commands.books import NAME, answers_book, everyones_answers
from tests.commands.kf import Kf


def posting(kf: Kf) -> dict[str, str]:
    """E-mail alone, in a folder."""
    return {
        "KF_SMTP_URL": f"file://{kf.directory / 'brev'}",
        "KF_MAIL_FROM": "kf@kommun.example",
        "KF_LINK_SECRET": "hemligt",
    }


def letters(kf: Kf) -> list[EmailMessage]:
    files = sorted((kf.directory / "brev").glob("*.eml"))
    return [message_from_bytes(file.read_bytes(), policy=default) for file in files]


def attached(letter: EmailMessage, ending: str) -> bytes:
    [found] = [p for p in letter.iter_attachments() if str(p.get_filename()).endswith(ending)]
    content = found.get_content()
    assert isinstance(content, bytes)
    return content


def test_the_workbook_that_arrives_is_the_version_that_is_stored(answered: Kf) -> None:
    sent = answered("summary", "send", "2025", **posting(answered))
    assert (sent.code, sent.err) == (0, "")
    [(sha256, workbook)] = stored(answered)
    assert sent.lines[0].startswith("ASN: version 1, sammanställd 20")
    assert sent.lines[0].endswith(f"SHA-256 {sha256}")
    assert len([line for line in sent.lines if line.endswith("e-post: skickad")]) == len(
        letters(answered)
    )
    for letter in letters(answered):
        content = attached(letter, ".xlsx")
        assert content == workbook
        assert hashlib.sha256(content).hexdigest() == sha256
        assert attached(letter, ".docx")
    book = openpyxl.load_workbook(BytesIO(content))
    assert book.sheetnames[0] == "Gapanalys"


def rows(kf: Kf, statement: str) -> list[Any]:
    with closing(sqlite3.connect(kf.directory / "kf.db")) as connection, connection:
        return connection.execute(statement).fetchall()


def stored(kf: Kf) -> list[tuple[str, bytes]]:
    return rows(kf, "SELECT sha256, workbook FROM summary ORDER BY id")


def test_it_says_which_units_it_lacks(kf: Kf) -> None:
    all_rows = everyones_answers()
    answers_book(kf.directory / "svar.xlsx", *all_rows[:-1])
    assert kf("answers", "import", "svar.xlsx").code == 0
    assert kf("summary", "send", NAME, **posting(kf)).code == 0
    body = letters(kf)[0].get_body(("plain",))
    assert body
    text = body.get_content()
    assert f"{len(all_rows) - 1} av {len(all_rows)} svar är inlämnade." in text
    assert "Saknas: " in text
    assert ": 1\N{NO-BREAK SPACE}kategori" in text
    assert "Version 1, sammanställd" in text


def test_a_divisions_summary_goes_to_its_committees_hr(answered: Kf) -> None:
    division = divisions(answered)[0]
    sent = answered("summary", "send", "2025", "--for", division, **posting(answered))
    assert sent.code == 0
    assert sent.lines[0].startswith(f"{division}: version 1")


def divisions(kf: Kf) -> list[str]:
    query = "SELECT code FROM organisation WHERE kind = 'division' ORDER BY position"
    return [code for (code,) in rows(kf, query)]


def change(kf: Kf, statement: str) -> None:
    rows(kf, statement)


def refused(kf: Kf, *arguments: str, **settings: str) -> str:
    given = settings or posting(kf)
    line = kf("summary", "send", *arguments, **given).error
    assert not letters(kf)
    return line


def test_what_is_wrong_is_one_line(kf: Kf) -> None:
    assert "finns inte" in refused(kf, "2031")
    assert '"X" finns inte i omgången; ange en av: ' in refused(kf, "2025", "--for", "X")
    assert refused(kf, "2025", KF_LINK_SECRET="hemligt").startswith("KF_APP_ID och KF_TENANT_ID")
    assert "KF_MAIL_FROM" in refused(kf, "2025", KF_SMTP_URL=f"file://{kf.directory}/brev")


def test_a_pause_is_told(kf: Kf) -> None:
    change(kf, "UPDATE cycle SET paused_at = '2025-04-01 08:00:00'")
    assert refused(kf, "2025").endswith("är pausad; inget skickas förrän pausen är slut")


def test_no_hr_at_all(kf: Kf) -> None:
    change(kf, "DELETE FROM assignment WHERE role = 'hr'")
    change(kf, "UPDATE cycle SET hr_email = ''")
    assert refused(kf, "2025").startswith("ASN har ingen HR att skicka till")


def test_a_post_that_takes_nothing_is_told(kf: Kf) -> None:
    (kf.directory / "brev").write_text("no folder")
    sent = kf("summary", "send", "2025", **posting(kf))
    assert (sent.code, sent.errors) == (2, ["Sammanställningen har inte nått någon"])
    assert any(line.endswith("e-post: planerad") for line in sent.lines)


def test_links_that_could_not_be_opened_are_warned_of(answered: Kf) -> None:
    settings = posting(answered) | {"KF_LINK_SECRET": ""}
    sent = answered("summary", "send", "2025", **settings)
    assert sent.code == 0
    assert sent.errors == [
        "KF_LINK_SECRET saknas, så länkarna i det som skickas går inte att öppna"
    ]
