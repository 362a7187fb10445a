"""A load client in a process of its own: as many connections as asked for, kept alive.

It speaks HTTP over plain asyncio streams. aiohttp's client needs more time for a request than
the faster servers need for the answer, and would measure itself.
"""

import asyncio
import multiprocessing
import statistics
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import uvloop

BuildRequest = Callable[[int], tuple[bytes, dict[str, str]]]
"""The body and the extra headers of the request of this number; must pickle."""

WARM_UP = 100


@dataclass(frozen=True)
class Load:
    turns: int
    seconds: float
    median_ms: float
    p95_ms: float

    @property
    def turns_per_s(self) -> float:
        return self.turns / self.seconds


def put_under_load(port: int, build: BuildRequest, turns: int, connections: int = 8) -> Load:
    """Post `turns` requests to /api/messages on loopback, after a warm-up that is not counted.

    Raises RuntimeError at the first answer that is not a 200 with a body.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as process:
        return process.submit(_load, port, build, turns, connections).result()


def _load(port: int, build: BuildRequest, turns: int, connections: int) -> Load:
    async def run() -> Load:
        await _post_all(port, build, range(min(WARM_UP, turns)), connections)
        started_at = time.perf_counter()
        times = await _post_all(port, build, range(turns), connections)
        seconds = time.perf_counter() - started_at
        quantiles = statistics.quantiles(times, n=20)
        return Load(turns, seconds, quantiles[9] * 1000, quantiles[18] * 1000)

    return uvloop.run(run())


async def _post_all(
    port: int, build: BuildRequest, numbers: range, connections: int
) -> list[float]:
    left = iter(numbers)
    times: list[float] = []
    async with asyncio.TaskGroup() as group:
        for _ in range(connections):
            group.create_task(_post_some(port, build, left, times))
    return times


async def _post_some(
    port: int, build: BuildRequest, left: Iterator[int], times: list[float]
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for number in left:
        request = _request(port, *build(number))
        started_at = time.perf_counter()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = _length(head)
        await reader.readexactly(length)
        times.append(time.perf_counter() - started_at)
        if not head.startswith(b"HTTP/1.1 200") or not length:
            raise RuntimeError(head.decode())
    writer.close()
    await writer.wait_closed()


def _request(port: int, body: bytes, headers: dict[str, str]) -> bytes:
    lines = [
        "POST /api/messages HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    return "\r\n".join([*lines, "", ""]).encode() + body


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0
