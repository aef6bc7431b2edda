"""A flag: two or more places in the article that do not agree, or one that needs a look. It never says which is right."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import AwareDatetime

from factcheck.model.base import Kept, Model, Tabled, Words


class SeverityRow(NamedTuple):
    """Its name in a SARIF log (3.27.10) and in GitHub's workflow commands, and whether it `counts` unless a person asks for more."""

    sarif: str
    github: str
    counts: bool


class Severity(Tabled):
    """How sure the check is that an editor would act on it."""

    row: SeverityRow

    ERROR = "error", SeverityRow("error", "error", counts=True)
    WARNING = "warning", SeverityRow("warning", "warning", counts=True)
    LOOK = "look", SeverityRow("note", "notice", counts=False)


class Flag(Model):
    """What a check found. `spans` holds every place involved; `fingerprint` survives edits elsewhere in the article."""

    check: str
    severity: Severity
    message: str
    spans: tuple[Words, ...]
    suggestion: str | None = None
    fingerprint: str

    @property
    def wrong(self) -> Words | None:
        """The first words in whose place it suggests others."""
        return next((span for span in self.spans if self.suggestion and span.text != self.suggestion), None)


class Waiver(Kept):
    """Words of the article, `text` from `start` to `end`, that somebody said need no checking, and why: they may stand in no claim."""

    start: int
    end: int
    text: str
    by: str
    at: AwareDatetime
    reason: str


class Dismissal(Kept):
    """Somebody looked at a flag and let it pass, and why. `check` is there for the reader of the file."""

    fingerprint: str
    check: str
    by: str
    at: AwareDatetime
    reason: str
