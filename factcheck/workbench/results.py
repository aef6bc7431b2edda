"""What an action did, in words for the reviewer."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Aspect, Claim, count, one_line

NONE_CHOSEN = "No claim is chosen; move to one first."
"""What is said where there is nothing to do something to."""


@dataclass(frozen=True)
class ActionResult:
    """What an action did, in words for the reviewer; `saves` when the case has changed and must go to disk."""

    words: str
    saves: bool = False


def about(what: str, claim: Claim, aspect: Aspect | None = None, along: int = 0) -> str:
    """What was done, on which half of which claim, and how many of its parts went along."""
    half = f" {aspect.row.that}" if aspect else ""
    parts = f" and its {along} names, dates and figures" if along > 1 else " and its name, date or figure" if along else ""
    return f"{what}{half}: {called(claim)}{parts}"


def on(what: str, claim: Claim) -> str:
    """What was added to a claim, or taken from it."""
    return f"{what} on {called(claim)}"


def called(claim: Claim) -> str:
    """A claim by its first words."""
    return f"“{one_line(claim.in_context, 48)}”"


def pieces(n: int) -> str:
    """So much evidence."""
    return count(n, "piece of evidence", "pieces of evidence")


def followed(anew: int, gone: int) -> str:
    """How many claims have changed or are new, and how many are gone."""
    told = [f"{count(anew, 'claim has', 'claims have')} changed"] if anew else []
    if gone:
        told.append(f"{count(gone, 'is', 'are') if anew else count(gone, 'claim is', 'claims are')} gone")
    return " and ".join(told) or "no claim has changed"


def sentence(words: str) -> str:
    """The words as a sentence."""
    return f"{words[0].upper()}{words[1:]}."
