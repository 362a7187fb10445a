"""Whom a delivery goes to, as its sender needs to know them."""

from sqlalchemy import Connection

from bot.sender import Recipient
from kfmodel.repository.deliveries import Delivery
from kfmodel.repository.people import person_called
from kfmodel.repository.reach import reach_of


def recipient_of(connection: Connection, held: Delivery) -> Recipient:
    if held.person_id is None:
        return Recipient(None, "HR", held.address or "", "sv")
    person, entra_id = person_called(connection, held.person_id)
    reach = reach_of(connection, held.person_id)
    return Recipient(person.id, person.name, person.email, person.language, entra_id, reach)
