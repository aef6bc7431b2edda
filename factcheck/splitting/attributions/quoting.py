"""Words that the article has from another report: `the agency quoted Ann Lee as saying …`, `…, Ann Lee was quoted as saying`.

They are read word by word, since "quoted" is often parsed as an adjective.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.model import Span
from factcheck.splitting.attributions.contents import Contents
from factcheck.splitting.attributions.speakers import Speakers
from factcheck.splitting.attributions.view import Finding, View

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_QUOTING = frozenset(("quote", "quoted", "quotes", "quoting"))
_SAYING = frozenset(("saying", "telling", "writing"))
_BE = frozenset(("is", "are", "was", "were", "been", "being"))
_FARTHEST = 25
"""Tokens between "quoted" and "as saying", with what is told of the one who is quoted."""
_FEWEST = 2
"""Words behind "saying" that may be what was said."""


def by_quoting(view: View, speakers: Speakers) -> Iterator[Finding]:
    """Each "quoted … as saying" of a sentence, outside quotation marks."""
    for saying in view.tokens[2:]:
        if saying.lower not in _SAYING or saying.nbor(-1).lower != "as" or view.quoted(saying):
            continue
        before = reversed(view.tokens[max(0, saying.i - _FARTHEST) : saying.i])
        quoted = next((t for t in before if t.lower in _QUOTING and not view.quoted(t)), None)
        if quoted is None or quoted.i == 0:
            continue
        passive = quoted.nbor(-1).lower in _BE
        start = _start_of_clause(view, quoted.i - 2 if passive else quoted.i - 1)
        speaker = _subject(speakers, start, quoted) if passive else speakers.after(quoted.i + 1)
        content = _content(view, speakers, saying, start)
        if speaker is not None and content:
            yield Finding("clause", speaker, view.span(saying.i, saying.i), content, view.number)


def _start_of_clause(view: View, at: int) -> int:
    """The first token behind the comma or the quotation that the words around a token come after."""
    while at > 0 and view.tokens[at - 1].text not in {",", ";", "—", "–"} and view.inside[at - 1] is None:
        at -= 1
    return at


def _subject(speakers: Speakers, start: int, quoted: Token) -> Span | None:
    subject = next((c for c in quoted.children if c.relation == "passive subject" and start <= c.i < quoted.i), None)
    return speakers.phrase(subject) if subject is not None else speakers.after(start)


def _content(view: View, speakers: Speakers, saying: Token, start: int) -> tuple[Span, ...]:
    """What stands behind "saying", or where nothing does the quotation or the clause before who quotes whom."""
    last = len(view.tokens) - 1
    while last > saying.i and view.tokens[last].is_punct and not view.quoted(view.tokens[last]):
        last -= 1
    if view.words_between(saying.i + 1, last) >= _FEWEST:
        return Contents(view, speakers).spans(range(saying.i + 1, last + 1))
    quotation = view.inside[start - 1] if start else None
    return (quotation.outer,) if quotation is not None else Contents(view, speakers).spans(range(start))
