"""Funding: what HR's sheet says, and what managers ask for their activities. In kronor."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from kfmodel.calculations import share_pct
from kfmodel.compilation.activities import GivenBy, proposed_activities
from kfmodel.compilation.compilation import Compilation
from kfmodel.compilation.material import Committee
from kfmodel.methods import Method, method_of


@dataclass(frozen=True, slots=True)
class FundingRow:
    """`measure` is None in a masked row, which tells its category alone."""

    committee: Committee
    method: Method
    given_by: GivenBy | None = None
    unit: str | None = None
    category: str | None = None
    period: str | None = None
    measure: str | None = None
    purpose: str | None = None
    asked_sek: int | None = None
    granted_sek: int | None = None
    financing: str | None = None
    deviations: str | None = None
    masked: bool = False
    comparable: bool = True
    """False for sums of which one has parts that the other lacks."""

    @property
    def granted_pct(self) -> int | None:
        """Granted of what was asked; None where either is unknown."""
        if self.asked_sek is None or self.granted_sek is None or not self.comparable:
            return None
        return share_pct(self.granted_sek, self.asked_sek)


def funding_rows(compilation: Compilation) -> tuple[FundingRow, ...]:
    """Committee by committee: HR's in its order, then the managers'."""
    rows: dict[str, list[FundingRow]] = {c.code: [] for c in compilation.committees}
    for row in chain(_of_hr(compilation), _of_units(compilation)):
        rows[row.committee.code].append(row)
    return tuple(row for own in rows.values() for row in own)


def funding_total(committee: Committee, rows: Iterable[FundingRow]) -> FundingRow | None:
    """The sums of what a committee's shown rows ask for and were granted, None where no row says
    it; None for the whole where no row is shown."""
    shown = [row for row in rows if row.committee == committee and not row.masked]
    if not shown:
        return None
    asked = [row.asked_sek for row in shown if row.asked_sek is not None]
    granted = [row.granted_sek for row in shown if row.granted_sek is not None]
    return FundingRow(
        committee,
        method_of(committee.method),
        asked_sek=sum(asked) if asked else None,
        granted_sek=sum(granted) if granted else None,
        comparable=all((row.asked_sek is None) == (row.granted_sek is None) for row in shown),
    )


def _of_hr(compilation: Compilation) -> Iterator[FundingRow]:
    owners = {committee.code: committee for committee in compilation.committees}
    for funding in compilation.plan.funding:
        if owner := owners.get(funding.owner.committee_code):
            yield FundingRow(
                owner,
                method_of(owner.method),
                GivenBy.HR,
                period=funding.period,
                measure=funding.measure,
                purpose=funding.purpose,
                asked_sek=funding.asked_sek,
                granted_sek=funding.granted_sek,
                financing=funding.financing,
                deviations=funding.deviations,
            )


def _of_units(compilation: Compilation) -> Iterator[FundingRow]:
    for row, activity in proposed_activities(compilation.dialogues):
        if activity.asked_sek is None:
            continue
        category = row.dialogue.category
        if row.masked:
            yield FundingRow(row.committee, row.method, category=category, masked=True)
            continue
        yield FundingRow(
            row.committee,
            row.method,
            GivenBy.MANAGER,
            row.dialogue.organisation_name,
            category,
            period=activity.time_plan,
            measure=activity.description,
            purpose=activity.anchoring,
            asked_sek=activity.asked_sek,
        )
