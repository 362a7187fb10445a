"""What a cycle's deadline was before it was moved"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column("cycle", sa.Column("earlier_deadlines", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("cycle") as table:
        table.drop_column("earlier_deadlines")
