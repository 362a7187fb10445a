"""The same press against every server of the comparison, several rounds, the median of them."""

import statistics
from collections.abc import Iterator
from functools import partial

from tests.bench.issuing import issuing, token
from tests.bench.load import BuildRequest, put_under_load
from tests.bench.presses import press, signed_press
from tests.bench.running import running

SERVERS = "tests.bench.servers"


def echoes(turns: int, rounds: int) -> Iterator[tuple[str, float]]:
    """Turns per second of each server by its name; the slowest gets a twentieth of the turns."""
    with issuing() as (metadata_url, key):
        signed = partial(signed_press, token(key))
        yield "plain aiohttp", _echo("plain_aiohttp", press, turns, rounds)
        yield "successor SDK", _echo("successor_sdk", press, turns // 4, rounds)
        documented = _echo("documented_cloud_adapter", press, turns // 20, rounds)
        yield "documented CloudAdapter", documented
        yield "adapter, no token check", _echo("adapter_echo", press, turns, rounds)
        checked = _echo("adapter_echo", signed, turns, rounds, metadata_url)
        yield "adapter, tokens checked", checked


def _echo(name: str, build: BuildRequest, turns: int, rounds: int, *arguments: str) -> float:
    with running(f"{SERVERS}.{name}", *arguments) as port:
        loads = [put_under_load(port, build, turns) for _ in range(rounds)]
    return statistics.median(load.turns_per_s for load in loads)


if __name__ == "__main__":
    for server, turns_per_s in echoes(20_000, 3):
        print(f"{server:26}{turns_per_s:8.0f} turns/s {1000 / turns_per_s:8.3f} ms")
