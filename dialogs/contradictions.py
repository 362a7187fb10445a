"""Contradictions as lines of the review."""

from dialogs.screen import Notice
from kfmodel.answers import Answers
from kfmodel.contradictions import Contradiction, levels_total, need_far_from_today
from kfmodel.contradictions import contradictions as found_in


def contradictions(answers: Answers) -> tuple[Notice, ...]:
    """A notice for each contradiction, in the order the questions are asked."""
    far = need_far_from_today(answers)
    notices = {
        Contradiction.NEED_FAR_FROM_TODAY: Notice(
            "contradiction.need_far_from_today", far._asdict() if far else {}
        ),
        Contradiction.LESS_NEED_BUT_SERIOUS: Notice("contradiction.less_need_but_serious"),
        Contradiction.NO_CHANGE_BUT_SERIOUS: Notice("contradiction.no_change_but_serious"),
        Contradiction.LARGE_GAP_WITHOUT_ACTIVITY: Notice(
            "contradiction.large_gap_without_activity"
        ),
        Contradiction.LEVELS_DO_NOT_SUM: Notice(
            "contradiction.levels_do_not_sum", {"total": levels_total(answers)}
        ),
    }
    return tuple(notices[contradiction] for contradiction in found_in(answers))
