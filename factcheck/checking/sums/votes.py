"""Votes against the names of those who cast them: "5-4 against, with A, B, C and D opposed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.wording import quoted
from factcheck.language.lexicon import any_of, meanings
from factcheck.model import Block, Severity

VOTE = re.compile(r"(?<![\d–-])(?P<one>\d{1,2})(?:[-–]|\sto\s)(?P<two>\d{1,2})(?![\d–-]|\s?(?:percent|per\scent|%|years?|p\.?m|a\.?m))")
"""The votes of a small body: takes `5-4` and `7 to 2`, not `10-12 percent`."""

_NAME = r"[A-Z][\w’'-]{1,20}(?:\s[A-Z][\w’'.-]{0,20}){0,3}"

AGAINST = re.compile(
    rf"(?:\b[Ww]ith\s)?(?P<names>{_NAME}(?:,\s{_NAME}){{0,9}},?\sand\s{_NAME})\s"
    r"(?:(?:were\s|was\s)?(?:opposed|dissenting|voting\s(?:no|against)|in\s(?:dissent|opposition)|against)|dissented|voted\s(?:no|against))\b"
)
"""Those who voted against: takes `with Ann Lee and Bob Moss opposed` and `Lee, Moss and Berg voted no`, not `Lee and Moss left`."""

_APART = re.compile(r",?\sand\s|,\s")
"""What parts two names: takes `, ` and ` and `, not ` `."""

_SIDES: dict[str, str] = meanings("outcomes", "approvals")

DECISION = re.compile(rf"\b(?P<decision>{any_of('outcomes', 'approvals')})\b", re.IGNORECASE)
"""What was decided: takes `approved` and `voted down`, not `discussed`."""

OF_SOME = re.compile(r"\b(?:including|among|abstain|absent|recus|both|joined)", re.IGNORECASE)
"""What makes a list one of some only, or of more than voted: takes `including` and `abstained`, not `opposed`."""

BODY = 15
"""So many at most vote by name."""


def votes(context: CheckContext) -> Iterator[Finding]:
    """The names of those who voted against, which are more or fewer than the vote of the paragraph has on their side."""
    for block in context.body:
        found = list(VOTE.finditer(context.text, block.start, block.end))
        named = list(AGAINST.finditer(context.text, block.start, block.end))
        if len(found) != 1 or len(named) != 1 or "vot" not in context.text[block.start : block.end]:
            continue
        vote, against = found[0], named[0]
        sides = sorted((int(vote["one"]), int(vote["two"])))
        names = [name for name in _APART.split(against["names"]) if name]
        if sides[1] > BODY or OF_SOME.search(context.text, block.start, block.end):
            continue
        right = _against(context, block, sides)
        if len(names) not in right:
            places = tuple(sorted((context.at(*vote.span()), context.at(*against.span())), key=lambda place: place.start))
            told = f"{quoted(vote[0])} has {' or '.join(map(str, sorted(right)))} against, and there are {len(names)} names"
            yield Finding(places, f"{told} in {quoted(against[0])}.", Severity.LOOK, near=places[0])


def _against(context: CheckContext, block: Block, sides: list[int]) -> set[int]:
    """How many were against: the fewer where something was approved, the more where it was turned down, else either."""
    told = {_SIDES[match["decision"].lower()] for match in DECISION.finditer(context.text, block.start, block.end)}
    lost = re.search(r"\b\d{1,2}(?:[-–]|\sto\s)\d{1,2}\sagainst\b", context.text[block.start : block.end]) is not None
    if lost or told == {"against"}:
        return {sides[1]}
    return {sides[0]} if told == {"for"} else set(sides)
