"""Who has said that somebody else answers"""

import sqlalchemy as sa
from alembic import op

from kfmodel.tables.columns import UtcDateTime

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "hand_over",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.Column("settled_by", sa.Integer(), nullable=True),
        sa.Column("successor_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name="fk_hand_over_cycle_id"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_hand_over_organisation_id"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_hand_over_person_id"),
        sa.ForeignKeyConstraint(["settled_by"], ["person.id"], name="fk_hand_over_settled_by"),
        sa.ForeignKeyConstraint(["successor_id"], ["person.id"], name="fk_hand_over_successor_id"),
        sa.PrimaryKeyConstraint("id", name="pk_hand_over"),
        sa.UniqueConstraint(
            "organisation_id", "person_id", name="uq_hand_over_organisation_id_person_id"
        ),
    )
    op.create_index("ix_hand_over_cycle_id", "hand_over", ["cycle_id"])
    op.create_index("ix_hand_over_person_id", "hand_over", ["person_id"])


def downgrade() -> None:
    op.drop_table("hand_over")
