"""Answers from paper and meetings, in every form that the columns may take."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.commands.books import ANSWER_HEADINGS, NAME, answers_book, everyones_answers
from tests.commands.kf import Kf

GROUP = ("E1", "Socialsekreterare myndighet barn och unga")
HEADS = 17
SHORT = ("Organisation", "Yrkeskategori", "Behov 2 år", "Behov 5 år")
MOVES = ("Viss till god", "God till hög", "Hög till mycket hög")
RISK = ("Risk", "Sannolikhet")
NEEDED = ("Mer", "Samma")
JUDGED = ("Allvarlig", "Hög")


def enter(kf: Kf, *rows: Any, headings: Any = ANSWER_HEADINGS) -> Path:
    return answers_book(kf.directory / "svar.xlsx", *rows, headings=headings)


def row(**values: Any) -> list[Any]:
    """One whole answer with other values, named by heading with _ for spaces."""
    given = (*GROUP, *NEEDED, -10, -10, 10, 10, None, *JUDGED, None, None)
    whole = dict(zip(ANSWER_HEADINGS, given, strict=True))
    return list((whole | {name.replace("_", " "): v for name, v in values.items()}).values())


def compiled(kf: Kf) -> dict[str, Any]:
    """The group's category in the gap table."""
    assert kf("compile", "2025", "--out", "ut").code == 0
    tables = orjson.loads((kf.directory / "ut" / "summary.json").read_bytes())["tables"]
    [gap] = [row for row in tables["gap"] if row["category"] == GROUP[1]]
    [risk] = [row for row in tables["risk"] if row["category"] == GROUP[1]]
    return {**gap, **risk}


def levels(row: dict[str, Any]) -> list[int]:
    return [row[f"level_{name}"] for name in ("some", "good", "high", "very_high")]


def test_points_drivers_and_words_with_stray_spaces_and_case(kf: Kf) -> None:
    enter(
        kf,
        row(
            Behov_2_år=" mycket  MER ",
            Viss="−10 %",
            Risk="ALLVARLIG",
            Sannolikhet="hög ",
            Påverkansfaktorer="Demografi; teknikutveckling och ai ;",
            Kommentar="=1+1",
            Kompetensspecifikt_gap="Barnrätt",
        ),
    )
    assert kf("answers", "import", "svar.xlsx").line == f"{NAME}: 1 svar sparade, 0 oförändrade"
    found = compiled(kf)
    assert (found["need_2y"], found["need_5y"]) == ("MUCH_MORE", "SAME")
    assert levels(found) == [-10, -10, 10, 10]
    assert (found["severity"], found["likelihood"]) == ("SERIOUS", "HIGH")
    assert found["units_answered"] == 1


def test_levels_as_moves_without_the_columns_of_points(kf: Kf) -> None:
    enter(kf, (*GROUP, *NEEDED, 2, "3", 0, *JUDGED), headings=(*SHORT, *MOVES, *RISK))
    assert kf("answers", "import", "svar.xlsx").code == 0
    moved = [round(100 * heads / HEADS) for heads in (-2, 2 - 3, 3, 0)]
    assert levels(compiled(kf)) == moved


def test_what_is_required_and_lacking_is_named(kf: Kf) -> None:
    enter(kf, (*GROUP, *NEEDED, *JUDGED), headings=(*SHORT, *RISK))
    lacking = kf("answers", "import", "svar.xlsx")
    assert (lacking.code, lacking.lines) == (2, [])
    assert lacking.errors == [
        f'Svar!A1: kolumnen "{name}" saknas; lägg till rubriken'
        for name in ("Viss", "God", "Hög", "Mycket hög")
    ]


def test_every_wrong_cell_is_one_line_and_nothing_is_stored(kf: Kf) -> None:
    enter(
        kf,
        row(Behov_2_år="Mera", Viss="10,5", Sannolikhet=None),
        row(Organisation="E99"),
        row(Organisation="E2"),
        row(Organisation="E3", Yrkeskategori="Socialsekreterare förste"),
    )
    refused = kf("answers", "import", "svar.xlsx")
    assert refused.code == 2
    cells = [line.split(": ")[0] for line in refused.errors]
    assert cells == ["Svar!C2", "Svar!E2", "Svar!K2", "Svar!A3"]
    assert kf("status").lines[1].startswith("0 av 140")


def test_a_group_that_is_asked_elsewhere_is_refused(kf: Kf) -> None:
    pooled = row(Organisation="E3", Yrkeskategori="Socialsekreterare förste")
    enter(kf, row(), pooled)
    assert kf("answers", "import", "svar.xlsx").error == (
        'Svar!A3: "Socialsekreterare förste" frågas inte för E3; gruppen saknas i Bemanning '
        "eller är så liten att den frågas samlad på en högre nivå"
    )
    enter(kf, row(), row(Organisation="A3", Yrkeskategori="Socialsekreterare förste"))
    assert kf("answers", "import", "svar.xlsx").line == f"{NAME}: 2 svar sparade, 0 oförändrade"


def test_the_same_file_twice_changes_nothing_and_a_corrected_one_updates(kf: Kf) -> None:
    enter(kf, row())
    kf("answers", "import", "svar.xlsx")
    assert kf("answers", "import", "svar.xlsx").line == f"{NAME}: 0 svar sparade, 1 oförändrade"
    enter(kf, row(Behov_2_år="Mycket mer"))
    assert kf("answers", "import", "svar.xlsx").line == f"{NAME}: 1 svar sparade, 0 oförändrade"
    assert compiled(kf)["need_2y"] == "MUCH_MORE"


def test_contradictions_warn(kf: Kf) -> None:
    enter(kf, row(Behov_2_år="Mindre", Mycket_hög=20))
    warned = kf("answers", "import", "svar.xlsx")
    assert (warned.code, len(warned.lines)) == (0, 1)
    assert warned.errors == [
        "Svar!E2: nivåerna blir +10 tillsammans, inte 0 (varning)",
        "Svar!J2: behovet är mindre men risken allvarlig; stämmer det? (varning)",
    ]


@pytest.mark.parametrize("name", ["saknas.xlsx", "asn.xlsx"])
def test_another_workbook_is_refused(kf: Kf, name: str) -> None:
    refused = kf("answers", "import", name)
    assert refused.code == 2
    assert all("!A1: " in line for line in refused.errors)


def test_an_unknown_cycle_is_refused(kf: Kf) -> None:
    enter(kf, everyones_answers()[0])
    assert kf("answers", "import", "svar.xlsx", "--cycle", "2031").error == (
        f'Omgången "2031" finns inte; ange en av "{NAME}"'
    )
