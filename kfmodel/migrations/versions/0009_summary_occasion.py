"""A summary's occasion, which has one version, and what is said of it"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("summary", sa.Column("occasion", sa.String(), nullable=True))
    op.add_column("summary", sa.Column("facts", sa.JSON(), nullable=True))
    op.create_index(
        "ix_summary_cycle_id_occasion", "summary", ["cycle_id", "occasion"], unique=True
    )


def downgrade() -> None:
    op.drop_index("ix_summary_cycle_id_occasion", "summary")
    with op.batch_alter_table("summary") as table:
        table.drop_column("facts")
        table.drop_column("occasion")
