"""People: the roster, whose account it is, the language, where they are reached."""

from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine, select, update

from kfmodel.database import reading, writing
from kfmodel.importing.values import CycleFile
from kfmodel.organisation import OrganisationKind, Role
from kfmodel.repository.people import (
    Person,
    bind_entra_id,
    languages,
    person_by_entra_id,
    set_language,
)
from kfmodel.repository.posts import hr_posts
from kfmodel.repository.reach import Reach, reach_of, remember_reach
from kfmodel.repository.schema import AUDIT_ENTRY, CONVERSATION, CYCLE, PERSON
from tests.repository.build import (
    CYCLE_ROW,
    NOW,
    PEOPLE,
    cycle_file,
    email,
    entra,
    people,
    stored,
)
from tests.repository.threads import at_once

REACH = Reach("msteams", "https://smba.example/emea/", "a:1", "tenant", "28:bot", "29:anna")


def unbound_file(*names: str, language: str = "sv") -> CycleFile:
    """The small cycle, where these people have no Entra id."""
    return cycle_file(
        assignments=tuple(
            replace(row, entra_id=None, language=language) if row.name.lower() in names else row
            for row in people(*PEOPLE)
        )
    )


def person(engine: Engine, name: str) -> Person | None:
    with reading(engine) as connection:
        return person_by_entra_id(connection, entra(name))


def known(engine: Engine, name: str) -> Person:
    found = person(engine, name)
    assert found is not None
    return found


def bind(engine: Engine, account: str, *addresses: str) -> Person | None:
    with writing(engine) as connection:
        return bind_entra_id(connection, addresses, account, NOW)


def audited(engine: Engine) -> list[tuple[int | None, dict[str, str]]]:
    with reading(engine) as connection:
        query = select(AUDIT_ENTRY).where(AUDIT_ENTRY.c.event == "account_bound")
        return [(row.person_id, row.detail) for row in connection.execute(query)]


def test_a_person_is_known_by_account(engine: Engine) -> None:
    stored(engine)
    assert known(engine, "anna") == Person(known(engine, "anna").id, "Anna", email("anna"), "sv")
    assert person(engine, "nobody") is None


def test_someone_without_an_account_is_bound_once_by_address(engine: Engine) -> None:
    stored(engine, unbound_file("anna"))
    assert person(engine, "anna") is None
    bound = bind(engine, entra("anna"), "Anna@Exempelstad.Example", "")
    assert bound == person(engine, "anna")
    assert bound is not None
    assert audited(engine) == [(bound.id, {"entra_id": entra("anna")})]


def test_nobody_is_bound_by_an_address_that_the_roster_lacks(engine: Engine) -> None:
    stored(engine, unbound_file("anna"))
    assert bind(engine, "stranger", "someone@elsewhere.example") is None
    assert bind(engine, "stranger") is None
    assert audited(engine) == []


def test_nobody_is_bound_where_the_addresses_name_two(engine: Engine) -> None:
    stored(engine, unbound_file("anna", "agnes"))
    assert bind(engine, "ambiguous", email("anna"), email("agnes")) is None
    assert audited(engine) == []


def test_nobody_takes_over_a_bound_person(engine: Engine) -> None:
    stored(engine)
    assert bind(engine, "intruder", email("anna")) is None
    assert person(engine, "anna") is not None
    assert audited(engine) == []


def test_addresses_that_name_someone_bound_and_someone_free_bind_nobody(engine: Engine) -> None:
    stored(engine, unbound_file("agnes"))
    assert bind(engine, "ambiguous", email("anna"), email("agnes")) is None


def test_an_account_that_is_bound_stays_with_its_person(engine: Engine) -> None:
    stored(engine, unbound_file("agnes"))
    assert bind(engine, entra("anna"), email("agnes")) == person(engine, "anna")
    assert audited(engine) == []


def test_two_first_messages_at_once_bind_once(engine: Engine) -> None:
    stored(engine, unbound_file("anna"))
    barrier = Barrier(2)

    def first_message() -> Person | None:
        barrier.wait()
        return bind(engine, entra("anna"), email("anna"))

    found = at_once(first_message, first_message)
    assert found == [known(engine, "anna")] * 2
    assert len(audited(engine)) == 1


def test_two_accounts_at_once_bind_one_of_them(engine: Engine) -> None:
    stored(engine, unbound_file("anna"))
    barrier = Barrier(2)

    def first_message(account: str) -> Person | None:
        barrier.wait()
        return bind(engine, account, email("anna"))

    found = at_once(lambda: first_message("one"), lambda: first_message("two"))
    assert found.count(None) == 1
    assert len(audited(engine)) == 1


def test_a_bound_account_survives_an_import_that_gives_none(engine: Engine) -> None:
    file = unbound_file("anna")
    stored(engine, file)
    bind(engine, entra("anna"), email("anna"))
    assert stored(engine, file).unchanged
    assert known(engine, "anna").email == email("anna")


@pytest.mark.parametrize("empty", [0, 1])
def test_an_account_on_one_of_a_persons_rows_holds_for_all(engine: Engine, empty: int) -> None:
    rows = people(*PEOPLE)
    bea = [row for row in rows if row.email == email("bea")]
    bea[empty] = replace(bea[empty], entra_id=None)
    others = [row for row in rows if row.email != email("bea")]
    stored(engine, cycle_file(assignments=(*others, *bea)))
    assert known(engine, "bea").email == email("bea")


def test_the_file_may_correct_an_account(engine: Engine) -> None:
    stored(engine)
    corrected = [
        replace(row, entra_id="new-account") if row.name == "Anna" else row
        for row in people(*PEOPLE)
    ]
    assert stored(engine, cycle_file(assignments=tuple(corrected))).changed == 1
    assert person(engine, "anna") is None
    with reading(engine) as connection:
        assert person_by_entra_id(connection, "new-account") is not None


def test_a_chosen_language_survives_the_next_import(engine: Engine) -> None:
    stored(engine)
    with writing(engine) as connection:
        set_language(connection, known(engine, "anna").id, "en")
    assert stored(engine).unchanged
    assert known(engine, "anna").language == "en"
    with reading(engine) as connection:
        assert languages(connection)[email("anna")] == "en"
        assert languages(connection)[email("agnes")] == "sv"


def test_a_language_that_the_file_changes_is_taken(engine: Engine) -> None:
    stored(engine)
    english = [
        replace(row, language="en") if row.name == "Anna" else row for row in people(*PEOPLE)
    ]
    stored(engine, cycle_file(assignments=tuple(english)))
    assert known(engine, "anna").language == "en"


def test_a_name_is_corrected_in_every_cycle(engine: Engine) -> None:
    stored(engine)
    renamed = [
        replace(row, name="Anna Ny") if row.name == "Anna" else row for row in people(*PEOPLE)
    ]
    later = replace(CYCLE_ROW, name="Kompetensförsörjning 2027", year=2027)
    stored(engine, cycle_file(assignments=tuple(renamed), cycle=later))
    assert known(engine, "anna").name == "Anna Ny"


def test_reach_is_where_the_person_was_last_met(engine: Engine) -> None:
    stored(engine)
    anna = known(engine, "anna").id
    moved = replace(REACH, service_url="https://smba.example/amer/")
    with writing(engine) as connection:
        assert reach_of(connection, anna) is None
        remember_reach(connection, anna, REACH, NOW)
        assert reach_of(connection, anna) == REACH
        remember_reach(connection, anna, moved, NOW + timedelta(days=1))
        assert reach_of(connection, anna) == moved
        row = connection.execute(select(CONVERSATION)).one()
    assert row.updated_at == NOW + timedelta(days=1)


def test_two_messages_at_once_remember_the_reach(engine: Engine) -> None:
    stored(engine)
    anna = known(engine, "anna").id
    barrier = Barrier(2)

    def message() -> None:
        with writing(engine) as connection:
            if engine.dialect.name == "postgresql":  # on SQLite the second waits at its beginning
                barrier.wait()
            remember_reach(connection, anna, REACH, NOW)

    at_once(message, message)
    with reading(engine) as connection:
        assert reach_of(connection, anna) == REACH


def test_hr_is_known_in_the_cycles_that_are_open(engine: Engine) -> None:
    stored(engine)
    later = replace(CYCLE_ROW, name="Kompetensförsörjning 2027", year=2027)
    stored(engine, cycle_file(cycle=later))
    hanna, anna = known(engine, "hanna").id, known(engine, "anna").id
    with writing(engine) as connection:
        posts = hr_posts(connection, hanna)
        assert [post.cycle for post in posts] == [later.name, CYCLE_ROW.name]
        assert {(post.organisation_code, post.organisation_kind) for post in posts} == {
            ("ASN", OrganisationKind.COMMITTEE)
        }
        assert hr_posts(connection, anna) == ()
        connection.execute(update(CYCLE).where(CYCLE.c.year == 2027).values(closed_at=NOW))
        assert [post.cycle for post in hr_posts(connection, hanna)] == [CYCLE_ROW.name]


def test_a_persons_hr_posts_come_in_the_order_of_the_file(engine: Engine) -> None:
    both = (*PEOPLE, ("hanna", Role.HR, "STAD"))
    stored(engine, cycle_file(assignments=people(*both)))
    with reading(engine) as connection:
        posts = hr_posts(connection, known(engine, "hanna").id)
    assert [post.organisation_code for post in posts] == ["STAD", "ASN"]


@pytest.mark.parametrize("file", [cycle_file(), unbound_file("anna")], ids=["bound", "unbound"])
def test_people_are_kept_once_however_many_their_assignments(
    engine: Engine, file: CycleFile
) -> None:
    stored(engine, file)
    with reading(engine) as connection:
        addresses = connection.execute(select(PERSON.c.email)).scalars().all()
    assert sorted(addresses) == sorted({email(name) for name, _, _ in PEOPLE})
