"""What readers decide about a claim, what they lean on, and how a claim's standing follows from it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from pydantic import AwareDatetime

from factcheck.model.address import Address
from factcheck.model.base import Kept, Model, Tabled
from factcheck.model.names import folded
from factcheck.model.source import key_of
from factcheck.model.verdicts import Standing, Verdict


class AspectRow(NamedTuple):
    """The half of a claim in words: as what a verdict is on, and as the question that it answers."""

    that: str
    question: str


class Aspect(Tabled):
    """Which half of an attributed claim is judged: that it was said, or that what was said is so."""

    row: AspectRow

    SAID = "said", AspectRow("that it was said", "was it said?")
    SO = "so", AspectRow("that it is so", "is it so?")


class RoleRow(NamedTuple):
    """Whether somebody in this capacity settles what readers differ on, and may sign a case off."""

    settles: bool


class ReviewRole(Tabled):
    """In what capacity somebody reviews. An editor's verdict settles what readers differ on."""

    row: RoleRow

    CHECKER = "checker", RoleRow(settles=False)
    SECOND = "second", RoleRow(settles=False)
    EDITOR = "editor", RoleRow(settles=True)


class Reader(Model):
    """Who sits at the desk, in what capacity, and whether without sight of what others have decided."""

    name: str
    role: ReviewRole = ReviewRole.CHECKER
    blind: bool = False


class Review(Kept):
    """One entry in a claim's history, never changed once written: a verdict, a note, a correction, a question, or what came of one.

    `correction` is what should change before the article runs; what was changed after it ran is a `Correction` of the case.
    `judged` is the hash of the words that the verdict was about (`Claim.judged`). A review without a verdict is a note
    (`note`) or a question to the author (`question`). `blind` marks a verdict given without sight of what others had decided.
    An entry `on` another one, by its `ref`, holds the author's `answer` to that question, takes it back (`withdraws`), or has other words
    in the place of its note or question.
    """

    by: str
    at: AwareDatetime
    role: ReviewRole = ReviewRole.CHECKER
    aspect: Aspect | None = None
    verdict: Verdict | None = None
    note: str | None = None
    correction: str | None = None
    question: str | None = None
    answer: str | None = None
    on: str | None = None
    withdraws: bool = False
    judged: str | None = None
    blind: bool = False

    @property
    def ref(self) -> str:
        """What other entries name it by: a hash of who wrote it, when, and in which words. Entries that share one say the same."""
        parts = (self.by, str(self.at.timestamp()), self.note or "", self.question or "", self.answer or "")
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


class StanceRow(NamedTuple):
    """The key that chooses it in a form, if a reader may, and whether it tells for or against the claim: else it counts as no source."""

    key: str | None
    tells: bool


class Stance(Tabled):
    """What a piece of evidence does to the claim."""

    row: StanceRow

    SUPPORTS = "supports", StanceRow("s", tells=True)
    REFUTES = "refutes", StanceRow("r", tells=True)
    QUALIFIES = "qualifies", StanceRow("q", tells=True)
    MENTIONS = "mentions", StanceRow("m", tells=False)
    CITED = "cited", StanceRow(None, tells=False)
    """Named by the writer as where it comes from; no reader has said yet what it does."""


class LevelRow(NamedTuple):
    """The key that chooses it in a form, and what it means."""

    key: str
    meaning: str


class EvidenceLevel(Tabled):
    """Whether the source was there itself, or reports what another says."""

    row: LevelRow

    PRIMARY = "primary", LevelRow("p", "was there itself")
    SECONDARY = "secondary", LevelRow("s", "reports what another says")


class Evidence(Kept):
    """What a verdict leans on: an address (`url`) or another source (a book, a call, a document) and what it says.

    `note` is the writer's note that names it, as it stands in the annotated copy; of a published fact-check, its rating.
    `stance_by` is who said what it does to the claim, where that is not who added it.
    """

    url: Address | None = None
    source: Address | None = None
    title: str | None = None
    stance: Stance = Stance.SUPPORTS
    stance_by: str | None = None
    level: EvidenceLevel | None = None
    quote: str | None = None
    locator: str | None = None
    accessed: date | None = None
    note: str | None = None
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
            return folded(self.source or "")
        site = self.url.partition("://")[2] or self.url
        return site.partition("/")[0].casefold().removeprefix("www.")

    @property
    def bears_out(self) -> bool:
        """Whether it is given for what the claim says, so that the claim's own words, figures and days are to stand in its source."""
        return self.stance in (Stance.CITED, Stance.SUPPORTS)


class Former(Evidence):
    """A piece of evidence as it was before somebody took it away, or `changed` it."""

    ended_by: str
    ended_at: AwareDatetime
    changed: bool = False


def standing_of(reviews: Iterable[Review], aspect: Aspect | None, judged: str) -> Standing:
    """Where one aspect of a claim stands.

    The newest verdict of each reader counts, and only verdicts on the words that stand there now (`judged`). An editor's
    newest verdict outweighs the readers'. Verdicts on other words make the claim stale; verdicts that differ, a conflict.
    """
    newest: dict[tuple[bool, str], Review] = {}
    for review in reviews:
        if review.verdict is not None and review.aspect == aspect:
            newest[review.role.row.settles, review.by] = review
    current = {key: r.verdict for key, r in newest.items() if r.judged in (None, judged) and r.verdict is not None}
    if not current:
        return Standing.STALE if newest else Standing.UNREVIEWED
    weightiest = {v for (settles, _), v in current.items() if settles} or set(current.values())
    return Standing(weightiest.pop()) if len(weightiest) == 1 else Standing.CONFLICT
