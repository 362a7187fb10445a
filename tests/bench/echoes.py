"""The same press answered by every server of the comparison, without any work behind it."""

from functools import partial

from tests.bench.presses import press, signed_press
from tests.bench.side_by_side import Contestant

SERVERS = "tests.bench.servers"

PLAIN = "plain aiohttp"
SUCCESSOR = "successor SDK, no token check"
DOCUMENTED = "documented CloudAdapter, no token check"


def echoes(turns: int, metadata_url: str, token: str) -> list[Contestant]:
    """The slowest gets a twentieth of the turns."""

    def same(_round: int) -> partial[tuple[bytes, dict[str, str]]]:
        return partial(press)

    def signed(_round: int) -> partial[tuple[bytes, dict[str, str]]]:
        return partial(signed_press, token)

    adapter = f"{SERVERS}.adapter_echo"
    return [
        Contestant(PLAIN, f"{SERVERS}.plain_aiohttp", same, turns),
        Contestant(SUCCESSOR, f"{SERVERS}.successor_sdk", same, turns // 4),
        Contestant(DOCUMENTED, f"{SERVERS}.documented_cloud_adapter", same, turns // 20),
        Contestant("this adapter, tokens checked", adapter, signed, turns, (metadata_url,)),
    ]
