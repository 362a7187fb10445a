"""People, what they are in a cycle, and where the bot reaches them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from kfmodel.organisation import Role
from kfmodel.tables.columns import UtcDateTime, one_of, primary_key, reference


class Person(SQLModel, table=True):
    """Someone in a roster. `entra_id` is bound by HR's file or once at first contact.

    `language` is what they chose in chat, or else what HR's file said.
    """

    __table_args__ = (CheckConstraint("language IN ('sv', 'en')", name="language_known"),)

    id: int | None = primary_key()
    email: str = Field(unique=True)
    name: str
    language: str = "sv"
    imported_language: str = "sv"
    entra_id: str | None = Field(default=None, unique=True)


class Assignment(SQLModel, table=True):
    """A role of a person at an organisation in a cycle."""

    __table_args__ = (
        UniqueConstraint("cycle_id", "person_id", "organisation_id", "role"),
        one_of("role", Role),
    )

    id: int | None = primary_key()
    cycle_id: int = Field(foreign_key="cycle.id")
    person_id: int = reference("person.id")
    organisation_id: int = reference("organisation.id")
    role: str


class Conversation(SQLModel, table=True):
    """Where a person last wrote from; the service URL may change at any message."""

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    channel_id: str
    service_url: str
    conversation_id: str
    tenant_id: str
    bot_id: str
    user_id: str
    updated_at: datetime = Field(sa_type=UtcDateTime)
