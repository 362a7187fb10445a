"""No index that the beginning of a unique one serves as well"""

from alembic import op

revision = "0011"
down_revision = "0010"

SERVED = (
    ("assignment", "cycle_id"),
    ("category", "cycle_id"),
    ("dialogue", "cycle_id"),
    ("goal", "cycle_id"),
    ("organisation", "cycle_id"),
    ("outcome", "cycle_id"),
    ("picked_quote", "dialogue_id"),
    ("previous_answer", "cycle_id"),
    ("projection", "cycle_id"),
    ("revision", "dialogue_id"),
    ("settlement", "organisation_id"),
    ("settling_revision", "organisation_id"),
    ("staffing", "cycle_id"),
    ("summary", "cycle_id"),
)


def upgrade() -> None:
    for table, column in SERVED:
        op.drop_index(f"ix_{table}_{column}", table)


def downgrade() -> None:
    for table, column in SERVED:
        op.create_index(f"ix_{table}_{column}", table, [column])
