"""When a cycle's deadline was moved last"""

import sqlalchemy as sa
from alembic import op

from kfmodel.tables.columns import UtcDateTime

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("cycle", sa.Column("deadline_moved_at", UtcDateTime(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("cycle") as table:
        table.drop_column("deadline_moved_at")
