"""Where a published figure comes from, on the command line."""

import pytest

from tests.commands.kf import Kf

CATEGORY = "Socialsekreterare samtal/behandling"


def test_a_published_figure_and_the_parts_it_is_made_from(answered: Kf) -> None:
    shown = answered("explain", "2025", CATEGORY, "Rekryteringsbehov", "Totalt rekryteringsbehov")
    assert (shown.code, shown.err) == (0, "")
    gap, turnover, retirements = (
        int(line.split()[-1].replace("−", "-")) for line in shown.lines[4:7]
    )
    assert shown.lines[-2] == f"Resultat: {turnover + retirements - gap}"
    assert shown.lines[-1] == "Omräkning: stämmer med tabellen."


def test_every_row_of_the_category(answered: Kf) -> None:
    shown = answered("explain", "2025", CATEGORY, "spread", "share_pct", "--for", "ASN")
    assert shown.out.count("Omräkning: stämmer med tabellen.") == 4
    assert "Resultat: 100 %" in shown.lines


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        (("Socialsekreterare samtal", "gap", "need_2y"), f'; menade du "{CATEGORY}"?'),
        (
            (CATEGORY, "gapet", "need_2y"),
            'Tabellen "gapet" finns inte; ange en av: Gapanalys',
        ),
        ((CATEGORY, "gap", "need"), 'Kolumnen "need" finns inte i Gapanalys; ange en av: '),
    ],
)
def test_what_is_unknown_is_one_line(answered: Kf, asked: tuple[str, ...], line: str) -> None:
    assert line in answered("explain", "2025", *asked).error
