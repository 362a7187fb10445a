"""What an answer means in percent: intervals, and the holes that are meant to be between them."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

from kfmodel.scales import Likelihood, Need


class Part(BaseModel):
    """A part of a method file: nothing in it that is not known, and nothing changes it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Band(Part):
    """An interval in percent, both ends included; an end that is left out is open."""

    from_pct: int | None = None
    to_pct: int | None = None

    @model_validator(mode="after")
    def _has_an_end(self) -> "Band":
        if self.from_pct is None and self.to_pct is None:
            raise ValueError("a band needs from_pct or to_pct")
        if self.from_pct is not None and self.to_pct is not None and self.from_pct > self.to_pct:
            raise ValueError("a band's from_pct is not above its to_pct")
        return self


class NeedBand(Band):
    """What a need answer means as a difference from the baseline."""

    value: Need


class LikelihoodBand(Band):
    """What a likelihood means, in percent."""

    value: Likelihood


class Hole(Band):
    """Percent between two answers that are known to be neither; its ends are the answers' own."""

    of: Literal["need", "likelihood"] = "need"
