"""The catalogue: nothing untranslated, nothing unused, nothing said outside it."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from cards.text import LANGUAGES, MissingTextError, Texts, texts_in
from dialogs.saving import NotSaved
from dialogs.screen import REVIEW
from dialogs.steps import STEPS
from kfmodel.answers import Answers
from kfmodel.compilation.quotes import Reason
from kfmodel.controls import CycleStanding
from kfmodel.delivery import Situation
from kfmodel.dialogue import Progress
from kfmodel.methods import all_methods
from kfmodel.organisation import Role
from kfmodel.planning.putting_off import Until
from kfmodel.scales import Severity
from kfmodel.summary_files import SummaryFile

ROOT = Path(__file__).parents[2]
HELP_WORDS = (
    "start",
    "continue",
    "status",
    "language",
    "help",
    "summary",
    "remind",
    "settle",
    "quotes",
    "plan",
)
NO_VALUE = ("changed_since", "changed_since_typed")
"""Notices about who changed something and when, which may be unknown."""


def trees(package: str) -> Iterator[ast.AST]:
    for path in sorted((ROOT / package).rglob("*.py")):
        yield ast.parse(path.read_text("utf-8"))


def catalogue(language: str) -> dict[str, Message]:
    with (ROOT / "cards" / "locale" / f"{language}.po").open("rb") as file:
        read: Catalog = read_po(file, locale=language, abort_invalid=True)
    return {_id(message): message for message in read if message.id}


def _id(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(message: Message) -> tuple[str, ...]:
    said = message.string or ""
    return (said,) if isinstance(said, str) else tuple(said)


def codes(name: str, place: int) -> set[str]:
    """String constants at a place of the calls of a function, in dialogs and in bot."""
    found = set()
    for package in ("dialogs", "bot"):
        for tree in trees(package):
            for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
                called = getattr(call.func, "id", getattr(call.func, "attr", ""))
                given = call.args[place] if called == name and len(call.args) > place else None
                if isinstance(given, ast.Constant):
                    found.add(str(given.value))
    return found


PROBLEMS = codes("Problem", 1) | codes("refuse", 1)
NOTICES = codes("Notice", 0)


def families() -> dict[str, set[str]]:
    """Message ids that are put together when a card is drawn, by what they begin with."""
    lacking = Answers(headcount_ok=False)
    missing = [
        problem
        for method in all_methods().values()
        for step in method.steps
        for problem in STEPS[step].missing(lacking, method)
    ]
    severities = [value.lower() for value in Severity]
    return {
        "problem.": {f"problem.{code}" for code in PROBLEMS},
        "notice.": {f"notice.{code}" for code in NOTICES}
        | {f"notice.{code}.unknown" for code in NO_VALUE},
        "step.": {f"step.{step}" for step in (*STEPS, REVIEW)},
        "field.": {f"field.{problem.input_id}" for problem in missing},
        "severity.": {f"severity.{v}.{part}" for v in severities for part in ("colour", "short")},
        "overview.button.": {f"overview.button.{p}" for p in Progress} | {"overview.button.of"},
        "language.": {f"language.{one}" for one in LANGUAGES} | {"language.title", "language.what"},
        "word.": {f"word.{word}{end}" for word in HELP_WORDS for end in ("", ".does")},
        "letter.": {
            f"letter.{name}.{part}"
            for name in ("invitation", "last_reminder", "unsent", *Situation)
            for part in ("subject", "title", "lead")
        },
        "button.snooze.": {f"button.snooze.{until}" for until in Until},
        "controls.standing.": {f"controls.standing.{one}" for one in CycleStanding},
        "letter.post.": {f"letter.post.{role}" for role in Role},
        "quotes.dropped.": {f"quotes.dropped.{reason}" for reason in Reason},
        "saving.offered.": {f"saving.offered.{file}" for file in SummaryFile},
        "saving.declined.": {f"saving.declined.{file}" for file in SummaryFile},
        "saving.not.": {f"saving.not.{file}" for file in SummaryFile},
        "saving.why.": {f"saving.why.{why}" for why in NotSaved},
        "kept.": {"kept.specific_gap", "kept.comment", "kept.activity"},
    }


def literals() -> set[str]:
    """Every string constant in cards."""
    return {
        node.value
        for tree in trees("cards")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def asked_for() -> tuple[set[str], set[str]]:
    """First arguments of every call of the texts: whole ids, and how composed ids begin."""
    whole, begin = set(), set()
    for tree in trees("cards"):
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            if getattr(call.func, "id", getattr(call.func, "attr", "")) not in ("texts", "Texts"):
                continue
            first = call.args[0] if call.args else None
            if isinstance(first, ast.Constant):
                whole.add(str(first.value))
            elif isinstance(first, ast.JoinedStr) and isinstance(first.values[0], ast.Constant):
                begin.add(str(first.values[0].value))
    return whole, begin


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_the_code_is_translated(language: str) -> None:
    known = set(catalogue(language))
    whole, begin = asked_for()
    assert len(whole) > 100
    assert len(PROBLEMS) > 10
    assert len(NOTICES) > 6
    assert whole - known == set()
    assert begin <= set(families())
    assert set().union(*families().values()) - known == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_unused(language: str) -> None:
    used = literals() | set().union(*families().values())
    assert set(catalogue(language)) - used == set()


def test_both_languages_have_the_same_messages_with_the_same_values() -> None:
    swedish, english = catalogue("sv"), catalogue("en")
    assert set(swedish) == set(english)
    for name, message in swedish.items():
        other = english[name]
        assert len(forms(message)) == len(forms(other)), name
        told = {frozenset(placeholders(form)) for form in (*forms(message), *forms(other))}
        assert len(told) == 1, name


def placeholders(form: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(form) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_empty_or_fuzzy(language: str) -> None:
    for name, message in catalogue(language).items():
        assert all(form.strip() for form in forms(message)), name
        assert not message.fuzzy, name
        assert isinstance(message.string, str) or "n" in placeholders(forms(message)[0]), name


def test_nothing_that_people_read_is_written_in_the_code() -> None:
    sentence = re.compile(r"[^\W\d_]{2,}[,.:]?\s+[^\W\d_]{2,}|[åäöÅÄÖ]")
    tag = re.compile(r"<[^>]*>?")
    spoken = [
        constant
        for tree in trees("cards")
        for constant in _said(tree)
        if sentence.search(tag.sub("", constant)) and not constant.startswith(("EEEE ", "d MMMM "))
    ]
    assert spoken == []


def _said(node: ast.AST) -> Iterator[str]:
    """String constants outside docstrings, bare strings and what errors say to programmers."""
    if isinstance(node, ast.Raise) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    ):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from _said(child)


def test_a_missing_message_is_an_error() -> None:
    with pytest.raises(MissingTextError, match="no_such"):
        texts_in("sv")("no_such")
    with pytest.raises(MissingTextError, match="no_such"):
        texts_in("sv")("no_such", n=3)
    with pytest.raises(KeyError, match="heads"):
        texts_in("sv")("need.in", organisation="Norr")


def test_a_language_that_is_not_spoken_becomes_swedish() -> None:
    assert texts_in("fi")("button.next") == "Spara och fortsätt"


def test_counts_choose_the_form() -> None:
    swedish, english = Texts("sv"), Texts("en")
    counted = [swedish("people", n=n).split("\N{NO-BREAK SPACE}") for n in (0, 1, 2)]
    assert counted == [["0", "personer"], ["1", "person"], ["2", "personer"]]
    assert swedish("full_time_equivalents", n=12.5) == "12,5 årsarbetare"
    assert english("full_time_equivalents", n=12.5) == "12.5 full-time equivalents"


def test_days_and_times_are_in_peoples_words() -> None:
    day, moment = date(2025, 10, 17), datetime(2025, 9, 29, 22, 5, tzinfo=UTC)
    assert Texts("sv")("closed.not_open", day=day).endswith("fredag 17 oktober 2025.")
    assert Texts("en")("closed.not_open", day=day).endswith("Friday 17 October 2025.")
    assert Texts("sv")("submitted.at", at=moment) == "Inlämnat 30 september kl. 00.05."
    assert Texts("en")("submitted.at", at=moment) == "Submitted 30 September at 00:05."
    assert (Texts("sv").time(moment), Texts("en").time(moment)) == ("00.05", "00:05")


def test_a_value_is_never_read_as_a_pattern() -> None:
    said = Texts("sv")("need.in", heads="{n}", organisation="{0.__class__}")
    assert said == "{n} i {0.__class__}"


def test_enumerations() -> None:
    assert Texts("sv").joined([]) == ""
    assert Texts("sv").joined(["a"]) == "a"
    assert Texts("sv").joined(["a", "b", "c"]) == "a, b och c"
