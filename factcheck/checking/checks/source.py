"""`source`: "the official said", and no official was ever introduced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.language.lexicon import meanings
from factcheck.model import Severity, Speaker, Words

INTRODUCED_BY: dict[str, str] = meanings("introductions", "introduced_by")
"""Who has to be introduced before "the official" is quoted, and the words, besides the noun itself, that introduce one.

After the Reuters Handbook of Journalism ("sources") and the AP's rules on anonymous sources; synonyms and members
from WordNet's noun.person.
`spokes` stands for spokesman, spokeswoman, spokespeople and the like.
"""

VAGUE = frozenset("senior same unnamed top anonymous second other aforementioned".split())
"""Adjectives that tell nobody who it is."""

TELLS_WHO = re.compile(
    r"\s{1,2}(?:of|in|at|from|for|with|on|who|whose|responsible|familiar|close|named|called|involved)\b"
    r"|,\s(?:[^\W_a-z]|an?\s|the\s|who)|\s[^\W_a-z\d]"
)
"""What follows a role when the words there say who it is: takes ` at the embassy` and `, Ann Hill,`, not ` said that`."""

ADJECTIVE = re.compile(
    r"\s{1,2}(?:[^\W\d_]{1,30}\s){0,3}?"
    r"(?:visit|visits|results?|statements?|figures?|data|news|agency|website|account|report|reports|records?|statistics|opposition|launch|opening"
    r"|residence|role|line|language|name|policy|duties|capacity|response|reason|word|rate|estimates?|documents?|site|trip|complaint|notice"
    r"|inquiry|investigation|position|channels?|media|broadcaster|newspaper|tally|count|toll|title|announcement|act|emails?|business|poll"
    r"|portrait|guidance|secrets?)\b"
    r"|\s{1,2}[A-Z]{2,}\b"
)
"""What follows "official" when it is no person: takes ` visit` and ` KCNA`, not ` said`."""


def find(context: CheckContext) -> Iterator[Finding]:
    """Speakers that are "the" and a role, with nobody of that role before them."""
    bare: dict[str, list[Speaker]] = {}
    for speaker in _speakers(context):
        role = _bare_role(speaker.text)
        if role is not None and not TELLS_WHO.match(context.text, speaker.end):
            bare.setdefault(role, []).append(speaker)
    for role, speakers in bare.items():
        first = min(speakers, key=lambda s: s.start)
        if not _introduced(context, role, first.start):
            yield _finding(role, speakers)


def _speakers(context: CheckContext) -> Iterator[Speaker]:
    """The speakers of the claims whom the splitter could not name, each once."""
    seen: set[int] = set()
    for claim in context.claims:
        speaker = claim.speaker
        if speaker is None or speaker.name is not None or speaker.start in seen or context.block_at(speaker.start) is None:
            continue
        seen.add(speaker.start)
        yield speaker


def _bare_role(words: str) -> str | None:
    """The role in "the official" or "the senior official"; None for anyone whom more words tell apart."""
    first, *rest = words.lower().split() or [""]
    if first not in ("the", "that") or not rest or rest[-1] not in INTRODUCED_BY or any(word not in VAGUE for word in rest[:-1]):
        return None
    return rest[-1]


def _introduced(context: CheckContext, role: str, before: int) -> bool:
    """Whether a word that introduces the role stands before the offset, other than in "the official" itself."""
    names = {role, f"{role}s", *INTRODUCED_BY[role].split()}
    previous = ""
    for word in context.words:
        if word.start >= before:
            return False
        low = word.text.lower()
        if (low in names or ("spokes" in names and low.startswith("spokes"))) and not _bare(context, low, role, previous, word.end):
            return True
        previous = low
    return False


def _bare(context: CheckContext, low: str, role: str, previous: str, end: int) -> bool:
    """Whether the word is "the official" once more, or "official" that says what kind of thing something is."""
    if low != role:
        return False
    if previous in ("the", "that") and not TELLS_WHO.match(context.text, end):
        return True
    return role == "official" and ADJECTIVE.match(context.text, end) is not None


def _finding(role: str, speakers: list[Speaker]) -> Finding:
    spans = tuple(Words(start=s.start, end=s.end, text=s.text) for s in sorted(speakers, key=lambda s: s.start))
    article = "an" if role[0] in "aeiou" else "a"
    message = (
        f"{quoted(spans[0].text)} is quoted as somebody whom the reader knows, but the article does not introduce {article} {role} before."
    )
    return Finding(spans, message, Severity.WARNING, near=spans[0])


CHECK = Check(
    id="source",
    looks_for="a speaker whom the article treats as known but never introduced",
    rule="Reuters Handbook of Journalism, 'sources': say who a source is where the source first speaks",
    find=find,
    catches=(
        Example(
            "Talks go on\n\nThe two sides met in Oslo on Monday. The mood was good. There is still time, the official said.\n",
            speakers=("the official",),
        ),
        Example('Bridge shut\n\nThe bridge was closed at noon. "It may take a week," the spokesman said.\n', speakers=("the spokesman",)),
        Example(
            "Mill burns\n\nThe official website gave no cause. The mill burned for a day. The official said the cause was not known.\n",
            speakers=("The official",),
        ),
    ),
    passes=(
        Example(
            "Talks go on\n\nA European official said on Monday the mood was good. There is still time, the official said.\n",
            speakers=("the official",),
        ),
        Example(
            "Bridge shut\n\nThe bridge was closed at noon. The Norwegian transport minister said it may take a week.\n",
            speakers=("The Norwegian transport minister",),
        ),
        Example(
            "Fire at mill\n\nJoan Pike, an investigator with the county, came at dawn. The investigator said the cause was not known.\n",
            speakers=("The investigator",),
        ),
    ),
)
