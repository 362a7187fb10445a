"""The report as a Word document."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import IO

from kfmodel.compilation.report.blocks import Block
from kfmodel.compilation.report.document.body import Body
from kfmodel.compilation.report.document.ground import open_ground
from kfmodel.compilation.report.document.package import pack
from kfmodel.compilation.report.document.page import set_up_pages
from kfmodel.compilation.report.document.properties import describe
from kfmodel.compilation.report.report import Report

__all__ = ["write_document"]


def write_document(
    blocks: Iterable[Block], report: Report, target: str | Path | IO[bytes], template: Path | None
) -> None:
    """Write the blocks, in the looks of the template. Raises UnusableTemplateError."""
    document = open_ground(template)
    set_up_pages(document, report)
    describe(document, report)
    Body(document, tuple(blocks)).write()
    with BytesIO() as saved:
        document.save(saved)
        pack(saved, target, report.compilation.compiled_at)
