"""What HR does with a cycle in chat: its dates, reminders beyond the plan, messages of their own.

One transaction a press. Presses on a cycle come one after the other, and what is so already is
answered as the first time: a press that comes twice is done once.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Engine

from bot.clock import Clock
from bot.teams.arrivals import whole
from dialogs.controls import MESSAGE_LONGEST, REMIND, SEND, View
from dialogs.inputs import Inputs, Reader
from dialogs.press import Verb
from dialogs.screen import Notice, Problem
from kfmodel.controls import Act, Audience, CycleState, Which
from kfmodel.database import writing
from kfmodel.deadlines import (
    DeadlinePastError,
    DeadlineRefusedError,
    DeadlineTooLateError,
    is_day_off,
)
from kfmodel.organisation import OrganisationKind
from kfmodel.planning.office_hours import SPREAD_SECONDS, day_of, next_day, send_at
from kfmodel.planning.working_days import on_or_before
from kfmodel.repository.audiences import addressees
from kfmodel.repository.cycle_control import change, locked_state, sets_dates, steered_posts
from kfmodel.repository.outreach import is_sent_already, leaves_at, send
from kfmodel.repository.people import Person
from kfmodel.repository.posts import HrPost

STEERING_VERBS = frozenset({Verb.PLAN, Verb.STEER})

_CHANGED = Notice("cycle_changed_since")
_DONE = {
    Act.CLOSE: Notice("cycle_closed"),
    Act.REOPEN: Notice("cycle_reopened"),
    Act.RESUME: Notice("cycle_resumed"),
}


@dataclass(frozen=True, slots=True)
class Steered:
    """What came of a press, for the card that is shown next; `problem` keeps what was typed."""

    notice: Notice | None = None
    problem: Problem | None = None
    view: View = View.CONTROLS


@dataclass(frozen=True, slots=True)
class Steering:
    """A work for `Turns.run`."""

    engine: Engine
    clock: Clock

    def press(self, person: Person, given: Inputs) -> Steered:
        """Does nothing where the person steers no such cycle."""
        with writing(self.engine) as connection:
            post = post_of(steered_posts(connection, person.id), given)
            if post is None:
                return Steered()
            state = locked_state(connection, post.cycle_id)
            if given.get("act") == REMIND:
                return self._remind(connection, post, state, person, given)
            if given.get("act") == SEND:
                return self._send(connection, post, state, person, given)
            return self._change(connection, post, state, person, given)

    def _change(
        self, connection: Connection, post: HrPost, state: CycleState, who: Person, given: Inputs
    ) -> Steered:
        act = next((one for one in Act if one == given.get("act")), None)
        if act is None or not sets_dates(connection, post):
            return Steered(_CHANGED)
        deadline_on = day_in(given.get("deadline"))
        if act is Act.EXTEND and (problem := _unchosen(deadline_on, state, given)):
            return Steered(problem=problem)
        if state.stands(act, self.clock.today(), deadline_on):
            return Steered(self._done(connection, act, state, who, deadline_on))
        if given.get("stamp") != state.stamp:
            return Steered(_CHANGED)
        now = self.clock.now()
        try:
            done = change(connection, state, act, now, by=who.id, deadline_on=deadline_on)
        except DeadlineRefusedError as refused:
            return Steered(problem=_refused(refused, state))
        return Steered(self._done(connection, act, state, who, deadline_on) if done else _CHANGED)

    def _done(
        self,
        connection: Connection,
        act: Act,
        state: CycleState,
        who: Person,
        deadline_on: date | None,
    ) -> Notice:
        if act is Act.OPEN:
            return _opened(state, self.clock.now())
        if act is Act.PAUSE:
            return _paused(state, steered_posts(connection, who.id))
        if act is Act.EXTEND and deadline_on:
            return _extended(deadline_on)
        return _DONE[act]

    def _remind(
        self, connection: Connection, post: HrPost, state: CycleState, who: Person, given: Inputs
    ) -> Steered:
        """Whoever has submitted gets nothing, nor who has been reminded within the hour."""
        audience = Audience.read(given.get("to"))
        if audience is None or audience.which is Which.ALL:
            return Steered(problem=Problem("to", "to_missing"), view=View.REMINDING)
        if not state.standing(self.clock.today()).takes_answers:
            return Steered(_CHANGED)
        if state.paused_at:
            return Steered(Notice("nothing_sent_paused"))
        now = self.clock.now()
        people = addressees(connection, post.cycle_id, committee_of(post), audience, now)
        left = [one for one in people if one.left]
        to = [one for one in left if not one.recent]
        if not to:
            recently = Notice("reminded_recently", {"n": len(left)})
            return Steered(recently if left else Notice("reminded_nobody"))
        send(connection, post, who.id, audience, to, now)
        params = {"n": len(to), "at": leaves_at(now), "recent": len(left) - len(to)}
        return Steered(
            Notice("reminded_some", params) if params["recent"] else Notice("reminded", params)
        )

    def _send(
        self, connection: Connection, post: HrPost, state: CycleState, who: Person, given: Inputs
    ) -> Steered:
        audience, text = Audience.read(given.get("to")), message_in(given)
        if audience is None or isinstance(text, Problem):
            return Steered(view=View.PREVIEW)
        if state.paused_at:
            return Steered(Notice("nothing_sent_paused"), view=View.PREVIEW)
        now = self.clock.now()
        if is_sent_already(connection, post, who.id, audience, text, now):
            return Steered(Notice("message_sent_before"))
        to = addressees(connection, post.cycle_id, committee_of(post), audience, now)
        if not to or len(to) != whole(given.get("count")):
            return Steered(Notice("recipients_changed"), view=View.PREVIEW)
        send(connection, post, who.id, audience, to, now, text)
        return Steered(Notice("message_sent", {"n": len(to), "at": leaves_at(now)}))


def post_of(posts: tuple[HrPost, ...], given: Inputs) -> HrPost | None:
    """The post that a card is of."""
    post_id = whole(given.get("post"))
    return next((post for post in posts if post.organisation_id == post_id), None)


def committee_of(post: HrPost) -> int | None:
    """None: the whole cycle."""
    is_committee = post.organisation_kind is OrganisationKind.COMMITTEE
    return post.organisation_id if is_committee else None


def message_in(given: Inputs) -> str | Problem:
    """What is typed, or what is wrong with it."""
    read = Reader(given)
    text = read.text("text", MESSAGE_LONGEST)
    return text or (read.problems[0] if read.problems else Problem("text", "text_missing"))


def day_in(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        return None


def _unchosen(deadline_on: date | None, state: CycleState, given: Inputs) -> Problem | None:
    """A press that comes twice has the stamp of before the first, and is no unchanged day."""
    if deadline_on is None:
        return Problem("deadline", "deadline_missing")
    if deadline_on == state.deadline_on and given.get("stamp") == state.stamp:
        return Problem("deadline", "deadline_same")
    return None


def _refused(refused: DeadlineRefusedError, state: CycleState) -> Problem:
    if isinstance(refused, DeadlinePastError):
        return Problem("deadline", "deadline_past")
    if isinstance(refused, DeadlineTooLateError):
        return Problem("deadline", "deadline_too_late", {"day": refused.latest})
    return Problem("deadline", "deadline_before_opening", {"day": state.opens_on})


def _extended(deadline_on: date) -> Notice:
    params = {"day": deadline_on, "last": on_or_before(deadline_on)}
    if is_day_off(deadline_on):
        return Notice("deadline_moved_day_off", params)
    return Notice("deadline_moved", {"day": deadline_on})


def _paused(state: CycleState, posts: tuple[HrPost, ...]) -> Notice:
    """Who steers several cycles may think that all are meant."""
    if any(post.cycle_id != state.id and not post.is_closed for post in posts):
        return Notice("cycle_paused_alone", {"cycle": state.name})
    return Notice("cycle_paused")


def _opened(state: CycleState, now: datetime) -> Notice:
    """When the invitation leaves: in the first hour of the plan, or at once where that is over."""
    if state.paused_at:
        return Notice("cycle_opened_paused")
    if next_day(now) > day_of(now):
        return Notice("cycle_opened", {"day": next_day(now)})
    first_hour_over = now >= send_at(day_of(now), 0) + timedelta(seconds=SPREAD_SECONDS)
    return Notice("cycle_opened_now") if first_hour_over else Notice("cycle_opened_today")
