"""The database's tables, one aggregate a file."""

from sqlmodel import SQLModel

from kfmodel.tables.cycle import (
    Category,
    CategoryEarlierName,
    Cycle,
    Organisation,
    PreviousAnswer,
    Projection,
    Staffing,
)
from kfmodel.tables.delivery import Delivery, Snooze
from kfmodel.tables.dialogue import Dialogue, DialogueActivity, DialogueDriver, Responsibility
from kfmodel.tables.hand_over import HandOver
from kfmodel.tables.outreach import Outreach
from kfmodel.tables.person import Assignment, Conversation, Person
from kfmodel.tables.plan import Funding, Goal, Outcome, PlannedActivity
from kfmodel.tables.quote import PickedQuote
from kfmodel.tables.record import AuditEntry, Revision, Summary
from kfmodel.tables.settling import Approval, Settlement, SettlingRevision

metadata = SQLModel.metadata

__all__ = [
    "Approval",
    "Assignment",
    "AuditEntry",
    "Category",
    "CategoryEarlierName",
    "Conversation",
    "Cycle",
    "Delivery",
    "Dialogue",
    "DialogueActivity",
    "DialogueDriver",
    "Funding",
    "Goal",
    "HandOver",
    "Organisation",
    "Outcome",
    "Outreach",
    "Person",
    "PickedQuote",
    "PlannedActivity",
    "PreviousAnswer",
    "Projection",
    "Responsibility",
    "Revision",
    "Settlement",
    "SettlingRevision",
    "Snooze",
    "Staffing",
    "Summary",
    "metadata",
]
