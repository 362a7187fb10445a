"""The first tables"""

import sqlalchemy as sa
from alembic import op

from kfmodel.tables.columns import UtcDateTime

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "cycle",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("deadline_on", sa.Date(), nullable=False),
        sa.Column("hr_email", sa.String(), nullable=False),
        sa.Column("measured_on", sa.Date(), nullable=True),
        sa.Column("counting", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("reminder_days", sa.String(), nullable=True),
        sa.Column("paused_at", UtcDateTime(), nullable=True),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "counting IN ('people', 'full_time_equivalents')", name=op.f("ck_cycle_counting_known")
        ),
        sa.PrimaryKeyConstraint("id", name="pk_cycle"),
        sa.UniqueConstraint("name", name="uq_cycle_name"),
    )
    op.create_index("ix_cycle_year", "cycle", ["year"])

    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("imported_language", sa.String(), nullable=False),
        sa.Column("entra_id", sa.String(), nullable=True),
        sa.CheckConstraint("language IN ('sv', 'en')", name=op.f("ck_person_language_known")),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("email", name="uq_person_email"),
        sa.UniqueConstraint("entra_id", name="uq_person_entra_id"),
    )
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("cycle_id", sa.Integer(), nullable=True),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name="fk_audit_entry_cycle_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_audit_entry_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entry"),
    )
    op.create_index("ix_audit_entry_cycle_id", "audit_entry", ["cycle_id"])

    op.create_table(
        "category",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("aid_code", sa.String(), nullable=True),
        sa.Column("focus_area", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name="fk_category_cycle_id"),
        sa.PrimaryKeyConstraint("id", name="pk_category"),
        sa.UniqueConstraint("cycle_id", "name", name="uq_category_cycle_id_name"),
    )
    op.create_index("ix_category_cycle_id", "category", ["cycle_id"])

    op.create_table(
        "conversation",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("service_url", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("bot_id", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_conversation_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_conversation"),
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("committee_id", sa.Integer(), nullable=True),
        sa.Column("division_id", sa.Integer(), nullable=True),
        sa.Column("method", sa.String(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('city', 'committee', 'division', 'unit')",
            name=op.f("ck_organisation_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["organisation.id"], name="fk_organisation_committee_id"
        ),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name="fk_organisation_cycle_id"),
        sa.ForeignKeyConstraint(
            ["division_id"], ["organisation.id"], name="fk_organisation_division_id"
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["organisation.id"], name="fk_organisation_parent_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_organisation"),
        sa.UniqueConstraint("cycle_id", "code", name="uq_organisation_cycle_id_code"),
    )
    op.create_index("ix_organisation_committee_id", "organisation", ["committee_id"])
    op.create_index("ix_organisation_cycle_id", "organisation", ["cycle_id"])
    op.create_index("ix_organisation_division_id", "organisation", ["division_id"])
    op.create_index("ix_organisation_parent_id", "organisation", ["parent_id"])

    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.CheckConstraint(
            "role IN ('unit_manager', 'division_head', 'hr')", name=op.f("ck_assignment_role_known")
        ),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name="fk_assignment_cycle_id"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_assignment_organisation_id"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_assignment_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_assignment"),
        sa.UniqueConstraint(
            "cycle_id",
            "person_id",
            "organisation_id",
            "role",
            name="uq_assignment_cycle_id_person_id_organisation_id_role",
        ),
    )
    op.create_index("ix_assignment_cycle_id", "assignment", ["cycle_id"])
    op.create_index("ix_assignment_organisation_id", "assignment", ["organisation_id"])
    op.create_index("ix_assignment_person_id", "assignment", ["person_id"])

    op.create_table(
        "category_earlier_name",
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name="fk_category_earlier_name_category_id"
        ),
        sa.PrimaryKeyConstraint("category_id", "name", name="pk_category_earlier_name"),
    )
    op.create_table(
        "previous_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("need_2y", sa.String(), nullable=True),
        sa.Column("need_5y", sa.String(), nullable=True),
        sa.Column("level_some", sa.Integer(), nullable=True),
        sa.Column("level_good", sa.Integer(), nullable=True),
        sa.Column("level_high", sa.Integer(), nullable=True),
        sa.Column("level_very_high", sa.Integer(), nullable=True),
        sa.Column("severity", sa.String(), nullable=True),
        sa.Column("severity_operations", sa.String(), nullable=True),
        sa.Column("severity_work_environment", sa.String(), nullable=True),
        sa.Column("likelihood", sa.String(), nullable=True),
        sa.CheckConstraint(
            "likelihood IN ('LOW', 'MEDIUM', 'HIGH')",
            name=op.f("ck_previous_answer_likelihood_known"),
        ),
        sa.CheckConstraint(
            "need_2y IN ('MUCH_LESS', 'LESS', 'SAME', 'MORE', 'MUCH_MORE')",
            name=op.f("ck_previous_answer_need_2y_known"),
        ),
        sa.CheckConstraint(
            "need_5y IN ('MUCH_LESS', 'LESS', 'SAME', 'MORE', 'MUCH_MORE')",
            name=op.f("ck_previous_answer_need_5y_known"),
        ),
        sa.CheckConstraint(
            "severity IN ('OTHER', 'NOT_SERIOUS', 'LESS_SERIOUS', 'SERIOUS')",
            name=op.f("ck_previous_answer_severity_known"),
        ),
        sa.CheckConstraint(
            "severity_operations IN ('OTHER', 'NOT_SERIOUS', 'LESS_SERIOUS', 'SERIOUS')",
            name=op.f("ck_previous_answer_severity_operations_known"),
        ),
        sa.CheckConstraint(
            "severity_work_environment IN ('OTHER', 'NOT_SERIOUS', 'LESS_SERIOUS', 'SERIOUS')",
            name=op.f("ck_previous_answer_severity_work_environment_known"),
        ),
        sa.CheckConstraint(
            "level_good BETWEEN -100 AND 100", name=op.f("ck_previous_answer_level_good_range")
        ),
        sa.CheckConstraint(
            "level_high BETWEEN -100 AND 100", name=op.f("ck_previous_answer_level_high_range")
        ),
        sa.CheckConstraint(
            "level_some BETWEEN -100 AND 100", name=op.f("ck_previous_answer_level_some_range")
        ),
        sa.CheckConstraint(
            "level_very_high BETWEEN -100 AND 100",
            name=op.f("ck_previous_answer_level_very_high_range"),
        ),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name="fk_previous_answer_category_id"
        ),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name="fk_previous_answer_cycle_id"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_previous_answer_organisation_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_previous_answer"),
        sa.UniqueConstraint(
            "cycle_id",
            "organisation_id",
            "category_id",
            "year",
            name="uq_previous_answer_cycle_id_organisation_id_category_id_year",
        ),
    )
    op.create_index("ix_previous_answer_category_id", "previous_answer", ["category_id"])
    op.create_index("ix_previous_answer_cycle_id", "previous_answer", ["cycle_id"])
    op.create_index("ix_previous_answer_organisation_id", "previous_answer", ["organisation_id"])

    op.create_table(
        "projection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("headcount", sa.Float(), nullable=False),
        sa.Column("gap_2y", sa.Float(), nullable=True),
        sa.Column("gap_5y", sa.Float(), nullable=True),
        sa.Column("turnover_2y", sa.Float(), nullable=True),
        sa.Column("retirements_2y", sa.Float(), nullable=True),
        sa.CheckConstraint("headcount >= 0", name=op.f("ck_projection_headcount_not_negative")),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name="fk_projection_category_id"),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name="fk_projection_cycle_id"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_projection_organisation_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_projection"),
        sa.UniqueConstraint(
            "cycle_id",
            "organisation_id",
            "category_id",
            name="uq_projection_cycle_id_organisation_id_category_id",
        ),
    )
    op.create_index("ix_projection_category_id", "projection", ["category_id"])
    op.create_index("ix_projection_cycle_id", "projection", ["cycle_id"])
    op.create_index("ix_projection_organisation_id", "projection", ["organisation_id"])

    op.create_table(
        "summary",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("compiled_at", UtcDateTime(), nullable=False),
        sa.Column("compiled_by", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("workbook", sa.LargeBinary(), nullable=False),
        sa.Column("report", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["compiled_by"], ["person.id"], name="fk_summary_compiled_by"),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name="fk_summary_cycle_id"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_summary_organisation_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_summary"),
    )
    op.create_index("ix_summary_cycle_id", "summary", ["cycle_id"])

    op.create_table(
        "dialogue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("heads", sa.Float(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("committee_headcount", sa.Float(), nullable=True),
        sa.Column("committee_gap_2y", sa.Float(), nullable=True),
        sa.Column("committee_gap_5y", sa.Float(), nullable=True),
        sa.Column("earlier_id", sa.Integer(), nullable=True),
        sa.Column("previous_id", sa.Integer(), nullable=True),
        sa.Column("committee_previous_id", sa.Integer(), nullable=True),
        sa.Column("progress", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("last_press", sa.String(), nullable=True),
        sa.Column("changed_at", UtcDateTime(), nullable=True),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.Column("submitted_at", UtcDateTime(), nullable=True),
        sa.Column("submitted_by", sa.Integer(), nullable=True),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("answered_as", sa.String(), nullable=True),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column("return_comment", sa.String(), nullable=True),
        sa.Column("returned_at", UtcDateTime(), nullable=True),
        sa.Column("returned_by", sa.Integer(), nullable=True),
        sa.Column("headcount_ok", sa.Boolean(), nullable=True),
        sa.Column("headcount_actual", sa.Integer(), nullable=True),
        sa.Column("need_2y", sa.String(), nullable=True),
        sa.Column("need_5y", sa.String(), nullable=True),
        sa.Column("move_some_good", sa.Integer(), nullable=True),
        sa.Column("move_good_high", sa.Integer(), nullable=True),
        sa.Column("move_high_very_high", sa.Integer(), nullable=True),
        sa.Column("level_some", sa.Integer(), nullable=True),
        sa.Column("level_good", sa.Integer(), nullable=True),
        sa.Column("level_high", sa.Integer(), nullable=True),
        sa.Column("level_very_high", sa.Integer(), nullable=True),
        sa.Column("now_some", sa.Integer(), nullable=True),
        sa.Column("now_good", sa.Integer(), nullable=True),
        sa.Column("now_high", sa.Integer(), nullable=True),
        sa.Column("now_very_high", sa.Integer(), nullable=True),
        sa.Column("need_2y_some", sa.Integer(), nullable=True),
        sa.Column("need_2y_good", sa.Integer(), nullable=True),
        sa.Column("need_2y_high", sa.Integer(), nullable=True),
        sa.Column("need_2y_very_high", sa.Integer(), nullable=True),
        sa.Column("need_5y_some", sa.Integer(), nullable=True),
        sa.Column("need_5y_good", sa.Integer(), nullable=True),
        sa.Column("need_5y_high", sa.Integer(), nullable=True),
        sa.Column("need_5y_very_high", sa.Integer(), nullable=True),
        sa.Column("severity", sa.String(), nullable=True),
        sa.Column("severity_operations", sa.String(), nullable=True),
        sa.Column("severity_work_environment", sa.String(), nullable=True),
        sa.Column("likelihood", sa.String(), nullable=True),
        sa.Column("specific_gap", sa.String(), nullable=True),
        sa.Column("comment", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(progress = 'submitted') = (submitted_at IS NOT NULL)",
            name=op.f("ck_dialogue_submitted_has_time"),
        ),
        sa.CheckConstraint(
            "answered_as IN ('manager', 'vacancy', 'entered_by_hr')",
            name=op.f("ck_dialogue_answered_as_known"),
        ),
        sa.CheckConstraint(
            "likelihood IN ('LOW', 'MEDIUM', 'HIGH')", name=op.f("ck_dialogue_likelihood_known")
        ),
        sa.CheckConstraint(
            "need_2y IN ('MUCH_LESS', 'LESS', 'SAME', 'MORE', 'MUCH_MORE')",
            name=op.f("ck_dialogue_need_2y_known"),
        ),
        sa.CheckConstraint(
            "need_5y IN ('MUCH_LESS', 'LESS', 'SAME', 'MORE', 'MUCH_MORE')",
            name=op.f("ck_dialogue_need_5y_known"),
        ),
        sa.CheckConstraint(
            "progress IN ('not_started', 'in_progress', 'submitted')",
            name=op.f("ck_dialogue_progress_known"),
        ),
        sa.CheckConstraint(
            "severity IN ('OTHER', 'NOT_SERIOUS', 'LESS_SERIOUS', 'SERIOUS')",
            name=op.f("ck_dialogue_severity_known"),
        ),
        sa.CheckConstraint(
            "severity_operations IN ('OTHER', 'NOT_SERIOUS', 'LESS_SERIOUS', 'SERIOUS')",
            name=op.f("ck_dialogue_severity_operations_known"),
        ),
        sa.CheckConstraint(
            "severity_work_environment IN ('OTHER', 'NOT_SERIOUS', 'LESS_SERIOUS', 'SERIOUS')",
            name=op.f("ck_dialogue_severity_work_environment_known"),
        ),
        sa.CheckConstraint("now_some >= 0", name=op.f("ck_dialogue_now_some_not_negative")),
        sa.CheckConstraint("now_good >= 0", name=op.f("ck_dialogue_now_good_not_negative")),
        sa.CheckConstraint("now_high >= 0", name=op.f("ck_dialogue_now_high_not_negative")),
        sa.CheckConstraint(
            "now_very_high >= 0", name=op.f("ck_dialogue_now_very_high_not_negative")
        ),
        sa.CheckConstraint("need_2y_some >= 0", name=op.f("ck_dialogue_need_2y_some_not_negative")),
        sa.CheckConstraint("need_2y_good >= 0", name=op.f("ck_dialogue_need_2y_good_not_negative")),
        sa.CheckConstraint("need_2y_high >= 0", name=op.f("ck_dialogue_need_2y_high_not_negative")),
        sa.CheckConstraint(
            "need_2y_very_high >= 0", name=op.f("ck_dialogue_need_2y_very_high_not_negative")
        ),
        sa.CheckConstraint("need_5y_some >= 0", name=op.f("ck_dialogue_need_5y_some_not_negative")),
        sa.CheckConstraint("need_5y_good >= 0", name=op.f("ck_dialogue_need_5y_good_not_negative")),
        sa.CheckConstraint("need_5y_high >= 0", name=op.f("ck_dialogue_need_5y_high_not_negative")),
        sa.CheckConstraint(
            "need_5y_very_high >= 0", name=op.f("ck_dialogue_need_5y_very_high_not_negative")
        ),
        sa.CheckConstraint(
            "headcount_actual >= 0", name=op.f("ck_dialogue_headcount_actual_not_negative")
        ),
        sa.CheckConstraint(
            "level_good BETWEEN -100 AND 100", name=op.f("ck_dialogue_level_good_range")
        ),
        sa.CheckConstraint(
            "level_high BETWEEN -100 AND 100", name=op.f("ck_dialogue_level_high_range")
        ),
        sa.CheckConstraint(
            "level_some BETWEEN -100 AND 100", name=op.f("ck_dialogue_level_some_range")
        ),
        sa.CheckConstraint(
            "level_very_high BETWEEN -100 AND 100", name=op.f("ck_dialogue_level_very_high_range")
        ),
        sa.CheckConstraint(
            "move_good_high >= 0", name=op.f("ck_dialogue_move_good_high_not_negative")
        ),
        sa.CheckConstraint(
            "move_high_very_high >= 0", name=op.f("ck_dialogue_move_high_very_high_not_negative")
        ),
        sa.CheckConstraint(
            "move_some_good >= 0", name=op.f("ck_dialogue_move_some_good_not_negative")
        ),
        sa.CheckConstraint(
            "move_some_good IS NULL OR level_some IS NULL", name=op.f("ck_dialogue_levels_one_way")
        ),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name="fk_dialogue_category_id"),
        sa.ForeignKeyConstraint(["changed_by"], ["person.id"], name="fk_dialogue_changed_by"),
        sa.ForeignKeyConstraint(
            ["committee_previous_id"],
            ["previous_answer.id"],
            name="fk_dialogue_committee_previous_id",
        ),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name="fk_dialogue_cycle_id"),
        sa.ForeignKeyConstraint(["earlier_id"], ["dialogue.id"], name="fk_dialogue_earlier_id"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_dialogue_organisation_id"
        ),
        sa.ForeignKeyConstraint(
            ["previous_id"], ["previous_answer.id"], name="fk_dialogue_previous_id"
        ),
        sa.ForeignKeyConstraint(["returned_by"], ["person.id"], name="fk_dialogue_returned_by"),
        sa.ForeignKeyConstraint(["submitted_by"], ["person.id"], name="fk_dialogue_submitted_by"),
        sa.PrimaryKeyConstraint("id", name="pk_dialogue"),
        sa.UniqueConstraint(
            "cycle_id",
            "organisation_id",
            "category_id",
            name="uq_dialogue_cycle_id_organisation_id_category_id",
        ),
    )
    op.create_index("ix_dialogue_category_id", "dialogue", ["category_id"])
    op.create_index("ix_dialogue_earlier_id", "dialogue", ["earlier_id"])
    op.create_index("ix_dialogue_cycle_id", "dialogue", ["cycle_id"])
    op.create_index("ix_dialogue_organisation_id", "dialogue", ["organisation_id"])

    op.create_table(
        "dialogue_activity",
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=True),
        sa.Column("time_plan", sa.String(), nullable=True),
        sa.Column("responsible", sa.String(), nullable=True),
        sa.Column("follow_up", sa.String(), nullable=True),
        sa.Column("challenge", sa.String(), nullable=True),
        sa.Column("anchoring", sa.String(), nullable=True),
        sa.Column("asked_sek", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "asked_sek >= 0", name=op.f("ck_dialogue_activity_asked_sek_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogue.id"], name="fk_dialogue_activity_dialogue_id"
        ),
        sa.PrimaryKeyConstraint("dialogue_id", "position", name="pk_dialogue_activity"),
    )
    op.create_table(
        "dialogue_driver",
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("driver", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogue.id"], name="fk_dialogue_driver_dialogue_id"
        ),
        sa.PrimaryKeyConstraint("dialogue_id", "driver", name="pk_dialogue_driver"),
    )
    op.create_table(
        "responsibility",
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("capacity", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "capacity IN ('manager', 'vacancy')", name=op.f("ck_responsibility_capacity_known")
        ),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogue.id"], name="fk_responsibility_dialogue_id"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_responsibility_person_id"),
        sa.PrimaryKeyConstraint("dialogue_id", "person_id", name="pk_responsibility"),
    )
    op.create_index("ix_responsibility_person_id", "responsibility", ["person_id"])

    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("base_number", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=True),
        sa.Column("press", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["dialogue_id"], ["dialogue.id"], name="fk_revision_dialogue_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_revision_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_revision"),
        sa.UniqueConstraint("dialogue_id", "number", name="uq_revision_dialogue_id_number"),
    )
    op.create_index("ix_revision_dialogue_id", "revision", ["dialogue_id"])

    op.create_table(
        "staffing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("heads", sa.Float(), nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("heads >= 0", name=op.f("ck_staffing_heads_not_negative")),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name="fk_staffing_category_id"),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name="fk_staffing_cycle_id"),
        sa.ForeignKeyConstraint(["dialogue_id"], ["dialogue.id"], name="fk_staffing_dialogue_id"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_staffing_organisation_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_staffing"),
        sa.UniqueConstraint(
            "cycle_id",
            "organisation_id",
            "category_id",
            name="uq_staffing_cycle_id_organisation_id_category_id",
        ),
    )
    op.create_index("ix_staffing_category_id", "staffing", ["category_id"])
    op.create_index("ix_staffing_cycle_id", "staffing", ["cycle_id"])
    op.create_index("ix_staffing_dialogue_id", "staffing", ["dialogue_id"])
    op.create_index("ix_staffing_organisation_id", "staffing", ["organisation_id"])


def downgrade() -> None:
    raise NotImplementedError("the first tables are not taken away")
