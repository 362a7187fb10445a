"""A command that serves until it is stopped, as a process of its own."""

import asyncio
import signal
import socket
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass

import aiohttp

from tests.commands.kf import KF, Kf

PATIENCE = 60


@dataclass(frozen=True)
class Running:
    url: str
    introduction: list[str]
    http: aiohttp.ClientSession
    process: Process

    async def stop(self) -> int:
        """The exit code after a polite request to end."""
        self.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE):
            return await self.process.wait()


def free_port() -> int:
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@asynccontextmanager
async def running(kf: Kf, *arguments: str, port: int, **settings: str) -> AsyncIterator[Running]:
    """The server, once it has said that it listens; what it logs stands in `log.txt`."""
    with (kf.directory / "log.txt").open("wb") as errors:
        process = await asyncio.create_subprocess_exec(
            *KF,
            *arguments,
            cwd=kf.directory,
            env=kf.environment(**settings),
            stdin=DEVNULL,
            stdout=PIPE,
            stderr=errors,
        )
    try:
        introduction = await _introduction(process)
        async with aiohttp.ClientSession() as http:
            url = f"http://127.0.0.1:{port}"
            yield Running(url, introduction, http, process)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _introduction(process: Process) -> list[str]:
    lines = []
    assert process.stdout is not None
    async with asyncio.timeout(PATIENCE):
        while line := (await process.stdout.readline()).decode():
            lines.append(line.rstrip("\n"))
            if "Ctrl+C" in line:
                return lines
    raise AssertionError("it ended before it listened; the reason stands in log.txt")
