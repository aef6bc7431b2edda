"""Lengths of time told beside the years between which something lasted, and the year of the last time against "the first since"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.wording import quoted
from factcheck.checking.words import PLAIN_WORD, SMALL, stem
from factcheck.language.lexicon import any_of, meanings, ordered
from factcheck.model import Severity, Span

_SMALL = {word: n for n, word in enumerate(ordered("numbers", "small"))}
_TENS: dict[str, int] = meanings("numbers", "tens")
_NUMBER = rf"(?P<n>\d{{1,3}}|(?:(?:{'|'.join(_TENS)})-)?(?:{'|'.join(sorted(_SMALL, key=len, reverse=True))})|{'|'.join(_TENS)})"
_DAY = r"(?:\d{1,2}\s[A-Z][a-z]{2,8}\s|[A-Z][a-z]{2,8}\s(?:\d{1,2},\s)?)?"
_YEARS = rf"(?P<day>{_DAY})(?P<from>1[5-9]\d\d|20\d\d)\s(?:to|until|till|through|and)\s(?P<end>{_DAY})(?P<to>1[5-9]\d\d|20\d\d)\b"

YEARS_BEHIND = re.compile(
    rf"\b(?:from|between)\s{_YEARS},?\s(?:(?:a\s(?:period|reign|run|spell|span|stretch|tenure|term|total)\sof|or|for|in\sall)\s)?"
    rf"{_NUMBER}\syears\b",
    re.IGNORECASE,
)
"""A length behind its years: takes `from 1996 to 2011, a run of ten years` and `from 1990 to 1999 for 9 years`, not `from 1990`."""

YEARS_BEFORE = re.compile(rf"(?<!than\s)(?<!about\s)(?<!nearly\s)(?<!almost\s)\b{_NUMBER}\syears,?\s(?:\(|from\s){_YEARS}", re.IGNORECASE)
"""A length before its years: takes `12 years, from 1996 to 2011` and `ten years (1990 to 1999`, not `about ten years from 1990 to 2011`."""

FIRST_SINCE = re.compile(
    r"\bfirst\s(?P<what>(?:[a-z-]{3,20}\s){1,3}?)(?:there\s|here\s)?since\s(?P<year>1[89]\d\d|20\d\d)\b|\bsince\s(?P<then>1[89]\d\d|20\d\d),\swhen\b"
)
"""What had not been since a year: takes `first title since 1997` and `since 1997, when`, not `first title since the war`."""

LAST_IN = re.compile(
    rf"\blast\s(?P<verb>{any_of('events', 'achieved')})\s(?P<what>[^.;:!?“”\"\d]{{3,60}}?)\sin\s(?P<year>1[89]\d\d|20\d\d)\b"
    r"|\blast\s(?P<noun>[a-z-]{3,20})(?:\s[a-z]+)?(?:\s|\.\s(?:It|That|This)\s)(?:was|came|happened)\s(?:back\s)?in\s(?:the\s[a-z]+\sof\s)?"
    r"(?P<then>1[89]\d\d|20\d\d)\b"
)
"""The last time: takes `last won the championship in 2003` and `last title came in 2003`, not `last week`."""


def runs(context: CheckContext) -> Iterator[Finding]:
    """So many years from one year to another that are more or fewer than that, told right beside them."""
    for block in context.blocks:
        for pattern in (YEARS_BEHIND, YEARS_BEFORE):
            for match in pattern.finditer(context.text, block.start, block.end):
                made = int(match["to"]) - int(match["from"])
                slack = 0 if match["day"] and match["day"] == match["end"] else 1
                if made > 0 and abs(_number(match["n"]) - made) > slack:
                    place = context.at(*match.span())
                    message = f"{quoted(place.text)}: that is {made} years; one of the figures is likely a slip."
                    yield Finding((place,), message, Severity.WARNING, near=place)


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    tens, _, ones = word.lower().rpartition("-")
    return _TENS.get(tens, 0) + _SMALL.get(ones, _TENS.get(ones, 0))


def last_times(context: CheckContext) -> Iterator[Finding]:
    """The first of its kind since a year, where the last one is told in another year."""
    firsts = [(match, match["what"].split()[-1]) for match in _all(context, FIRST_SINCE) if match["what"]]
    for last in _all(context, LAST_IN):
        year, what = last["year"] or last["then"], _stems(last["what"] or last["noun"])
        for first, noun in firsts:
            if first["year"] != year and _of_one(context, first, last) and (stem(noun) in what or _one_thing(context, first, what)):
                places = sorted((context.at(*first.span()), context.at(*last.span())), key=lambda place: place.start)
                both = f"{quoted(places[0].text)} and {quoted(places[1].text)}"
                message = f"{both} tell of one last time in two years, {first['year']} and {year}; one of the two is likely a slip."
                yield Finding(tuple(places), message, Severity.LOOK, near=places[1])
                return


def _all(context: CheckContext, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for block in context.blocks:
        yield from pattern.finditer(context.text, block.start, block.end)


def _of_one(context: CheckContext, first: re.Match[str], last: re.Match[str]) -> bool:
    """Whether the last time is told of somebody whom the sentence of a "first since" names, or of one who is known: "the club"."""
    sentence, other = context.sentence_at(last.start()), context.sentence_at(first.start())
    before = context.text[sentence.start : last.start()].split()
    name = before[-1] if before else ""
    return not (name[:1].isupper() and len(before) > 1) or name in context.text[other.start : other.end]


def _one_thing(context: CheckContext, first: re.Match[str], what: frozenset[str]) -> bool:
    """Whether the sentence of a "first since" names what was had the last time."""
    sentence: Span = context.sentence_at(first.start())
    return bool(what & _stems(context.text[sentence.start : sentence.end]))


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(match[0]) for match in PLAIN_WORD.finditer(words)) - SMALL
