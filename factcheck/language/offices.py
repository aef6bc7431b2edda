"""The offices that an article gives to people right before or right behind their names, where one person cannot hold two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.language.honorifics import is_honorific, is_office
from factcheck.language.lexicon import any_of, meanings, words
from factcheck.model import Span

_APART: dict[str, list[str]] = meanings("offices", "apart")
_PORTFOLIOS: dict[str, str] = meanings("offices", "portfolios")
_WITH_DEPUTIES = words("offices", "with_deputies")
_LEVELS = words("offices", "levels")
_BY_PORTFOLIO = frozenset(("minister", "secretary"))
_NOT_NOW = words("offices", "not_now")
_CHANGE = words("offices", "change")
_CHANGE_OF_PARTY = words("offices", "change_of_party")
_PROMOTION = words("offices", "promotion")
_OFFICES = any_of("offices", "apart")
_WORD = re.compile(r"[^\W\d_]+")

BEHIND = re.compile(
    rf",\s(?:who\s(?:is|has\sbeen)\s)?(?P<before>(?:[\w.’'&-]{{1,30}}\s){{0,4}}?)(?P<office>{_OFFICES})(?=,|\.|;|\)|\ssince\b|\s(?:of|at|for)\s(?P<of>[^,.;]{{1,40}})|\s?$)",
    re.IGNORECASE,
)
"""An office behind a name: takes `, the chief financial officer,` and `, who has been CEO of Acme.`, not `, who met the chairman`."""

BEFORE = re.compile(
    rf"(?P<before>(?:\b[\w.’'&-]{{1,30}}\s){{0,2}})(?<![\w-])(?P<office>{_OFFICES})(?:\s(?:of|at|for)\s(?P<of>[^,.;]{{1,40}}),)?,?\s$",
    re.IGNORECASE,
)
"""An office before a name: takes `Chief Executive ` and `the chairman of Acme, `, not `met the chairman and `."""

PHRASE_BEHIND = re.compile(
    r",\s(?!and\b|but\b|or\b|while\b)(?:who\s(?:is|has\sbeen)\s)?(?P<phrase>[^,.;:()“”\"\n]{3,70}?)(?=\ssince\b|[,.;)]|\s?$)"
)
"""What a name is followed by: takes `, the deputy transport minister since` and `, head of the bank.`, not `, and the judge,`."""

PHRASE_BEFORE = re.compile(r"(?:^|[,.;:()“”\"\n]\s?|\band\s)(?P<phrase>[^,.;:()“”\"\n]{3,70}?),?\s$")
"""What a name stands behind: takes `. The transport minister, ` and `the director `, not `(`."""

_AFTER_OF = frozenset("of for".split())
_STOPS = words("offices", "around")
_DEPUTY = frozenset("deputy vice".split())

_REACH = 90
"""Code points before a name in which its office can stand."""


@dataclass(frozen=True)
class Office:
    """An office that somebody holds now: the row of those that exclude one another, its name in it, of what where the words say so."""

    row: str
    name: str
    of: str | None
    span: Span


def offices_at(text: str, mention: Span, paragraph: Span) -> Iterator[Office]:
    """The offices that the words right before and right behind a name give its bearer at the time of the article."""
    match = BEHIND.match(text, mention.end, paragraph.end)
    if match is not None and not _is_another(match):
        yield _office(match, Span(start=mention.start, end=match.end()))
    start = max(paragraph.start, mention.start - _REACH)
    match = BEFORE.search(text[start : mention.start])
    if match is not None and not _is_another(match):
        yield _office(match, Span(start=start + match.start("office"), end=mention.end))


def ranks_at(text: str, mention: Span, paragraph: Span) -> Iterator[Office]:
    """The offices with deputies that the words beside a name give its bearer: a minister's, by what it is for, or the deputy's."""
    match = PHRASE_BEHIND.match(text, mention.end, paragraph.end)
    if match is not None:
        yield from _ranked(match["phrase"], Span(start=mention.start, end=match.end()))
    start = max(paragraph.start, mention.start - _REACH)
    before = text[start : mention.start]
    if before.split() and is_honorific(before.split()[-1]) and not is_office(before.split()[-1]):
        before = before[: before.rstrip().rfind(" ") + 1]
    match = PHRASE_BEFORE.search(before)
    if match is not None:
        yield from _ranked(match["phrase"], Span(start=start + match.start("phrase"), end=mention.end))


def _ranked(phrase: str, span: Span) -> Iterator[Office]:
    """The office at the end of a phrase: "the country's deputy minister of health" is that of a deputy, in the row of ministers."""
    own = phrase.casefold().split()
    at = next((n for n in range(len(own) - 1, -1, -1) if own[n] in _WITH_DEPUTIES), None)
    if at is None or len(own) - at > 4 or (len(own) > at + 1 and own[at + 1] not in _AFTER_OF):
        return
    first = at
    while first > 0 and at - first < 3 and own[first - 1] not in _STOPS and not own[first - 1].endswith(("'s", "’s", "s'", "s’")):
        first -= 1
    what = own[first:at]
    if _NOT_NOW & {*what, *own[max(0, first - 1) : first]} - _DEPUTY:
        return
    rank = "deputy " if _DEPUTY & set(what) else ""
    of = " ".join(word for word in own[at + 2 :] if word not in _STOPS)
    what = [word for word in what if word not in _DEPUTY and word != "first"]
    if what and what[-1] in _LEVELS and not rank:
        yield Office(f"{own[at]} of a level", f"{what[-1]} {own[at]}", None, span)
    elif own[at] in _BY_PORTFOLIO:
        portfolio = _PORTFOLIOS.get(of) or next((_PORTFOLIOS[word] for word in reversed(what) if word in _PORTFOLIOS), None)
        if portfolio is not None:
            yield Office(own[at], f"{rank}{portfolio} {own[at]}", None, span)
    else:
        yield Office(" ".join((*what, own[at])), f"{rank}{own[at]}", of or None, span)


def tells_of_change(text: str) -> bool:
    """Whether a word stands in the text that tells of somebody who comes into an office, or leaves it."""
    return any(match[0].casefold() in _CHANGE for match in _WORD.finditer(text))


def tells_of_change_of_party(text: str) -> bool:
    """Whether a word stands in the text that tells of somebody who comes into a party, or leaves it."""
    return any(match[0].casefold() in _CHANGE_OF_PARTY for match in _WORD.finditer(text))


def tells_of_promotion(text: str) -> bool:
    """Whether a word stands in the text that tells of somebody who is given another rank; whoever joins or leaves a force keeps one."""
    return any(match[0].casefold() in _PROMOTION for match in _WORD.finditer(text))


def _is_another(match: re.Match[str]) -> bool:
    return any(word.casefold() in _NOT_NOW for word in _WORD.findall(match["before"]))


def _office(match: re.Match[str], span: Span) -> Office:
    row, name = _APART[match["office"].casefold()]
    return Office(row, name, match["of"], span)
