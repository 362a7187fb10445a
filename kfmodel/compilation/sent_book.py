"""utskick.xlsx: what reached whom, message by message, and what is to come."""

from kfmodel.compilation.table import Column, Kind, Table
from kfmodel.compilation.words import Value, local_time, word, yes_no
from kfmodel.compilation.workbook.book import Book, Target, write_book
from kfmodel.compilation.workbook.page import Paper
from kfmodel.delivery import Channel, DeliveryState
from kfmodel.glossary import heading
from kfmodel.sent_list import Attempt, Delivered, Foreseen, SentList


def write_sent_list(sent: SentList, target: Target) -> None:
    """Two sheets. The first is read and written row by row, however long it is."""
    whose = (sent.whose, sent.cycle) if sent.whose else (sent.cycle,)
    foot = f"Hämtat {local_time(sent.made_at):%Y-%m-%d kl. %H.%M}"
    book = Book(f"Utskick {sent.cycle}", sent.made_at, Paper(whose, foot))
    delivered = Table("dispatch", DELIVERED, sent.delivered, when_empty="Inget har skickats ännu.")
    ahead = Table("ahead", AHEAD, sent.ahead, when_empty="Inget mer ska skickas.")
    write_book(book, (delivered, ahead), target)


def _way(one: Delivered) -> Value:
    """The channel, or both: at once, or the one after the other had failed."""
    if len(one.attempts) == 1:
        return _channel(one.attempts[0].channel)
    failed = one.attempts[0].state is DeliveryState.FAILED
    return heading("email_took_over" if failed else "both_channels")


def _channel(channel: Channel) -> str:
    name = word(channel)
    return name[0].upper() + name[1:]


def _reasons(one: Delivered) -> tuple[str, ...]:
    """Channel by channel. What was sent all the same went without its files."""
    return tuple(
        f"{_channel(attempt.channel)}: {_lighter(attempt)}{word(attempt.reason)}"
        for attempt in one.attempts
        if attempt.reason
    )


def _lighter(attempt: Attempt) -> str:
    return f"{heading('without_files')}, " if attempt.state is DeliveryState.SENT else ""


DELIVERED: tuple[Column[Delivered], ...] = (
    Column("recipient", lambda one: one.name, Kind.NAME, identity=True),
    Column("recipient_email", lambda one: one.email, Kind.ADDRESS),
    Column("organisation", lambda one: one.organisations, Kind.NAME),
    Column("role", lambda one: tuple(map(word, one.roles)), Kind.SHORT),
    Column("dispatch", lambda one: one.kind, Kind.PHRASE),
    Column("planned_for", lambda one: one.planned_for, Kind.TIME),
    Column("sent_at", lambda one: one.sent_at, Kind.TIME),
    Column("way", _way, Kind.PHRASE),
    Column("state", lambda one: one.state, Kind.DELIVERY, term="progress"),
    Column("reason", _reasons, Kind.TEXT),
    Column("retried", lambda one: yes_no(one.retried) if one.retried else None),
    Column("answered_after", lambda one: one.answered_at, Kind.TIME),
)

AHEAD: tuple[Column[Foreseen], ...] = (
    Column("recipient", lambda one: one.name, Kind.NAME, identity=True),
    Column("recipient_email", lambda one: one.email, Kind.ADDRESS),
    Column("dispatch", lambda one: one.kind, Kind.NAME),
    Column("planned_for", lambda one: one.at, Kind.TIME),
)
