"""Putting the page, the connector and the bot's door into one server."""

from collections.abc import Callable, Sequence
from pathlib import Path

from aiohttp import web

from bot.local_chat.channel import Channel
from bot.local_chat.connector import Connector
from bot.local_chat.drive import Drive
from bot.local_chat.files import file_routes
from bot.local_chat.loopback import loopback_only
from bot.local_chat.mailbox import Mailbox
from bot.local_chat.page import Page
from bot.local_chat.passing_time import Time
from bot.local_chat.personas import People, Persona


def add_local_chat(
    app: web.Application,
    personas: Callable[[], Sequence[Persona]],
    tenant_id: str,
    bot_id: str,
    time: Time,
    mailbox: Path,
    onedrive: Path,
) -> None:
    """Add the page at `/` and its connector to the server whose `/api/messages` is the bot.

    The whole server answers this machine only from then on. `personas` is read anew each time;
    `mailbox` is the folder that the bot's e-mail is written to, `onedrive` that of what people
    save.
    Raises RendererMissingError when npm's part is not there.
    """
    app.middlewares.append(loopback_only)
    app.add_routes(file_routes())
    drive = Drive(onedrive)
    channel = Channel(People(personas), tenant_id, bot_id, drive)
    app.add_routes(Page(channel, time).routes())
    app.add_routes(Mailbox(mailbox).routes())
    app.add_routes(drive.routes())
    app.add_routes(Connector(channel).routes())

    async def end_streams(_app: web.Application) -> None:
        channel.hang_up()

    # Open event streams would hold up the shutdown for a minute.
    app.on_shutdown.append(end_streams)
