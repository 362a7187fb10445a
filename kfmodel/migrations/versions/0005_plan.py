"""The plan: goals, what came of them, activities and funding"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    _create(
        "goal",
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("to_year", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        *_measures(),
        sa.CheckConstraint("origin IN ('imported', 'set')", name=op.f("ck_goal_origin_known")),
        sa.UniqueConstraint(
            "cycle_id",
            "origin",
            "organisation_id",
            "category_id",
            "to_year",
            name="uq_goal_cycle_id_origin_organisation_id_category_id_to_year",
        ),
    )
    _create(
        "outcome",
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        *_measures(),
        sa.UniqueConstraint(
            "cycle_id",
            "organisation_id",
            "category_id",
            "year",
            "source",
            name="uq_outcome_cycle_id_organisation_id_category_id_year_source",
        ),
    )
    _create(
        "planned_activity",
        sa.Column("category_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(), nullable=True),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("time_plan", sa.String(), nullable=True),
        sa.Column("responsible", sa.String(), nullable=True),
        sa.Column("follow_up", sa.String(), nullable=True),
        sa.Column("challenge", sa.String(), nullable=True),
        sa.Column("anchoring", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
    )
    _create(
        "funding",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(), nullable=True),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=True),
        sa.Column("asked_sek", sa.BigInteger(), nullable=True),
        sa.Column("granted_sek", sa.BigInteger(), nullable=True),
        sa.Column("financing", sa.String(), nullable=True),
        sa.Column("deviations", sa.String(), nullable=True),
        sa.CheckConstraint("asked_sek >= 0", name=op.f("ck_funding_asked_sek_not_negative")),
        sa.CheckConstraint("granted_sek >= 0", name=op.f("ck_funding_granted_sek_not_negative")),
    )


def _create(table: str, *parts: Any) -> None:
    """A table of rows that belong to a cycle and an organisation, and perhaps to a category."""
    columns = {part.name for part in parts if isinstance(part, sa.Column)}
    referred = ["cycle", "organisation", *(["category"] if "category_id" in columns else [])]
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        *parts,
        *(
            sa.ForeignKeyConstraint([f"{name}_id"], [f"{name}.id"], name=f"fk_{table}_{name}_id")
            for name in referred
        ),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
    for name in referred:
        op.create_index(f"ix_{table}_{name}_id", table, [f"{name}_id"])


def _measures() -> list[sa.Column[float]]:
    names = ("increase", "to_some", "to_good", "to_high", "to_very_high")
    return [sa.Column(name, sa.Float(), nullable=True) for name in names]


def downgrade() -> None:
    for table in ("funding", "planned_activity", "outcome", "goal"):
        op.drop_table(table)
