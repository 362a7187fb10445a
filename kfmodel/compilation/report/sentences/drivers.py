"""Which drivers (påverkansfaktorer) the units named, and where."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kfmodel.compilation.compilation import CategoryRow, DialogueRow
from kfmodel.compilation.report.sentences.language import UNIT, named, of_all
from kfmodel.methods import Driver, Method


@dataclass(frozen=True, slots=True)
class DriverNamed:
    """A driver with the units and the categories whose answers name it."""

    driver: Driver
    units: int
    categories: tuple[str, ...]


def drivers_named(rows: Sequence[CategoryRow], method: Method) -> list[DriverNamed]:
    """Every driver of the method, the one that most units named first."""
    answers = [row for category in rows for row in category.shown]
    found = [_named(driver, answers) for driver in method.drivers]
    return sorted(found, key=lambda named_driver: -named_driver.units)


def _named(driver: Driver, answers: Iterable[DialogueRow]) -> DriverNamed:
    naming = [
        row.dialogue
        for row in answers
        if row.dialogue.answers and driver.id in row.dialogue.answers.drivers
    ]
    units = {dialogue.organisation_code for dialogue in naming}
    return DriverNamed(driver, len(units), tuple(dict.fromkeys(d.category for d in naming)))


def units_answering(rows: Sequence[CategoryRow]) -> int:
    """Units with an answer that may be shown."""
    return len({row.dialogue.organisation_code for category in rows for row in category.shown})


def most_named(drivers: Sequence[DriverNamed], units: int) -> str:
    """The driver that most units name, or those that share the place."""
    most = max((driver.units for driver in drivers), default=0)
    if not most:
        return "Ingen enhet har angett någon påverkansfaktor."
    names = [driver.driver.sv for driver in drivers if driver.units == most]
    return f"Oftast nämns {named(names)}, av {of_all(most, units, UNIT)} som har svarat."


def where_named(driver: DriverNamed, units: int, categories: int) -> str:
    """How many units name a driver, and in which categories."""
    if not driver.units:
        return "Ingen enhet har angett den här påverkansfaktorn."
    where = of_all(len(driver.categories), categories)
    names = f": {named(driver.categories)}" if len(driver.categories) < categories else ""
    return f"Nämns av {of_all(driver.units, units, UNIT)} som har svarat, i {where}{names}."
