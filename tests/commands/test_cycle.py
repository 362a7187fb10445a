"""A cycle's dates, pausing and closing from the command line."""

import pytest

from tests.commands.books import NAME
from tests.commands.kf import Kf


def test_a_cycle_is_steered(kf: Kf) -> None:
    assert kf("cycle", "extend", NAME, "2099-06-05").lines == [
        f"{NAME}: öppen för svar; öppnar 2025-03-03, sista svarsdag 2099-06-05"
    ]
    holiday = kf("cycle", "extend", "2025", "2099-06-06").lines
    assert holiday[1] == "2099-06-06 är ingen arbetsdag; den sista påminnelsen går 2099-06-05"
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
        ("snart", '"snart" är ingen dag; skriv som 2025-10-24\n'),
    ],
)
def test_a_deadline_that_cannot_be(kf: Kf, day: str, said: str) -> None:
    refused = kf("cycle", "extend", NAME, day)
    assert (refused.code, refused.err) == (2, said)
