"""Every server of the comparison answers the press, so that what is compared is the same work."""

import pytest

from tests.bench.load import put_under_load
from tests.bench.presses import press
from tests.bench.running import running


@pytest.mark.parametrize(
    "name", ["plain_aiohttp", "successor_sdk", "documented_cloud_adapter", "adapter_echo"]
)
def test_answers(name: str) -> None:
    with running(f"tests.bench.servers.{name}") as port:
        load = put_under_load(port, press, turns=20, connections=2)
    assert load.turns == 20
    assert load.turns_per_s > 0


def test_another_answer_than_200_ends_the_load() -> None:
    nobody = "http://127.0.0.1:9/metadata"
    with (
        running("tests.bench.servers.adapter_echo", nobody) as port,
        pytest.raises(ExceptionGroup, match="unhandled errors"),
    ):
        put_under_load(port, press, turns=2, connections=1)
