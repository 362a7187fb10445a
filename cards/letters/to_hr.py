"""To HR: the weekly digest, and the summary when there is a new one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from cards.figures import figures, named, stored_as
from cards.letters.letter import Ask, FigureRow, Figures, Letter, Row, Section
from cards.letters.shared import cut, deadline, where
from cards.people_missing import division_name, missing_people
from cards.text import Texts
from kfmodel.compilation.main_figures import MainFigures
from kfmodel.glossary import heading as word
from kfmodel.organisation import OrganisationKind
from kfmodel.planning.message import (
    Digest,
    HandOverAsked,
    Lacking,
    Message,
    SummaryReady,
    Undelivered,
)
from kfmodel.progress import CommitteeProgress
from kfmodel.summary_facts import SummaryFacts


def digest(message: Message, content: Digest, texts: Texts, most: int) -> Letter:
    """`most` is how many rows there is room for."""
    progress = content.progress
    counts = {"submitted": progress.submitted, "n": progress.asked}
    sections = [
        *_undelivered(content.undelivered, texts),
        *_missing(progress, texts),
        *_new(content.newly_submitted, texts),
    ]
    return Letter(
        subject=texts("letter.digest.subject", cycle=message.cycle.name, **counts),
        where=where(message, texts),
        title=texts("progress.title"),
        lead=(texts("letter.counts", **counts), _gained(content, texts)),
        deadline=deadline(message, texts),
        ask=Ask(texts("mail.open"), texts("mail.open.status")),
        sections=cut(sections, most, texts),
        closing=(_why(message, texts), texts("letter.digest.weekly")),
    )


def hand_over(message: Message, content: HandOverAsked, texts: Texts) -> Letter:
    """Where the committee has nobody of HR in the chat, the import file must do."""
    who = {"who": content.person, "organisation": content.organisation}
    way_on = texts("hand_over.in_chat") if message.cycle.hr else texts("hand_over.in_file")
    return Letter(
        subject=texts("hand_over.subject", cycle=message.cycle.name, **who),
        where=where(message, texts),
        title=texts("hand_over.title", organisation=content.organisation),
        lead=(texts("hand_over.lead", n=content.categories, **who),),
        deadline=deadline(message, texts),
        ask=Ask(texts("mail.open"), way_on),
        sections=(),
        closing=(_why(message, texts),),
    )


def summary(message: Message, content: SummaryReady, texts: Texts, most: int) -> Letter:
    """`most` is how many rows there is room for."""
    facts = content.facts
    of = {"organisation": facts.organisation}
    sections: list[Section | Figures] = [*_figures(facts.figures, texts), *_lacks(facts, texts)]
    return Letter(
        subject=texts("letter.summary.subject", cycle=message.cycle.name, **of),
        where=where(message, texts),
        title=texts("letter.summary.title", **of),
        lead=tuple(_coverage(facts, texts)),
        deadline=deadline(message, texts),
        ask=_download(content, texts),
        sections=cut(sections, most, texts),
        closing=(stored_as(content.version, texts), _why(message, texts)),
    )


def _coverage(facts: SummaryFacts, texts: Texts) -> Iterator[str]:
    main = facts.figures
    if main.level is OrganisationKind.CITY:
        approved = len(main.committees)
        every = approved + len(main.not_approved)
        yield texts("summary.approved", approved=approved, n=every)
    elif main.level is OrganisationKind.DIVISION and main.submitted == main.asked:
        yield texts("letter.summary.division", division=facts.organisation)
    else:
        yield texts("letter.counts", submitted=main.submitted, n=main.asked)
    if facts.committee:
        counts = {"submitted": facts.committee.submitted, "n": facts.committee.asked}
        yield texts("letter.summary.committee", **counts)


def _lacks(facts: SummaryFacts, texts: Texts) -> list[Section]:
    """Which units a summary lacks, or which committees a city's does."""
    if facts.progress:
        return _missing(facts.progress, texts)
    said = texts("letter.summary.not_approved")
    rows = tuple(Row(name, said) for name in facts.figures.not_approved)
    return [Section(texts("letter.summary.lacks"), rows)] if rows else []


def _figures(main: MainFigures, texts: Texts) -> list[Figures]:
    rows = tuple(
        FigureRow(named(row, main), tuple(figures(row, main.year, texts))) for row in main.rows
    )
    columns = texts("summary.category"), texts("summary.column")
    title, hint = texts("summary.figures"), texts("summary.gap_hint")
    return [Figures(title, hint, columns, rows)] if rows else []


def _download(content: SummaryReady, texts: Texts) -> Ask:
    if not content.url:
        return Ask(texts("mail.open"), texts("mail.open.no_links"))
    report = (texts("summary.download_report"), content.report_url)
    return Ask(texts("summary.download"), texts("mail.open.summary"), content.url, (report,))


def _gained(content: Digest, texts: Texts) -> str:
    gained = content.progress.submitted - content.submitted_before
    if gained <= 0:
        return texts("letter.digest.none_new", since=content.since)
    return texts("letter.digest.new", n=gained, since=content.since)


def _why(message: Message, texts: Texts) -> str:
    post = texts("letter.post.hr", organisation=message.cycle.committee)
    return texts("letter.why", posts=post)


def _undelivered(people: Sequence[Undelivered], texts: Texts) -> list[Section]:
    rows = [
        Row(one.name, texts.joined([word(reason, texts.language) for reason in one.reasons]))
        for one in people
    ]
    return [Section(texts("letter.digest.undelivered"), tuple(rows))] if rows else []


def _new(some: Iterable[Lacking], texts: Texts) -> list[Section]:
    by_place: defaultdict[str, list[str]] = defaultdict(list)
    for one in some:
        by_place[one.organisation].append(one.category)
    rows = [Row(place, texts.joined(names)) for place, names in by_place.items()]
    return [Section(texts("letter.digest.newly"), tuple(rows))] if rows else []


def _missing(progress: CommitteeProgress, texts: Texts) -> list[Section]:
    """Who is missing by division."""
    return [
        Section(
            texts("letter.missing_in", division=division_name(one, texts)),
            tuple(Row(who, count) for who, count in missing_people(one, texts)),
        )
        for one in progress.divisions
        if one.missing
    ]
