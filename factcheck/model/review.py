"""What readers decide about a claim, what they lean on, and how a claim's standing follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from pydantic import AwareDatetime

from factcheck.model.base import Kept, Model
from factcheck.model.source import key_of


class Verdict(StrEnum):
    """What a reader decides about a claim."""

    VERIFIED = "verified"
    DISPUTED = "disputed"
    FALSE = "false"
    UNVERIFIABLE = "unverifiable"
    OPINION = "opinion"


class Standing(StrEnum):
    """Where a claim stands: derived from its reviews, never stored."""

    UNREVIEWED = "unreviewed"
    VERIFIED = "verified"
    DISPUTED = "disputed"
    FALSE = "false"
    UNVERIFIABLE = "unverifiable"
    OPINION = "opinion"
    CONFLICT = "conflict"
    STALE = "stale"

    @property
    def open(self) -> bool:
        """Whether somebody still has to decide."""
        return self in (Standing.UNREVIEWED, Standing.CONFLICT, Standing.STALE)

    @property
    def sign(self) -> str:
        """One narrow sign, so that colour is never needed to tell standings apart, and that no article uses as punctuation."""
        return _SIGNS[self.value]


_SIGNS = {
    "unreviewed": "○", "verified": "✓", "disputed": "≠", "false": "✗", "unverifiable": "¿", "opinion": "◇", "conflict": "↯", "stale": "↻",
}  # fmt: skip


class Aspect(StrEnum):
    """Which half of an attributed claim is judged: that it was said, or that what was said is so."""

    SAID = "said"
    SO = "so"


class ReviewRole(StrEnum):
    """In what capacity somebody reviews. An editor's verdict settles what readers differ on."""

    CHECKER = "checker"
    SECOND = "second"
    EDITOR = "editor"


class Reader(Model):
    """Who sits at the desk, in what capacity, and whether without sight of what others have decided."""

    name: str
    role: ReviewRole = ReviewRole.CHECKER
    blind: bool = False


class Review(Kept):
    """One entry in a claim's history, never changed once written: a verdict, a note, a correction or a question.

    `judged` is the hash of the words that the verdict was about (`Claim.judged`). A review without a verdict is a note
    (`note`) or a question to the author (`question`). `blind` marks a verdict given without sight of what others had decided.
    """

    by: str
    at: AwareDatetime
    role: ReviewRole = ReviewRole.CHECKER
    aspect: Aspect | None = None
    verdict: Verdict | None = None
    note: str | None = None
    correction: str | None = None
    question: str | None = None
    judged: str | None = None
    blind: bool = False


class Stance(StrEnum):
    """What a piece of evidence does to the claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    QUALIFIES = "qualifies"
    MENTIONS = "mentions"


class EvidenceLevel(StrEnum):
    """Whether the source was there itself, or reports what another says."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Evidence(Kept):
    """What a verdict leans on: an address (`url`) or another source (a book, a call, a document) and what it says."""

    url: str | None = None
    source: str | None = None
    title: str | None = None
    stance: Stance = Stance.SUPPORTS
    level: EvidenceLevel | None = None
    quote: str | None = None
    locator: str | None = None
    accessed: date | None = None
    added_by: str | None = None
    added_at: datetime | None = None

    @property
    def key(self) -> str:
        """Which source of the case it comes from: `Source.key`."""
        return key_of(self.url, self.source)

    @property
    def origin(self) -> str:
        """What it comes from, to count sources by: the site of an address, else the other source's name, in lower case."""
        if self.url is None:
            return " ".join((self.source or "").casefold().split())
        site = self.url.partition("://")[2] or self.url
        return site.partition("/")[0].rpartition("@")[2].casefold().removeprefix("www.")


def standing_of(reviews: Iterable[Review], aspect: Aspect | None, judged: str) -> Standing:
    """Where one aspect of a claim stands.

    The newest verdict of each reader counts, and only verdicts on the words that stand there now (`judged`). An editor's
    newest verdict outweighs the readers'. Verdicts on other words make the claim stale; verdicts that differ, a conflict.
    """
    newest: dict[tuple[bool, str], Review] = {}
    for review in reviews:
        if review.verdict is not None and review.aspect == aspect:
            newest[review.role is ReviewRole.EDITOR, review.by] = review
    current = {key: r.verdict for key, r in newest.items() if r.judged in (None, judged) and r.verdict is not None}
    if not current:
        return Standing.STALE if newest else Standing.UNREVIEWED
    weightiest = {v for (editor, _), v in current.items() if editor} or set(current.values())
    return Standing(weightiest.pop()) if len(weightiest) == 1 else Standing.CONFLICT
