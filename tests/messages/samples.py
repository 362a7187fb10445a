"""Messages of every kind and situation, as they are when they leave."""

from dataclasses import replace
from datetime import UTC, date, datetime

from kfmodel.delivery import Kind, Reason, Situation
from kfmodel.dialogue import Capacity, Progress
from kfmodel.organisation import Role
from kfmodel.planning.message import (
    Candidate,
    CycleFacts,
    Digest,
    HandOverAsked,
    Item,
    Lacking,
    Message,
    OwnWords,
    Post,
    SummaryReady,
    ToHead,
    ToManager,
    Undelivered,
)
from kfmodel.summary_facts import SummaryFacts
from kfmodel.summary_files import SummaryFiles
from tests.cards.committee import COMPLETE, FACTS, PROGRESS, VERSION

CYCLE = CycleFacts(
    id=3,
    name="Kompetensförsörjning 2025",
    year=2025,
    opens_on=date(2025, 9, 15),
    deadline_on=date(2025, 10, 17),
    committee="Arbetsmarknads- och socialnämnden",
    hr=("Hanna Ryd",),
    hr_email="hr@stad.example",
)
LEADER = Item(
    17, 0, "Enheten för mottagning", "Sektionschef", Capacity.MANAGER, Progress.NOT_STARTED
)
CARER = replace(LEADER, dialogue_id=18, category="Socialsekreterare myndighet vuxna")
BEGUN = replace(
    CARER, progress=Progress.IN_PROGRESS, revision=4, step="risk", step_number=3, steps=4
)
RETURNED = replace(
    BEGUN,
    step="review",
    step_number=None,
    returned_by="Hanna Ryd",
    comment="Ni skriver att risken är allvarlig & att behovet minskar.\n"
    "Stämmer *båda*? <b>Hör av dig</b> om du vill prata.",
)
VACANT = replace(
    LEADER,
    dialogue_id=19,
    organisation="Enheten för bistånd",
    category="Biståndshandläggare",
    capacity=Capacity.VACANCY,
)
URL = "https://kf.example.org/summary/abc"
UNIT = Post(Role.UNIT_MANAGER, "Enheten för mottagning")
DIVISION = Post(Role.DIVISION_HEAD, "Vuxna")


def to_manager(
    kind: Kind, day: date, situation: Situation | None, *items: Item, **more: object
) -> Message:
    content = ToManager(situation, (UNIT,), items, asked=len(items))
    content = replace(content, **more)  # type: ignore[arg-type]  # fields by name
    return Message(f"{kind}-{day}-7", kind, CYCLE, day, content)


INVITATION = to_manager(Kind.INVITATION, date(2025, 9, 15), None, LEADER, CARER)
NOT_STARTED = to_manager(
    Kind.REMINDER, date(2025, 10, 10), Situation.NOT_STARTED, LEADER, CARER, VACANT
)
STALLED = to_manager(
    Kind.REMINDER, date(2025, 10, 10), Situation.STALLED, BEGUN, LEADER, asked=4, snoozed=True
)
UNSENT = to_manager(
    Kind.REMINDER,
    date(2025, 10, 10),
    Situation.STALLED,
    replace(BEGUN, step="review", step_number=None),
    LEADER,
)
SENT_BACK = to_manager(Kind.RETURNED, date(2025, 10, 9), Situation.RETURNED, RETURNED, LEADER)
MOVED = to_manager(Kind.REMINDER, date(2025, 10, 8), Situation.NEW_DEADLINE, BEGUN, LEADER, asked=4)
LAST_DAY = to_manager(Kind.LAST_DAY, date(2025, 10, 17), Situation.LAST_DAY, BEGUN)
OVERDUE = to_manager(Kind.OVERDUE, date(2025, 10, 20), Situation.OVERDUE, BEGUN, LEADER)


def lacking(place: str, category: str, *who: str, begun: bool = False) -> Lacking:
    progress = Progress.IN_PROGRESS if begun else Progress.NOT_STARTED
    return Lacking(place, category, who, progress, vacant=place == "Enheten för bistånd")


TO_HEAD = ToHead(
    ("Vuxna",),
    (
        lacking("Enheten för mottagning", "Sektionschef", "Anna Åkesson"),
        lacking("Enheten för mottagning", "Socialsekreterare", "Anna Åkesson", begun=True),
        lacking("Enheten för bistånd", "Biståndshandläggare", "Dag Ek"),
        lacking("Boendestöd", "Stödpedagog", "Bo Ek", "Cia Dal", begun=True),
        lacking("Boendestöd", "Undersköterska"),
    ),
    asked=9,
    submitted=4,
    own=(VACANT,),
)
ESCALATION = Message("escalation-7", Kind.ESCALATION, CYCLE, date(2025, 10, 20), TO_HEAD)
DIGEST = Message(
    "digest-9",
    Kind.DIGEST,
    CYCLE,
    date(2025, 10, 6),
    Digest(
        PROGRESS[0],
        since=datetime(2025, 9, 29, 7, 0, tzinfo=UTC),
        submitted_before=1,
        newly_submitted=(lacking("Enhet Norr", "Sektionschef", "Anna Åkesson"),),
        undelivered=(Undelivered("Cia Dal", (Reason.NOT_INSTALLED, Reason.NO_ADDRESS)),),
    ),
)


FILES = SummaryFiles(b"PK", b"PK report")


def summary_ready(facts: SummaryFacts, url: str, files: SummaryFiles = FILES) -> Message:
    report_url = f"{url}/report" if url else ""
    content = SummaryReady(facts, files, VERSION, "sammanställning", url, report_url)
    return Message("summary-9", Kind.SUMMARY, CYCLE, date(2025, 10, 20), content)


PEOPLE = (
    Candidate(11, "Bo Ek", Post(Role.UNIT_MANAGER, "Enheten för bistånd")),
    Candidate(12, "Cia Dal", DIVISION),
)
TO_HAND_OVER = HandOverAsked(5, "Anna Åkesson", "Enheten för mottagning", 3, PEOPLE)
HAND_OVER = Message("hand-over-5", Kind.HAND_OVER, CYCLE, date(2025, 10, 6), TO_HAND_OVER)
SUMMARY = summary_ready(FACTS, URL)
DIVISION_COMPLETE = summary_ready(COMPLETE, URL)
FROM_HR = to_manager(
    Kind.HR_REMINDER, date(2025, 10, 8), Situation.NOT_STARTED, LEADER, asked_by="Hanna Ryd"
)
OWN_WORDS = Message(
    "message-7",
    Kind.MESSAGE,
    CYCLE,
    date(2025, 10, 8),
    OwnWords("Hej!\n\nVi har *flyttat* <b>sista</b> svarsdag.", "Hanna Ryd"),
)
MESSAGES: dict[str, Message] = {
    "invitation": INVITATION,
    "not started": NOT_STARTED,
    "stalled": STALLED,
    "unsent": UNSENT,
    "returned": SENT_BACK,
    "moved": MOVED,
    "last day": LAST_DAY,
    "overdue": OVERDUE,
    "escalation": ESCALATION,
    "digest": DIGEST,
    "summary ready": SUMMARY,
    "division complete": DIVISION_COMPLETE,
    "hand over": HAND_OVER,
    "reminder from HR": FROM_HR,
    "own words": OWN_WORDS,
}
