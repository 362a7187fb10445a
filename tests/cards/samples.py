"""Every screen there is, in the states that look different."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import cards
from cards.card import Card
from dialogs.contradictions import contradictions
from dialogs.saving import NotSaved
from dialogs.screen import (
    Ask,
    Closed,
    ClosedReason,
    Notice,
    Overview,
    OverviewItem,
    Problem,
    Review,
    Screen,
    Submitted,
)
from kfmodel.answers import Activity, Answers
from kfmodel.compilation import main_figures
from kfmodel.dialogue import Capacity, Facts, Previous, Progress, State
from kfmodel.methods import method_of
from kfmodel.organisation import OrganisationKind
from kfmodel.scales import Likelihood, Need, Severity
from kfmodel.summary_files import SummaryFile
from tests.cards.committee import PROGRESS, VERSION, compilation
from tests.cards.control_samples import control_cards
from tests.cards.quotes_samples import QUOTES
from tests.cards.settling_samples import SETTLING
from tests.messages.samples import MESSAGES, TO_HAND_OVER

METHOD = method_of("five-level")
TODAY = date(2025, 10, 5)
LANGUAGES = ("sv", "en")
URL = "https://kf.example.org/summary/abc"
REPORT_URL = "https://kf.example.org/summary/def"

PREVIOUS = Previous(
    2023, Need.MORE, Need.SAME, (-10, 0, 10, 0), Severity.LESS_SERIOUS, Likelihood.MEDIUM
)
FACTS = Facts(
    dialogue_id=17,
    cycle="Kompetensförsörjning 2025",
    year=2025,
    opens_on=date(2025, 9, 1),
    deadline_on=date(2025, 10, 17),
    closed=False,
    method="five-level",
    organisation="Enheten för mottagning",
    organisation_kind=OrganisationKind.UNIT,
    committee="Arbetsmarknads- och socialnämnden",
    category="Sektionschef",
    heads=7.0,
    units=1,
    committee_headcount=168.0,
    gap_2y=-3.0,
    gap_5y=-5.0,
    capacity=Capacity.MANAGER,
    position=2,
    total=3,
    previous=PREVIOUS,
    committee_previous=None,
)
POOL = replace(
    FACTS,
    capacity=Capacity.VACANCY,
    units=3,
    heads=12.5,
    gap_2y=2.5,
    gap_5y=0.0,
    previous=None,
    committee_previous=PREVIOUS,
)
UNPROJECTED = replace(FACTS, gap_2y=None, gap_5y=None, committee_headcount=None, previous=None)
ANSWERS = Answers(
    headcount_ok=True,
    need_2y=Need.MORE,
    need_5y=Need.MUCH_MORE,
    move_some_good=1,
    move_good_high=2,
    move_high_very_high=0,
    severity=Severity.SERIOUS,
    likelihood=Likelihood.HIGH,
    specific_gap="Förhandlingsteknik",
    comment="Två går i pension 2026.",
    drivers=("law", "recruitment"),
    activities=(
        Activity(
            "Mentorsprogram för nya chefer",
            "develop",
            "Hösten 2026",
            responsible="HR-avdelningen",
            follow_up="Enkät efter ett år",
            challenge="recruitment",
            anchoring="Få på hög nivå",
            asked_sek=1_250_000,
        ),
    ),
)
POINTS = replace(
    ANSWERS,
    move_some_good=None,
    move_good_high=None,
    move_high_very_high=None,
    level_some=-10,
    level_good=0,
    level_high=10,
    level_very_high=5,
)
THREE_LEVEL = replace(UNPROJECTED, method="three-level")
HEADCOUNT = replace(
    UNPROJECTED,
    method="headcount-levels",
    previous=Previous(
        2023, severity_operations=Severity.SERIOUS, severity_work_environment=Severity.OTHER
    ),
)
COUNTED = Answers(
    headcount_ok=False,
    headcount_actual=8,
    now_some=3,
    now_good=4,
    now_high=1,
    now_very_high=0,
    need_2y_some=1,
    need_2y_good=4,
    need_2y_high=3,
    need_2y_very_high=2,
    need_5y_some=2,
    need_5y_good=8,
    need_5y_high=7,
    need_5y_very_high=3,
    severity_operations=Severity.SERIOUS,
    severity_work_environment=Severity.OTHER,
)
AT = datetime(2025, 9, 29, 12, 4, tzinfo=UTC)
NEW = State(Answers(), Progress.NOT_STARTED, None, 0)
BEGUN = State(ANSWERS, Progress.IN_PROGRESS, "review", 6, AT, "Anna Åkesson")
DONE = replace(BEGUN, progress=Progress.SUBMITTED, step=None, revision=7, submitted_at=AT)
COUNTED_STATE = replace(BEGUN, answers=COUNTED)
CHANGED = Notice("changed_since_typed", {"who": "Anna Åkesson", "at": AT})


def item(dialogue_id: int, category: str, progress: Progress, **more: object) -> OverviewItem:
    facts = replace(FACTS, dialogue_id=dialogue_id, category=category, position=dialogue_id)
    return replace(OverviewItem(facts, progress, None, revision=2), **more)  # type: ignore[arg-type]  # fields by name


ITEMS = (
    item(1, "Socialsekreterare myndighet vuxna", Progress.SUBMITTED),
    item(2, "Sektionschef", Progress.IN_PROGRESS, step="risk"),
    item(3, "Socialsekreterare samtal/behandling", Progress.NOT_STARTED),
)

SCREENS: dict[str, Screen] = {
    "need": Ask("need", FACTS, NEW),
    "need answered": Ask("need", FACTS, BEGUN),
    "need of a vacant pool": Ask("need", POOL, BEGUN),
    "need unprojected": Ask("need", UNPROJECTED, NEW),
    "need refused": Ask(
        "need",
        FACTS,
        NEW,
        {"headcount_ok": "false", "headcount_actual": "sju", "need_5y": "MORE"},
        (
            Problem("headcount_actual", "not_a_number", {"typed": "sju"}),
            Problem("need_2y", "required"),
        ),
        CHANGED,
    ),
    "levels": Ask("levels", FACTS, NEW),
    "levels in points": Ask("levels", FACTS, replace(BEGUN, answers=POINTS), from_review=True),
    "levels twice": Ask(
        "levels",
        FACTS,
        NEW,
        {"move_some_good": "2", "level_some": "−10"},
        (Problem("level_some", "levels_twice"),),
    ),
    "risk": Ask("risk", FACTS, NEW),
    "risk from the review": Ask("risk", FACTS, BEGUN, from_review=True),
    "drivers": Ask("drivers", FACTS, NEW),
    "drivers answered": Ask("drivers", FACTS, BEGUN),
    "review": Review(FACTS, BEGUN, contradictions(ANSWERS)),
    "review of points": Review(
        FACTS, replace(BEGUN, answers=POINTS), contradictions(replace(POINTS, activities=()))
    ),
    "review that names somebody": Review(FACTS, BEGUN, personal=("Lisa Berg", "850101-1234")),
    "review incomplete": Review(
        POOL,
        replace(BEGUN, answers=Answers(need_2y=Need.SAME, headcount_ok=False, headcount_actual=9)),
        (),
        (
            Problem("need_5y", "required"),
            Problem("move_some_good", "levels_missing"),
            Problem("severity", "required"),
            Problem("likelihood", "required"),
        ),
        Notice("answers_missing"),
    ),
    "submitted": Submitted(FACTS, DONE, may_reopen=True, just_now=True, next_up=ITEMS[2]),
    "submitted late": Submitted(
        FACTS, replace(DONE, late=True), may_reopen=False, notice=Notice("locked")
    ),
    "submitted meanwhile": Submitted(
        FACTS,
        replace(DONE, changed_by=None),
        may_reopen=True,
        notice=Notice("changed_since", {"who": None, "at": None}),
        typed={"comment": "Min kommentar", "activity_description_2": "Mentorer"},
    ),
    "need in three levels": Ask("need", THREE_LEVEL, NEW),
    "risk in three levels": Ask("risk", THREE_LEVEL, NEW),
    "heads now": Ask("heads_now", HEADCOUNT, NEW),
    "heads now refused": Ask(
        "heads_now",
        HEADCOUNT,
        NEW,
        {"now_some": "tre", "now_good": "4"},
        (Problem("now_some", "not_a_number", {"typed": "tre"}),),
    ),
    "heads needed": Ask("heads_needed", HEADCOUNT, COUNTED_STATE),
    "heads needed without today's": Ask("heads_needed", HEADCOUNT, NEW),
    "risk apart": Ask("risk", HEADCOUNT, COUNTED_STATE),
    "review of heads": Review(HEADCOUNT, COUNTED_STATE, contradictions(COUNTED)),
    "review of no heads": Review(
        HEADCOUNT,
        replace(COUNTED_STATE, answers=Answers()),
        missing=(
            Problem("now_some", "heads_missing"),
            Problem("need_2y_some", "heads_missing"),
            Problem("need_5y_some", "heads_missing"),
            Problem("severity_operations", "required"),
            Problem("severity_work_environment", "required"),
        ),
    ),
    "not open": Closed(FACTS, ClosedReason.NOT_OPEN),
    "closed": Closed(FACTS, ClosedReason.CYCLE_CLOSED, {"comment": "Hann inte skicka"}),
    "overview": Overview("Anna Åkesson", ITEMS),
    "overview of HR": Overview("Hanna Ryd", (), is_hr=True, notice=Notice("language_chosen")),
    "overview of nobody": Overview("Ivar", ()),
}


def drawn(screen: Screen, language: str = "sv") -> Card:
    method = None if isinstance(screen, Overview | Closed) else method_of(screen.facts.method)
    return cards.render(screen, method, language, user_id="29:anna", today=TODAY)


COMMITTEES = ((5, "Socialnämnden", "Höst 2025"), (9, "Tekniska nämnden", "Höst 2025"))


def replies(language: str) -> dict[str, Card]:
    """What replaces a message whose button was pressed."""
    day, place = date(2025, 10, 13), "Enheten för mottagning"
    places = ((3, place), (4, "Enheten för bistånd"))
    put_off = {
        f"put off until {on}": cards.put_off_card(
            "Höst 2025", day, TODAY, on, language, is_paused=False
        )
        for on in (TODAY + timedelta(days=1), day, None)
    }
    handed_over = {
        f"handed over to {who} {now}": cards.handed_over_card(
            place, "Anna Ek", who, language, just_now=now
        )
        for who, now in (("Bo Ek", True), (None, True), ("Bo Ek", False))
    }
    return {
        **put_off,
        **handed_over,
        "which place": cards.which_place_card(3, places, language),
        "HR asked": cards.hr_asked_card("Höst 2025", place, language),
        "choose someone": cards.choose_someone_card(TO_HAND_OVER, language),
    }


def saving_cards(language: str) -> dict[str, Card]:
    why_not = [(why, SummaryFile.WORKBOOK) for why in NotSaved]
    not_saved = {
        f"{file} not saved: {why}": cards.not_saved_card(why, file, language, summary_id=3, url=URL)
        for why, file in [*why_not, (NotSaved.BUSY, SummaryFile.REPORT)]
    }
    declined = {f"{file} declined": cards.declined_card(file, language) for file in SummaryFile}
    return not_saved | declined


def every_card(language: str) -> dict[str, Card]:
    """All screens and all other cards."""
    screens = {name: drawn(screen, language) for name, screen in SCREENS.items()}
    lasts = timedelta(hours=24)
    settling = {name: cards.settling_card(screen, language) for name, screen in SETTLING.items()}
    letters = {name: cards.message_card(message, language) for name, message in MESSAGES.items()}
    return (
        screens
        | settling
        | letters
        | replies(language)
        | control_cards(language)
        | saving_cards(language)
        | {
            "help": cards.help_card(language, is_hr=False),
            "help for HR": cards.help_card(language, is_hr=True, understood=False),
            "welcome": cards.welcome_card("Anna Åkesson", language),
            "welcome hr": cards.welcome_card("Hanna Ryd", language, is_hr=True),
            "unknown person": cards.unknown_person_card(language),
            "own chat": cards.own_chat_card(language),
            "language": cards.language_card(language),
            "error": cards.error_card(language),
            "progress": cards.progress_card(PROGRESS, language),
            "missing": cards.missing_card(PROGRESS, language),
            "whose summary": cards.whose_summary_card(COMMITTEES, language),
            "whose quotes": cards.whose_quotes_card(COMMITTEES, language),
            **{name: cards.quotes_card(page, language) for name, page in QUOTES.items()},
            "summary": cards.summary_card(
                main_figures(compilation()),
                language,
                version=VERSION,
                url=URL,
                report_url=REPORT_URL,
                link_lasts=lasts,
                saves=True,
            ),
        }
    )
