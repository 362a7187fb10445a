"""Some 25 units answer through the chat, each differently, and the published report comes out.

Source of the rows: the report of Malmö's arbetsmarknads- och socialnämnd, 2025
(tests/cases/asn-2025).
"""

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import orjson
from aiohttp import web

from bot.demo.example import inputs_of, personas, planned_answers
from bot.demo.example_people import account, address
from kfmodel.answers import MOVES, Answers
from kfmodel.scales import Likelihood, Need, Severity, label
from tests.service.chat import Chat, Json
from tests.service.teams import ON_SQLITE, Teams

CASE = Path(__file__).parents[1] / "cases" / "asn-2025" / "categories.csv"
ROOT = Path(__file__).parents[2]
CYCLE = "Kompetensförsörjning 2025"
WITHOUT_ACCOUNT = "Oskar Lundvall"

SCALES: dict[str, type[Need | Severity | Likelihood]] = {
    "need_2y": Need,
    "need_5y": Need,
    "severity": Severity,
    "likelihood": Likelihood,
}
LEVELS = ("level_some", "level_good", "level_high", "level_very_high")
TABLES = {
    "gap": ("headcount", "gap_2y", "need_2y", "gap_5y", "need_5y", *LEVELS),
    "recruitment": ("gap_2y", "turnover_2y", "retirements_2y", "recruitment_2y"),
    "risk": ("severity", "likelihood"),
}
SHEETS = {
    "gap": ("Gapanalys", ("Totalt antal medarbetare", "Gap 2 år", "Uppskattat behov 2 år",
                          "Gap 5 år", "Uppskattat behov 5 år", "Viss", "God", "Hög", "Mycket hög")),
    "recruitment": ("Rekryteringsbehov", ("Gap 2 år", "Personalomsättning 2 år",
                                          "Pensionsavgångar 2 år", "Totalt rekryteringsbehov")),
    "risk": ("Risk", ("Risk", "Sannolikhet")),
}  # fmt: skip

Cell = tuple[str, str, str]
Cells = dict[Cell, Any]
"""By table, category and column."""


def published() -> Cells:
    with CASE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        (table, row["category"], column): row[column] if column in SCALES else int(row[column])
        for row in rows
        for table, columns in TABLES.items()
        for column in columns
    }


async def everyone_answers(teams: Teams) -> None:
    for persona in personas():
        chat = teams.chat(persona.name)
        await chat.say("status" if persona.group != "HR" else "börja")
        while starts := to_answer(chat):
            await answer(teams, chat, starts[0])
            overview = next(a for a in chat.actions() if a["verb"] == "status")
            await chat.send(overview)


def to_answer(chat: Chat) -> list[Json]:
    """The start card's buttons of categories that nobody has begun."""
    return [
        action
        for action in chat.actions()
        if action["verb"] == "start" and action["title"] in ("Börja", "Start")
    ]


async def answer(teams: Teams, chat: Chat, start: Json) -> None:
    """What is planned for the group, filled in on card after card and submitted."""
    planned = planned_answers()[group_of(teams, start["data"]["dialogue"])]
    await chat.send(start)
    await fill(chat, inputs_of(planned, "need"))
    if planned.moves == (0, 0, 0):
        await chat.send(next(a for a in chat.actions() if a["data"].get("unchanged")))
    else:
        await fill(chat, inputs_of(planned, "levels"))
    await fill(chat, inputs_of(planned, "risk"))
    await fill(chat, inputs_of(planned, "drivers"))
    await chat.send(next(a for a in chat.actions() if a["verb"] == "submit"))


async def fill(chat: Chat, inputs: dict[str, str]) -> None:
    """Fill in the card, make room for one activity more while there is need, and go on."""
    while not set(inputs) <= set(chat.inputs()):
        here = {name: value for name, value in inputs.items() if name in chat.inputs()}
        await chat.send(next(a for a in chat.actions() if a["data"].get("more")), **here)
    await chat.send(next(a for a in chat.actions() if a["verb"] == "answer"), **inputs)


def group_of(teams: Teams, dialogue: int) -> tuple[str, str]:
    [group] = teams.rows(
        "SELECT o.code, c.name FROM dialogue d JOIN organisation o ON o.id = d.organisation_id"
        " JOIN category c ON c.id = d.category_id WHERE d.id = :id",
        id=dialogue,
    )
    return (group[0], group[1])


def compiled(teams: Teams, out: Path) -> Path:
    """What `kf compile` writes, run as HR runs it."""
    command = [sys.executable, "-m", "bot", "compile", CYCLE, "--out", str(out)]
    environment = os.environ | {"KF_DATABASE_URL": teams.database_url}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return out


def in_json(out: Path) -> Cells:
    tables = orjson.loads((out / "summary.json").read_bytes())["tables"]
    return {
        (table, row["category"], column): row[column]
        for table, columns in TABLES.items()
        for row in tables[table]
        for column in columns
    }


def in_workbook(out: Path) -> Cells:
    """The workbook's cells, their words and percentages as in the case."""
    book = openpyxl.load_workbook(out / "summary.xlsx")
    return {
        (table, category, column): value
        for table, (sheet, headings) in SHEETS.items()
        for category, values in rows_of(book[sheet], headings)
        for column, value in zip(TABLES[table], map(as_in_case, TABLES[table], values), strict=True)
    }


def rows_of(sheet: Any, headings: tuple[str, ...]) -> Iterator[tuple[str, list[Any]]]:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    top = next(place for place, row in enumerate(rows) if "Yrkeskategori" in row)
    places = [rows[top].index(heading) for heading in ("Yrkeskategori", *headings)]
    categories = {category for _, category, _ in published()}
    for row in rows[top + 1 :]:
        category, *values = [row[place] for place in places]
        if category in categories:
            yield category, values


def as_in_case(column: str, value: Any) -> Any:
    if column in SCALES:
        return next(v.value for v in SCALES[column] if label(v) == value)
    return round(value * 100) if column in LEVELS else value


async def everyone_has_an_account(teams: Teams) -> None:
    """One person is matched by Teams' roster: it is asked once, when they first write."""
    email = address(WITHOUT_ACCOUNT)
    member = {"id": "29:x", "objectId": account(email), "email": email}
    teams.service.answers = [web.json_response(member)]
    await teams.chat(WITHOUT_ACCOUNT).say("hej")


async def test_the_published_rows_come_out_of_the_chat(teams: Teams, tmp_path: Path) -> None:
    await everyone_has_an_account(teams)
    await everyone_answers(teams)
    assert stored(teams) == {group: brief(plan) for group, plan in planned_answers().items()}
    out = compiled(teams, tmp_path / "out")
    assert in_json(out) == published()
    assert in_workbook(out) == published()


def brief(answers: Answers) -> tuple[Any, ...]:
    moves = [getattr(answers, name) for name in MOVES]
    return (*(getattr(answers, name) for name in SCALES), *moves, answers.comment)


def stored(teams: Teams) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Everything that has been submitted, by organisation and category."""
    columns = ", ".join(f"d.{name}" for name in (*SCALES, *MOVES, "comment"))
    rows = teams.rows(
        f"SELECT o.code, c.name, {columns} FROM dialogue d JOIN organisation o"
        " ON o.id = d.organisation_id JOIN category c ON c.id = d.category_id"
        " WHERE d.progress = 'submitted'"
    )
    return {(row[0], row[1]): tuple(row[2:]) for row in rows}


@ON_SQLITE
async def test_one_wrong_answer_is_seen_in_its_cell_and_in_no_other(
    teams: Teams, tmp_path: Path
) -> None:
    await everyone_has_an_account(teams)
    await everyone_answers(teams)
    chat = teams.chat("Petra Wallmark")
    await chat.say("status")
    await chat.press("Visa: Socialsekreterare samtal/behandling")
    await chat.press("Ändra mitt svar")
    await chat.press("Ändra: Antal och behov")
    await chat.press("Spara", need_2y="SAME")
    await chat.press("Skicka in")
    out = compiled(teams, tmp_path / "out")
    wrong = ("gap", "Socialsekreterare samtal/behandling", "need_2y")
    for cells in (in_json(out), in_workbook(out)):
        differing = {cell: value for cell, value in cells.items() if value != published()[cell]}
        assert differing == {wrong: "SAME"}
