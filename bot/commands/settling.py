"""Settling by hand: what division heads and HR do in chat, for whoever runs the service."""

from typing import Annotated, Any

import typer
from sqlalchemy import Connection, Row

from bot.clock import Clock
from bot.commands.console import CYCLE_HELP, cycle_of, database, errors, fail, out
from bot.commands.settling_values import options_of
from bot.settling_work import divisions_to_settle, store_settled
from cards.header import notice_text
from cards.settling.standing import missing_text
from cards.settling.values import in_short
from cards.text import texts_in
from dialogs import settling as rules
from dialogs.press import Verb
from dialogs.settling import REASON, Refusal, SettlingPress
from kfmodel.database import reading, writing
from kfmodel.repository import settling_changes as changes
from kfmodel.repository.settling_places import every_place
from kfmodel.repository.to_settle import categories_to_settle
from kfmodel.settling import Action, Standing
from kfmodel.to_settle import CategoryToSettle, Place

Cycle = Annotated[str, typer.Argument(metavar="OMGÅNG", help=CYCLE_HELP)]
Code = Annotated[str, typer.Argument(metavar="KOD", help="Nämndens eller avdelningens kod")]
Category = Annotated[str, typer.Argument(metavar="YRKESKATEGORI")]
Reason = Annotated[str, typer.Option(metavar="TEXT", help="Varför värdena är andra")]

TEXTS = texts_in("sv")
VALUES = {"allow_extra_args": True, "ignore_unknown_options": True}
"""The options that set values follow from the committee's method."""


def settled(
    cycle: Annotated[str | None, typer.Argument(metavar="OMGÅNG", help=CYCLE_HELP)] = None,
) -> None:
    """What is settled and approved, by committee and division."""
    with database() as engine, reading(engine) as connection:
        for place in every_place(connection, cycle_of(connection, cycle).id).values():
            _print_place(place, categories_to_settle(connection, place))


def _print_place(place: Place, categories: tuple[CategoryToSettle, ...]) -> None:
    done = sum(category.is_settled for category in categories)
    state = f"{done} av {len(categories)} fastställda"
    if place.approved:
        state += f", godkänd av {place.approved.by} {place.approved.at.date().isoformat()}"
    out.print(f"{place.code} {place.name}: {state}")
    for category in categories:
        out.print(f"  {category.name}: {_standing(place, category)}")


def _standing(place: Place, category: CategoryToSettle) -> str:
    if category.settled is None:
        if not category.is_proposed:
            return "inget förslag, ingen har svarat än"
        return f"förslag ({in_short(TEXTS, place, category.compiled)})"
    values = in_short(TEXTS, place, category.settled.answers)
    if category.returned:
        return f'tillbaka från {category.returned.by}: "{category.returned.comment}" ({values})'
    changed = ", underlaget har ändrats sedan dess" if category.changed else ""
    return f"fastställd av {category.settled.by} ({values}){changed}"


def settle(
    context: typer.Context, cycle: Cycle, code: Code, category: Category, reason: Reason = ""
) -> None:
    """Settle a category as it was compiled, or with other values and a reason."""
    with database() as engine, writing(engine) as connection:
        place = held(connection, cycle_of(connection, cycle), code)
        one = _category(connection, place, category)
        given = options_of(place.method, one.compiled, context.args)
        press = SettlingPress(
            Verb.SETTLE,
            place.id,
            one.id,
            one.revision,
            one.basis,
            inputs=given | ({REASON: reason} if reason else {}),
        )
        decided = rules.settle(place, one, press)
        if isinstance(decided, Refusal):
            raise refused(decided)
        store_settled(connection, place, one, decided, doing(Action.SETTLE))
    out.print(f"{place.code} {one.name}: fastställd ({in_short(TEXTS, place, decided.answers)})")
    warn_of_personal("--reason", decided.personal)


def approve(cycle: Cycle, code: Code) -> None:
    """Approve the whole, which locks what is below."""
    with database() as engine, writing(engine) as connection:
        place = held(connection, cycle_of(connection, cycle), code)
        if place.standing is Standing.APPROVED:
            raise fail(f"{place.code} {place.name} är redan godkänd")
        press = SettlingPress(Verb.APPROVE, place.id, revision=place.revision)
        categories = categories_to_settle(connection, place)
        if refusal := rules.approve(place, categories, press):
            raise refused(refusal)
        divisions = divisions_to_settle(connection, place, categories)
        changes.approve(connection, place.id, place.committee_id, doing(Action.APPROVE))
    missing = missing_text(TEXTS, categories, divisions)
    said = f". {missing}" if missing else ""
    out.print(f"{place.code} {place.name}: godkänd, svaren är låsta{said}")


def withdraw(cycle: Cycle, code: Code) -> None:
    """Take an approval back."""
    with database() as engine, writing(engine) as connection:
        place = held(connection, cycle_of(connection, cycle), code)
        if place.standing is Standing.OPEN:
            raise fail(f"{place.code} {place.name} är inte godkänd")
        press = SettlingPress(Verb.WITHDRAW, place.id, revision=place.revision)
        if refusal := rules.withdraw(place, press):
            raise refused(refusal)
        changes.withdraw(connection, place.id, place.committee_id, doing(Action.WITHDRAW))
    out.print(f"{place.code} {place.name}: godkännandet är tillbakataget")


def held(connection: Connection, cycle: Row[Any], code: str) -> Place:
    """The division or committee, which nobody else settles in meanwhile."""
    require_open(cycle)
    places = every_place(connection, cycle.id)
    if code not in places:
        known = ", ".join(places)
        raise fail(f'"{code}" är ingen nämnd eller avdelning i omgången; ange en av: {known}')
    changes.hold(connection, places[code].id)
    return every_place(connection, cycle.id)[code]


def require_open(cycle: Row[Any]) -> None:
    if cycle.closed_at is not None:
        raise fail(f"{cycle.name} är stängd")


def _category(connection: Connection, place: Place, name: str) -> CategoryToSettle:
    asked = categories_to_settle(connection, place)
    found = next((one for one in asked if one.name == name), None)
    if found is None:
        known = ", ".join(f'"{one.name}"' for one in asked)
        raise fail(f'"{name}" frågas inte i {place.code}; ange en av: {known}')
    return found


def doing(action: Action) -> changes.Doing:
    """By nobody in the roster: whoever runs the service."""
    now = Clock().now()
    return changes.Doing(None, now, action, f"kf {now.isoformat()}")


def warn_of_personal(option: str, passages: tuple[str, ...]) -> None:
    """One line where a text that may be printed looks as if it were about one person."""
    if passages:
        quoted = TEXTS.joined([f"”{passage}”" for passage in passages])
        errors.print(
            f"{option}: nämns en enskild person ({quoted})?"
            " Texten ska handla om gruppen och kan bli allmän handling (varning)"
        )


def refused(refusal: Refusal) -> typer.Exit:
    """One line for each reason; raise what this returns."""
    notices = [notice_text(TEXTS, refusal.notice)] if refusal.notice else []
    problems = [
        f"--{problem.input_id.replace('_', '-')}: "
        + TEXTS(f"problem.{problem.code}", **problem.params)
        for problem in refusal.problems
    ]
    return fail(*notices, *problems)
