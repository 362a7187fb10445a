"""Tables to which rows can be added, whose rows can never be changed or deleted."""

from alembic import op

_EVENTS = ("UPDATE", "DELETE")


def make_append_only(table: str) -> None:
    """PostgreSQL has the function `refuse_change` since 0002."""
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    for event in _EVENTS:
        op.execute(_trigger(table, event, on_postgresql))


def _trigger(table: str, event: str, on_postgresql: bool) -> str:
    head = f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table}"
    if on_postgresql:
        return f"{head} FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    return f"{head} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"


def make_changeable(table: str) -> None:
    for event in _EVENTS:
        on_table = f" ON {table}" if op.get_bind().dialect.name == "postgresql" else ""
        op.execute(f"DROP TRIGGER {table}_no_{event.lower()}{on_table}")
