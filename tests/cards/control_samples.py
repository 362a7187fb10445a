"""HR's controls in the states that look different."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import cards
from cards.card import Card
from dialogs.screen import Notice, Problem
from kfmodel.controls import Audience, Audiences, Controls, CycleState, Dispatch, OwnMessage, Which
from kfmodel.delivery import Kind, Reason
from kfmodel.sent import MOST_LISTED, AnsweredAfter, KindSent, Sent, Unreached
from tests.cards.committee import PROGRESS

AT = datetime(2025, 10, 6, 7, 5, tzinfo=UTC)
STATE = CycleState(
    3, "Kompetensförsörjning 2025", 2025, date(2025, 9, 15), date(2025, 10, 17), None, None
)
FEW = Dispatch(date(2025, 10, 10), Kind.REMINDER, ((AT, "Anna Åkesson"), (AT, "Bo Ek")))
MANY = Dispatch(
    date(2025, 10, 16),
    Kind.REMINDER,
    tuple((AT + timedelta(seconds=n), f"Chef Nummer{n} Efternamnsson") for n in range(1300)),
)
OPEN = Controls(5, "Socialnämnden", STATE, date(2025, 10, 5), True, 48, 23, (FEW, MANY))
BEFORE = replace(OPEN, today=date(2025, 9, 1))
PAUSED = replace(OPEN, state=replace(STATE, paused_at=AT), today=date(2025, 10, 20), ahead=())
CLOSED = replace(
    OPEN,
    state=replace(STATE, closed_at=AT),
    ahead=(),
    draft_url="https://kf.example.org/draft/abc",
    others=((9, "Socialnämnden", "Höst 2023"),),
)
SHARED = replace(OPEN, sets_dates=False)
AUDIENCES = Audiences(
    (("A", "Vuxna"), ("B", "Barn & *unga*")),
    tuple((n, f"Chef Nummer{n} Efternamnsson") for n in range(300)),
)
NOBODY = Audiences((), ())
SENT = Sent(
    (
        KindSent(Kind.INVITATION, 0, 1200, 100, 0, 617),
        KindSent(Kind.REMINDER, 1, 0, 0, 0, 0),
        KindSent(Kind.OVERDUE, 0, 12, 0, 3, 1),
        KindSent(Kind.HAND_OVER, 0, 1, 0, 0, 0),
    ),
    tuple(
        Unreached(f"Chef Nummer{n}", Kind.INVITATION, (Reason.NOT_INSTALLED, Reason.NO_ADDRESS))
        for n in range(MOST_LISTED)
    ),
    (AnsweredAfter("Anna Åkesson", Kind.INVITATION, AT),),
    (("Bo Ek", date(2025, 10, 13)),),
)
WORKBOOK = "https://kf.example.org/file/abc"
MESSAGE = OwnMessage(
    Audience(Which.DIVISION, "A"),
    "Hej!\n\nVi har *flyttat* sista svarsdag. " + "Frågor? Ring mig. " * 80,
    tuple(f"Chef Nummer{n} Efternamnsson" for n in range(300)),
    "Hanna Ryd",
    AT,
)
SHORT = replace(MESSAGE, text="Hej", to=("Anna Åkesson",))


def control_cards(language: str) -> dict[str, Card]:
    past = Problem("deadline", "deadline_past", {"day": STATE.opens_on})
    moved = Notice("deadline_moved", {"day": date(2025, 10, 24)})
    typed = {"to": "all", "text": "Hej"}
    nothing = Sent((), (), (), ())
    return {
        "controls": cards.controls_card(OPEN, language, moved),
        "controls before": cards.controls_card(BEFORE, language, problem=past),
        "controls paused": cards.controls_card(PAUSED, language),
        "controls closed": cards.controls_card(CLOSED, language),
        "controls shared": cards.controls_card(SHARED, language),
        "which cycle": cards.which_cycle_card(CLOSED.others, language),
        "ahead": cards.ahead_card(OPEN, language),
        "ahead of nothing": cards.ahead_card(CLOSED, language),
        "names ahead": cards.ahead_card(OPEN, language, "2025-10-16 reminder"),
        "names beyond": cards.ahead_card(OPEN, language, "2025-10-16 reminder", 5000),
        "sent": cards.sent_card(OPEN, SENT, WORKBOOK, language),
        "nothing sent": cards.sent_card(OPEN, nothing, WORKBOOK, language),
        "closing": cards.closing_card(OPEN, PROGRESS, language),
        "closing complete": cards.closing_card(replace(OPEN, submitted=48), (), language),
        "reminding": cards.reminding_card(OPEN, AUDIENCES, language, Problem("to", "to_missing")),
        "reminding nobody": cards.reminding_card(OPEN, NOBODY, language),
        "writing": cards.writing_card(OPEN, AUDIENCES, {}, language),
        "writing again": cards.writing_card(
            OPEN, NOBODY, typed, language, Problem("text", "text_missing")
        ),
        "preview": cards.preview_card(OPEN, MESSAGE, language),
        "preview of one": cards.preview_card(OPEN, SHORT, language, Notice("recipients_changed")),
    }
