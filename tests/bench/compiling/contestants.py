"""Each in a process of its own: `python -m tests.bench.compiling.contestants NAME MANAGERS`.

Prints seconds and peak memory (MB) as JSON.
"""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pandas as pd

from kfmodel.compilation import Compilation, as_json, compile_material, write_workbook
from kfmodel.compilation.material import Material
from tests.bench.compiling.large_city import large_city

COMPILED_AT = datetime(2025, 10, 17, 22, 0, tzinfo=UTC)


def compile_all(material: Material, directory: Path) -> Callable[[], None]:
    """Answers to JSON and workbook."""

    def run() -> None:
        compilation = compile_material(material, COMPILED_AT)
        Path(directory, "summary.json").write_text(json.dumps(as_json(compilation)))
        write_workbook(compilation, Path(directory, "summary.xlsx"))

    return run


def write_only(material: Material, directory: Path) -> Callable[[], None]:
    """The same cells with openpyxl's write-only mode, without a style."""
    compilation: Compilation = compile_material(material, COMPILED_AT)
    sheets = {
        table.name: [row.cells for row in table.rows_for_people()] for table in compilation.tables
    }

    def run() -> None:
        book = openpyxl.Workbook(write_only=True)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name[:31])
            for cells in rows:
                sheet.append([_cell(value) for value in cells])
        book.save(Path(directory, "raw.xlsx"))

    return run


def _cell(value: object) -> object:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    return value if isinstance(value, str | int | float | None) else str(value)


def group_by(material: Material, _directory: Path) -> Callable[[], None]:
    """A pandas group-by of the same answers: heads by answer to each question, and sums."""
    frame = pd.DataFrame(
        {
            "committee": dialogue.committee_code,
            "category": dialogue.category,
            "heads": dialogue.heads,
            "need_2y": dialogue.answers.need_2y,
            "need_5y": dialogue.answers.need_5y,
            "severity": dialogue.answers.severity,
            "likelihood": dialogue.answers.likelihood,
            "moves": sum(dialogue.answers.moves or ()),
        }
        for dialogue in material.dialogues
        if dialogue.answers
    )

    def run() -> None:
        key = ["committee", "category"]
        for question in ("need_2y", "need_5y", "severity", "likelihood"):
            frame.groupby([*key, question])["heads"].agg(["count", "sum"])
        frame.groupby(key)[["heads", "moves"]].sum()

    return run


CONTESTANTS = {one.__name__: one for one in (compile_all, write_only, group_by)}


def main(name: str, managers: int) -> None:
    with tempfile.TemporaryDirectory() as directory:
        run = CONTESTANTS[name](large_city(managers), Path(directory))
        began = time.perf_counter()
        run()
        took = time.perf_counter() - began
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": took, "peak_mb": peak_mb}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
