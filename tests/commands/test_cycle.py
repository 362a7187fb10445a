"""A cycle's dates, pausing and closing from the command line."""

from datetime import date

import pytest
from sqlalchemy import update

from bot.clock import Clock
from kfmodel.database import connect, writing
from kfmodel.planning.working_days import on_or_before
from kfmodel.repository.schema import CYCLE
from tests.commands.books import NAME
from tests.commands.kf import Kf


def opened_today(kf: Kf) -> date:
    engine = connect(kf.database_url)
    today = Clock().today()
    with writing(engine) as connection:
        connection.execute(update(CYCLE).values(opens_on=today, year=today.year))
    engine.dispose()
    return today


def test_a_cycle_is_steered(kf: Kf) -> None:
    today = opened_today(kf)
    holiday = date(today.year + 1, 6, 6)
    before = on_or_before(holiday)
    assert kf("cycle", "extend", NAME, f"{before}").lines == [
        f"{NAME}: öppen för svar; öppnar {today}, sista svarsdag {before}"
    ]
    moved = kf("cycle", "extend", f"{today.year}", f"{holiday}").lines
    assert moved[1] == f"{holiday} är ingen arbetsdag; den sista påminnelsen går {before}"
    assert "utskicken pausade" in kf("cycle", "pause", NAME).lines[0]
    assert "utskicken pausade" not in kf("cycle", "resume", NAME).lines[0]
    assert "öppen för svar" in kf("cycle", "open", NAME).lines[0]
    for _ in range(2):
        closed = kf("cycle", "close", NAME).lines
        assert "stängd" in closed[0]
        assert closed[1:] == [
            f'Ett utkast till nästa omgång skrivs med kf next "{NAME}" --out FIL.xlsx'
        ]
    refused = kf("cycle", "pause", NAME)
    assert (refused.code, refused.err) == (
        2,
        f"{NAME} är stängd; öppna den först med kf cycle reopen\n",
    )
    assert "öppen för svar" in kf("cycle", "reopen", NAME).lines[0]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2025-02-01", "Sista svarsdag kan inte vara en dag som redan har varit\n"),
        ("2207-05-03", "Sista svarsdag kan vara senast 2027-03-04; kontrollera årtalet\n"),
        ("snart", '"snart" är ingen dag; skriv som 2025-10-24\n'),
    ],
)
def test_a_deadline_that_cannot_be(kf: Kf, day: str, said: str) -> None:
    refused = kf("cycle", "extend", NAME, day)
    assert (refused.code, refused.err) == (2, said)
