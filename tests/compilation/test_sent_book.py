"""utskick.xlsx as HR opens it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kfmodel.compilation.sent_book import write_sent_list
from kfmodel.delivery import Channel, DeliveryState, Kind, Reason
from kfmodel.glossary import heading
from kfmodel.organisation import Role
from kfmodel.sent_list import Attempt, Delivered, DeliveredRows, Foreseen, SentList

AT = datetime(2025, 9, 15, 7, 2, tzinfo=UTC)
LOCAL = datetime.fromisoformat("2025-09-15T09:02")
TEAMS = Attempt(Channel.TEAMS, DeliveryState.SENT, None)
BLOCKED = Attempt(Channel.TEAMS, DeliveryState.FAILED, Reason.BLOCKED)
EMAIL = Attempt(Channel.EMAIL, DeliveryState.SENT, None)
REFUSED = Attempt(Channel.EMAIL, DeliveryState.FAILED, Reason.REFUSED)
ANNA = Delivered(
    "Anna Åkesson",
    "anna@stad.example",
    "Enhet Norr; Enhet Syd",
    (Role.DIVISION_HEAD, Role.UNIT_MANAGER),
    Kind.INVITATION,
    AT,
    AT + timedelta(minutes=1),
    DeliveryState.SENT,
    (TEAMS,),
    retried=False,
    answered_at=AT + timedelta(days=1),
)
HEADINGS = (
    "Till, E-post, Organisation, Roll, Utskick, Planerat, Skickat, Väg, Läge, Orsak, Skickat igen, "
    "Svarat efter"
)


def book(*delivered: Delivered, ahead: tuple[Foreseen, ...] = ()) -> Workbook:
    rows = DeliveredRows(len(delivered), lambda: iter(delivered))
    file = BytesIO()
    write_sent_list(SentList("Omgång & år 2025", "Nämnden", AT, rows, ahead), file)
    return load_workbook(file)


def row(delivered: Delivered) -> dict[str, object]:
    sheet = book(delivered)["Utskick"]
    head, values = sheet.iter_rows(values_only=True)
    return dict(zip(map(str, head), values, strict=True))


def test_a_row_in_words_and_stockholms_time() -> None:
    shown = row(ANNA)
    assert ", ".join(shown) == HEADINGS
    assert list(shown.values()) == [
        "Anna Åkesson",
        "anna@stad.example",
        "Enhet Norr; Enhet Syd",
        "Avdelningschef; Enhetschef",
        "Inbjudan",
        LOCAL,
        LOCAL + timedelta(minutes=1),
        "Teams",
        "Skickad",
        None,
        None,
        LOCAL + timedelta(days=1),
    ]


@pytest.mark.parametrize(
    ("attempts", "way", "reason"),
    [
        ((EMAIL,), "E-post", None),
        ((TEAMS, EMAIL), "Teams och e-post", None),
        (
            (TEAMS, replace(EMAIL, reason=Reason.TOO_LARGE)),
            "Teams och e-post",
            "E-post: utan bilagor, för stort",
        ),
        ((BLOCKED, EMAIL), "Teams, sedan e-post", "Teams: boten är blockerad"),
        (
            (BLOCKED, REFUSED),
            "Teams, sedan e-post",
            "Teams: boten är blockerad; E-post: mottagaren tar inte emot",
        ),
    ],
)
def test_which_way_it_went_and_why_not(
    attempts: tuple[Attempt, ...], way: str, reason: str | None
) -> None:
    shown = row(replace(ANNA, attempts=attempts))
    assert (shown["Väg"], shown["Orsak"]) == (way, reason)


@pytest.mark.parametrize("state", DeliveryState)
def test_what_became_of_it(state: DeliveryState) -> None:
    shown = row(replace(ANNA, state=state, sent_at=None, retried=True, answered_at=None))
    assert shown["Läge"] == heading(state)
    assert (shown["Skickat"], shown["Skickat igen"], shown["Svarat efter"]) == (None, "Ja", None)


def test_every_reason_has_words() -> None:
    for reason in Reason:
        shown = row(replace(ANNA, attempts=(replace(REFUSED, reason=reason),)))
        assert shown["Orsak"] == f"E-post: {heading(reason)}"


def test_the_plan_ahead() -> None:
    to_hr = Foreseen(AT, "HR", "hr@stad.example", Kind.SUMMARY, "N")
    sheet = book(ahead=(Foreseen(AT, "Bo Ek", "bo@stad.example", Kind.LAST_DAY), to_hr))
    assert sheet.sheetnames == ["Utskick", "Planerat framåt"]
    assert list(sheet["Planerat framåt"].iter_rows(values_only=True)) == [
        ("Till", "E-post", "Utskick", "Planerat"),
        ("Bo Ek", "bo@stad.example", "Påminnelse på sista dagen", LOCAL),
        ("HR", "hr@stad.example", "Sammanställning till HR", LOCAL),
    ]


def looks(sheet: Worksheet) -> tuple[object, ...]:
    assert sheet.oddHeader is not None
    assert sheet.oddFooter is not None
    return (
        sheet.freeze_panes,
        sheet.auto_filter.ref == sheet.dimensions,
        sheet.print_title_rows,
        sheet.page_setup.orientation,
        sheet.oddHeader.right.text,
        sheet.oddFooter.left.text,
    )


def test_sheets_filter_print_and_keep_their_headings() -> None:
    paper = ("landscape", "Nämnden · Omgång && år 2025", "Hämtat 2025-09-15 kl. 09.02")
    foreseen = Foreseen(AT, "Bo Ek", "bo@stad.example", Kind.LAST_DAY)
    for sheet in book(ANNA, ANNA, ahead=(foreseen,)).worksheets:
        assert looks(sheet) == ("B2", True, "$1:$1", *paper)


def test_nothing_is_said_in_words() -> None:
    told = [sheet["A2"].value for sheet in book().worksheets]
    assert told == ["Inget har skickats ännu.", "Inget mer ska skickas."]


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+46", "-3"])
def test_names_stay_text(text: str) -> None:
    cell = book(replace(ANNA, name=text))["Utskick"]["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
