"""`slip`: a word or a phrase repeated by mistake, and words that cannot follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.quotations import quotations
from factcheck.checking.wording import quoted
from factcheck.checking.words import Word
from factcheck.language.lexicon import any_of, ordered, words
from factcheck.model import Severity

NEVER = words("doubles", "never")
PARTICLES = words("doubles", "particles")
TAKES_A_PARTICLE = words("doubles", "takes_a_particle")
RIGHTLY = words("doubles", "rightly")
NUMBERED = words("doubles", "numbered")

COUNTS = ordered("numbers", "small")[2:]
_NUMBER = "|".join(COUNTS)
_EDGE = r"(?![\w’'-])"
_BEFORE = r"(?<![\w’'.-])(?:(?P<before>[^\W\d_]{1,20})[ \u00a0])??"

DOUBLED = re.compile(rf"{_BEFORE}(?P<place>\b(?P<word>[^\W\d_]{{1,30}})\s{{1,2}}(?P=word)){_EDGE}", re.IGNORECASE)
"""A word twice in a row: takes `the the` and `on on Thursday`, not `the then`."""

STRANDED = re.compile(rf"(?<![\w’'.-])(?P<place>(?:the|an)\s(?:{any_of('doubles', 'asks_for_more')}|the|an)|a\s(?:of|the|an)){_EDGE}")
"""A determiner without its noun: takes `up the to the` and `in a of the`, not `the to-do list`."""

NUMBER_TWICE = re.compile(r"(?<![\w.,:/$£€#-])(?P<place>(?P<word>\d{1,4})\s(?P=word))(?=\s[a-z])")
"""A number twice: takes `20 20 days` and that of `spent 1,200 on 5 5 nights`, not `won 6 6-4`."""

SEVERAL = 3
"""So many words that stand twice are a slip; two may be meant, as in "more and more", if they are not small ones: "in the in the"."""

LONGEST = 7
"""Phrases of more words are not looked for."""

NUMBERS = re.compile(rf"{_BEFORE}(?P<place>\b(?:{_NUMBER})\s(?:{_NUMBER})){_EDGE}(?=\s[a-z])")
"""Two numbers of one thing: takes `by three four per cent` and `six seven boats`, not `two three-room flats`."""

UNIT_LOST = re.compile(r"(?<![\w-])(?P<place>\d{1,6}-)\s(?!(?:and|or|to|through|but|bis|und)\b)[a-z]")
"""A number whose unit is lost behind its hyphen: takes `a 40- home` and `the 12- road`, not `the 10- and 12-year-olds`."""


def find(context: CheckContext) -> Iterator[Finding]:
    """Words twice in a row that no sentence has so, determiners without a noun, two numbers of one thing, and units that were lost."""
    said = [(q.start, q.end) for q in quotations(context)]
    for block in context.body:
        for match in DOUBLED.finditer(context.text, block.start, block.end):
            severity = _doubled(match, said)
            if severity is not None:
                place = context.at(*match.span("place"))
                yield _finding(context, match, f"{quoted(place.text)} has one word twice.", severity, match["word"])
        for match in STRANDED.finditer(context.text, block.start, block.end):
            if len(set(match["place"].lower().split())) > 1:
                message = f"{quoted(match['place'])} is not English: a word is missing there, or one of the two is left over."
                yield _finding(context, match, message, Severity.WARNING)
        for match in NUMBERS.finditer(context.text, block.start, block.end):
            if (match["before"] or "").lower() not in NUMBERED:
                yield _finding(context, match, f"{quoted(match['place'])} gives two numbers of one thing.", Severity.LOOK)
        for match in UNIT_LOST.finditer(context.text, block.start, block.end):
            yield _finding(context, match, f"A unit seems to be missing after {quoted(match['place'])}.", Severity.LOOK)
        for match in NUMBER_TWICE.finditer(context.text, block.start, block.end):
            yield _finding(context, match, f"{quoted(match['place'])} repeats a number.", Severity.LOOK)
    yield from _phrases(context, said)


def _phrases(context: CheckContext, said: list[tuple[int, int]]) -> Iterator[Finding]:
    """Several words that stand twice in a row, outside quotations: "for a week for a week", not "again and again and again"."""
    own = [word for word in context.words if not (word.titled or word.shouted or word.loose)]
    small = [word.text.lower() for word in own]
    behind = 0
    for at in range(len(own)):
        fewest = 2 if set(small[at : at + 2]) <= NEVER | PARTICLES else SEVERAL
        size = next((n for n in range(fewest, LONGEST) if small[at : at + n] == small[at + n : at + 2 * n]), 0)
        if not size or at < behind or not _is_phrase(context, own[at : at + 2 * size]):
            continue
        behind = at + 2 * size
        goes_on = at > 0 and small[at - 1] == small[at + size - 1]
        if not goes_on and not any(a <= own[at].start < b for a, b in said):
            place = context.at(own[at].start, own[behind - 1].end)
            yield Finding((place,), f"{quoted(place.text)} repeats the same words.", Severity.WARNING, near=place)


def _is_phrase(context: CheckContext, own: Sequence[Word]) -> bool:
    """Whether some words stand side by side with nothing but white space between them, and are no name that is said twice."""
    joined = all(context.text[one.end : two.start] in (" ", "\u00a0") for one, two in pairwise(own))
    return joined and len({word.text for word in own}) > 1 and any(word.text.islower() for word in own)


def _doubled(match: re.Match[str], said: list[tuple[int, int]]) -> Severity | None:
    """How sure it is that a word stands twice by a slip; None where it may well not."""
    word, before = match["word"].lower(), (match["before"] or "").lower()
    first, second = match["place"].split()
    if word in COUNTS or (second[0].isupper() and word not in NEVER):
        return None  # a number of its own rule, or a name: Duran Duran
    if word in NEVER:
        stranded = second[0].isupper() or (word in ("was", "were", "are") and before in ("it", "that", "there", "they", "you", "who"))
        return None if stranded else Severity.WARNING
    if word in PARTICLES:
        return Severity.LOOK if before and before not in TAKES_A_PARTICLE else None
    plain = len(word) > 3 and first.islower() and word not in RIGHTLY and not any(a <= match.start("place") < b for a, b in said)
    return Severity.LOOK if plain else None


def _finding(context: CheckContext, match: re.Match[str], message: str, severity: Severity, suggestion: str | None = None) -> Finding:
    place = context.at(*match.span("place"))
    return Finding((place,), message, severity, suggestion, near=place)


CHECK = Check(
    id="slip",
    looks_for="a word, a number or a phrase repeated by mistake, and words that cannot follow each other",
    rule="Quirk et al., A Comprehensive Grammar of the English Language, 5.3 (determiners) and 19.72 (repetition)",
    find=find,
    catches=(
        Example("Rain\n\nThe boat went to to Oslo in the rain.\n"),
        Example("Rain\n\nThe walkers were taken up the to the hut.\n"),
        Example("Rain\n\nFares will rise by three four per cent in June.\n"),
        Example("Rain\n\nThe council voted for a new school on on Thursday.\n"),
        Example("Rain\n\nThe 40- home site is wet.\n"),
        Example("Rain\n\nThe road was closed for a week for a week in May.\n"),
        Example("Rain\n\nThe clerk spent 20 20 pounds on a hat, and sat in a of the boats.\n"),
    ),
    passes=(
        Example("Rain\n\nHe had had enough of it, and that that was so was very, very plain.\n"),
        Example("Rain\n\nFans of Duran Duran went on on Monday to the New York New York bar.\n"),
        Example("Rain\n\nShe told her her boat sank. What it was was a leak.\n"),
        Example("Rain\n\nHe rowed in lane four four years ago, in a race for two three-man boats.\n"),
        Example("Rain\n\nIt rained again and again and again, day after day after day.\n"),
        Example("Rain\n\nThe to-do list of the 10- and 12-year-olds is wet.\n"),
    ),
)
