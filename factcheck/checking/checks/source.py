"""`source`: "the official said", and no official was ever introduced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checking.context import Context
from factcheck.checking.registry import Check, Finding
from factcheck.model import Severity

ROLES = (
    "official minister spokesman spokeswoman spokesperson source diplomat officer aide adviser advisor analyst expert researcher "
    "economist lawyer executive manager detective investigator scientist professor doctor witness envoy"
).split()
"""Nouns for somebody whom an article quotes and has to introduce (Reuters Handbook of Journalism, 'sources')."""

_VAGUE = {"senior", "same", "second", "other", "unnamed", "top", "former", "local"}

_FOLLOWS = (
    r"(?=\s*(?:[,.;:!?\"'”’)\]—–-]|$)|\s+(?:who|whose|said|says|say|told|tells|added|adds|with|from|in|at|of|on|for|to|by|and|or|but|as|is|was|are|were|has|had|have|"
    r"familiar|close|briefed|involved|speaking|that|which|confirmed|declined|warned|also|later|then|[A-Z]))"
)
"""What follows a noun for a person, but not an adjective: takes `official, who` and `minister said`, not `official visit`."""


def find(context: Context) -> Iterator[Finding]:
    """Speakers that are "the" and a role, with nobody of that role before them."""
    text, told = context.article.text, set()
    for claim in context.claims:
        speaker = claim.speaker
        if speaker is None or speaker.name is not None or speaker.start in told:
            continue
        told.add(speaker.start)
        role = _bare_role(speaker.text)
        if role is None or not any(b.start <= speaker.start < b.end for b in context.blocks):
            continue
        if not any(_introduces(text[b.start : min(b.end, speaker.start)], role) for b in context.blocks if b.start < speaker.start):
            first = context.at(speaker.start, speaker.end)
            yield Finding(
                (first,),
                f"“{first.text}” is quoted as if known to the reader, but no {role} is introduced anywhere before it.",
                Severity.WARNING,
            )


def _bare_role(words: str) -> str | None:
    """The role in "the official" or "the senior official"; None for anyone told apart by more words."""
    first, *rest = words.lower().split()
    if first != "the" or not rest or len(rest) > 2 or rest[-1] not in ROLES or any(w not in _VAGUE for w in rest[:-1]):
        return None
    return rest[-1]


def _introduces(before: str, role: str) -> bool:
    """Whether somebody of the role (in the singular or plural, of any gender) is named in the text before."""
    stem = "spokes(?:man|woman|person|men|women|people|persons)" if role.startswith("spokes") else rf"{role}s?"
    pattern = rf"\b{stem}\b{_FOLLOWS}" if role == "official" else rf"\b{stem}\b"
    plural = rf"\b{role}s\b"
    return re.search(pattern, before, re.IGNORECASE if role != "official" else 0) is not None or re.search(plural, before, re.IGNORECASE) is not None


CHECK = Check(
    id="source",
    looks_for="a speaker who is spoken of as known and was never introduced",
    rule="Reuters Handbook of Journalism, 'sources': say who a source is where the source first speaks",
    find=find,
    catches=(
        "Talks go on\n\nThe two sides met in Oslo on Monday. The mood was good. There is still time, the official said.\n",
        'Bridge shut\n\nThe bridge was closed at noon. "It may take a week," the spokesman said.\n',
        "Fire at mill\n\nThe mill burned down overnight. The investigator said the cause was not known.\n",
    ),
    passes=(
        "Talks go on\n\nA European official said on Monday the mood was good. There is still time, the official said.\n",
        "Bridge shut\n\nThe bridge was closed at noon. The Norwegian transport minister said it may take a week.\n",
        "Fire at mill\n\nJoan Pike, an investigator with the county, came at dawn. The investigator said the cause was not known.\n",
    ),
)
