"""Counts of lists: "Four people were charged: A, B and C", where every item is a name and the list is whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.checking.amounts import Amount
from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.wording import quoted
from factcheck.model import Change, Severity

_WHERE = r"(?:\s(?:in|from|at)\s[A-Z][\w’'-]*)?"
_SMALL = r"of|de|van|von|al|el|bin"
_NAME = rf"(?:[A-Z][\w’'-]*|{_SMALL})(?:\s(?:[A-Z][\w’'.-]*|{_SMALL}|the|and\sCo)){{0,4}}(?:,\s\d{{1,3}}(?=[,. ]))?{_WHERE}"
_LIST = re.compile(
    r"(?P<lead>(?:\s[a-z][\w’'-]*){0,6}?(?::\s|\s(?:are|were)\s(?![a-z])|\s[–—-]\s))"
    rf"(?P<items>{_NAME}(?:,\s{_NAME}){{0,9}},?\sand\s{_NAME})(?=[.;]|$|,\s(?:[a-z][\w’'-]*\s){{1,4}}(?:said|announced|confirmed|says)\b)",
)
"""A list of names behind a number: takes ` men were held: Al Pell, 41, Tom Moss, 30, and Al Day` and ` men are Al Day and Al Moss`,
not ` people and a dog`."""

_THINGS = re.compile(r"[^.:;]{0,140}:\s(?P<items>an?\s[^,:;.]{2,40}(?:,\san?\s[^,:;.]{2,40}){1,9},?\sand\san?\s[^,;.:]{2,60})(?=\.|\s?$)")
"""A list of things behind a number: takes ` works: a school, a bridge and a mosque` and `: a hat, a cat, and a bat`, not `: a hat`."""

_NEXT_THING = re.compile(r",\s(?:and\s)?(?=an?\s)|\sand\s(?=an?\s)")
"""What parts two things: takes `, a hat` and ` and a hat`, not ` and hats`."""

_OPEN = re.compile(r"\b(?:including|among|such\sas|like|led\sby|one\sof|other)\b")
"""What makes a list one of some only: takes `including` and `such as`, not `included`."""

_ITEM = re.compile(r",?\s+and\s+|,\s+(?!\d)")
"""What parts two items: takes `, Carl` and ` and `, not `, 41`."""

MOST = 12


def lists(context: CheckContext, passage: Sequence[Amount]) -> Iterator[Finding]:
    """Numbers of people or things whose names follow, all of them, and are more or fewer."""
    for count in passage:
        value = count.value
        if count.is_money or count.unit == "percent" or count.figure.change is not Change.EXACT or not 2 <= value <= MOST or value % 1:
            continue
        block = context.block_at(count.place.start)
        start = count.place.start + len(count.place.text.split()[0])
        if block is None:
            continue
        if (match := _LIST.match(context.text, start, block.end)) is not None:
            lead, items = match["lead"], _ITEM.split(match["items"])
        elif (match := _THINGS.match(context.text, start, block.end)) is not None and count.place.start == count.sentence:
            lead, items = context.text[start : match.start("items")], _NEXT_THING.split(match["items"])
        else:
            continue
        if _OPEN.search(lead):
            continue
        if len(items) != value:
            place = context.at(match.start("items"), match.end("items"))
            message = f"{quoted(count.place.text)} and the list behind it has {len(items)}: {quoted(place.text)}."
            yield Finding((count.place, place), message, Severity.LOOK, near=count.place)
