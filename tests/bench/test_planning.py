"""The measurement of planning plans for everybody, at a small size."""

from pathlib import Path

from tests.bench.planning import measured


def test_everybody_is_invited_and_reminded(tmp_path: Path) -> None:
    found = measured(f"sqlite:///{tmp_path / 'bench.db'}", 40)
    digests = 1
    assert found.planned == 2 * 40 + digests
