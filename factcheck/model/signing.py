"""The sign-off of a case: an editor's word that it may go, and the reopening of a case that was signed off."""

from __future__ import annotations

from enum import StrEnum

from pydantic import AwareDatetime, Field, NonNegativeInt, model_validator

from factcheck.model.base import Kept, Model
from factcheck.model.claim import ClaimKind


class SignAction(StrEnum):
    """What an editor did to a case as a whole."""

    SIGNED = "signed"
    REOPENED = "reopened"


class SignOff(Kept):
    """One entry in a case's history, never changed once written. `note` is the reason of a reopening, which must have one.

    `seal` is the hash of what was signed off (`Case.seal`): with any other words or standings, the case is no longer signed off.
    """

    action: SignAction
    by: str
    at: AwareDatetime
    note: str | None = None
    seal: str | None = None

    @model_validator(mode="after")
    def _holds_what_it_needs(self) -> SignOff:
        if self.action is SignAction.REOPENED and not self.note:
            raise ValueError("a reopening needs its reason as a note")
        if self.action is SignAction.SIGNED and not self.seal:
            raise ValueError("a sign-off needs the seal of what was signed off")
        return self


class Policy(Model):
    """What a newsroom asks of a case before an editor may sign it off, beside a verdict on every claim.

    `second_reader` are the kinds of claims that two people must have judged, `so` those of which it must also be decided whether what
    was said is so; `sources` says how many independent sources a kind needs, and `primary` which kinds need one that was there itself;
    `editors` are who signs off: anybody, when empty.
    """

    second_reader: frozenset[ClaimKind] = frozenset()
    so: frozenset[ClaimKind] = frozenset()
    primary: frozenset[ClaimKind] = frozenset()
    sources: dict[ClaimKind, NonNegativeInt] = Field(default_factory=dict)
    editors: frozenset[str] = frozenset()
