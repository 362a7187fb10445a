"""A folder of messages that any mail program opens, in place of a server: for the demo."""

import asyncio
import os
import re
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from bot.sender import Failed
from kfmodel.delivery import Reason

_UNSAFE = re.compile(r"[^\w.@-]+")


class MailFolder:
    """One file a message, named by time, recipient and subject; written again at a retry."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    async def deliver(self, message: EmailMessage) -> Failed | None:
        try:
            await asyncio.to_thread(self._write, message)
        except OSError as error:
            return Failed(Reason.UNREACHABLE, permanent=False, detail=type(error).__name__)
        return None

    async def close(self) -> None:
        """Nothing is held open."""

    def _write(self, message: EmailMessage) -> None:
        self.directory.mkdir(parents=True, exist_ok=True)
        file = self.directory / _name(message)
        unfinished = file.with_suffix(".part")
        unfinished.write_bytes(message.as_bytes())
        unfinished.replace(file)
        # A folder sorted by time shows the newest last, also where the demo's clock was moved.
        at = parsedate_to_datetime(message["Date"]).timestamp()
        os.utime(file, (at, at))


def _name(message: EmailMessage) -> str:
    day = parsedate_to_datetime(message["Date"]).strftime("%Y-%m-%d")
    own = message["Message-ID"].strip("<>").partition("@")[0][:8]
    said = f"{day} {message['To'].addresses[0].addr_spec} {message['Subject']}"[:120]
    return f"{_UNSAFE.sub(' ', said).strip()} {own}.eml"
