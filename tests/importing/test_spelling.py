"""However HR arranges the sheets and spells the numbers, the same values are read."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from kfmodel.importing.values import CycleFile
from tests.importing.workbooks import HEADINGS, ROWS, Rows, read, small, workbook

_SPACES = st.sampled_from(["", " ", "\u00a0", "\n", "  \t", "\u202f"])


def _spellings(number: int) -> list[Any]:
    """Ways to write a number that all mean the same."""
    digits = str(abs(number))
    sign = "−" if number < 0 else ""
    texts = [f"{sign}{digits}", f" {sign}{digits},0 ", f"{sign}\u00a0{digits}.00"]
    return [number, float(number), *texts, *([] if number < 0 else [f"+{digits}"])]


@st.composite
def arranged(draw: DrawFn, title: str) -> Rows:
    """The sheet's rows with columns in another order, title rows above and gaps between."""
    order = draw(st.permutations(range(len(HEADINGS[title]))))
    rows: Rows = [["Underlag"]] * draw(st.integers(0, 3))
    rows.append([draw(_headings(HEADINGS[title][place])) for place in order])
    for row in ROWS[title]:
        if draw(st.booleans()):
            rows.append([])
        rows.append([draw(_cells(title, row, place)) for place in order])
    return rows


@st.composite
def _headings(draw: DrawFn, heading: str) -> str:
    cased = draw(st.sampled_from([heading.upper(), heading.lower(), heading.title(), heading]))
    return draw(_SPACES) + cased.replace(" ", draw(_SPACES) or " ") + draw(_SPACES)


@st.composite
def _cells(draw: DrawFn, title: str, row: list[Any], place: int) -> Any:
    value = row[place]
    if isinstance(value, int) and not HEADINGS[title][place].startswith("AID"):
        return draw(st.sampled_from(_spellings(value)))
    if isinstance(value, str):
        return draw(_SPACES) + value + draw(_SPACES)
    return value


def _without_places(file: CycleFile) -> CycleFile:
    return replace(
        file,
        organisations=tuple(replace(row, cell="") for row in file.organisations),
        assignments=tuple(replace(row, cell="") for row in file.assignments),
        categories=tuple(replace(row, cell="") for row in file.categories),
        projections=tuple(replace(row, cell="") for row in file.projections),
        staffing=tuple(replace(row, cell="") for row in file.staffing),
        previous=tuple(replace(row, cell="") for row in file.previous),
    )


_EXPECTED = read(small()).file


@given(st.fixed_dictionaries({title: arranged(title) for title in HEADINGS}))
@settings(max_examples=40)
def test_arrangement_and_spelling_do_not_matter(sheets: dict[str, Rows]) -> None:
    reading = read(workbook(sheets))
    assert reading.errors == ()
    assert reading.warnings == ()
    assert reading.file is not None
    assert _EXPECTED is not None
    assert _without_places(reading.file) == _without_places(_EXPECTED)


@given(
    st.sampled_from([(title, place) for title in HEADINGS for place in range(2)]),
    st.integers(0, 12),
    st.one_of(st.none(), st.text(max_size=30), st.integers(), st.floats(), st.booleans()),
    st.dates().map(str) | st.none(),
)
@settings(max_examples=60)
def test_no_cell_is_too_strange_to_be_told_of(
    where: tuple[str, int], column: int, value: Any, other: str | None
) -> None:
    """Whatever stands in a cell, the reading ends with values or with errors."""
    title, row = where
    rows = {name: [list(HEADINGS[name]), *map(list, lines)] for name, lines in ROWS.items()}
    line = rows[title][row]
    line[column % len(line)] = _writable(value)
    line[(column + 1) % len(line)] = other
    reading = read(workbook(rows))
    assert (reading.file is None) == bool(reading.errors)
    assert all("\n" not in str(problem) for problem in (*reading.errors, *reading.warnings))


def _writable(value: Any) -> Any:
    """Control characters cannot stand in a workbook; a formula is another test's."""
    if isinstance(value, str):
        return "".join(char for char in value if char.isprintable()).lstrip("=")
    return value
