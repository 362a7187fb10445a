"""What a method file holds."""

from collections.abc import Iterable
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from kfmodel.scales import Likelihood, Need, Severity


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Named(_Part):
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


class Band(_Part):
    """An interval in percent; an end that is left out is open."""

    from_pct: int | None = None
    to_pct: int | None = None

    @model_validator(mode="after")
    def _has_an_end(self) -> "Band":
        if self.from_pct is None and self.to_pct is None:
            raise ValueError("a band needs from_pct or to_pct")
        return self


class NeedBand(Band):
    """What a need answer means as a difference from the baseline."""

    value: Need


class LikelihoodBand(Band):
    value: Likelihood


class Method(_Part):
    """An assessment method. `baseline` is what "Samma" is compared with; `severities` are those of
    the scale that it uses; `risk` says whether operations and work environment are judged together
    or apart."""

    id: str
    version: str
    name: Named
    source: str
    baseline: Literal["projection", "today"]
    horizons: tuple[int, ...] = Field(min_length=1)
    smallest_group: int = Field(ge=1)
    steps: tuple[str, ...] = Field(min_length=1)
    severities: tuple[Severity, ...] = ()
    risk: Literal["together", "apart"] = "together"
    need: tuple[NeedBand, ...] = ()
    likelihood: tuple[LikelihoodBand, ...] = ()
    drivers: tuple[Driver, ...] = ()
    areas: tuple[Area, ...] = ()

    @cached_property
    def driver_by_id(self) -> dict[str, Driver]:
        return {driver.id: driver for driver in self.drivers}

    @cached_property
    def area_by_id(self) -> dict[str, Area]:
        return {area.id: area for area in self.areas}

    @property
    def severity_questions(self) -> tuple[str, ...]:
        """The answers that a severity is given as; none where the method does not ask of risk."""
        if not self.severities:
            return ()
        if self.risk == "together":
            return ("severity",)
        return ("severity_operations", "severity_work_environment")

    def drivers_in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Drivers in the method's order; one that it does not know comes last."""
        places = {driver_id: place for place, driver_id in enumerate(self.driver_by_id)}
        return tuple(sorted(ids, key=lambda driver_id: places.get(driver_id, len(places))))

    def need_band(self, value: Need) -> NeedBand:
        return next(band for band in self.need if band.value is value)
