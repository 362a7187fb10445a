"""The table of contents: a field that Word updates, filled so that it is never empty.

Which page a heading comes to stand on is known to Word alone, and Word asks with a warning before
it updates fields on opening. So the entries are links without numbers until HR updates the field.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kfmodel.compilation.report.document.styles import CONTENTS, CONTENTS_HEADING
from kfmodel.compilation.report.document.xml import (
    Element,
    element,
    field_begins,
    field_ends,
    paragraph,
    run,
)
from kfmodel.glossary import heading

LEVELS = 2


class Entry(NamedTuple):
    """A heading that the contents lead to."""

    text: str
    level: int
    bookmark: str


def contents(entries: Sequence[Entry], ids: Mapping[str, str]) -> Element:
    """The contents, in the frame that Word updates with a click."""
    links = [paragraph(ids[CONTENTS.format(entry.level)], _link(entry)) for entry in entries]
    if links:
        after_properties = links[0][0]
        for part in reversed(field_begins(f'TOC \\o "1-{LEVELS}" \\h \\z \\u')):
            after_properties.addnext(part)
        links[-1].append(field_ends())
    title = paragraph(ids[CONTENTS_HEADING], run(heading("contents")), new_page=True)
    gallery = element("docPartObj", element("docPartGallery", val="Table of Contents"))
    gallery.append(element("docPartUnique"))
    return element("sdt", element("sdtPr", gallery), element("sdtContent", title, *links))


def _link(entry: Entry) -> Element:
    return element("hyperlink", run(entry.text), anchor=entry.bookmark, history=1)
