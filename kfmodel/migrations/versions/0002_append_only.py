"""Revisions and audit entries can be added, never changed or deleted"""

from alembic import op

from kfmodel.migrations.append_only import make_append_only, make_changeable

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
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_POSTGRESQL_FUNCTION)
    for table in _TABLES:
        make_append_only(table)


def downgrade() -> None:
    for table in _TABLES:
        make_changeable(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change()")
