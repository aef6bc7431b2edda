"""Sums whose figures stand apart: a total and its parts in the next sentence, a margin and the votes, a toll and its kinds, a score."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, groupby, pairwise, zip_longest

from factcheck.checking.amounts import EVENT_NEAR, EVENTS, Amount
from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.sums.prose import PARTS, finding, is_plain, is_slip, sum_of, told_as
from factcheck.checking.wording import listed, quoted
from factcheck.language.lexicon import any_of, ordered, words
from factcheck.model import Severity
from factcheck.values.rounding import shown

FEWEST = 3
"""Fewer figures than these are seldom all the parts of a total."""

BY_VOTES = re.compile(rf"\b(?:by|(?:{any_of('numbers', 'margins')})\sof)\s(?:just\s|only\s)?$", re.IGNORECASE)
"""What stands before a margin of votes: takes `won by ` and `majority of just `, not `won `."""

AGAINST = re.compile(r"(?:\svotes)?,?\s(?:against|to|compared\swith|while)\s")
"""What stands between the votes of two sides: takes ` votes, against ` and ` to `, not `, and `."""

OPEN = re.compile(r"\b(?:including|includes?|among|others?|such\sas|up\sfrom|down\sfrom|at\sleast|more\sthan|compared|remaining|rest)\b")
"""What makes figures no list of all parts: takes `including` and `among others`, not `included`."""

KINDS = words("contrasts", "kinds")
PEOPLE = words("contrasts", "people") | {""}

AMONG = re.compile(r"\b(?:[Aa]mong|[Oo]f)\s(?:the|those)\s(?P<who>dead|killed|victims|wounded|injured)\b")
"""What opens a list of some of those whom something befell: takes `Among the dead` and `of those killed`, not `the dead`."""

_MEASURED = words("numbers", "measured") | {"percent", "year", "day", "month", "week", "hour", "minute"}

_BEFELL = {"dead": "death", "killed": "death", "victims": "death", "wounded": "injury", "injured": "injury"}

SCORE = re.compile(r"(?<![\d–-])(?P<one>\d{1,3})[-–](?P<two>\d{1,3})(?![\d–-]|[-–]\d)")
"""A score: takes `88-84` and `2–0`, not `2016-17-18`."""

_NUMBERS = {word: n for n, word in enumerate(ordered("numbers", "small"))}

BY_POINTS = re.compile(
    rf"\b(?P<margin>\d{{1,2}}|{'|'.join(_NUMBERS)})-(?:point|goal|run)\s(?:margin|win|victory|defeat|loss)\b", re.IGNORECASE
)
"""A margin of points: takes `three-point margin` and `12-goal win`, not `three-point shot`."""


def divided(context: CheckContext) -> Iterator[Finding]:
    """A total, and a sentence right behind it that is nothing but its parts, which make another."""
    sentences = [list(group) for _, group in groupby(context.amounts, key=lambda amount: amount.sentence)]
    for before, own in pairwise(sentences):
        if not FEWEST <= len(own) <= PARTS or not all(map(is_plain, own)) or not _are_next(context, before[0], own[0]):
            continue
        if "percent" in {a.unit for a in own} or not _is_list(context, own):
            continue
        whole = next((a for a in before if _may_be_whole(a, own)), None)
        made = sum_of(own)
        if whole is not None and not any(made.low <= a.value <= made.high for a in before) and is_slip(made, whole):
            told = f"{listed(quoted(a.place.text) for a in own)} make {told_as(whole, (made.low + made.high) / 2)}"
            yield finding((whole, *own), told, whole, Severity.LOOK)


def _are_next(context: CheckContext, one: Amount, two: Amount) -> bool:
    """Whether a sentence follows another at once."""
    first = context.sentence_at(one.place.start)
    return not context.text[first.end : two.sentence].strip()


def _is_list(context: CheckContext, own: Sequence[Amount]) -> bool:
    between = [context.text[a.place.end : b.place.start] for a, b in pairwise(own)]
    joined = all(re.search(r",\s|\sand\s", words_) for words_ in between) and re.search(r"\band\b", between[-1]) is not None
    sentence = context.sentence_at(own[0].place.start)
    return joined and OPEN.search(context.text, sentence.start, sentence.end) is None


def _may_be_whole(whole: Amount, own: Sequence[Amount]) -> bool:
    """Whether a figure can be that of some others together: larger than each, of one currency with them, or a count as they are."""
    if not is_plain(whole) or whole.value <= max(a.value for a in own):
        return False
    if whole.is_money:
        return all(a.unit == whole.unit for a in own)
    return whole.unit not in _MEASURED and not any(a.is_money or a.unit in _MEASURED for a in own) and whole.value == int(whole.value)


def margins_apart(context: CheckContext) -> Iterator[Finding]:
    """ "Kept the seat by 1,212 votes", and anywhere else the votes of two sides, which are another number apart by a slip."""
    votes = [a for a in context.amounts if a.unit in ("vote", "") and is_plain(a) and a.value >= 100]
    margins = [a for a in votes if a.unit == "vote" and BY_VOTES.search(context.text[max(a.block, a.place.start - 30) : a.place.start])]
    pairs = [(a, b) for a, b in pairwise(votes) if "vote" in (a.unit, b.unit)]
    sides = [(a, b) for a, b in pairs if AGAINST.fullmatch(context.text[a.place.end : b.place.start])]
    if len(margins) != 1 or len(sides) != 1 or margins[0].sentence == sides[0][0].sentence or margins[0] in sides[0]:
        return
    margin, (one, two) = margins[0], sides[0]
    made = abs(one.value - two.value)
    if made != margin.value and _is_slip(made, margin):
        told = f"{quoted(one.place.text)} and {quoted(two.place.text)} are {shown(made)} apart"
        yield finding(tuple(sorted((one, two, margin), key=lambda a: a.place.start)), told, margin, Severity.WARNING)


def _is_slip(made: Decimal, margin: Amount) -> bool:
    one, two = str(int(made)), str(int(margin.value))
    return len(one) == len(two) and sum(a != b for a, b in zip(one, two, strict=True)) <= 2


def kinds_beyond(context: CheckContext) -> Iterator[Finding]:
    """ "Among the dead were six women, four men", where the article tells of nine dead at most."""
    for sentence, group in groupby(context.amounts, key=lambda amount: amount.sentence):
        own = [a for a in group if a.unit in KINDS and is_plain(a)]
        match = AMONG.search(context.text, sentence, own[0].place.start) if len(own) > 1 else None
        if match is None or not _is_row(context, own):
            continue
        told = [a for a in context.amounts if _event_of(a) == _BEFELL[match["who"]] and a.unit in PEOPLE and a.sentence != sentence]
        made = sum((a.value for a in own), Decimal(0))
        most = max(told, key=lambda a: a.figure.high or a.value, default=None)
        if most is not None and is_plain(most) and made > most.value:
            both = f"{listed(quoted(a.place.text) for a in own)} make {shown(made)}"
            yield finding(tuple(sorted((most, *own), key=lambda a: a.place.start)), both, most, Severity.WARNING)
            return


def _event_of(amount: Amount) -> str | None:
    """What the nearest word that tells of it says befell those whom a figure counts."""
    beside = chain.from_iterable(zip_longest(amount.right[:EVENT_NEAR], amount.left[:EVENT_NEAR], fillvalue=""))
    return next((EVENTS[word] for word in beside if word in EVENTS), None)


def _is_row(context: CheckContext, own: Sequence[Amount]) -> bool:
    return all(re.fullmatch(r"(?:,|,?\sand)\s", context.text[a.place.end : b.place.start]) for a, b in pairwise(own))


def scores(context: CheckContext) -> Iterator[Finding]:
    """ "Won 88-84", and "the three-point margin", where the article has no other score."""
    found = [(block, match) for block in context.blocks for match in SCORE.finditer(context.text, block.start, block.end)]
    if len({match[0] for _, match in found}) != 1:
        return
    score = found[0][1]
    made = abs(int(score["one"]) - int(score["two"]))
    for block in context.body:
        for match in BY_POINTS.finditer(context.text, block.start, block.end):
            margin = match["margin"].lower()
            told = int(margin) if margin.isdigit() else _NUMBERS[margin]
            if told != made and match.start() > score.start():
                places = (context.at(*score.span()), context.at(*match.span()))
                told_here = f"{quoted(score[0])} is a margin of {made}, and the text says {quoted(match[0])}"
                yield Finding(places, f"{told_here}; one of the figures is likely a slip.", Severity.LOOK, near=places[1])
                return
