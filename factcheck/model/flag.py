"""A flag: two or more places in the article that do not agree, or one that needs a look. It never says which is right."""

from __future__ import annotations

from enum import StrEnum

from pydantic import AwareDatetime

from factcheck.model.base import Kept, Model, Words


class Severity(StrEnum):
    """How sure the check is that an editor would act on it."""

    ERROR = "error"
    WARNING = "warning"
    LOOK = "look"


class Flag(Model):
    """What a check found. `spans` holds every place involved; `fingerprint` survives edits elsewhere in the article."""

    check: str
    severity: Severity
    message: str
    spans: tuple[Words, ...]
    suggestion: str | None = None
    fingerprint: str


class Dismissal(Kept):
    """Somebody looked at a flag and let it pass, and why. `check` is there for the reader of the file."""

    fingerprint: str
    check: str
    by: str
    at: AwareDatetime
    reason: str
