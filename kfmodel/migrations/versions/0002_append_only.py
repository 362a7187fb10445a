"""Revisions and audit entries can be added, never changed or deleted"""

from alembic import op

revision = "0002"
down_revision = "0001"

_TABLES = ("revision", "audit_entry")
_POSTGRESQL_FUNCTION = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$
"""


def upgrade() -> None:
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    if on_postgresql:
        op.execute(_POSTGRESQL_FUNCTION)
    for table in _TABLES:
        for event in ("UPDATE", "DELETE"):
            op.execute(_trigger(table, event, on_postgresql))


def _trigger(table: str, event: str, on_postgresql: bool) -> str:
    head = f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table}"
    if on_postgresql:
        return f"{head} FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    return f"{head} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"


def downgrade() -> None:
    for table in _TABLES:
        for event in ("UPDATE", "DELETE"):
            on_table = f" ON {table}" if op.get_bind().dialect.name == "postgresql" else ""
            op.execute(f"DROP TRIGGER {table}_no_{event.lower()}{on_table}")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change()")
