"""What HR asks for in chat: how far the answers have come, who is missing, the summary. Division
heads get the summary of their division."""

import asyncio

import cards
from bot.chat.words import Command
from bot.documents.links import LINK_LASTS
from bot.documents.summaries import Summaries
from cards import Card
from kfmodel.repository.people import Person
from kfmodel.repository.posts import HrPost, current

COMMANDS = frozenset({Command.SUMMARY, Command.REMIND, Command.STATUS})


async def card_for_hr(
    summaries: Summaries,
    person: Person,
    command: Command,
    organisation_id: int | None,
    *,
    is_hr: bool,
    saves: bool,
) -> Card | None:
    """The answer to one of COMMANDS; None for somebody it is not for. `organisation_id` says whose
    summary is meant; somebody who has several posts and has not said is asked. `saves`: their
    client can put files in their OneDrive."""
    if command is Command.SUMMARY:
        posts = await asyncio.to_thread(summaries.posts_of, person.id)
        if posts:
            return await _summary(summaries, person, posts, organisation_id, saves=saves)
    if not is_hr:
        return None
    progress = await asyncio.to_thread(summaries.progress_for, person.id)
    draw = cards.missing_card if command is Command.REMIND else cards.progress_card
    return draw(progress, person.language)


async def _summary(
    summaries: Summaries,
    person: Person,
    posts: tuple[HrPost, ...],
    organisation_id: int | None,
    *,
    saves: bool,
) -> Card:
    meant = [post for post in posts if post.organisation_id == organisation_id] or current(posts)
    if len(meant) > 1:
        choices = [(post.organisation_id, post.organisation, post.cycle) for post in meant]
        return cards.whose_summary_card(choices, person.language)
    summary = await asyncio.to_thread(summaries.compile, meant[0], person.id)
    return cards.summary_card(
        summary.figures,
        person.language,
        version=summary.version,
        url=summary.url,
        report_url=summary.report_url,
        link_lasts=LINK_LASTS,
        saves=saves,
    )
