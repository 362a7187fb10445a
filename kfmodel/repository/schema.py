"""The tables as SQLAlchemy Core knows them: half the cost of ORM sessions in a turn."""

from sqlalchemy import Table

from kfmodel.tables import metadata


def _table(name: str) -> Table:
    return metadata.tables[name]


ACTIVITY = _table("dialogue_activity")
APPROVAL = _table("approval")
ASSIGNMENT = _table("assignment")
AUDIT_ENTRY = _table("audit_entry")
CATEGORY = _table("category")
CATEGORY_EARLIER_NAME = _table("category_earlier_name")
CONVERSATION = _table("conversation")
CYCLE = _table("cycle")
DELIVERY = _table("delivery")
DIALOGUE = _table("dialogue")
DRIVER = _table("dialogue_driver")
FUNDING = _table("funding")
GOAL = _table("goal")
HAND_OVER = _table("hand_over")
ORGANISATION = _table("organisation")
OUTCOME = _table("outcome")
OUTREACH = _table("outreach")
PERSON = _table("person")
PICKED_QUOTE = _table("picked_quote")
PLANNED_ACTIVITY = _table("planned_activity")
PREVIOUS = _table("previous_answer")
PROJECTION = _table("projection")
RESPONSIBILITY = _table("responsibility")
REVISION = _table("revision")
SETTLEMENT = _table("settlement")
SETTLING_REVISION = _table("settling_revision")
SNOOZE = _table("snooze")
STAFFING = _table("staffing")
SUMMARY = _table("summary")
