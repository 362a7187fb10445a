"""What HR sends beyond the plan"""

import sqlalchemy as sa
from alembic import op

from kfmodel.migrations.append_only import make_append_only, make_changeable
from kfmodel.tables.columns import UtcDateTime

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "outreach",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("recipients", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name="fk_outreach_cycle_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_outreach_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_outreach"),
    )
    op.create_index("ix_outreach_cycle_id", "outreach", ["cycle_id"])
    make_append_only("outreach")


def downgrade() -> None:
    make_changeable("outreach")
    op.drop_table("outreach")
