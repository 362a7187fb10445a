"""The migrations make the schema that the tables say, on both databases."""

from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, select, text
from sqlalchemy.exc import DBAPIError

from kfmodel import migrations
from kfmodel.database import reading, writing
from kfmodel.migrations import upgrade
from kfmodel.repository.schema import REVISION
from kfmodel.tables import metadata
from tests.repository.build import Answering, stored

MIGRATIONS = Path(migrations.__file__).parent


def schema(engine: Engine) -> dict[str, Any]:
    """Everything that the database says of its tables, in an order of names."""
    inspector = inspect(engine)
    found: dict[str, Any] = {}
    for table in sorted(set(inspector.get_table_names()) - {"alembic_version"}):
        found[table] = {
            "columns": {
                column["name"]: (str(column["type"]), column["nullable"], column["default"])
                for column in inspector.get_columns(table)
            },
            "primary key": inspector.get_pk_constraint(table)["constrained_columns"],
            "unique": _named(inspector.get_unique_constraints(table), "column_names"),
            "indexes": _named(inspector.get_indexes(table), "column_names", "unique"),
            "checks": _named(inspector.get_check_constraints(table), "sqltext"),
            "references": _named(
                inspector.get_foreign_keys(table), "constrained_columns", "referred_table"
            ),
        }
    return found


def _named(items: list[Any], *what: str) -> dict[str, list[Any]]:
    return {str(item["name"]): [item[one] for one in what] for item in items}


def test_the_migrated_schema_is_what_the_tables_say(engine: Engine) -> None:
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_every_constraint_and_index_is_what_the_tables_say(bare_engine: Engine) -> None:
    """What comparing with the tables leaves out: CHECK constraints, above all."""
    metadata.create_all(bare_engine)
    declared = schema(bare_engine)
    metadata.drop_all(bare_engine)
    upgrade(bare_engine)
    assert schema(bare_engine) == declared


def test_no_index_is_the_beginning_of_another(engine: Engine) -> None:
    for name, table in schema(engine).items():
        others = [
            columns for columns, *_ in (*table["unique"].values(), *table["indexes"].values())
        ]
        keys = [table["primary key"], *others]
        for columns in others:
            longer = [key for key in keys if key[: len(columns)] == columns]
            # PostgreSQL names a unique constraint's index too
            assert {tuple(key) for key in longer} == {tuple(columns)}, (name, columns, longer)


def test_a_bare_database_is_brought_to_the_newest_version(bare_engine: Engine) -> None:
    upgrade(bare_engine)
    with reading(bare_engine) as connection:
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    assert version == ScriptDirectory(str(MIGRATIONS)).get_current_head()


def test_upgrading_again_is_harmless(engine: Engine) -> None:
    stored(engine)
    Answering(engine, "anna", "A1").submit()
    with reading(engine) as connection:
        rows = connection.execute(select(REVISION)).all()
    before = schema(engine)
    upgrade(engine)
    assert schema(engine) == before
    with reading(engine) as connection:
        assert connection.execute(select(REVISION)).all() == rows


def test_a_migration_that_fails_leaves_nothing(bare_engine: Engine) -> None:
    with writing(bare_engine) as connection:
        connection.execute(text("CREATE TABLE staffing (something_else INTEGER)"))
    with pytest.raises(DBAPIError):
        upgrade(bare_engine)
    assert inspect(bare_engine).get_table_names() == ["staffing"]
