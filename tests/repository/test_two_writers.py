"""Two who answer the same dialogue at the same moment."""

from dataclasses import replace
from threading import Barrier

from sqlalchemy import Engine

from kfmodel.answers import Answers
from kfmodel.database import writing
from kfmodel.dialogue import AnsweredAs, State
from kfmodel.repository.dialogue_changes import save
from tests.repository.build import (
    loaded,
    pressed_by,
    stored,
)
from tests.repository.test_dialogues import revisions, saved
from tests.repository.threads import at_once


def test_of_two_writers_at_once_exactly_one_wins(engine: Engine) -> None:
    stored(engine)
    both = [loaded(engine, name, "A2") for name in ("agnes", "anton")]
    barrier = Barrier(2)

    def write(place: int) -> State | None:
        one = both[place]
        after = replace(one.state, answers=Answers(comment=one.person.name, drivers=("law",)))
        barrier.wait()
        with writing(engine) as connection:
            dialogue = one.facts.dialogue_id
            return save(connection, dialogue, one.state, after, pressed_by(one), AnsweredAs.MANAGER)

    for turn in range(1, 6):
        results = at_once(lambda: write(0), lambda: write(1))
        assert results.count(None) == 1
        winner = both[results[0] is None].person.name
        state = loaded(engine, "agnes", "A2").state
        assert (state.answers.comment, state.changed_by, state.revision) == (winner, winner, turn)
        assert len(revisions(engine)) == turn
        both = [loaded(engine, name, "A2") for name in ("agnes", "anton")]


def test_many_writers_who_read_again_lose_nothing(engine: Engine) -> None:
    stored(engine)
    rounds, writers = 6, ("agnes", "anton")

    def write(name: str) -> int:
        lost = 0
        for number in range(rounds):
            while saved(engine, Answers(comment=f"{name} {number}"), name, "A2") is None:
                lost += 1
        return lost

    at_once(*(lambda name=name: write(name) for name in writers))
    found = revisions(engine)
    assert [row.number for row in found] == list(range(1, rounds * len(writers) + 1))
    assert {row.after["comment"] for row in found} == {
        f"{name} {number}" for name in writers for number in range(rounds)
    }
