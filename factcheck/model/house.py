"""What a newsroom has settled for the checks: spellings it prefers, names it knows, and which checks count how much."""

from __future__ import annotations

from pydantic import Field, StrictBool, field_validator

from factcheck.model.base import Model
from factcheck.model.flag import Severity


class House(Model):
    """A house list. `names` are known to be right as written; `prefer` holds spellings and what stands in their place;
    with `leave_quoted` what somebody is quoted as saying is left alone; `off` are the ids of checks not to run; `severity` the severity of
    a check, by id, in the place of its own.
    """

    names: frozenset[str] = frozenset()
    prefer: dict[str, str] = Field(default_factory=dict)
    leave_quoted: StrictBool = False
    off: frozenset[str] = frozenset()
    severity: dict[str, Severity] = Field(default_factory=dict)

    @field_validator("prefer")
    @classmethod
    def _on_one_line(cls, prefer: dict[str, str]) -> dict[str, str]:
        spaced = {" ".join(spelling.split()): " ".join(right.split()) for spelling, right in prefer.items()}
        return {spelling: right for spelling, right in spaced.items() if spelling}


NO_HOUSE = House()
"""Nothing settled: every check as it is."""
