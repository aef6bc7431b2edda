"""The party and the kin that an article gives to people, in the words beside their names."""

from __future__ import annotations

import re

from factcheck.language.honorifics import is_honorific
from factcheck.language.lexicon import meanings
from factcheck.language.roles import KIN, role_of
from factcheck.model import Span

_PARTIES: dict[str, str] = meanings("parties", "names")
_LETTERS: dict[str, str] = meanings("parties", "letters")
_NAMES = "|".join(map(re.escape, sorted(_PARTIES, key=len, reverse=True)))

LETTER = re.compile(rf"(?:\s\(|,\s)(?P<letter>[{''.join(_LETTERS)}])(?:-[A-Z][\w.]{{0,14}}(?:\s[A-Z][\w.]{{1,14}})?)?(?:\)|,)")
"""A party's letter behind a name: takes ` (R-Texas)`, `, D-Calif.,` and ` (I)`, not ` (RAF)`."""

BEHIND = re.compile(rf",\s(?:an?|the)\s(?:[a-z-]{{2,20}}\s){{0,2}}(?P<party>{_NAMES})\b")
"""A party behind a name: takes `, a Republican` and `, a former Labour MP`, not `, a conservative`."""

BEFORE = re.compile(rf"\b(?P<party>{_NAMES})(?P<held>(?:\s[\w.’'-]{{2,20}}){{0,3}})\s$")
"""A party before a name: takes `Republican Sen. ` and `the Labour MP `, with what stands between for roles and titles alone."""

RELATED = re.compile(r"(?P<between>(?:['’]s?)?\s(?:[a-z-]{2,15}\s){0,2})(?P<kin>[a-z-]{3,20}),?\s$")
"""A kinsman before a name: takes `’s elder sister ` and ` son `, what it hangs on before it."""

_REACH = 60
"""Code points before a name in which its party or kin can stand."""


def party_at(text: str, mention: Span, paragraph: Span) -> str | None:
    """The party that the words around a person's name give; None where they give none."""
    match = LETTER.match(text, mention.end, paragraph.end)
    if match is not None:
        return _LETTERS[match["letter"]]
    match = BEHIND.match(text, mention.end, paragraph.end)
    if match is None:
        match = BEFORE.search(text[max(paragraph.start, mention.start - _REACH) : mention.start])
        if match is not None and not all(is_honorific(word) or role_of(word.lower()) for word in match["held"].split()):
            return None
    return _PARTIES[match["party"]] if match is not None else None


def kin_before(text: str, mention: Span, paragraph: Span) -> tuple[str, int] | None:
    """The word for a kinsman right before a person's name, and where the words end that say whose: "her son", "Okafor’s sister"."""
    start = max(paragraph.start, mention.start - _REACH)
    match = RELATED.search(text[start : mention.start])
    return (match["kin"], start + match.start("between")) if match is not None and match["kin"] in KIN else None
