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
from factcheck.checking.words import PLAIN_WORD, SMALL, stem
from factcheck.language.lexicon import any_of, words
from factcheck.model import Severity
from factcheck.values.rounding import shown

LONGEST = 60
"""So many code points may stand between two figures of a row."""

FEWEST = 3
"""Fewer figures than these are seldom all the parts of a total."""

BY_VOTES = re.compile(rf"\b(?:by|(?:{any_of('numbers', 'margins')})\sof)\s(?:just\s|only\s)?$", re.IGNORECASE)
"""What stands before a margin of votes: takes `won by ` and `majority of just `, not `won `."""

AGAINST = re.compile(r"(?:\s[a-z]{2,15}){0,4},?\s(?:against|to|and|compared\swith)\s")
"""What stands between the votes of two sides: takes ` votes, against ` and ` to keep her and `, not `, or `."""

VOTED = re.compile(r"\b(?:vot|ballot|elect|recall|tally)", re.IGNORECASE)
"""What tells of votes: takes `Voters` and `recall`, not `devoted`."""

OPEN = re.compile(r"\b(?:including|includes?|among|others?|such\sas|up\sfrom|down\sfrom|at\sleast|more\sthan|compared|remaining|rest)\b")
"""What makes figures no list of all parts: takes `including` and `among others`, not `included`."""

VERB = re.compile(r"\b(?:has|have|had|is|are|was|were|won|got|took|said|scored|received)\b")
"""What makes the figures of a row those of several with one each: takes `, Anna Berg has ` and ` and he won `, not ` clerks and `."""

WHEN = words("contrasts", "when")
KINDS = words("contrasts", "kinds")
PEOPLE = words("contrasts", "people") | {""}

AMONG = re.compile(r"\b(?:[Aa]mong|[Oo]f)\s(?:the|those)\s(?P<who>dead|killed|victims|wounded|injured)\b")
"""What opens a list of some of those whom something befell: takes `Among the dead` and `of those killed`, not `the dead`."""

_MEASURED = words("numbers", "measured") | {"percent", "year", "day", "month", "week", "hour", "minute"}

_BEFELL = {"dead": "death", "killed": "death", "victims": "death", "wounded": "injury", "injured": "injury"}


def divided(context: CheckContext) -> Iterator[Finding]:
    """A total, and a sentence right behind it that is nothing but its parts, which make another."""
    sentences = [list(group) for _, group in groupby(context.amounts, key=lambda amount: amount.sentence)]
    for before, after in pairwise(sentences):
        own = _row(context, after)
        if not FEWEST <= len(own) <= PARTS or not _are_next(context, before[0], own[0]) or not _is_closed(context, own):
            continue
        whole = next((a for a in before if _may_be_whole(a, own)), None)
        made = sum_of(own)
        if (
            whole is not None
            and not any(made.low <= a.value <= made.high for a in before)
            and (is_slip(made, whole) or _one_is_off(whole, own))
        ):
            told = f"{listed(quoted(a.place.text) for a in own)} make {told_as(whole, (made.low + made.high) / 2)}"
            yield finding((whole, *own), told, whole, Severity.LOOK)


def _are_next(context: CheckContext, one: Amount, two: Amount) -> bool:
    """Whether a sentence follows another at once."""
    first = context.sentence_at(one.place.start)
    return not context.text[first.end : two.sentence].strip()


def _row(context: CheckContext, figures: Sequence[Amount]) -> list[Amount]:
    """The first figures of a sentence that stand in one row, with no verb between any two."""
    rows: list[list[Amount]] = [[]]
    for amount in figures:
        if amount.unit == "percent" or not is_plain(amount):
            rows.append([])
            continue
        between = context.text[rows[-1][-1].place.end : amount.place.start] if rows[-1] else ", "
        if len(between) > LONGEST or VERB.search(between) or not re.search(r",\s|\sand\s", between):
            rows.append([])
        rows[-1].append(amount)
    return max(rows, key=len)


def _is_closed(context: CheckContext, own: Sequence[Amount]) -> bool:
    """Whether the last of a row is joined by "and", and nothing says that the row is one of some parts only."""
    sentence = context.sentence_at(own[0].place.start)
    last = context.text[own[-2].place.end : own[-1].place.start]
    return re.search(r"\band\b", last) is not None and OPEN.search(context.text, sentence.start, sentence.end) is None


def _may_be_whole(whole: Amount, own: Sequence[Amount]) -> bool:
    """Whether a figure can be that of some others together: larger than each, of one currency with them, or a count as they are."""
    if not is_plain(whole) or whole.value <= max(a.value for a in own):
        return False
    if whole.is_money:
        return all(a.unit in (whole.unit, "") for a in own) and any(a.unit for a in own)
    return whole.unit not in _MEASURED and not any(a.is_money or a.unit in _MEASURED for a in own) and whole.value == int(whole.value)


def _one_is_off(whole: Amount, own: Sequence[Amount]) -> bool:
    """Whether one figure struck wrong in one part makes the difference."""
    made = sum((a.value for a in own), Decimal(0))
    return any(_is_slip(a.value + whole.value - made, a) for a in own if whole.value - made + a.value > 0)


def margins_apart(context: CheckContext) -> Iterator[Finding]:
    """ "Kept the seat by 1,212 votes", and anywhere else the votes of two sides, which are another number apart by a slip."""
    counts = [a for a in context.amounts if a.unit in ("vote", "") and is_plain(a)]
    votes = [a for a in counts if a.value >= 1000]
    margins = [a for a in counts if BY_VOTES.search(context.text[max(a.block, a.place.start - 30) : a.place.start])]
    sides = [
        (a, b) for a, b in pairwise(votes) if a.sentence == b.sentence and AGAINST.fullmatch(context.text[a.place.end : b.place.start])
    ]
    told_of = any(VOTED.search(context.text, block.start, block.end) for block in context.opening)
    if len(sides) != 1 or not told_of:
        return
    one, two = sides[0]
    made = abs(one.value - two.value)
    others = [a for a in margins if a not in sides[0] and a.sentence != one.sentence]
    wrong = [a for a in others if _is_slip(made, a)]
    if len(wrong) == 1 and made not in {a.value for a in others}:
        told = f"{quoted(one.place.text)} and {quoted(two.place.text)} are {shown(made)} apart"
        yield finding(tuple(sorted((one, two, wrong[0]), key=lambda a: a.place.start)), told, wrong[0])


def _is_slip(made: Decimal, margin: Amount) -> bool:
    """Whether a figure is another with one or two of its digits struck wrong."""
    one, two = str(int(made)), str(int(margin.value))
    return one != two and len(one) == len(two) and sum(a != b for a, b in zip(one, two, strict=True)) <= 1 + (len(one) > 2)


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


def shares_apart(context: CheckContext) -> Iterator[Finding]:
    """ "Of 800 firms that a union looked into, 320", and far off "sixty percent of the firms we looked into": a share of what is counted.

    Only where the article has one part of that whole and one share of it, and a word that tells what they are shares of stands beside both.
    """
    wholes = [(one, two) for one, two in pairwise(context.amounts) if one.sentence == two.sentence and _is_part_of(context, one, two)]
    for one, two in wholes:
        part, whole = sorted((one, two), key=lambda a: a.value)
        percents = [a for a in context.amounts if a.unit == "percent" and _is_of(context, a, whole)]
        if len(percents) != 1 or percents[0].sentence == part.sentence or not is_plain(percents[0]):
            continue
        if sum(whole.unit in (a.unit, b.unit) for a, b in wholes) > 1:
            continue
        share, made = percents[0], part.value / whole.value * 100
        told = _stems(context, share) & _stems(context, part) - {stem(word) for word in whole.unit.split()}
        if told and abs(made - share.value) > 2:
            both = f"{quoted(part.place.text)} of {quoted(whole.place.text)} are {shown(made)} percent"
            yield finding(tuple(sorted((part, whole, share), key=lambda a: a.place.start)), both, share, Severity.LOOK)
            return


def _is_part_of(context: CheckContext, one: Amount, two: Amount) -> bool:
    """Whether two figures are a part and its whole: "180 of the 600 flats", "Of 800 restaurants that ..., 320"."""
    if one.is_money or two.is_money or "percent" in (one.unit, two.unit) or not (is_plain(one) and is_plain(two)):
        return False
    between = context.text[one.place.end : two.place.start]
    if one.value < two.value:
        return bool(two.unit) and re.fullmatch(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s)?", between) is not None
    first = re.search(r"(?:^|\s)Of\s(?:the\s|its\s)?$", context.text[max(one.block, one.place.start - 12) : one.place.start])
    return bool(one.unit) and first is not None and re.fullmatch(r"[^.;:()\d]{3,90},\s", between) is not None


def _is_of(context: CheckContext, share: Amount, whole: Amount) -> bool:
    """Whether a percentage is told of what a whole counts: "40 percent of the flats"."""
    match = re.match(r"\sof\s(?:the|these|those|all|its|our)\s(?P<noun>[a-z-]{3,20})", context.text[share.place.end : share.place.end + 40])
    return match is not None and stem(match["noun"]) == stem(whole.place.text.split()[-1])


def _stems(context: CheckContext, amount: Amount) -> frozenset[str]:
    sentence = context.sentence_at(amount.place.start)
    return frozenset(stem(m[0]) for m in PLAIN_WORD.finditer(context.text, sentence.start, sentence.end)) - SMALL - WHEN
