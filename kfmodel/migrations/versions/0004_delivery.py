"""The delivery ledger, and reminders that are put off"""

import sqlalchemy as sa
from alembic import op

from kfmodel.tables.columns import UtcDateTime

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("occasion", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("planned_for", UtcDateTime(), nullable=False),
        sa.Column("lease_until", UtcDateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("retried", sa.Boolean(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.Column("message_id", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("detail", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(person_id IS NULL) <> (address IS NULL)", name=op.f("ck_delivery_one_recipient")
        ),
        sa.CheckConstraint(
            "kind IN ('invitation', 'reminder', 'last_day', 'returned', 'overdue', 'escalation', "
            "'hr_reminder', 'message', 'hand_over', 'digest', 'summary')",
            name=op.f("ck_delivery_kind_known"),
        ),
        sa.CheckConstraint("channel IN ('teams', 'email')", name=op.f("ck_delivery_channel_known")),
        sa.CheckConstraint(
            "state IN ('planned', 'sending', 'sent', 'failed', 'expired', 'not_needed')",
            name=op.f("ck_delivery_state_known"),
        ),
        sa.CheckConstraint(
            "reason IN ('not_installed', 'blocked', 'left', 'no_address', 'refused', 'too_large', "
            "'unreachable', 'not_configured')",
            name=op.f("ck_delivery_reason_known"),
        ),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name="fk_delivery_cycle_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_delivery_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_delivery"),
        sa.UniqueConstraint(
            "cycle_id",
            "person_id",
            "kind",
            "occasion",
            "channel",
            name="uq_delivery_cycle_id_person_id_kind_occasion_channel",
        ),
        sa.UniqueConstraint(
            "cycle_id",
            "address",
            "kind",
            "occasion",
            "channel",
            name="uq_delivery_cycle_id_address_kind_occasion_channel",
        ),
    )
    op.create_index("ix_delivery_person_id", "delivery", ["person_id"])
    op.create_index("ix_delivery_state_planned_for", "delivery", ["state", "planned_for"])

    op.create_table(
        "snooze",
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("snoozed_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name="fk_snooze_cycle_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_snooze_person_id"),
        sa.PrimaryKeyConstraint("cycle_id", "person_id", name="pk_snooze"),
    )
    op.create_index("ix_snooze_person_id", "snooze", ["person_id"])


def downgrade() -> None:
    for table in ("snooze", "delivery"):
        op.drop_table(table)
