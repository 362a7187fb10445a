"""What HR's file may lack and that still cannot be removed: it has been handed out or settled,
or has goals that the next cycle follows up."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Column, Connection, select

from kfmodel.importing.values import Problem
from kfmodel.repository.schema import CATEGORY, GOAL, ORGANISATION, SETTLING_REVISION, SUMMARY

_COMPILED = "har redan en sammanställning och kan inte tas bort; behåll raden"
_SETTLED = "har redan fastställda värden och kan inte tas bort; behåll raden"
_AIMED_AT = "har mål för nästa omgång och kan inte tas bort; behåll raden"


def must_stay(
    connection: Connection, organisations: Sequence[int], categories: Sequence[int]
) -> tuple[Problem, ...]:
    """A problem for each organisation and category, by id, that cannot go."""
    settled = SETTLING_REVISION.c
    compiled = _pointed_at(connection, SUMMARY.c.organisation_id, organisations)
    places = _pointed_at(connection, settled.organisation_id, organisations)
    names = _pointed_at(connection, settled.category_id, categories)
    aiming = _pointed_at(connection, GOAL.c.organisation_id, organisations)
    aimed_at = _pointed_at(connection, GOAL.c.category_id, categories)
    return (
        *(Problem("Organisation!A1", f'"{code}" {_COMPILED}') for code in compiled),
        *(Problem("Organisation!A1", f'"{code}" {_SETTLED}') for code in places),
        *(Problem("Yrkeskategorier!A1", f'"{name}" {_SETTLED}') for name in names),
        *(Problem("Organisation!A1", f'"{code}" {_AIMED_AT}') for code in aiming),
        *(Problem("Yrkeskategorier!A1", f'"{name}" {_AIMED_AT}') for name in aimed_at),
    )


def _pointed_at(
    connection: Connection, reference: Column[Any], ids: Sequence[int]
) -> Iterable[str]:
    """What those of `ids` are called that the column points at."""
    name = CATEGORY.c.name if reference.name == "category_id" else ORGANISATION.c.code
    query = (
        select(name)
        .join(reference.table, reference == name.table.c.id)
        .where(reference.in_(ids))
        .distinct()
        .order_by(name)
    )
    return connection.execute(query).scalars()
