"""Where a category or a whole stands, in words."""

from collections.abc import Sequence
from fractions import Fraction

from cards.text import Texts
from kfmodel.calculations import share_pct
from kfmodel.calculations.exact import exact
from kfmodel.to_settle import CategoryToSettle, Decided, DivisionToSettle, Group


def standing_text(texts: Texts, category: CategoryToSettle) -> str:
    """ "✓ Fastställd", "○ Förslag", "○ Väntar på svar"."""
    if category.returned:
        return f"↩ {texts('settling.state.returned')}"
    if category.is_settled:
        return f"✓ {texts('settling.state.settled')}"
    state = "settling.state.proposed" if category.is_proposed else "settling.state.waiting"
    return f"○ {texts(state)}"


def answered_text(texts: Texts, category: CategoryToSettle) -> str:
    """ "5 av 7 svar, 82 % av medarbetarna"."""
    answered, asked = category.answered, category.groups
    pct = share_pct(_heads(answered), _heads(asked)) or 0
    return texts("settling.answered", answered=len(answered), asked=len(asked), pct=pct)


def _heads(groups: Sequence[Group]) -> Fraction:
    return sum((exact(group.heads) for group in groups), Fraction())


def decided_text(texts: Texts, message: str, decided: Decided) -> str:
    return texts(message, who=decided.by, at=decided.at)


def missing_text(
    texts: Texts, categories: Sequence[CategoryToSettle], divisions: Sequence[DivisionToSettle]
) -> str:
    """ "25 av 48 svar saknas; 0 av 5 avdelningar är godkända"; empty where nothing is missing."""
    asked = sum(len(category.groups) for category in categories)
    missing = asked - sum(len(category.answered) for category in categories)
    # A division that is asked nothing has nothing to approve.
    places = [division.place for division in divisions if division.asked]
    approved = sum(place.approved is not None for place in places)
    said = [texts("settling.answers_missing", n=missing, asked=asked)] if missing else []
    if approved < len(places):
        said.append(texts("settling.divisions_approved", approved=approved, n=len(places)))
    return "; ".join(said)
