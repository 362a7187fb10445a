"""The measurement of planning and sending reaches everybody, at a small size."""

from pathlib import Path

from tests.bench.planning import measured
from tests.bench.sending import measured as sending
from tests.bench.sent_list import measured as listing
from tests.sending.test_pace import TEAMS_PER_SECOND


def test_everybody_is_invited_and_reminded(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'bench.db'}"
    found = measured(url, 40)
    digests = 1
    assert found.planned == 2 * 40 + digests
    sent = sending(url, 40 + digests)
    assert sent.calls == 2 * 40, "each conversation is opened first"
    assert sent.most_calls_in_a_second <= TEAMS_PER_SECOND
    listed = listing(url)
    assert listed.messages == found.planned
    assert listed.ahead > 0
