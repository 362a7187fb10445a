"""What HR has picked to quote: stored, cut, taken back, and audited without the words."""

import pytest
from sqlalchemy import Engine, select

from kfmodel.database import reading, writing
from kfmodel.quotes import Key, PickedQuote, Source
from kfmodel.repository.cycles import find_cycle
from kfmodel.repository.quotes import drop, pick, picked_quotes
from kfmodel.repository.schema import AUDIT_ENTRY, PERSON
from tests.repository.build import NAME, NOW, dialogue_id, email, stored


@pytest.fixture
def imported(engine: Engine) -> Engine:
    stored(engine)
    return engine


def quote(engine: Engine, code: str, driver: str = "law") -> PickedQuote:
    with reading(engine) as connection:
        key = Key(dialogue_id(connection, code), driver, Source.COMMENT)
    return PickedQuote(key, "Hemliga ord om gruppen")


def cycle_id(engine: Engine) -> int:
    with reading(engine) as connection:
        return int(find_cycle(connection, NAME).id)


def test_picks_are_kept_cut_and_taken_back(imported: Engine) -> None:
    cycle, first, other = cycle_id(imported), quote(imported, "A1"), quote(imported, "A2", "")
    cut = PickedQuote(first.key, first.original, "Hemliga ord […]")
    with writing(imported) as connection:
        hanna = connection.execute(
            select(PERSON.c.id).where(PERSON.c.email == email("hanna"))
        ).scalar_one()
        for one in (first, other, first, cut, cut):
            pick(connection, one, cycle, hanna, NOW)
    with reading(imported) as connection:
        assert picked_quotes(connection, cycle) == (cut, other)
        assert picked_quotes(connection, cycle + 1) == ()
    with writing(imported) as connection:
        for _ in range(2):
            drop(connection, first.key, cycle, None, NOW)
    with reading(imported) as connection:
        assert picked_quotes(connection, cycle) == (other,)
        told = connection.execute(
            select(AUDIT_ENTRY)
            .where(AUDIT_ENTRY.c.event.like("quote_%"))
            .order_by(AUDIT_ENTRY.c.id)
        ).all()
    assert [(row.event, row.person_id) for row in told] == [
        ("quote_picked", hanna),
        ("quote_picked", hanna),
        ("quote_picked", hanna),
        ("quote_dropped", None),
    ]
    assert [row.detail.get("shortened") for row in told] == [False, False, True, None]
    assert "Hemliga" not in str([row.detail for row in told])
