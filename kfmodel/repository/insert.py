"""INSERT in the dialect's own words, which know what to do about a row that is there already."""

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Insert = sqlite.Insert | postgresql.Insert


def insert_into(connection: Connection, table: Table) -> Insert:
    """In the words of the connection's database."""
    return insert_in(connection.dialect.name, table)


def insert_in(dialect: str, table: Table) -> Insert:
    """In the words of a dialect."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
