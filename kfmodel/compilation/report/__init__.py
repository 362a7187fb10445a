"""report.docx: the compilation as a draft of the committee's report, in Swedish."""

from collections.abc import Sequence
from pathlib import Path
from typing import IO

from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.report.report import Quote, Report
from kfmodel.compilation.report.sections import blocks_of
from kfmodel.compilation.report.template import UnusableTemplateError

__all__ = ["Quote", "UnusableTemplateError", "write_report"]


def write_report(
    compilation: Compilation,
    target: str | Path | IO[bytes],
    *,
    quotes: Sequence[Quote] = (),
    template: Path | None = None,
) -> None:
    """Write the report; the same compilation, quotes and template give the same bytes.

    `quotes` are those that HR has picked, and the only ones that enter. Styles, header and page
    are those of `template`, the city's own .docx or .dotx, where there is one; what it lacks is
    added. Raises UnusableTemplateError.
    """
    # Word's and the charts' libraries take a second to import: only who writes a report waits.
    from kfmodel.compilation.report.document import write_document  # noqa: PLC0415

    report = Report(compilation, tuple(quotes))
    write_document(blocks_of(report), report, target, template)
