"""What is settled and approved, and its append-only history"""

import sqlalchemy as sa
from alembic import op

from kfmodel.migrations.append_only import make_append_only, make_changeable
from kfmodel.tables.columns import UtcDateTime

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "settlement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=False),
        sa.Column("settled_by", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("return_comment", sa.String(), nullable=True),
        sa.Column("returned_at", UtcDateTime(), nullable=True),
        sa.Column("returned_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name="fk_settlement_category_id"),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name="fk_settlement_cycle_id"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_settlement_organisation_id"
        ),
        sa.ForeignKeyConstraint(["returned_by"], ["person.id"], name="fk_settlement_returned_by"),
        sa.ForeignKeyConstraint(["settled_by"], ["person.id"], name="fk_settlement_settled_by"),
        sa.PrimaryKeyConstraint("id", name="pk_settlement"),
        sa.UniqueConstraint(
            "organisation_id", "category_id", name="uq_settlement_organisation_id_category_id"
        ),
    )
    op.create_index("ix_settlement_category_id", "settlement", ["category_id"])
    op.create_index("ix_settlement_cycle_id", "settlement", ["cycle_id"])
    op.create_index("ix_settlement_organisation_id", "settlement", ["organisation_id"])

    op.create_table(
        "approval",
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("approved_at", UtcDateTime(), nullable=False),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["approved_by"], ["person.id"], name="fk_approval_approved_by"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_approval_organisation_id"
        ),
        sa.PrimaryKeyConstraint("organisation_id", name="pk_approval"),
    )

    op.create_table(
        "settling_revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("press", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name="fk_settling_revision_category_id"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_settling_revision_organisation_id"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_settling_revision_person_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_settling_revision"),
        sa.UniqueConstraint(
            "organisation_id", "number", name="uq_settling_revision_organisation_id_number"
        ),
    )
    op.create_index(
        "ix_settling_revision_organisation_id", "settling_revision", ["organisation_id"]
    )
    make_append_only("settling_revision")


def downgrade() -> None:
    make_changeable("settling_revision")
    for table in ("settling_revision", "approval", "settlement"):
        op.drop_table(table)
