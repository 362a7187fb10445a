"""Answers one dialogue without end, and prints each revision once it is committed.

Run by the test of crashes, which kills it; its arguments are database URL, account and dialogue id.
"""

import sys
from datetime import UTC, datetime

from sqlalchemy import Engine

from dialogs.flow import advance
from dialogs.press import Press, Verb
from kfmodel.database import connect, writing
from kfmodel.dialogue import AnsweredAs, State
from kfmodel.methods import method_of
from kfmodel.repository.dialogue_changes import Pressed, save
from kfmodel.repository.dialogues import load_dialogue

AT = datetime(2025, 9, 22, 8, 30, tzinfo=UTC)
PRESSES = (
    Press(Verb.ANSWER, "need", inputs={"need_2y": "MORE", "need_5y": "SAME"}),
    Press(Verb.ANSWER, "levels", inputs={"unchanged": "true"}),
    Press(Verb.ANSWER, "risk", inputs={"severity": "SERIOUS", "likelihood": "LOW"}),
    Press(Verb.ANSWER, "drivers", inputs={"drivers": "law", "activity_description": "Mentor"}),
    Press(Verb.SUBMIT),
    Press(Verb.REOPEN),
)


def next_press(state: State) -> Press:
    """The presses in turn; the comment tells one round from another."""
    press = PRESSES[state.revision % len(PRESSES)]
    inputs = {**press.inputs, "comment": f"after {state.revision}"} if press.inputs else {}
    return Press(press.verb, press.step, state.revision, inputs)


def answer_once(engine: Engine, account: str, dialogue_id: int) -> str:
    """One press as a turn does it; its revision and digest, committed."""
    with writing(engine) as connection:
        one = load_dialogue(connection, account, dialogue_id)
        if one is None:
            raise LookupError(dialogue_id)
        press = next_press(one.state)
        turn = advance(method_of(one.facts.method), one.facts, one.state, press, AT.date())
        digest = press.digest(one.person.id)
        pressed = Pressed(one.person.id, AT, press.verb, press.step, digest)
        after = turn.state or one.state
        stored = save(connection, dialogue_id, one.state, after, pressed, AnsweredAs.MANAGER)
    if stored is None:
        raise RuntimeError("nobody else answers this dialogue")
    return f"{stored.revision} {digest}"


def main(url: str, account: str, dialogue_id: str) -> None:
    engine = connect(url)
    while True:
        sys.stdout.write(answer_once(engine, account, int(dialogue_id)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
