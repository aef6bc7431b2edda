"""`ranking`: one person or thing with two places in one ranking: Sweden's third-largest lender, Sweden's second-largest bank."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.language.lexicon import meanings
from factcheck.model import Block, Severity, Words

RANK = re.compile(
    r"\b(?P<whose>(?:(?:East|New|North|Saudi|South|Sri|United|West)\s)?[A-Z][\w-]{1,30}['’]s|[Tt]he\s(?:country|world|state|city|region|continent)['’]s)\s"
    r"(?:(?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[-\s])?(?P<scale>largest|biggest|oldest|smallest|longest|tallest)\s"
    r"(?P<kind>[a-z-]{3,20}(?:\s[a-z-]{3,20}){0,2}?)(?=\s(?:by|in|is|are|was|were|has|have|had|said|will|bought|and|on|to|for)\b|[,.;”\"’]|\s[a-z]{2,12}(?:ed|s)\s)"
)
"""A place in a ranking: takes `Sweden’s third-largest lender by assets` and `the world's largest bank,`, not `the largest bank`."""

NAMED_BEFORE = re.compile(r"(?P<name>[A-Z][\w’'&-]+(?:\s[A-Z][\w’'&-]+){0,3})(?:,|\sis|\swas|,\swhich\sis)\s$")
"""The holder of a ranking before it: takes `Nordbank, ` and `Mercado Azul is `, not `that `."""

NAMED_BEHIND = re.compile(r"(?:,|\sis|\swas)?\s[A-Z]")
"""The holder of a ranking behind it: takes ` Nordbank` and ` is Mercado Azul`, not ` is fair`."""

_TRADES: dict[str, str] = meanings("nouns", "trades")

_SCALES = {"biggest": "largest"}


@dataclass(frozen=True)
class _Ranked:
    """A place in a ranking, and whether the words beside it name its holder."""

    nth: str
    place: Words
    named: bool


def find(context: CheckContext) -> Iterator[Finding]:
    """Places in one ranking of which one is said of a name, and another of "the bank" that the story is about."""
    rankings: dict[tuple[str, str, str], list[_Ranked]] = defaultdict(list)
    for block in context.blocks:
        for match in RANK.finditer(context.text, block.start, block.end):
            head = match["kind"].split()[-1]
            key = (match["whose"].casefold(), _SCALES.get(match["scale"], match["scale"]), _TRADES.get(head, head))
            rankings[key].append(_Ranked(match["nth"] or "first", context.at(*match.span()), _is_named(context, match, block)))
    for ranked in rankings.values():
        odd = _odd(ranked)
        if odd is not None:
            yield _finding(*odd)


def _is_named(context: CheckContext, match: re.Match[str], block: Block) -> bool:
    before = context.text[max(block.start, match.start() - 80) : match.start()]
    return NAMED_BEFORE.search(before) is not None or NAMED_BEHIND.match(context.text, match.end(), block.end) is not None


def _odd(ranked: Sequence[_Ranked]) -> tuple[_Ranked, _Ranked] | None:
    """The place of the only one that is named, and another one of nobody who is."""
    named = {each.nth: each for each in reversed(ranked) if each.named}
    other = next((each for each in ranked if not each.named and each.nth not in named), None)
    return (next(iter(named.values())), other) if len(named) == 1 and other is not None else None


def _finding(one: _Ranked, two: _Ranked) -> Finding:
    first, second = sorted((one.place, two.place), key=lambda place: place.start)
    message = f"{quoted(first.text)} and {quoted(second.text)} seem to be one person or thing with two places in one ranking."
    return Finding((first, second), message, Severity.LOOK)


CHECK = Check(
    id="ranking",
    looks_for="one person or thing with two places in one ranking",
    rule="Reuters Handbook of Journalism, 'superlatives'; a ranking that is said of another name, or of another kind, is not flagged",
    find=find,
    catches=(
        Example(
            "Deal struck\n\nNordbank, Sweden's third-largest lender by assets, buys a rival.\n\n"
            "The deal of Sweden's second-largest bank is fair.\n"
        ),
        Example(
            "Shops sold\n\nMercado Azul, Portugal's second-largest supermarket chain, buys shops.\n\n"
            "But Portugal's third-largest supermarket chain is bold.\n"
        ),
        Example("Tower lit\n\nThe Needle is the country's tallest tower.\n\nThe lamps of the country's second-tallest tower were lit.\n"),
    ),
    passes=(
        Example(
            "Banks\n\nNordbank, Norway's second-largest bank, raised its rates.\n\nFjordbank, Norway's third-largest bank, followed.\n"
        ),
        Example("Deal struck\n\nNordbank, Sweden's third-largest lender, will buy a rival.\n\nSweden's second-largest insurer said so.\n"),
        Example("Deal struck\n\nNordbank, Sweden's third-largest lender, was up.\n\nShares of Sweden's third-largest bank fell.\n"),
    ),
)
