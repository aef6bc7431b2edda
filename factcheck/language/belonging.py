"""The party and the kin that an article gives to people, in the words beside their names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.language.honorifics import is_honorific
from factcheck.language.lexicon import meanings
from factcheck.language.roles import KIN, role_of
from factcheck.model import Span

_PARTIES: dict[str, str] = meanings("parties", "names")
_LETTERS: dict[str, str] = meanings("parties", "letters")
_NAMES = "|".join(map(re.escape, sorted(_PARTIES, key=len, reverse=True)))

LETTER = re.compile(rf"(?:\s\(|,\s)(?P<letter>[{''.join(_LETTERS)}])(?:-[A-Z][\w.]{{0,14}}(?:\s[A-Z][\w.]{{1,14}})?)?(?:\)|,)")
"""A party's letter behind a name: takes ` (R-Texas)`, `, D-Calif.,` and ` (I)`, not ` (RAF)`."""

BEHIND = re.compile(
    rf",\s(?:who\s(?:is|has\s(?:always\s|long\s)?been)\s)?(?:an?|the)\s(?:[a-z-]{{2,20}}\s){{0,2}}(?P<party>{_NAMES})\b"
    rf"|\sis\s(?:an?|the)\s(?:[a-z-]{{2,20}}\s){{0,2}}(?P<is>{_NAMES})\b(?!['’])"
)
"""A party behind a name: takes `, a Republican`, ` is the third Democrat` and `, a former Labour MP`, not `, a conservative`."""

BEFORE = re.compile(rf"\b(?P<party>{_NAMES})(?:['’]s)?(?P<held>(?:\s[\w.’'-]{{2,20}}){{0,3}})\s$")
"""A party before a name: takes `Republican Sen. ` and `Labour’s `, with what stands between for roles and titles alone."""

RELATED = re.compile(r"(?P<between>(?:['’]s?)?\s(?:(?!(?:his|her|their|its|my|our)\s)[a-z-]{2,15}\s){0,2})(?P<kin>[a-z-]{3,20}),?\s$")
"""A kinsman before a name: takes `’s elder sister ` and ` son `, what it hangs on before it."""

KIN_BEHIND = re.compile(
    r",\s(?P<whose>his|her|(?:[A-Z][\w’'-]{1,20}\s)?[A-Z][\w-]{1,20}['’]s)\s(?:(?:elder|older|younger|twin|late|only|eldest|youngest)\s)?"
    r"(?P<kin>[a-z-]{3,20})(?=[,.;]|\sand\b)"
)
"""A kinsman behind a name: takes `, his younger brother,` and `, Okafor’s sister.`, not `, his lawyer said`."""

_REACH = 60
"""Code points before a name in which its party or kin can stand."""


@dataclass(frozen=True)
class Party:
    """The party that the words around a name give its bearer, and those words with the name."""

    name: str
    span: Span


def party_at(text: str, mention: Span, paragraph: Span) -> Party | None:
    """The party that the words around a person's name give; None where they give none."""
    match = LETTER.match(text, mention.end, paragraph.end)
    if match is not None:
        return Party(_LETTERS[match["letter"]], Span(start=mention.start, end=match.end()))
    match = BEHIND.match(text, mention.end, paragraph.end)
    if match is not None:
        return Party(_PARTIES[match["party"] or match["is"]], Span(start=mention.start, end=match.end()))
    start = max(paragraph.start, mention.start - _REACH)
    match = BEFORE.search(text[start : mention.start])
    if match is None or not all(is_honorific(word) or role_of(word.lower()) for word in match["held"].split()):
        return None
    return Party(_PARTIES[match["party"]], Span(start=start + match.start("party"), end=mention.end))


def kin_before(text: str, mention: Span, paragraph: Span) -> tuple[str, int] | None:
    """The word for a kinsman right before a person's name, and where the words end that say whose: "her son", "Okafor’s sister"."""
    start = max(paragraph.start, mention.start - _REACH)
    match = RELATED.search(text[start : mention.start])
    return (match["kin"], start + match.start("between")) if match is not None and match["kin"] in KIN else None


def kin_behind(text: str, mention: Span, paragraph: Span) -> tuple[str, Span] | None:
    """The word for a kinsman right behind a person's name, and the words that say whose: ", her son,", ", Okafor’s sister."."""
    match = KIN_BEHIND.match(text, mention.end, paragraph.end)
    return (match["kin"], Span(start=match.start("whose"), end=match.end())) if match is not None and match["kin"] in KIN else None
