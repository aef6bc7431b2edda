"""`timeline`: days and years whose order or distance cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.checking.context import CheckContext
from factcheck.checking.days import (
    anniversaries,
    arrests,
    find_events,
    following,
    following_dates,
    headline_day,
    headline_month,
    last_times,
    openings,
    orders,
    passed,
    runs,
    swapped,
    years_since,
)
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.sums import DIRECTIONS
from factcheck.checking.wording import quoted
from factcheck.language.calendar import A_YEAR, MONTH_OF, MONTHS, SHORT_MONTH, YEAR, days_in
from factcheck.model import DateValue, Severity

_MONTH = rf"(?P<month>{SHORT_MONTH})\b\.?"

MONTH_FIRST = re.compile(rf"\b{_MONTH}[ \u00a0](?P<day>29|3[01])(?:st|th)?\b(?!:|[.,]\d)(?:,?[ \u00a0]{YEAR})?")
"""A late day of a month that may be too short for it: takes `February 30, 2019` and `June 31st`, not `March 31`."""

DAY_FIRST = re.compile(rf"\b(?P<day>29|3[01])(?:st|th)?[ \u00a0](?:of[ \u00a0])?{_MONTH}(?:,?[ \u00a0]{YEAR})?")
"""The same with the day first: takes `31 April 2019` and `30th of February`, not `31 March`."""

OPENS = re.compile(r"\b(?:from|between|since)\s(?:about\s|early\s|late\s)?$|\($", re.IGNORECASE)
"""What stands before the first of two days between which something went on: takes `from ` and `(`, not `in `."""

TO = re.compile(r"\s(?:to|until|till|through|and)\s(?:about\s|early\s|late\s)?|\s?[-–—]\s?")
"""What stands between them: takes ` until ` and `–`, not `, `."""

APPOSED = re.compile(r",?\s(?:back\s)?(?:in|on)\s|\s\(|,\s")
"""What stands between two ways of telling one day: takes `, in ` and ` (`, not ` until `."""

AGO = re.compile(r"(?P<count>\d{1,3}|[a-z]+(?:-[a-z]+)?) (?:years|decades) (?P<side>ago|later|earlier)$", re.IGNORECASE)
"""A year told by its distance: takes `20 years ago` and `two decades later`, not `last year`."""


def find(context: CheckContext) -> Iterator[Finding]:
    """Days that no month has, things that end before they begin, and years that are not as far away as the article says."""
    yield from _no_such_days(context)
    events = find_events(context)
    yield from orders(context, events)
    yield from anniversaries(context, events)
    yield from years_since(context)
    yield from following(context)
    yield from following_dates(context)
    yield from passed(context)
    yield from headline_day(context)
    yield from headline_month(context)
    yield from runs(context)
    yield from last_times(context)
    yield from openings(context)
    yield from swapped(context)
    yield from arrests(events)
    for one, two in pairwise(context.dates):
        if one.end > two.start or context.block_at(one.start) != context.block_at(two.start):
            continue
        between = context.text[one.end : two.start]
        if TO.fullmatch(between) and OPENS.search(context.text[max(0, one.start - 20) : one.start]):
            yield from _backwards(context, one, two)
        elif APPOSED.fullmatch(between):
            yield from _apart(context, one, two)


def _no_such_days(context: CheckContext) -> Iterator[Finding]:
    for block in context.blocks:
        for pattern in (MONTH_FIRST, DAY_FIRST):
            for match in pattern.finditer(context.text, block.start, block.end):
                month = MONTH_OF[match["month"].lower()]
                last = days_in(month, int(match["year"])) if match["year"] else days_in(month)
                if int(match["day"]) > last:
                    place = context.at(*match.span())
                    when = f"{MONTHS[month - 1]} {match['year']}" if match["year"] else MONTHS[month - 1]
                    yield Finding((place,), f"There is no {quoted(place.text)}: {when} has {last} days.", Severity.ERROR, near=place)


def _backwards(context: CheckContext, one: DateValue, two: DateValue) -> Iterator[Finding]:
    """`from 1995 to 1990`: the end before the beginning, where both have their year or both their month."""
    if one.earliest is None or two.latest is None or two.latest >= one.earliest or not _comparable(one, two):
        return
    words = re.findall(r"[a-z]+", context.text[max(0, one.start - 60) : one.start].lower())
    if not DIRECTIONS.keys() & set(words[-6:]):
        yield Finding(
            (context.at(one.start, one.end), context.at(two.start, two.end)),
            f"What begins at {quoted(one.text)} and ends at {quoted(two.text)} would end before it begins; one of the two is a slip.",
            Severity.WARNING,
            near=context.at(one.start, two.end),
        )


def _comparable(one: DateValue, two: DateValue) -> bool:
    years = [A_YEAR.search(d.text) is not None for d in (one, two)]
    if all(years):
        return True
    months = [next((name for name in MONTHS if name[:3] in d.text), None) for d in (one, two)]
    same_year = one.earliest is not None and two.earliest is not None and one.earliest.year == two.earliest.year
    return same_year and months[0] is not None and months[0] == months[1] and not years[0]


def _apart(context: CheckContext, one: DateValue, two: DateValue) -> Iterator[Finding]:
    """`20 years ago, in 1995`: one year, told by its distance and by its number."""
    told, year = (one, two) if AGO.search(one.text) else (two, one)
    count = AGO.search(told.text)
    if count is None or not A_YEAR.fullmatch(year.text) or told.earliest is None or year.earliest is None:
        return
    if count["side"].lower() != "ago" and told.anchor in (None, context.article.published_day):
        return  # later than what is not known
    off = abs(told.earliest.year - year.earliest.year)
    far = int(count["count"]) if count["count"].isdigit() else 0
    spare = max(3, far // 5) if told.mod or far % 5 == 0 else 1
    if off > spare:
        places = (context.at(one.start, one.end), context.at(two.start, two.end))
        message = f"{quoted(told.text)} is {told.earliest.year}, and the text says {quoted(year.text)}; one of the two is likely a slip."
        yield Finding(places, message, Severity.WARNING if count["side"].lower() == "ago" else Severity.LOOK, near=places[0])


CHECK = Check(
    id="timeline",
    looks_for="dates that do not exist, events in an impossible order, and days that are not as far apart as stated",
    rule="the Gregorian calendar, and what only comes after what (events of ACE 2005); distances in years are not flagged "
    "where they are round, and a year off",
    find=find,
    catches=(
        Example("Ship aground\n\nThe ship ran aground on 3 November 2021. Two days later, on 7 November, divers came.\n", None),
        Example("Ale\n\nThe brewery was founded in 1934. The brewery has its centenary this year, and it has a new ale.\n"),
        Example("Path to open in July\n\nA path round the bay is done. It will open on 8 August with a band.\n"),
        Example("Crews to walk out on Monday\n\nCrews of the ferry will strike from Tuesday.\n\nIt rained.\n\nIt hailed.\n"),
        Example("Line shut\n\nThey mark sixty years since the last train left. It is 6 May 2024.\n\nThe last train left on 5 May 1954.\n"),
        Example("Hall saved\n\nThe hall opened in 1896 with a band.\n\nThe curtain was made for the opening night in 1869 by a sailor.\n"),
        Example("Walk done\n\nThey reached the sea after 24 days.\n\nIt rained. The 42-day walk was their last.\n"),
        Example("Freed\n\nTom Wells was arrested in June 2013 and convicted in March 2013 of a theft. He is free.\n"),
        Example("Dam built\n\nThe dam was built from 1995 to 1990 by hand.\n"),
        Example("Strike\n\nThe strike lasts until Sunday, June 31, the union said.\n"),
        Example("Bridge\n\nThe bridge fell 12 years ago, in 2002, and was never mended.\n"),
        Example("Road\n\nThe firm, founded in 2009, has built many roads. The firm won its first contract in 2006.\n"),
        Example("Hiker found\n\nShe set out on Thursday 29 February. They found her the following day, Saturday.\n"),
        Example("Shop\n\nThe shop marks its 50th anniversary. The shop opened in 1986 and is full of hats.\n"),
        Example("Views sought\n\nForms closed on 1 March 2024. Families still had until the closing date, the council said on Monday.\n"),
        Example("Fair\n\nThe fair will be held on Saturday 2 March. There is no charge.\n"),
        Example("Chief leaves\n\nTom Wells led the union from 1996 to 2011, a period of twenty years.\n"),
        Example("Ospreys win\n\nThe Ospreys won the cup, their first title since 1997.\n\nThe club last won the cup in 2003, in rain.\n"),
        Example("Cat shown\n\nThe picture goes on show at the hall on 9 March.\n\nThe show, which opens on 19 March, is small.\n"),
        Example("Stabbing\n\nA chemist was stabbed on Wednesday 28 February. A man was arrested on Tuesday 27 February.\n"),
        Example("Council voted on Monday to shut the pool\n\nThe council voted on Tuesday to shut the pool.\n"),
    ),
    passes=(
        Example("Ship aground\n\nThe ship ran aground on 3 November 2021. Two days later, on 5 November, divers came.\n", None),
        Example("Path to open in July\n\nA path round the bay is done. It will open on 8 July, and close in August.\n"),
        Example("Freed\n\nTom Wells was arrested in March 2013 and convicted in June 2013 of a theft. He is free.\n"),
        Example("Dam built\n\nThe dam was built from 1990 to 1995. Leaks fell from 1,995 to 1,990.\n"),
        Example("Strike\n\nThe strike lasts until Monday, June 30. It began on 29 February 2020.\n", published=None),
        Example("Bridge\n\nThe bridge fell 12 years ago, in 2012. Some 50 years ago, in 1971, it was new.\n"),
        Example("Road\n\nThe firm, founded in 2009, has built many roads. Its parent, founded in 1990, won its first contract in 2006.\n"),
        Example("Hiker found\n\nShe set out on Thursday 29 February. They found her the following day, Friday.\n"),
        Example("Shop\n\nThe shop marks its 50th anniversary. It was founded in 1974, and the annexe opened in 1986.\n"),
        Example("Views sought\n\nForms close on 10 March. Families still had until the closing date, the council said on 4 March.\n"),
        Example("Fair\n\n“The fair will be held on Saturday 2 March,” she said in January. It was held in the rain.\n"),
        Example("Chief leaves\n\nTom Wells led the union from 1996 to 2011, a period of fifteen years, and then ran it for 3 years.\n"),
        Example(
            "Ospreys win\n\nThe Ospreys won the cup, their first title since 1997.\n\nThe last to beat the Ravens last won it in 2003.\n"
        ),
        Example("Cat shown\n\nThe picture goes on show at the hall on 9 March. The fair opens on 12 March, and a play on 19 March.\n"),
        Example("Stabbing\n\nA chemist was stabbed on Monday 26 February. A man was arrested on Tuesday 27 February.\n"),
        Example("Council voted on Monday to shut the pool\n\nThe council voted on 4 March to shut the pool. It meets again on Tuesday.\n"),
    ),
)
