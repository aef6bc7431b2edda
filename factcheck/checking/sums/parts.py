"""A part of a whole with its share, two sides with their margin, parts with their total, so many at so much with what it comes to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.wording import listed, quoted
from factcheck.language.lexicon import any_of, words
from factcheck.model import Figure, Severity
from factcheck.values.rounding import Bounds, bounds, last_place, shown

OF = re.compile(r"\s(?:out\s)?of\s(?:the\s(?:total\s(?:of\s)?)?|its\s|their\s|all\s|some\s|about\s|more\sthan\s)?")
"""What stands between a part and its whole: takes ` of the ` and ` out of `, not ` and `."""

OF_THE = re.compile(r"\bOf\s(?:the|its|their|all|all\sthe|some|about)\s$")
"""What stands before a whole whose part follows: takes `Of the ` and `Of all `, not ` of the `."""

THEN = re.compile(r"[^.;:()\d]{0,90},\s(?:about\s|some\s|only\s|just\s)?")
"""What stands between such a whole and the part: takes ` schools that answered, ` and `, only `, not `; 12 others`."""

SHARE = re.compile(
    r"(?:\s[^\W\d_]{1,20}){0,3}?(?:,?\sor\s|\s\(|,\s|\s[—–]\s)(?:about\s|nearly\s|almost\s|roughly\s|some\s|just\s(?:over|under)\s)?"
)
"""What stands between the whole and the share that the part is of it: takes `, or ` and ` in town (about `, not ` and `."""

RESTATED = re.compile(r"(?:\s[a-z]{1,20})?(?:,?\sor\s|\s\()(?:about\s|nearly\s|almost\s|roughly\s|some\s|just\s(?:over|under)\s)?")
"""What stands between a part and its share: takes `, or ` and ` pupils (about `, not `, `."""

TO = re.compile(r"(?:\svotes|\sper\s?cent)?(?:\sto\s|[-–])")
"""What stands between two sides: takes ` to ` and ` votes to `, not ` and `."""

MARGIN = re.compile(
    r"(?:\svotes|\sper\s?cent)?,?\s(?:with\s|by\s|giving\s(?:it|him|her|them)\s)?an?\s"
    rf"(?:{any_of('numbers', 'margins')})\sof\s(?:just\s|only\s)?"
)
"""What stands between two sides and the margin: takes `, a majority of ` and ` with a margin of `, not `, and `."""

APPOSED = re.compile(r"(?:\s[^\W\d_]{1,20}){0,2}?(?:,|:|\s[—–-]|\s\()\s?")
"""What stands between a total and its first part: takes `, ` and ` (`, not ` and `."""

AND = re.compile(r",?\sand\s|,\s")
"""What stands between two parts: takes ` and ` and `, `, not ` of `."""

EACH = re.compile(r"\s(?:each|apiece)\b")
"""What makes a sum that of one of many: takes ` each` and ` apiece`, not ` in all`."""

_COMES_TO = any_of("numbers", "comes_to").replace(" ", r"\s")
COMES_TO = re.compile(rf"[^.;()]{{0,60}}\b(?:{_COMES_TO})\s(?:in\s(?:all|total)\s|just\s|only\s|a\stotal\sof\s|in\s)?")
"""What stands before the result: takes `, raising ` and ` came to a total of `, not ` or `."""

PEOPLE = words("contrasts", "people")
KINDS = words("contrasts", "kinds")
"""What a number of people is a number of, where its parts are told."""


def shares(context: CheckContext, figures: list[Figure]) -> Iterator[Finding]:
    """`12 of the 48 members (30%)`: a part, its whole and a share that is another."""
    for part, whole, share in zip(figures, figures[1:], figures[2:], strict=False):
        if share.unit != "percent" or "percent" in (part.unit, whole.unit) or not _plain(part, whole, share):
            continue
        if OF_THE.search(context.text[max(0, part.start - 12) : part.start]) and THEN.fullmatch(_between(context, part, whole)):
            part, whole = whole, part  # "Of the 1,200 schools, 540, or 45 percent,"
            is_told = RESTATED.fullmatch(_between(context, part, share)) is not None
        else:
            between = _between(context, part, whole), _between(context, whole, share)
            is_told = OF.fullmatch(between[0]) is not None and SHARE.fullmatch(between[1]) is not None
        if not is_told or whole.value <= 0:
            continue
        low, high = bounds(part), bounds(whole)
        if high.low <= 0 or Bounds(low.low / high.high * 100, low.high / high.low * 100).meets(bounds(share, spare=1)):
            continue
        made = shown(part.value / whole.value * 100)
        yield _finding(
            context, (part, whole, share), f"{quoted(part.text)} of {quoted(whole.text)} is {made}%, and the text says {quoted(share.text)}"
        )


def shares_of(context: CheckContext, figures: list[Figure]) -> Iterator[Finding]:
    """`11.8 million visits, or 20 per cent of the total 47.2 million`: a part, its share, and the whole behind it."""
    for part, share, whole in zip(figures, figures[1:], figures[2:], strict=False):
        if share.unit != "percent" or "percent" in (part.unit, whole.unit) or not _plain(part, whole, share) or part.value >= whole.value:
            continue
        if not RESTATED.fullmatch(_between(context, part, share)) or not OF.fullmatch(_between(context, share, whole)):
            continue
        low, high = bounds(part), bounds(whole)
        if not Bounds(low.low / high.high * 100, low.high / high.low * 100).meets(bounds(share, spare=1)):
            made = shown(part.value / whole.value * 100)
            told = f"{quoted(part.text)} of {quoted(whole.text)} is {made}%, and the text says {quoted(share.text)}"
            yield _finding(context, (part, share, whole), told)


def margins(context: CheckContext, figures: list[Figure]) -> Iterator[Finding]:
    """`52 votes to 48, a majority of 6`: two sides, and a margin that is another."""
    for sides, margin in _sides(context, figures):
        high, low = max(sides), min(sides)
        exact = margin[-1].unit in (None, "vote", "seat", "point", "percent", "goal") and _plain(*margin)
        spare = 1 if margin[0].unit == "percent" or last_place(margin[-1]) < 1 else 0
        if exact and not bounds(margin[-1], spare=spare).meets(Bounds(high - low, high - low)):
            told = f"{listed(quoted(f.text) for f in margin[:-1])} make{'s' if len(margin) == 2 else ''} a margin of {shown(high - low)}"
            yield _finding(context, margin, f"{told}, and the text says {quoted(margin[-1].text)}")


def _sides(context: CheckContext, figures: list[Figure]) -> Iterator[tuple[tuple[Decimal, Decimal], tuple[Figure, ...]]]:
    for one, two in pairwise(figures):
        if one.unit == "score" and one.high is not None and MARGIN.fullmatch(_between(context, one, two)):
            yield (one.value, one.high), (one, two)
    for one, two, margin in zip(figures, figures[1:], figures[2:], strict=False):
        alike = two.unit in (one.unit, None) and one.high is None and two.high is None and one.unit in (None, "vote", "seat", "percent")
        if alike and TO.fullmatch(_between(context, one, two)) and MARGIN.fullmatch(_between(context, two, margin)):
            yield (one.value, two.value), (one, two, margin)


def parts(context: CheckContext, figures: list[Figure]) -> Iterator[Finding]:
    """`12 people, seven men and four women`: people, and their kinds right behind, which make another number."""
    for at, total in enumerate(figures):
        if total.unit not in PEOPLE or not _plain(total):
            continue
        own = _kinds(context, figures[at + 1 :])
        if len(own) < 2 or not APPOSED.fullmatch(_between(context, total, own[0])) or not _closed(context, own):
            continue
        made = sum((f.value for f in own), Decimal(0))
        if not _may_be(total, own, made):
            message = f"{listed(quoted(f.text) for f in own)} make {shown(made)}, and the text says {quoted(total.text)}"
            yield _finding(context, (total, *own), message)


def _may_be(total: Figure, own: list[Figure], made: Decimal) -> bool:
    """Whether parts that make `made` can be the total: a bound leaves one side open, that of a part the same side of what they make."""
    more = total.change.row.above or any(part.change.row.below for part in own)
    fewer = total.change.row.below or any(part.change.row.above for part in own)
    return made == total.value or (more and made > total.value) or (fewer and made < total.value)


def _kinds(context: CheckContext, figures: list[Figure]) -> list[Figure]:
    own: list[Figure] = []
    for figure in figures:
        if figure.unit not in KINDS or not _plain(figure) or (own and not AND.fullmatch(_between(context, own[-1], figure))):
            break
        own.append(figure)
    return own


def _closed(context: CheckContext, own: list[Figure]) -> bool:
    """Whether the last part is joined by `and`, and nothing goes on counting behind it."""
    joined = "and" in _between(context, own[-2], own[-1])
    return joined and re.match(r"\s(?:and|or|among)\b", context.text[own[-1].end : own[-1].end + 8]) is None


def times(context: CheckContext, figures: list[Figure]) -> Iterator[Finding]:
    """`50 tickets at £20 each, raising £1,200`: so many, at so much, and what it comes to."""
    for count, price, total in zip(figures, figures[1:], figures[2:], strict=False):
        counted = (
            count.unit is not None and len(count.unit) > 2 and count.unit not in ("percent", price.unit) and _plain(count, price, total)
        )
        if not counted or price.unit != total.unit or _between(context, count, price).strip() not in ("at", "for", "of"):
            continue
        each = EACH.match(context.text, price.end)
        if each is None or not COMES_TO.fullmatch(context.text[each.end() : total.start]):
            continue
        many, much, come = bounds(count, spare=0), bounds(price, spare=0), bounds(total, spare=1)
        if not Bounds(many.low * much.low, many.high * much.high).meets(come):
            made = shown(count.value * price.value)
            message = f"{quoted(count.text)} at {quoted(price.text)} each make {made}, and the text says {quoted(total.text)}"
            yield _finding(context, (count, price, total), message)


def _plain(*figures: Figure) -> bool:
    return all(f.high is None and f.value > 0 for f in figures)


def _between(context: CheckContext, one: Figure, two: Figure) -> str:
    return context.text[one.end : two.start]


def _finding(context: CheckContext, figures: tuple[Figure, ...], message: str) -> Finding:
    places = tuple(context.at(f.start, f.end) for f in figures)
    return Finding(places, f"{message}; one of the figures is likely a slip.", Severity.WARNING, near=places[0])
