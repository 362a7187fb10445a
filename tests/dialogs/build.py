"""Facts, states and a dialogue that is carried on press by press, as the database does it."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from dialogs.flow import Turn, advance, again
from dialogs.press import Press, Verb
from dialogs.screen import REVIEW
from kfmodel.answers import Activity, Answers
from kfmodel.dialogue import Capacity, Facts, Previous, Progress, State
from kfmodel.methods import Method, method_of
from kfmodel.organisation import OrganisationKind
from kfmodel.scales import Likelihood, Need, Severity

METHOD = method_of("five-level")
OPENS_ON, DEADLINE_ON = date(2025, 9, 15), date(2025, 10, 17)
TODAY = date(2025, 9, 29)
BEFORE_OPENING = date(2025, 9, 14)
AFTER_DEADLINE = date(2025, 10, 18)
CHANGED_AT = datetime(2025, 9, 28, 7, 0, tzinfo=UTC)
PERSON = 7

PREVIOUS = Previous(
    2023, Need.MORE, Need.MUCH_MORE, (-10, 0, 10, 0), Severity.LESS_SERIOUS, Likelihood.LOW
)
COMPLETE = Answers(
    headcount_ok=True,
    need_2y=Need.MORE,
    need_5y=Need.SAME,
    move_some_good=2,
    move_good_high=1,
    move_high_very_high=0,
    severity=Severity.LESS_SERIOUS,
    likelihood=Likelihood.LOW,
    comment="Vi är få.",
    drivers=("demography",),
    activities=(Activity("Mentorskap", "develop", "2026"),),
)
NEED = {"headcount_ok": "true", "need_2y": "MORE", "need_5y": "SAME"}
LEVELS = {"move_some_good": "2", "move_good_high": "1"}
RISK = {"severity": "LESS_SERIOUS", "likelihood": "LOW"}
DRIVERS = {
    "drivers": "demography",
    "comment": "Vi är få.",
    "activity_description": "Mentorskap",
    "activity_area": "develop",
    "activity_time_plan": "2026",
}
INPUTS = {"need": NEED, "levels": LEVELS, "risk": RISK, "drivers": DRIVERS}


def facts(**values: Any) -> Facts:
    given: dict[str, Any] = {
        "dialogue_id": 1,
        "cycle": "Kompetensförsörjning 2025",
        "year": 2025,
        "opens_on": OPENS_ON,
        "deadline_on": DEADLINE_ON,
        "closed": False,
        "method": "five-level",
        "organisation": "Familjehem norr",
        "organisation_kind": OrganisationKind.UNIT,
        "committee": "Arbetsmarknads- och socialnämnden",
        "category": "Socialsekreterare",
        "heads": 7.0,
        "units": 1,
        "committee_headcount": 168.0,
        "gap_2y": -3.0,
        "gap_5y": -5.0,
        "capacity": Capacity.MANAGER,
        "position": 1,
        "total": 2,
        "previous": PREVIOUS,
        "committee_previous": None,
    }
    return Facts(**(given | values))


def not_started() -> State:
    return State(Answers(), Progress.NOT_STARTED, None, 0)


def in_progress(answers: Answers = COMPLETE, step: str = REVIEW, revision: int = 5) -> State:
    return State(answers, Progress.IN_PROGRESS, step, revision, CHANGED_AT, "Anna Ek")


def submitted(answers: Answers = COMPLETE) -> State:
    return State(answers, Progress.SUBMITTED, None, 6, CHANGED_AT, "Anna Ek", CHANGED_AT)


@dataclass
class Sitting:
    """Someone before a dialogue: what each press changes is what the next one meets."""

    state: State = field(default_factory=not_started)
    facts: Facts = field(default_factory=facts)
    today: date = TODAY
    last: Press | None = None

    def press(
        self,
        verb: Verb,
        step: str | None = None,
        inputs: dict[str, Any] | None = None,
        **more: Any,
    ) -> Turn:
        """A press on the card that shows the state as it is, unless `revision` says another."""
        pressed: dict[str, Any] = {"revision": self.state.revision, "inputs": inputs or {}} | more
        return self.deliver(Press(verb, step, **pressed))

    def deliver(self, press: Press) -> Turn:
        self.last = press
        digest = press.digest(PERSON)
        if digest == self.state.last_press and press.verb is not Verb.START:
            return again(self.method, self.facts, self.state, press, self.today)
        turn = advance(self.method, self.facts, self.state, press, self.today)
        if turn.state is not None:
            done = turn.state.progress is Progress.SUBMITTED
            self.state = replace(
                turn.state,
                revision=self.state.revision + 1,
                last_press=digest,
                changed_at=CHANGED_AT,
                changed_by="Bo Alm",
                submitted_at=CHANGED_AT if done else None,
            )
        return turn

    def deliver_again(self) -> Turn:
        """The same press once more, as a client does that heard no answer."""
        assert self.last is not None
        return self.deliver(self.last)

    def answer(self, step: str, **inputs: Any) -> Turn:
        return self.press(Verb.ANSWER, step, inputs)

    @property
    def method(self) -> Method:
        return method_of(self.facts.method)

    @property
    def answers(self) -> Answers:
        return self.state.answers
