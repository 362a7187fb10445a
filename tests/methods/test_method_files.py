"""Method files: what is refused, and what is pointed out and where."""

import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from structlog.testing import capture_logs

from bot.commands import running
from bot.commands.running import tell_of_methods
from kfmodel.methods import (
    BadMethodFileError,
    Method,
    all_methods,
    coverage_warnings,
    method_of,
    read_method,
)

MADE_UP = """
id = "made-up"
version = "1"
source = "Nowhere"
baseline = "today"
horizons = [2, 5]
smallest_group = 5
steps = ["need", "risk"]
severities = ["OTHER", "SERIOUS"]
name = { sv = "Påhittad", en = "Made up" }
"""
SAME = '[[need]]\nvalue = "SAME"\nfrom_pct = -5\nto_pct = 5\n'
MORE = '[[need]]\nvalue = "MORE"\nfrom_pct = {}\n'
LESS = '[[need]]\nvalue = "LESS"\nto_pct = {}\n'
LIKELIHOOD = """
[[likelihood]]
value = "LOW"
from_pct = {}
to_pct = {}

[[likelihood]]
value = "HIGH"
from_pct = {}
to_pct = {}
"""
WHOLE = LESS.format(-6) + SAME + MORE.format(6)


def made_up(text: str, **changes: Any) -> Method:
    return Method.model_validate({**tomllib.loads(MADE_UP + text), **changes})


@pytest.mark.parametrize("method_id", sorted(all_methods()))
def test_a_shipped_file_is_named_as_its_id_and_leaves_nothing_open(method_id: str) -> None:
    assert resources.files("kfmodel.methods").joinpath(f"{method_id}.toml").is_file()
    assert coverage_warnings(method_of(method_id)) == ()


def test_what_the_shipped_methods_ask() -> None:
    five, heads, three = all_methods().values()
    assert (five.baseline, three.baseline, heads.baseline) == ("projection", "today", "today")
    assert [value.value for value in three.offers("need_5y")] == ["LESS", "SAME", "MORE"]
    assert three.risk_questions == five.risk_questions == ("severity", "likelihood")
    assert heads.risk_questions == ("severity_operations", "severity_work_environment")
    assert [value.value for value in heads.severities] == ["OTHER", "SERIOUS"]
    assert heads.offers("need_2y") == heads.offers("severity") == heads.offers("likelihood") == ()
    assert {(hole.from_pct, hole.to_pct) for hole in five.holes} == {
        (-30, -20), (-10, -5), (5, 10), (20, 30),
    }  # fmt: skip


def test_intervals_that_meet_leave_nothing_open() -> None:
    assert coverage_warnings(made_up(WHOLE + LIKELIHOOD.format(0, 50, 51, 100))) == ()


def test_an_undeclared_hole_is_told_with_the_answers_beside_it() -> None:
    text = LESS.format(-6) + SAME + MORE.format(10)
    assert coverage_warnings(made_up(text)) == (
        "made-up.toml, behov: +5 till +10 % mellan Samma (−5 till +5 %) och Mer (minst +10 %) hör "
        "inte till något svar och står inte i holes",
    )
    declared = text + "[[holes]]\nfrom_pct = 5\nto_pct = 10\n"
    assert coverage_warnings(made_up(declared)) == ()


@pytest.mark.parametrize("start", [5, 0, -20])
def test_an_overlap_is_told(start: int) -> None:
    text = LESS.format(-6) + SAME + MORE.format(start)
    least = f"{start:+d}".replace("-", "−").replace("+0", "0")
    assert coverage_warnings(made_up(text)) == (
        f"made-up.toml, behov: svaren Samma (−5 till +5 %) och Mer (minst {least} %) överlappar",
    )


def test_an_interval_that_is_open_towards_the_next_overlaps() -> None:
    assert coverage_warnings(made_up(WHOLE.replace("to_pct = 5\n", ""))) == (
        "made-up.toml, behov: svaren Samma (minst −5 %) och Mer (minst +6 %) överlappar",
    )


def test_ends_that_are_not_open_leave_the_rest_without_an_answer() -> None:
    assert coverage_warnings(made_up(SAME)) == (
        "made-up.toml, behov: högst −5 % före Samma (−5 till +5 %) hör inte till något svar och "
        "står inte i holes",
        "made-up.toml, behov: minst +5 % efter Samma (−5 till +5 %) hör inte till något svar och "
        "står inte i holes",
    )


def test_a_likelihood_lies_from_0_to_100() -> None:
    warnings = coverage_warnings(made_up(WHOLE + LIKELIHOOD.format(10, 40, 40, 90)))
    assert warnings == (
        "made-up.toml, sannolikhet: svaren Låg (10 till 40 %) och Hög (40 till 90 %) överlappar",
        "made-up.toml, sannolikhet: 0 till 10 % före Låg (10 till 40 %) hör inte till något svar "
        "och står inte i holes",
        "made-up.toml, sannolikhet: 90 till 100 % efter Hög (40 till 90 %) hör inte till något "
        "svar och står inte i holes",
    )


def test_a_declared_hole_that_is_none_is_told() -> None:
    hole = '[[holes]]\nof = "likelihood"\nfrom_pct = 50\nto_pct = 51\n'
    assert coverage_warnings(made_up(WHOLE + LIKELIHOOD.format(0, 50, 51, 100) + hole)) == (
        "made-up.toml, sannolikhet: holes har 50 till 51 %, men där finns inget hål",
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"steps": ["risk"]}, "step need and what it asks for do not come together"),
        ({"steps": ["need"]}, "step risk and what it asks for do not come together"),
        ({"steps": ["need", "levels", "risk"]}, "step levels and what it asks for"),
        ({"levels": "heads"}, "step heads_now and what it asks for"),
        ({"levels": "people"}, "Input should be 'moves', 'points', 'heads' or 'none'"),
        ({"steps": ["need", "risk", "risk"]}, "steps has the same value twice"),
        ({"horizons": [2, 2]}, "horizons has the same value twice"),
        ({"horizons": [3]}, "Input should be 2 or 5"),
        ({"severities": ["SERIOUS", "SERIOUS"]}, "severities has the same value twice"),
        ({"severities": ["BAD"]}, "Input should be 'OTHER'"),
        ({"risk": "both"}, "Input should be 'together' or 'apart'"),
        ({"need": [{"value": "SAME"}]}, "a band needs from_pct or to_pct"),
        (
            {"need": [{"value": "SAME", "from_pct": 1, "to_pct": 0}]},
            "a band's from_pct is not above its to_pct",
        ),
        ({"baseline": "yesterday"}, "Input should be 'projection' or 'today'"),
        ({"smallest_group": 0}, "greater than or equal to 1"),
        ({"colour": "red"}, "Extra inputs are not permitted"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        made_up(WHOLE, **changes)


def test_a_likelihood_needs_the_step_that_asks_for_it() -> None:
    with pytest.raises(ValidationError, match="likelihood is asked in the step risk"):
        made_up(WHOLE + LIKELIHOOD.format(0, 50, 51, 100), steps=["need"], severities=[])


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("made-up.toml", "id = ", "made-up.toml: Invalid value"),
        ("made-up.toml", MADE_UP, "made-up.toml: 1 validation error"),
        ("other.toml", MADE_UP + WHOLE, "other.toml: the id is made-up"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    with pytest.raises(BadMethodFileError, match=said):
        read_method(file)


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "made-up.toml"
    file.write_text(MADE_UP + WHOLE, "utf-8")
    assert read_method(file).name.label("sv") == "Påhittad"


def test_the_service_says_at_start_what_a_method_leaves_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The shipped files leave nothing open."""
    with capture_logs() as silent:
        tell_of_methods()
    monkeypatch.setattr(
        running, "all_methods", lambda: {"made-up": made_up(LESS.format(-6) + SAME)}
    )
    with capture_logs() as told:
        tell_of_methods()
    assert silent == []
    assert [(entry["log_level"], entry["method"]) for entry in told] == [("warning", "made-up")]
    assert "efter Samma (−5 till +5 %)" in told[0]["text"]
