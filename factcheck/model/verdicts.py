"""The table of verdicts, one row each, and of what a claim's standing can be. All that knows a verdict is made from its row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from factcheck.model.base import Tabled


class Tone(StrEnum):
    """What a colour has to say of a standing. Each view has its own table of colours for these."""

    OPEN = "open"
    """Nobody has decided."""
    GOOD = "good"
    """It can run as it is."""
    DOUBT = "doubt"
    """Something about it is not right."""
    BAD = "bad"
    """It is wrong."""
    DARK = "dark"
    """It cannot be found out."""
    ASIDE = "aside"
    """There is nothing to find out."""
    CLASH = "clash"
    """Readers differ."""
    OLD = "old"
    """It was decided on other words."""


class Rating(NamedTuple):
    """How ClaimReview rates it: a number from 1, false, to 5, true (Google: the closer to the best, the more true), or none, and a name."""

    value: int | None
    name: str


@dataclass(frozen=True, kw_only=True)
class StandingRow:
    """What is known of a standing: its sign, one narrow one that no article uses as punctuation; its colour; and what it means.

    What is `alarming` must be looked at before the article runs. `missing` says what stands in the way of a sign-off while somebody
    still has to decide, and is None when nobody has to.
    """

    sign: str
    tone: Tone
    meaning: str
    alarming: bool = False
    missing: str | None = None


@dataclass(frozen=True, kw_only=True)
class VerdictRow(StandingRow):
    """A verdict is a standing with a key of its own. `along` is the key that decides a claim's parts (names, dates and figures) along with
    it, where that is not shift with the same letter. One that `leans` on something needs the sources that a newsroom's policy asks for;
    an opinion, and what cannot be found out, lean on nothing. `deed` says what somebody did who gave it to the claim in its braces.
    """

    key: str
    along: str = ""
    leans: bool
    deed: str
    rating: Rating | None


class Verdict(Tabled):
    """What a reader decides about a claim."""

    row: VerdictRow

    VERIFIED = "verified", VerdictRow(
        sign="✓", key="v", tone=Tone.GOOD, meaning="verified", leans=True, deed="verified {}", rating=Rating(5, "True")
    )  # fmt: skip
    DISPUTED = "disputed", VerdictRow(
        sign="≠", key="d", tone=Tone.DOUBT, meaning="disputed", leans=True, deed="disputed {}", alarming=True, rating=Rating(3, "Disputed")
    )  # fmt: skip
    FALSE = "false", VerdictRow(
        sign="✗", key="x", tone=Tone.BAD, meaning="false", leans=True, deed="called {} false", alarming=True, rating=Rating(1, "False")
    )  # fmt: skip
    UNVERIFIABLE = "unverifiable", VerdictRow(
        sign="¿", key="u", tone=Tone.DARK, meaning="unverifiable: it cannot be found out", leans=False, deed="called {} unverifiable",
        rating=Rating(None, "Unverifiable")
    )  # fmt: skip
    OPINION = "opinion", VerdictRow(
        sign="◇", key="o", tone=Tone.ASIDE, meaning="opinion: nothing that could be true or false", leans=False,
        deed="called {} an opinion", rating=None
    )  # fmt: skip


class Standing(Tabled):
    """Where a claim stands: derived from its reviews, never stored. It is one of the verdicts, or somebody still has to decide."""

    row: StandingRow

    _ignore_ = "_members _verdict"  # no members themselves: https://docs.python.org/3/howto/enum.html#timeperiod
    _members = vars()

    UNREVIEWED = "unreviewed", StandingRow(
        sign="○", tone=Tone.OPEN, meaning="unreviewed: nobody has decided yet", missing="not decided"
    )  # fmt: skip
    for _verdict in Verdict:
        _members[_verdict.name] = _verdict.value, _verdict.row
    CONFLICT = "conflict", StandingRow(
        sign="↯", tone=Tone.CLASH, meaning="conflict: two readers differ", alarming=True, missing="readers differ"
    )  # fmt: skip
    STALE = "stale", StandingRow(
        sign="↻", tone=Tone.OLD, meaning="stale: decided, but the words have changed since", alarming=True, missing="decided on other words"
    )  # fmt: skip

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that it is; None when somebody still has to decide."""
        return None if self.open else Verdict(self.value)

    @property
    def open(self) -> bool:
        """Whether somebody still has to decide."""
        return self.row.missing is not None

    @property
    def unsettled(self) -> bool:
        """Whether it was decided, and somebody has to decide again."""
        return self.open and self is not Standing.UNREVIEWED

    @property
    def sign(self) -> str:
        """One narrow sign, so that colour is never needed to tell standings apart."""
        return self.row.sign
