"""The files that a summary is handed out as."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

_OFFICE = "vnd.openxmlformats-officedocument"


class SummaryFile(StrEnum):
    """A kind of file that a summary is handed out as."""

    WORKBOOK = "workbook"
    REPORT = "report"

    @property
    def media_subtype(self) -> str:
        """Of `application`."""
        if self is SummaryFile.WORKBOOK:
            return f"{_OFFICE}.spreadsheetml.sheet"
        return f"{_OFFICE}.wordprocessingml.document"

    def named(self, name: str) -> str:
        """The name with the file's own ending."""
        return f"{name}.xlsx" if self is SummaryFile.WORKBOOK else f"{name}.docx"


@dataclass(frozen=True, slots=True)
class SummaryFiles:
    """What a compilation was written as."""

    workbook: bytes
    report: bytes

    def content(self, file: SummaryFile) -> bytes:
        """The file of that kind."""
        return self.workbook if file is SummaryFile.WORKBOOK else self.report


@dataclass(frozen=True, slots=True)
class SummaryVersion:
    """A summary as it is stored. `number` counts an organisation's in its cycle from 1, `sha256` is
    the workbook's."""

    id: int
    number: int
    compiled_at: datetime
    sha256: str
