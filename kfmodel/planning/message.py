"""What a message is about, as values: everything that a card or an e-mail says is in here.

Made from the database when the message is about to leave, never stored.
"""

from dataclasses import dataclass
from datetime import date, datetime

from kfmodel.delivery import Kind, Situation
from kfmodel.dialogue import Capacity, Progress
from kfmodel.organisation import Role
from kfmodel.progress import CommitteeProgress
from kfmodel.summary_facts import SummaryFacts
from kfmodel.summary_files import SummaryFiles, SummaryVersion


@dataclass(frozen=True, slots=True)
class CycleFacts:
    """`hr` are the names of the committee's HR, who stand behind the message; `hr_email` answers
    questions. The deadline ends at 24:00 in Stockholm."""

    id: int
    name: str
    year: int
    opens_on: date
    deadline_on: date
    committee: str
    hr: tuple[str, ...]
    hr_email: str


@dataclass(frozen=True, slots=True)
class Post:
    """A role of the recipient: why they get the message."""

    role: Role
    organisation: str


@dataclass(frozen=True, slots=True)
class Item:
    """A dialogue that is not submitted. `step` is where an unfinished one stopped, `step_number` of
    `steps` its place in the method; `returned_by` and `comment` are set where it was returned."""

    dialogue_id: int
    revision: int
    organisation: str
    category: str
    capacity: Capacity
    progress: Progress
    step: str | None = None
    step_number: int | None = None
    steps: int = 0
    changed_at: datetime | None = None
    returned_by: str | None = None
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class ToManager:
    """INVITATION, REMINDER, LAST_DAY, RETURNED, OVERDUE and HR_REMINDER. `items`, never empty, are
    what is left of `asked`, the most urgent first: returned, begun, not begun. An invitation has no
    situation.

    `snoozed`: the recipient asked to be reminded now. `asked_by` is who of HR did.
    """

    situation: Situation | None
    posts: tuple[Post, ...]
    items: tuple[Item, ...]
    asked: int
    snoozed: bool = False
    asked_by: str | None = None

    @property
    def submitted(self) -> int:
        """How many of those asked are submitted."""
        return self.asked - len(self.items)


@dataclass(frozen=True, slots=True)
class Lacking:
    """A dialogue that a division lacks, and who was to answer it; nobody where the post is vacant
    and no one stands in."""

    organisation: str
    category: str
    responsible: tuple[str, ...]
    progress: Progress
    vacant: bool


@dataclass(frozen=True, slots=True)
class ToHead:
    """ESCALATION. `own`: what the head answers themselves; it is in `lacking` too where it belongs
    to the division."""

    divisions: tuple[str, ...]
    lacking: tuple[Lacking, ...]
    asked: int
    submitted: int
    own: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Undelivered:
    """Somebody whom nothing reaches, and why: channel by channel, in words of `Reason`."""

    name: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """DIGEST. `submitted_before` is how many were submitted at `since`, the last digest's time (or
    the opening); `undelivered` lists whom the bot could not reach."""

    progress: CommitteeProgress
    since: datetime
    submitted_before: int
    newly_submitted: tuple[Lacking, ...]
    undelivered: tuple[Undelivered, ...]


@dataclass(frozen=True, slots=True)
class SummaryReady:
    """SUMMARY: a version that is stored, with what was said of it when it was compiled. `name` is
    the files' without ending. The workbook's `url` and `report_url` are signed and expire; empty
    for an address that is nobody's."""

    facts: SummaryFacts
    files: SummaryFiles
    version: SummaryVersion
    name: str
    url: str
    report_url: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of the committee's roster, and what they are there."""

    person_id: int
    name: str
    post: Post


@dataclass(frozen=True, slots=True)
class HandOverAsked:
    """HAND_OVER. `person` says that somebody else answers for the organisation, which is asked
    about so many categories."""

    request_id: int
    person: str
    organisation: str
    categories: int
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class OwnWords:
    """MESSAGE. `sender` is who of HR has written it."""

    text: str
    sender: str


Content = ToManager | ToHead | OwnWords | HandOverAsked | Digest | SummaryReady


@dataclass(frozen=True, slots=True)
class Message:
    """One message to one person about one cycle. `key` is the same at every attempt, so that a
    receiver can see that two are one. `today` is Stockholm's day when it leaves."""

    key: str
    kind: Kind
    cycle: CycleFacts
    today: date
    content: Content

    @property
    def sets_deadline(self) -> bool:
        """Whether it is the first word of a deadline, which goes into the calendar."""
        moved = Situation.NEW_DEADLINE
        return self.kind is Kind.INVITATION or (
            isinstance(self.content, ToManager) and self.content.situation is moved
        )
