"""How often the checks were right where that was measured, as `data/measured.toml` has it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field


class Counts(BaseModel):
    """What a check did: `sure` flags and those that only want a `look` on published articles, how many of them were `read` and `right`,

    and how many natural slips it `found`.
    """

    model_config = ConfigDict(extra="forbid")

    sure: int = 0
    look: int = 0
    read: int = 0
    right: int = 0
    found: int = 0


class Measured(BaseModel):
    """The `articles` that were gone through and what they are (`published`), the natural `slips`, and what each check did there."""

    model_config = ConfigDict(extra="forbid")

    command: str
    articles: int
    published: str
    slips: int
    natural: str
    checks: dict[str, Counts] = Field(default_factory=dict)


@cache
def measured() -> Measured:
    """The numbers as they were last measured."""
    text = files(__package__).joinpath("data", "measured.toml").read_text(encoding="utf-8")
    return Measured.model_validate(tomllib.loads(text))
