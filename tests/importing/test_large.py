"""A whole city in one file."""

import tracemalloc

from kfmodel.importing.reading import read_cycle
from tests.importing.workbooks import HEADINGS, ROWS, TODAY, saved, workbook

PEOPLE = 5_000
UNITS = 250
CATEGORIES = 20
MEGABYTE = 1024 * 1024


def test_thousands_of_rows_are_read_within_bounds() -> None:
    rows = ROWS | {
        "Organisation": [
            *ROWS["Organisation"][:3],
            *([f"E{n}", f"Enhet {n}", "enhet", "A1", None] for n in range(UNITS)),
        ],
        "Personer": [
            *ROWS["Personer"][:2],
            *(
                [f"chef{n}@exempel.se", f"Chef {n}", "enhetschef", f"E{n % UNITS}", None, None]
                for n in range(PEOPLE)
            ),
        ],
        "Yrkeskategorier": [[f"Kategori {n}", None, None, None] for n in range(CATEGORIES)],
        "Personalframskrivning": [
            ["N1", f"Kategori {n}", 3 * UNITS, -3, -5, 4, 1] for n in range(CATEGORIES)
        ],
        "Bemanning": [
            [f"E{n}", f"Kategori {category}", 3]
            for n in range(UNITS)
            for category in range(CATEGORIES)
        ],
        "Föregående omgång": [],
    }
    file = saved(workbook({title: [HEADINGS[title], *lines] for title, lines in rows.items()}))
    tracemalloc.start()
    reading = read_cycle(file, TODAY)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert reading.file is not None, reading.errors[:3]
    assert reading.warnings == ()
    assert len(reading.file.assignments) == PEOPLE + 2
    assert sum(row.heads for row in reading.file.staffing) == 3 * UNITS * CATEGORIES
    assert peak < 30 * MEGABYTE


def test_thousands_of_errors_are_all_told() -> None:
    wrong = [[f"X{n}", f"Kategorri {n}", 1] for n in range(PEOPLE)]
    rows = ROWS | {"Bemanning": wrong}
    file = saved(workbook({title: [HEADINGS[title], *lines] for title, lines in rows.items()}))
    assert len(read_cycle(file, TODAY).errors) == 2 * PEOPLE
