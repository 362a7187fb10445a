"""HR's controls as cards: a cycle's dates and plan, what was sent, whom to write to."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine

import cards
from bot.chat.steering import Steered, committee_of, message_in, post_of
from bot.clock import Clock
from bot.documents.hr_files import HrFile, HrFiles
from bot.teams.arrivals import whole
from cards import Card
from dialogs.controls import View
from dialogs.inputs import Inputs
from dialogs.screen import Notice, Problem
from kfmodel.controls import (
    Audience,
    Audiences,
    Controls,
    Dispatch,
    OwnMessage,
    Which,
)
from kfmodel.database import reading
from kfmodel.progress import CommitteeProgress
from kfmodel.repository.audiences import addressees, divisions_in
from kfmodel.repository.cycle_control import sets_dates, state_of, steered_posts
from kfmodel.repository.cycles import cycle_with
from kfmodel.repository.foreseen import dispatches
from kfmodel.repository.outreach import leaves_at
from kfmodel.repository.people import Person
from kfmodel.repository.planned_cycles import planned_cycle
from kfmodel.repository.posts import HrPost, current
from kfmodel.repository.progress import committee_progress
from kfmodel.repository.sent import sent_in


@dataclass(frozen=True, slots=True)
class ControlCards:
    """Reads only, and takes its time: not for the pool that answers people."""

    engine: Engine
    clock: Clock
    files: HrFiles

    def card(self, person: Person, given: Inputs, steered: Steered | None = None) -> Card | None:
        """`given` says which post and view; `steered` is what came of the press, and its view goes
        before. None for somebody who steers nothing."""
        with reading(self.engine) as connection:
            posts = steered_posts(connection, person.id)
            if not posts:
                return None
            meant = post_of(posts, given)
            newest = current(posts)
            if meant is None and len(newest) > 1:
                return cards.which_cycle_card(_choices(newest), person.language)
            drawing = _Drawing(self, connection, person, meant or newest[0], posts, given)
            view = steered.view if steered else _view_in(given)
            return drawing.draw(view, steered or Steered())


def _view_in(given: Inputs) -> View:
    return next((view for view in View if view == given.get("view")), View.CONTROLS)


def _choices(posts: tuple[HrPost, ...]) -> tuple[tuple[int, str, str], ...]:
    return tuple((post.organisation_id, post.organisation, post.cycle) for post in posts)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """One card of one post: what it is drawn from."""

    of: ControlCards
    connection: Connection
    person: Person
    post: HrPost
    posts: tuple[HrPost, ...]
    given: Inputs

    def draw(self, view: View, steered: Steered) -> Card:
        language = self.person.language
        if view is View.AHEAD:
            chosen, start = self.given.get("dispatch"), whole(self.given.get("from")) or 0
            return cards.ahead_card(self._controls(), language, str(chosen), max(start, 0))
        if view is View.SENT:
            today = self.of.clock.today()
            sent = sent_in(self.connection, self.post.cycle_id, committee_of(self.post), today)
            return cards.sent_card(
                self._controls(ahead=False), sent, self._link(HrFile.SENT), language
            )
        if view is View.CLOSING:
            return cards.closing_card(self._controls(), self._progress(), language)
        if view is View.REMINDING and not self._takes_answers():
            view = View.CONTROLS
        if view in (View.REMINDING, View.WRITING, View.PREVIEW):
            return self._to_people(view, steered)
        typed = self.given if steered.problem else None
        return cards.controls_card(
            self._controls(), language, steered.notice, steered.problem, typed
        )

    def _takes_answers(self) -> bool:
        state = state_of(self.connection, self.post.cycle_id)
        return state.standing(self.of.clock.today()).takes_answers

    def _to_people(self, view: View, steered: Steered) -> Card:
        if view is View.REMINDING:
            args = self._controls(ahead=False), self._audiences()
            return cards.reminding_card(*args, self.person.language, steered.problem)
        return self._preview(steered.notice) if view is View.PREVIEW else self._writing(None)

    def _controls(self, *, ahead: bool = True) -> Controls:
        """Without the plan ahead where the card does not show it."""
        connection, post = self.connection, self.post
        state = state_of(connection, post.cycle_id)
        sets = sets_dates(connection, post)
        progress = self._progress()
        plan = ahead and state.closed_at is None
        others = tuple(one for one in self.posts if one != post)
        return Controls(
            post.organisation_id,
            post.organisation,
            state,
            self.of.clock.today(),
            sets,
            sum(one.asked for one in progress),
            sum(one.submitted for one in progress),
            self._ahead() if plan else (),
            self._link(HrFile.DRAFT) if sets and state.closed_at else None,
            _choices(others),
        )

    def _link(self, file: HrFile) -> str:
        return self.of.files.link(file, self.post, self.person.id)

    def _ahead(self) -> tuple[Dispatch, ...]:
        cycle = planned_cycle(cycle_with(self.connection, self.post.cycle_id))
        return dispatches(self.connection, cycle, self.of.clock.now(), committee_of(self.post))

    def _progress(self) -> tuple[CommitteeProgress, ...]:
        cycle = cycle_with(self.connection, self.post.cycle_id)
        return committee_progress(self.connection, cycle, committee_of(self.post))

    def _audiences(self) -> Audiences:
        cycle_id, committee_id = self.post.cycle_id, committee_of(self.post)
        missing = addressees(
            self.connection, cycle_id, committee_id, Audience(Which.MISSING), self.of.clock.now()
        )
        return Audiences(
            tuple(divisions_in(self.connection, cycle_id, committee_id)),
            tuple((one.person_id, one.name) for one in missing),
        )

    def _writing(self, problem: Problem | None) -> Card:
        controls, audiences = self._controls(ahead=False), self._audiences()
        return cards.writing_card(controls, audiences, self.given, self.person.language, problem)

    def _preview(self, notice: Notice | None) -> Card:
        audience, text = Audience.read(self.given.get("to")), message_in(self.given)
        if audience is None:
            return self._writing(Problem("to", "to_missing"))
        if isinstance(text, Problem):
            return self._writing(text)
        now = self.of.clock.now()
        to = addressees(self.connection, self.post.cycle_id, committee_of(self.post), audience, now)
        if not to:
            return self._writing(Problem("to", "to_nobody"))
        names = tuple(one.name for one in to)
        message = OwnMessage(audience, text, names, self.person.name, leaves_at(now))
        controls = self._controls(ahead=False)
        return cards.preview_card(controls, message, self.person.language, notice)
