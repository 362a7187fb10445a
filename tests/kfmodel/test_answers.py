"""What can be read from answers as a whole."""

from kfmodel.answers import Answers
from kfmodel.scales import Severity

NOW = Answers(now_some=3, now_good=4, now_high=2, now_very_high=0)


def test_heads_by_level_are_known_when_all_four_are() -> None:
    assert NOW.heads_now == (3, 4, 2, 0)
    assert NOW.with_values({"now_very_high": None}).heads_now is None
    needed = NOW.with_values(
        {"need_5y_some": 0, "need_5y_good": 5, "need_5y_high": 5, "need_5y_very_high": 1}
    )
    assert (needed.heads_needed(2), needed.heads_needed(5)) == (None, (0, 5, 5, 1))


def test_severities_are_told_together_and_apart() -> None:
    assert Answers().severities == ()
    assert Answers(severity=Severity.LESS_SERIOUS).severities == (Severity.LESS_SERIOUS,)
    apart = Answers(severity_operations=Severity.OTHER, severity_work_environment=Severity.SERIOUS)
    assert apart.severities == (Severity.OTHER, Severity.SERIOUS)


def test_a_record_holds_what_is_answered_a_zero_too() -> None:
    assert NOW.as_record() == {"now_some": 3, "now_good": 4, "now_high": 2, "now_very_high": 0}
