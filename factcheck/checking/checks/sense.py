"""`sense`: an outcome reversed: upheld in the headline and struck down in the story, a fall that is called a rise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.results import contradicted
from factcheck.checking.wording import quoted
from factcheck.checking.words import stem
from factcheck.language.lexicon import any_of, meanings, words
from factcheck.model import Severity, Span, Words

MATTERS: dict[str, dict[str, str]] = {
    matter: meanings("outcomes", matter) for matter in ("rulings", "approvals", "permissions", "movements", "games", "freedoms")
}
"""The matters of which one thing comes out one way only, each with its words and their sides."""

OPEN = frozenset({"movements", "games"})
"""Matters of which a headline and the first sentence may each tell another thing."""

_SIDE_OF = {word: (matter, side) for matter, sides in MATTERS.items() for word, side in sides.items()}
_OUTCOMES = "|".join(sorted(map(re.escape, _SIDE_OF), key=len, reverse=True))
_COUNCIL = words("outcomes", "of_a_council")
_UNSETTLED = words("outcomes", "unsettled")
_BIG = r"(?:[A-Z][\w’'-]*\s)"

OUTCOME = re.compile(rf"\b(?P<outcome>{_OUTCOMES})\b", re.IGNORECASE)
"""How something came out: takes `upholds`, `struck down` and `fell`, not `ruled`."""

WORD = re.compile(r"[a-z]+(?:n['’]t)?", re.IGNORECASE)
"""A word: takes `fell` and `didn't`, not `12`."""

MOVED = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[A-Z][\w-]*['’]s?)\s(?P<what>{_BIG}?[a-z]{{3,15}}(?:\s[a-z]{{3,15}})?)\s(?:(?:in|of|for|at)\s(?:the\s)?{_BIG}{{1,3}})?"
    rf"(?P<outcome>{any_of('outcomes', 'movements')})\s(?:by|to|from|in|slightly|sharply|again|last|on|for|\d)\b"
)
"""A thing that moved: takes `The unemployment rate in Ontario fell to` and `the price rose by`, not `the fell`."""

THE_MOVE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s(?:[a-z]+\s)?(?P<outcome>rise|increase|jump|fall|drop|decline|decrease|slide)\sin\s"
    r"(?:the\s)?(?:(?:[A-Z][\w-]*\s){0,2}[A-Z][\w-]*['’]s?\s)?(?P<what>[a-z]{3,15}(?:\s[a-z]{3,15})?)"
)
"""The move that the reader knows of: takes `the rise in Ontario's unemployment rate` and `This drop in prices`, not `a rise in rents`."""

DECIDED = re.compile(
    rf"\b(?P<who>[a-z]{{4,15}}|[A-Z][\w-]{{2,20}})\s(?:(?:of|in)\s{_BIG}{{0,2}}[A-Z][\w-]*\s)?(?:have\s|has\s)?"
    rf"(?P<outcome>{any_of('outcomes', 'approvals')})\s"
    r"(?:the|its|his|her|their|a|an)\s(?P<what>(?:[a-z-]{3,15}\s){0,2}?[a-z]{3,15})(?=[\s,.;]|$)"
)
"""Who decided what: takes `Tenants of Beckett Tower have voted against the sale` and `council rejected its plan`, not `backed by the`."""

BESIDE = 20
"""In so many code points beside an outcome stands what leaves it open."""

RIGHT_BEHIND = 12
"""In so many code points behind a move stands of when it is."""

OF_ANOTHER_TIME = re.compile(
    r"\b(?:last|since|over|between|during|before|after|previous|earlier|then|later|again|now|next|year|years|month|quarter)\b|\d{4}"
)
"""What may tell of another time: takes `since May` and `in 2019`, not `on`."""


@dataclass(frozen=True)
class _Told:
    """An outcome: what it is of, its side, and its words."""

    what: str
    side: str
    place: Words


def find(context: CheckContext) -> Iterator[Finding]:
    """Outcomes of the headline that the opening has the other way, and outcomes of one thing that two sentences have in two ways."""
    yield from _against_headline(context)
    yield from _opposed(context, list(_moves(context)), "one of the two directions")
    yield from _opposed(context, list(_decisions(context)), "one of the two decisions")
    yield from contradicted(context)


def _against_headline(context: CheckContext) -> Iterator[Finding]:
    headline = context.headline
    story = context.opening
    if headline is None or not story:
        return
    if _is_unsettled(context, headline):
        return
    told = _sides(context, Span(start=story[0].start, end=story[-1].end))
    for matter, found in _sides(context, headline).items():
        below = told.get(matter, {})
        if len(found) != 1 or len(below) != 1 or found.keys() == below.keys():
            continue
        one, two = next(iter(found.values())), next(iter(below.values()))
        first = next(context.sentence_at(block.start) for block in story if block.start <= two.start < block.end)
        if first.start <= two.start < first.end and _is_of_headline(context, headline, first, two):
            message = f"The headline has {quoted(one.text)} where the story opens with {quoted(two.text)}; one of the two is likely a slip."
            yield Finding((one, two), message, Severity.LOOK if matter in OPEN else Severity.WARNING, near=two)
            return


def _is_of_headline(context: CheckContext, headline: Span, first: Span, outcome: Words) -> bool:
    """Whether an outcome in the first sentence of a story is the one that the headline tells: of the same thing, and settled."""
    if _is_unsettled(context, Span(start=max(first.start, outcome.start - BESIDE), end=min(first.end, outcome.end + BESIDE))):
        return False
    return bool(_stems(context, headline) & _stems(context, first))


def _sides(context: CheckContext, span: Span) -> dict[str, dict[str, Words]]:
    """The outcomes that some words tell: by matter, the first of each side."""
    found: dict[str, dict[str, Words]] = defaultdict(dict)
    for match in OUTCOME.finditer(context.text, span.start, span.end):
        matter, side = _SIDE_OF[match["outcome"].lower()]
        found[matter].setdefault(side, context.at(*match.span()))
    return dict(found)


def _is_unsettled(context: CheckContext, span: Span) -> bool:
    found = (match[0].lower() for match in WORD.finditer(context.text, span.start, span.end) if match[0] != "May")
    return any(word in _UNSETTLED or word.endswith(("n't", "n’t")) for word in found)


def _stems(context: CheckContext, span: Span) -> set[str]:
    """What is spoken of: the stems of the longer words that tell no outcome."""
    found = (match[0].lower() for match in WORD.finditer(context.text, span.start, span.end))
    return {stem(word) for word in found if len(word) > 3 and word not in _SIDE_OF}


def _moves(context: CheckContext) -> Iterator[_Told]:
    for block in context.body:
        for pattern in (MOVED, THE_MOVE):
            for match in pattern.finditer(context.text, block.start, block.end):
                place = context.at(*match.span())
                sentence = context.sentence_at(match.start())
                rest = context.text[match.end() : min(sentence.end, match.end() + RIGHT_BEHIND)]
                if pattern is MOVED or OF_ANOTHER_TIME.search(rest) is None:
                    yield _Told(_thing(match["what"]), MATTERS["movements"][match["outcome"].lower()], place)


def _decisions(context: CheckContext) -> Iterator[_Told]:
    for block in context.body:
        for match in DECIDED.finditer(context.text, block.start, block.end):
            sentence = context.sentence_at(match.start())
            if not _is_unsettled(context, Span(start=sentence.start, end=match.end())):
                who = stem(match["who"])
                what = f"{'council' if who in _COUNCIL else who} {_thing(match['what'].split()[-1])}"
                yield _Told(what, MATTERS["approvals"][match["outcome"].lower()], context.at(*match.span()))


def _thing(what: str) -> str:
    """What moved, without a word that only says whose or when."""
    return " ".join(stem(word) for word in what.split()[-2:])


def _opposed(context: CheckContext, told: list[_Told], what: str) -> Iterator[Finding]:
    """The first two places that tell opposite outcomes of one thing, of which all others tell the same as the first."""
    by_thing: dict[str, list[_Told]] = defaultdict(list)
    for each in sorted(told, key=lambda one: one.place.start):
        by_thing[each.what].append(each)
    for first, *rest in by_thing.values():
        other = [each for each in rest if each.side != first.side]
        if len(other) == 1 and context.sentence_at(other[0].place.start) != context.sentence_at(first.place.start):
            both = f"{quoted(first.place.text)} and {quoted(other[0].place.text)}"
            yield Finding((first.place, other[0].place), f"{both}: {what} is likely a slip.", Severity.LOOK, near=other[0].place)


CHECK = Check(
    id="sense",
    looks_for="an outcome reversed: upheld in the headline and struck down below, a fall called a rise, a game won by its loser",
    rule="Reuters Handbook of Journalism, 'headlines' and 'corrections': one correction in twelve is of a reversed meaning",
    find=find,
    catches=(
        Example("Court upholds ban on flights\n\nA court on Tuesday struck down a ban on flights. It rained.\n\nIt hailed.\n\nIt froze.\n"),
        Example(
            "Council backs plan for bypass\n\nThe council has rejected a plan for a bypass round Hadley.\n\nIt rained.\n\nIt hailed.\n"
        ),
        Example("Rents rise in Hadley\n\nRents in Hadley fell by a tenth in May, a clerk said.\n\nIt rained.\n\nIt hailed.\n"),
        Example("Jobs\n\nThe unemployment rate fell to 6 percent in May. It rained.\n\nThe rise in the unemployment rate was the first.\n"),
        Example("Sale\n\nTenants voted against the sale of a tower. It rained.\n\nNow tenants have approved the sale, she said.\n"),
        Example("Derby\n\nTarn Rovers 2, Holt Town 1\n\nIt rained on all of them. Town's 2-1 victory was seen by 4,310 people.\n"),
        Example("Derby\n\nRovers beat Town 3-1 on Saturday.\n\nIt rained. Rovers' 2-1 win over Town was hard to see.\n"),
    ),
    passes=(
        Example(
            "Court upholds ban on flights\n\nA court on Tuesday refused to strike down a ban on flights.\n\nIt rained.\n\nIt hailed.\n"
        ),
        Example(
            "Rents rise in Hadley\n\nRents in Hadley rose by a tenth in May, and fell in June, a clerk said.\n\nIt rained.\n\nIt hailed.\n"
        ),
        Example(
            "Jobs\n\nThe unemployment rate fell to 6 percent in May. It rained.\n\nThe rise in the unemployment rate last year was small.\n"
        ),
        Example("Sale\n\nTenants voted against the sale of a tower. It rained.\n\nThe council has approved the sale of a barn.\n"),
        Example("Derby\n\nTarn Rovers 2, Holt Town 1\n\nIt rained. Town's 2-1 victory last season was seen by 4,310 people.\n"),
    ),
)
