"""The saved document with the same bytes whenever it is written."""

from datetime import datetime
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def pack(saved: IO[bytes], target: str | Path | IO[bytes], written_at: datetime) -> None:
    """Copy the package, each part with this time instead of the clock's."""
    with ZipFile(saved) as source, ZipFile(target, "w") as written:
        for name in source.namelist():
            entry = ZipInfo(name, written_at.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            written.writestr(entry, source.read(name))
