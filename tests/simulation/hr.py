"""HR who changes her mind: what she presses in a cycle, and when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from sqlalchemy import select

from bot.chat.steering import Steering
from dialogs.controls import REMIND, SEND
from kfmodel.controls import Act, Audience, Which
from kfmodel.database import reading
from kfmodel.repository.audiences import addressees
from kfmodel.repository.cycle_control import state_of, steered_posts
from kfmodel.repository.people import Person
from kfmodel.repository.schema import PERSON
from tests.simulation.city import HR
from tests.simulation.findings import local
from tests.simulation.two_years import TwoYears

MISSING = Audience(Which.MISSING)
TEXT = "Hej! Ring mig gärna om något är oklart."


@dataclass(frozen=True, slots=True)
class Hanna:
    """Her presses are those of the cards in chat."""

    simulated: TwoYears

    def _press(self, said: str, **given: Any) -> None:
        """`said` is what the card answers."""
        simulated = self.simulated
        with reading(simulated.engine) as connection:
            columns = PERSON.c.id, PERSON.c.name, PERSON.c.email, PERSON.c.language
            hanna = Person(*connection.execute(select(*columns).where(PERSON.c.email == HR)).one())
            [post] = steered_posts(connection, hanna.id)
            state = state_of(connection, post.cycle_id)
            now = simulated.clock.now()
            missing = addressees(connection, post.cycle_id, None, MISSING, now)
        shown = {"post": post.organisation_id, "stamp": state.stamp, "count": len(missing)}
        steered = Steering(simulated.engine, simulated.clock).press(hanna, shown | given)
        answered = steered.notice.code if steered.notice else None
        assert answered == said, (now, steered)

    def pause(self) -> None:
        self._press("cycle_paused", act=Act.PAUSE)

    def resume(self) -> None:
        self._press("cycle_resumed", act=Act.RESUME)

    def close(self) -> None:
        self._press("cycle_closed", act=Act.CLOSE)
        self.simulated.answering.is_closed = True

    def reopen(self) -> None:
        self._press("cycle_reopened", act=Act.REOPEN)
        self.simulated.answering.is_closed = False

    def move(self, deadline_on: date, said: str = "deadline_moved") -> None:
        self._press(said, act=Act.EXTEND, deadline=f"{deadline_on}")

    def remind_all(self) -> None:
        self._press("reminded_some", act=REMIND, to=f"{MISSING}")

    def write_to_all(self) -> None:
        self._press("message_sent", act=SEND, to=f"{MISSING}", text=TEXT)


LATER = date(2025, 5, 14)
"""Two weeks after the first deadline."""
MOVED_AT = local(2025, 4, 8, 13)


def deeds(hanna: Hanna) -> dict[datetime, Callable[[], None]]:
    """At first the plan has reminders on 27 March, 10, 22 and 28 April; once the deadline is moved
    on 9 and 28 April, 7 and 13 May."""
    return {
        # a mistake on the opening morning
        local(2025, 3, 3, 9, 20): hanna.close,
        local(2025, 3, 3, 9, 50): hanna.reopen,
        # a slip in the evening before a reminder; 30 April is a day off
        local(2025, 3, 26, 20): partial(hanna.move, LATER),
        local(2025, 3, 27, 6): partial(hanna.move, date(2025, 4, 30), "deadline_moved_day_off"),
        MOVED_AT: partial(hanna.move, LATER),
        local(2025, 4, 22, 13): hanna.write_to_all,
        # some days over a reminder
        local(2025, 4, 25, 13): hanna.pause,
        local(2025, 4, 29, 10, 30): hanna.resume,
        # minutes, while a reminder leaves
        local(2025, 5, 7, 9, 20): hanna.pause,
        local(2025, 5, 7, 9, 25): hanna.resume,
        # to all but those who get the plan's own of the day: most have had all but the last two
        local(2025, 5, 13, 8, 10): hanna.remind_all,
        # for good, in the evening of the deadline; and for a week
        local(2025, 5, 14, 20): hanna.close,
        local(2025, 5, 21, 13): hanna.reopen,
    }
