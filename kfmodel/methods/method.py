"""What a method file holds."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, Literal

from pydantic import Field, model_validator

from kfmodel.methods.bands import Hole, LikelihoodBand, NeedBand, Part
from kfmodel.scales import Likelihood, Need, Severity


class Named(Part):
    """Something with a name in both languages."""

    sv: str
    en: str

    def label(self, language: str) -> str:
        return self.en if language == "en" else self.sv


class Driver(Named):
    """Påverkansfaktor."""

    id: str


class Area(Named):
    """Område that an activity belongs to."""

    id: str


class Method(Part):
    """An assessment method. `baseline` is what "Samma" is compared with; `horizons` are years from
    the cycle's; `levels` says how competence levels are asked: as moves between them, as percentage
    points, or as heads at each level now and needed. `severities` are those of the scale that it
    uses; `risk` says whether operations and work environment are judged together or apart. `holes`
    are what the intervals leave open on purpose."""

    id: str
    version: str
    name: Named
    source: str
    baseline: Literal["projection", "today"]
    horizons: tuple[Literal[2, 5], ...] = Field(min_length=1)
    smallest_group: int = Field(ge=1)
    steps: tuple[str, ...] = Field(min_length=1)
    levels: Literal["moves", "points", "heads", "none"] = "none"
    severities: tuple[Severity, ...] = ()
    risk: Literal["together", "apart"] = "together"
    need: tuple[NeedBand, ...] = ()
    likelihood: tuple[LikelihoodBand, ...] = ()
    holes: tuple[Hole, ...] = ()
    drivers: tuple[Driver, ...] = ()
    areas: tuple[Area, ...] = ()

    @model_validator(mode="after")
    def _steps_have_what_they_ask(self) -> "Method":
        """A part and the step that asks for it come together."""
        parts = {
            "need": self.asks_need(),
            "levels": self.asks_shares(),
            "heads_now": self.counts_heads(),
            "heads_needed": self.counts_heads(),
            "risk": bool(self.severity_questions),
        }
        for step, used in parts.items():
            if (step in self.steps) != used:
                raise ValueError(f"step {step} and what it asks for do not come together")
        if self.likelihood and "risk" not in self.steps:
            raise ValueError("likelihood is asked in the step risk, which is not there")
        return self

    @model_validator(mode="after")
    def _names_everything_once(self) -> "Method":
        named: dict[str, Sequence[Any]] = {
            "steps": self.steps,
            "horizons": self.horizons,
            "severities": self.severities,
            "need": [band.value for band in self.need],
            "likelihood": [band.value for band in self.likelihood],
            "drivers": [driver.id for driver in self.drivers],
            "areas": [area.id for area in self.areas],
        }
        for name, values in named.items():
            if len(set(values)) != len(values):
                raise ValueError(f"{name} has the same value twice")
        return self

    @cached_property
    def driver_by_id(self) -> dict[str, Driver]:
        return {driver.id: driver for driver in self.drivers}

    @cached_property
    def area_by_id(self) -> dict[str, Area]:
        return {area.id: area for area in self.areas}

    def asks_need(self) -> bool:
        """Whether more or fewer people are needed, in the words of the scale."""
        return bool(self.need)

    def asks_shares(self) -> bool:
        """Whether levels are asked as shares of the group: by moves, or in percentage points."""
        return self.levels in ("moves", "points")

    def counts_heads(self) -> bool:
        """Whether levels are asked as heads at each of them."""
        return self.levels == "heads"

    def asks_words(self) -> bool:
        """Whether the gap in words stands in the place of levels."""
        return self.levels == "none"

    def asks_severity(self) -> bool:
        """Whether risk is judged for operations and work environment together."""
        return "severity" in self.severity_questions

    def asks_severities_apart(self) -> bool:
        """Whether it is judged for each of them."""
        return "severity_operations" in self.severity_questions

    def asks_likelihood(self) -> bool:
        """Whether it is judged how likely the risk is."""
        return bool(self.likelihood)

    def offers(self, question: str) -> tuple[Need | Severity | Likelihood, ...]:
        """The answers that a question on a scale may have; none where it is not asked."""
        if question in self.severity_questions:
            return self.severities
        if question == "likelihood":
            return tuple(band.value for band in self.likelihood)
        needs = {f"need_{years}y" for years in self.horizons}
        return tuple(band.value for band in self.need) if question in needs else ()

    @property
    def severity_questions(self) -> tuple[str, ...]:
        """The answers that a severity is given as; none where the method does not ask of risk."""
        if not self.severities:
            return ()
        if self.risk == "together":
            return ("severity",)
        return ("severity_operations", "severity_work_environment")

    @property
    def risk_questions(self) -> tuple[str, ...]:
        """The answers of the step risk, in the order they are asked."""
        return (*self.severity_questions, *(("likelihood",) if self.asks_likelihood() else ()))

    def drivers_in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Drivers in the method's order; one that it does not know comes last."""
        places = {driver_id: place for place, driver_id in enumerate(self.driver_by_id)}
        return tuple(sorted(ids, key=lambda driver_id: places.get(driver_id, len(places))))

    def need_band(self, value: Need) -> NeedBand:
        """What the answer means in percent. The method must offer it."""
        return next(band for band in self.need if band.value is value)
