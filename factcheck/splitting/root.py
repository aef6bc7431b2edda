"""The head of a clause that asserts something by itself, and what the clause lacks because it stands elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token


class Link(StrEnum):
    """What an atom lacks because it stands elsewhere in the sentence or the article."""

    NONE = "none"
    SUBJECT = "subject"
    """The subject of the clause that it is coordinated with, and any auxiliary: "… and rejected the plan"."""
    PARTICIPLE = "participle"
    """The subject, and a tense: "…, killing three"."""
    FRONTED = "fronted"
    """The subject, and a form of "be": "Founded in 1962, …"."""
    STATE = "state"
    """The same, before it: "the bridge, | built in 1968, …", "Ann Lee, | a nurse who …, won"."""
    CLAUSE = "clause"
    """The whole clause that it hangs on: "…, killing three", where the collapse killed."""
    ADDITION = "addition"
    """The clause that it adds to: "[Sales were £4m,] up from £3m"."""
    ITEM = "item"
    """The clause before its colon: "[Five people were hurt:] a nurse"."""
    CAUSE = "cause"
    """The clause that it gives the reason of: "[The match was off] because it snowed"."""
    WITH = "with"
    """A finite verb, and no "with": "…, with two people hurt"."""
    RELATIVE = "relative"
    """What its relative pronoun means: "…, who took over in 2011"."""
    PLACE = "place"
    """Where its "where" is: "in Leeds, where he taught"."""
    ANTECEDENT = "antecedent"
    """What a relative pronoun means, which stays: "an explosion | that he described as …"."""
    SPEAKER = "speaker"
    """The speaker, who stands before an earlier cue: "… and said Kim had promised"."""
    SPEECH = "speech"
    """Speaker and cue: "…, and that it would close", or a quotation that goes on."""


@dataclass(frozen=True)
class Root:
    """The verb (or noun) that heads a clause, what the clause lacks, the tokens of the subject it lacks, and the auxiliaries."""

    token: Token
    link: Link = Link.NONE
    subject: list[Token] = field(default_factory=list)
    auxiliary: str = ""
