"""Rows put into a saved workbook."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

_END_OF_ROWS = b"</sheetData>"
_DIMENSION = re.compile(rb"<dimension [^>]*/>")
_BATCH = 500


def put_rows(
    saved: IO[bytes], target: str | Path | IO[bytes], rows: Mapping[str, Iterable[str]]
) -> None:
    """Copy a workbook, adding rows (worksheet XML) after those of each named part."""
    with ZipFile(saved) as source, ZipFile(target, "w", ZIP_DEFLATED) as written:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename not in rows:
                written.writestr(entry, content, ZIP_DEFLATED)
                continue
            # the optional <dimension> tells of the headings only
            head, end, tail = _DIMENSION.sub(b"", content).partition(_END_OF_ROWS)
            with written.open(entry, "w", force_zip64=True) as part:
                part.write(head)
                _write_in_batches(part, rows[entry.filename])
                part.write(end + tail)


def _write_in_batches(part: IO[bytes], rows: Iterable[str]) -> None:
    batch: list[str] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            part.write("".join(batch).encode())
            batch.clear()
    part.write("".join(batch).encode())
