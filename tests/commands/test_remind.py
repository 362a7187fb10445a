"""The plan before anything is sent, and a pass by hand through the real senders."""

from pathlib import Path

import pytest

from tests.commands.books import NAME, answers_book, changed, everyones_answers
from tests.commands.kf import Kf

OPENING = "2025-03-03T09:30"
MANAGERS = 30


def sending(kf: Kf) -> dict[str, str]:
    """A trial: all e-mail to a folder, nothing to Teams."""
    return {
        "KF_TENANT_ID": "00000000-0000-4000-8000-0000000000bb",
        "KF_SMTP_URL": f"file://{kf.directory / 'brev'}",
        "KF_MAIL_FROM": "kf@kommun.example",
    }


def letters(kf: Kf) -> list[Path]:
    return sorted((kf.directory / "brev").glob("*.eml"))


def headings(lines: list[str]) -> list[str]:
    return [line for line in lines if line.startswith("2025-")]


def test_the_whole_plan_with_names_and_times(kf: Kf) -> None:
    shown = kf("remind", "--dry-run", "--now", OPENING)
    assert shown.lines[0] == f"{NAME}: sista svarsdag 2025-04-30"
    plan = headings(shown.lines)
    assert plan[0] == f"2025-03-03 måndag: Inbjudan, {MANAGERS} mottagare"
    # 30 April is valborgsmässoafton: Tuesday is the last working day
    assert f"2025-04-29 tisdag: Påminnelse på sista dagen, {MANAGERS} mottagare" in plan
    assert f"2025-05-02 fredag: Påminnelse efter sista svarsdag, {MANAGERS - 5} mottagare" in plan
    assert "2025-05-02 fredag: Besked till avdelningschef, 5 mottagare" in plan
    times = [line[2:7] for line in shown.lines if line.startswith(("  0", "  1"))]
    assert times
    assert min(times) >= "09:00"
    assert max(times) <= "10:00"
    assert not letters(kf)


def test_a_pass_by_hand_sends_what_is_due_today_once(kf: Kf) -> None:
    sent = kf("remind", "--now", OPENING, **sending(kf))
    assert sent.code == 0, sent.err
    assert f"Inbjudan, e-post: {MANAGERS} skickad" in sent.lines
    assert f"Inbjudan, Teams: {MANAGERS} gick inte fram" in sent.lines
    assert len(letters(kf)) == MANAGERS
    assert kf("remind", "--now", "2025-03-03T15:30", **sending(kf)).line == "Inget ska skickas nu"
    assert len(letters(kf)) == MANAGERS
    plan = headings(kf("remind", "--dry-run", "--now", "2025-03-03T15:30", NAME).lines)
    assert not [line for line in plan if "Inbjudan" in line]


def test_who_has_answered_is_not_in_the_plan(kf: Kf) -> None:
    answers_book(kf.directory / "svar.xlsx", *everyones_answers())
    kf("answers", "import", "svar.xlsx")
    plan = headings(kf("remind", "--dry-run", "--now", OPENING).lines)
    assert plan == [f"2025-05-02 fredag: Sammanställning till HR, {len(plan)} mottagare"]


def test_a_closed_cycle_has_no_plan(kf: Kf) -> None:
    kf("cycle", "close", NAME)
    shown = kf("remind", "--dry-run", "--now", OPENING, NAME).lines
    assert shown[0] == f"{NAME}: sista svarsdag 2025-04-30, stängd"
    assert shown[1:2] == ["  Inget mer ska skickas"]
    assert not headings(shown)


def test_hr_chooses_when_to_remind(kf: Kf) -> None:
    changed(
        kf.directory / "asn.xlsx", kf.directory / "ny.xlsx", "Omgång", A11="Påminnelser", B11="3"
    )
    assert kf("import", "ny.xlsx").code == 0
    plan = headings(kf("remind", "--dry-run", "--now", OPENING, "2025").lines)
    days = [line.partition(":")[0] for line in plan if ": Påminnelse, " in line]
    assert days == ["2025-04-24 torsdag"]


@pytest.mark.parametrize("when", ["2025-03-03T16:00", "2025-03-02T10:00", "2025-03-03T07:59+01:00"])
def test_nothing_is_sent_outside_office_hours(kf: Kf, when: str) -> None:
    assert kf("remind", "--now", when, **sending(kf)).line.startswith("Inget skickas utanför")
    assert not letters(kf)


def test_what_is_wrong_is_one_line(kf: Kf) -> None:
    assert kf("remind", "--now", "i morgon").error == (
        '"i morgon" är ingen tid; skriv som 2025-09-15T09:00'
    )
    assert "finns inte" in kf("remind", "--dry-run", "2031").error
    told = kf("remind", "--now", OPENING, **sending(kf) | {"KF_MAIL_FROM": ""}).error
    assert told.startswith("KF_MAIL_FROM ska vara avsändarens e-postadress")
    assert told.endswith("Planen visas med --dry-run")


@pytest.mark.parametrize(
    "real",
    [
        {"KF_SMTP_URL": "smtp://127.0.0.1:9?tls=off"},
        {"KF_APP_ID": "00000000-0000-4000-8000-0000000000aa"},
    ],
)
def test_nothing_is_really_sent_at_another_time_than_now(kf: Kf, real: dict[str, str]) -> None:
    told = kf("remind", "--now", OPENING, **sending(kf) | real).error
    assert told.startswith("--now går bara med --dry-run, så att ingen får något vid fel tid.")
    assert not letters(kf)
    assert kf("remind", "--now", OPENING, **sending(kf)).code == 0, "nothing was planned either"
    assert len(letters(kf)) == MANAGERS
