"""One turn's work on the database: read, decide, store, in one transaction that is committed here.

Everything but `run` works in a thread of its own pool.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import ParamSpec, TypeVar

from sqlalchemy import Connection, Engine

from bot.clock import Clock
from dialogs.flow import advance, again, at, current
from dialogs.press import Press, Verb
from dialogs.screen import Notice, Overview, OverviewItem, Screen, Submitted
from kfmodel.database import reading, writing
from kfmodel.dialogue import AnsweredAs, Progress
from kfmodel.methods import Method, method_of
from kfmodel.repository.dialogue_changes import Pressed, keep_unapplied, save
from kfmodel.repository.dialogues import Loaded, dialogues_of, load_dialogue
from kfmodel.repository.people import Person, bind_entra_id, person_by_entra_id, set_language
from kfmodel.repository.posts import all_hr_posts
from kfmodel.repository.reach import Reach, remember_reach
from kfmodel.repository.settling_places import places_to_settle, returned_to

_ATTEMPTS = 5
_POSTGRESQL_THREADS = 8

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class ContentionError(Exception):
    """Others stored newer states each time this one was about to be stored."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A screen for a person; `method` where it belongs to a dialogue."""

    person: Person
    screen: Screen
    method: Method | None = None


class Turns:
    """What handlers ask of the database."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self.engine = engine
        self.clock = clock
        # SQLite has one writer: threads that wait for its lock sleep longer than the lock is held.
        threads = 1 if engine.dialect.name == "sqlite" else _POSTGRESQL_THREADS
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="turn")

    async def run(
        self,
        work: Callable[Arguments, Result],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Result:
        """Do one of the works below in the pool; a turn does one."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, partial(work, *args, **kwargs))

    def close(self) -> None:
        self._pool.shutdown()

    def press(
        self, entra_id: str, dialogue_id: int, press: Press, reach: Reach | None = None
    ) -> Shown | None:
        """Carry out a press; None where there is no such dialogue that this person may answer.

        `reach` is given where it may be new, and is kept in the same transaction.
        """
        with writing(self.engine) as connection:
            for _ in range(_ATTEMPTS):
                loaded = load_dialogue(connection, entra_id, dialogue_id)
                if loaded is None:
                    return None
                shown = self._carry_out(connection, loaded, press)
                if shown:
                    if reach:
                        remember_reach(connection, loaded.person.id, reach, self.clock.now())
                    return self._with_next(connection, entra_id, shown)
        raise ContentionError

    def _carry_out(self, connection: Connection, loaded: Loaded, press: Press) -> Shown | None:
        """None: somebody stored a newer state meanwhile."""
        facts, state, today = loaded.facts, loaded.state, self.clock.today()
        method = method_of(facts.method)
        digest = press.digest(loaded.person.id)
        if digest == state.last_press and press.verb is not Verb.START:
            turn = again(method, facts, state, press, today)
            return Shown(loaded.person, turn.screen, method)
        turn = advance(method, facts, state, press, today)
        pressed = Pressed(loaded.person.id, self.clock.now(), press.verb, press.step, digest)
        screen = turn.screen
        if turn.state is not None:
            answered_as = AnsweredAs(facts.capacity.value)
            stored = save(connection, facts.dialogue_id, state, turn.state, pressed, answered_as)
            if stored is None:
                return None
            screen = at(screen, replace(stored, changed_by=loaded.person.name))
        if turn.kept:
            keep_unapplied(connection, facts.dialogue_id, state, pressed, dict(press.inputs))
        return Shown(loaded.person, screen, method)

    def _with_next(self, connection: Connection, entra_id: str, shown: Shown) -> Shown:
        """A receipt leads on to the next category that is not submitted."""
        screen = shown.screen
        if not (isinstance(screen, Submitted) and screen.just_now):
            return shown
        items = _items(dialogues_of(connection, entra_id))
        following = next((i for i in items if i.progress is not Progress.SUBMITTED), None)
        return replace(shown, screen=replace(screen, next_up=following))

    def resume(self, entra_id: str) -> Shown | None:
        """The category that was begun last, or else the first that is not; the overview if none."""
        with reading(self.engine) as connection:
            loaded = dialogues_of(connection, entra_id)
        open_ones = [one for one in loaded if one.state.progress is not Progress.SUBMITTED]
        if not open_ones:
            return self.overview(entra_id)
        begun = [(one.state.changed_at, one) for one in open_ones if one.state.changed_at]
        one = max(begun, key=lambda pair: pair[0])[1] if begun else open_ones[0]
        method = method_of(one.facts.method)
        return Shown(one.person, current(method, one.facts, one.state, self.clock.today()), method)

    def overview(self, entra_id: str, notice: Notice | None = None) -> Shown | None:
        """The start card; None for someone who is not in the roster."""
        with reading(self.engine) as connection:
            person = person_by_entra_id(connection, entra_id)
            if person is None:
                return None
            items = _items(dialogues_of(connection, entra_id))
            is_hr = bool(all_hr_posts(connection, person.id))
            places = places_to_settle(connection, person.id)
            returned = returned_to(connection, places) if places else 0
        overview = Overview(person.name, items, is_hr, notice, bool(places), returned)
        return Shown(person, overview)

    def person(self, entra_id: str) -> Person | None:
        with reading(self.engine) as connection:
            return person_by_entra_id(connection, entra_id)

    def is_hr(self, person_id: int) -> bool:
        with reading(self.engine) as connection:
            return bool(all_hr_posts(connection, person_id))

    def settles(self, person_id: int) -> bool:
        with reading(self.engine) as connection:
            return bool(places_to_settle(connection, person_id))

    def bind(self, entra_id: str, addresses: tuple[str, ...]) -> Person | None:
        """Bind an account at first contact to whom the roster's addresses name."""
        with writing(self.engine) as connection:
            return bind_entra_id(connection, addresses, entra_id, self.clock.now())

    def choose_language(self, person_id: int, language: str) -> None:
        with writing(self.engine) as connection:
            set_language(connection, person_id, language)

    def remember(self, person_id: int, reach: Reach) -> None:
        with writing(self.engine) as connection:
            remember_reach(connection, person_id, reach, self.clock.now())


def _items(loaded: tuple[Loaded, ...]) -> tuple[OverviewItem, ...]:
    return tuple(
        OverviewItem(
            one.facts,
            one.state.progress,
            one.state.step,
            one.state.late,
            one.state.revision,
            one.state.returned,
        )
        for one in loaded
    )
