"""What HR has picked of the managers' words"""

import sqlalchemy as sa
from alembic import op

from kfmodel.tables.columns import UtcDateTime

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "picked_quote",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("driver", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("original", sa.String(), nullable=False),
        sa.Column("shortened", sa.String(), nullable=True),
        sa.Column("picked_at", UtcDateTime(), nullable=False),
        sa.Column("picked_by", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "source IN ('comment', 'specific_gap')", name=op.f("ck_picked_quote_source_known")
        ),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogue.id"], name="fk_picked_quote_dialogue_id"
        ),
        sa.ForeignKeyConstraint(["picked_by"], ["person.id"], name="fk_picked_quote_picked_by"),
        sa.PrimaryKeyConstraint("id", name="pk_picked_quote"),
        sa.UniqueConstraint(
            "dialogue_id", "driver", "source", name="uq_picked_quote_dialogue_id_driver_source"
        ),
    )
    op.create_index("ix_picked_quote_dialogue_id", "picked_quote", ["dialogue_id"])


def downgrade() -> None:
    op.drop_table("picked_quote")
