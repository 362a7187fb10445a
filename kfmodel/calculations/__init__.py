"""What is computed from projection and answers: one quantity a file, pure and exact."""

from kfmodel.calculations.change import Change, change, change_of_missing
from kfmodel.calculations.exact import exact, exact_sum, plain, round_half_away
from kfmodel.calculations.follow_up import percent_of_goal
from kfmodel.calculations.implied_need import implied_need
from kfmodel.calculations.level_moves import level_moves
from kfmodel.calculations.level_shares import (
    LevelHeads,
    Levels,
    heads_of_moves,
    heads_of_points,
    level_shares,
)
from kfmodel.calculations.people_range import PeopleRange, people_range
from kfmodel.calculations.recruitment_need import recruitment_need
from kfmodel.calculations.share import share_pct, shares_pct
from kfmodel.calculations.weighted_median import weighted_median

__all__ = [
    "Change",
    "LevelHeads",
    "Levels",
    "PeopleRange",
    "change",
    "change_of_missing",
    "exact",
    "exact_sum",
    "heads_of_moves",
    "heads_of_points",
    "implied_need",
    "level_moves",
    "level_shares",
    "people_range",
    "percent_of_goal",
    "plain",
    "recruitment_need",
    "round_half_away",
    "share_pct",
    "shares_pct",
    "weighted_median",
]
