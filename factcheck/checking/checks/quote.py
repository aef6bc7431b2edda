"""`quote`: one quotation that the article gives in two wordings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from rapidfuzz.distance import Levenshtein, MatchingBlock

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.quotations import quotations
from factcheck.checking.wording import quoted
from factcheck.language.lexicon import words
from factcheck.model import Severity, Span, Words

SHORTEST, LONGEST = 6, 150
"""Stretches of fewer words are alike by chance; longer ones are not compared."""

SHINGLE = 3
"""So many words in a row that two quotations must have in common to be compared at all (Broder 1997)."""

NEAREST = 4
"""With how many earlier quotations that share a shingle one is compared, so that the time stays linear."""

APART = 60
"""Quotations of one paragraph that nearer than this are set against each other on purpose ("nothing to do with", "everything to do")."""

TAKES_BACK = words("small_words", "takes_back")
"""Words after which a speaker takes back, or makes less of, what was just said (Quirk et al. 15.33 to 15.44)."""

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
"""A word with what stands inside it: takes `can't` and `1,200`, not ` — `."""

_OMISSION = re.compile(r"…|\.{2,5}|\.\s\.\s\.|\[[^\]\n]{0,80}\]|—|--")
"""What a writer leaves out or puts in openly, or a break: takes `...` and `[the bank]`, not `.`."""


@dataclass(frozen=True)
class _Part:
    """A stretch of a quotation without an omission: its words as they stand and as they are compared.

    `goes_on` is where the speaker takes it back behind a "she said", in the next quotation of the paragraph.
    """

    whole: Span
    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    goes_on: tuple[int, int] | None = None


def find(context: CheckContext) -> Iterator[Finding]:
    """Quotations that run along an earlier one word for word, but for one or two words in their midst."""
    seen: list[_Part] = []
    known: set[tuple[str, ...]] = set()
    shingles: dict[tuple[str, ...], list[int]] = defaultdict(list)
    said = quotations(context)
    for quotation, following in zip_longest(said, said[1:]):
        for part in _parts(context.text, quotation, following):
            if part.words not in known:
                earlier = sorted({i for shingle in _shingles(part) for i in shingles[shingle][:NEAREST]})
                yield from (f for i in earlier if (f := _compared(context, seen[i], part)) is not None)
            known.add(part.words)
            for shingle in _shingles(part):
                shingles[shingle].append(len(seen))
            seen.append(part)


def _parts(text: str, quotation: Span, following: Span | None) -> Iterator[_Part]:
    bounds = [quotation.start]
    for omission in _OMISSION.finditer(text, quotation.start, quotation.end):
        bounds += omission.span()
    bounds.append(quotation.end)
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        found = list(_WORD.finditer(text, start, end))
        if SHORTEST <= len(found) <= LONGEST:
            goes_on = _taken_back(text, quotation, following) if end == quotation.end and following is not None else None
            yield _Part(quotation, tuple(m.span() for m in found), tuple(m[0].casefold().replace("’", "'") for m in found), goes_on)


def _taken_back(text: str, quotation: Span, following: Span) -> tuple[int, int] | None:
    """The first words of the next quotation where they go on with the sentence and take it back: “…,” she said, “but only if …”."""
    between = text[quotation.end : following.start]
    words = list(_WORD.finditer(text, following.start, following.end))[:4]
    if len(between) > APART or "\n" in between or not words or words[0][0] not in TAKES_BACK:
        return None
    return words[0].start(), words[-1].end()


def _shingles(part: _Part) -> set[tuple[str, ...]]:
    return {part.words[i : i + SHINGLE] for i in range(len(part.words) - SHINGLE + 1)}


def _compared(context: CheckContext, first: _Part, second: _Part) -> Finding | None:
    """A finding when the shorter of two runs along inside the longer, but for a word or two in its midst."""
    between = context.text[first.whole.end : max(second.whole.start, first.whole.end)][:APART]
    if len(between) < APART and "\n" not in between:
        return None
    short, long = sorted((first, second), key=lambda part: len(part.words))
    if (cut := _cut_short(context, short, long)) is not None:
        return cut
    blocks = [block for block in Levenshtein.editops(short.words, long.words).as_matching_blocks() if block.size]
    if len(blocks) > 1 and _loose(blocks[0], blocks[1], blocks[0].size):
        blocks = blocks[1:]
    if len(blocks) > 1 and _loose(blocks[-2], blocks[-1], blocks[-1].size):
        blocks = blocks[:-1]
    if not blocks:
        return None
    a, b = blocks[0].a, blocks[0].b
    c, d = blocks[-1].a + blocks[-1].size, blocks[-1].b + blocks[-1].size
    whole = all(context.text[part.spans[0][0]].isupper() for part in (first, second))
    if whole and ((a and b) or (c < len(short.words) and d < len(long.words))):
        return None  # two sentences that open or end alike, and each goes on in its own words
    matched = sum(block.size for block in blocks)
    changed = max(c - a, d - b) - matched
    if not 1 <= changed <= max(2, (c - a) // 6) or matched < max(SHORTEST - 1, len(short.words) * 3 // 4):
        return None
    if a > 2 or len(short.words) - c > 2:
        return None  # the words that are not shared stand at an end, so the two are cut from other places
    gap = next((x, y) for x, y in pairwise(blocks) if (x.a + x.size, x.b + x.size) != (y.a, y.b))
    words = (_between(context, short, gap[0].a + gap[0].size, gap[1].a), _between(context, long, gap[0].b + gap[0].size, gap[1].b))
    return _finding(_stretch(context, short, a, c), _stretch(context, long, b, d), words)


def _cut_short(context: CheckContext, short: _Part, long: _Part) -> Finding | None:
    """A quotation that stops where the same one, elsewhere, goes on with a word that takes some of it back."""
    size = len(short.words)
    if long.goes_on is not None and short.goes_on is None and long.words[-size:] == short.words:
        tail = _stretch(context, long, len(long.words) - size, len(long.words))
        return _stops((_stretch(context, short, 0, size), tail), context.at(*long.goes_on))
    at = next((i for i in range(len(long.words) - size) if long.words[i : i + size] == short.words), None)
    if at is None or long.words[at + size] not in TAKES_BACK:
        return None
    if re.search(r"[.!?]", context.text[long.spans[at + size - 1][1] : long.spans[at + size][0]]):
        return None  # what comes next is another sentence
    places = (_stretch(context, short, 0, size), _stretch(context, long, at, min(len(long.words), at + size + 4)))
    return _stops(places, _stretch(context, long, at + size, min(len(long.words), at + size + 4)))


def _stops(places: tuple[Words, Words], rest: Words) -> Finding:
    first, second = sorted(places, key=lambda place: place.start)
    message = f"{quoted(first.text)} and {quoted(second.text)} are one quotation, and the shorter stops before {quoted(rest.text)}."
    return Finding((first, second), message, Severity.LOOK, near=first)


def _loose(first: MatchingBlock, second: MatchingBlock, size: int) -> bool:
    """Whether a word at an end matches only by chance: it stands alone, across words that the longer quotation alone has."""
    return size == 1 and first.a + first.size == second.a


def _stretch(context: CheckContext, part: _Part, first: int, last: int) -> Words:
    return context.at(part.spans[first][0], part.spans[last - 1][1])


def _between(context: CheckContext, part: _Part, first: int, last: int) -> str:
    return _stretch(context, part, first, last).text if first < last else ""


def _finding(one: Words, two: Words, words: tuple[str, str]) -> Finding:
    (first, own), (second, other) = sorted(zip((one, two), words, strict=True), key=lambda pair: pair[0].start)
    if own and other:
        how = f"the first has {quoted(own)} where the second has {quoted(other)}"
    else:
        how = f"only the {'first' if own else 'second'} has {quoted(own or other)}"
    message = f"{quoted(first.text)} and {quoted(second.text)} are likely one quotation in two wordings: {how}."
    return Finding((first, second), message, Severity.WARNING, near=first)


CHECK = Check(
    id="quote",
    looks_for="one quotation in two wordings, or cut short before a “but”",
    rule="AP Stylebook, 'quotations in the news': never alter a quotation; likeness measured over shingles of words (Broder 1997)",
    find=find,
    catches=(
        Example(
            'Pears lost\n\n"We lost every pear on the hill in one night," Okafor said.\n\n'
            'Her words, "we lost every plum on the hill in one night," were read to the council.\n'
        ),
        Example(
            "Ferry late\n\n“Nine of the twelve frames are rotten and have to go,” she said.\n\n"
            "The mayor asked whether “nine of the frames are rotten and have to go”.\n"
        ),
        Example(
            'Vote void\n\n"The vote is void because the door was locked," he said.\n\n'
            'Later he said: "The vote is not void because the door was locked."\n'
        ),
        Example(
            "Bridge open\n\n“We will open the bridge by the end of May, unless it rains,” said Okafor.\n\n"
            "Shops are glad that Orsa “will open the bridge by the end of May”.\n"
        ),
        Example(
            "Bridge open\n\n“We will open the bridge by the end of May,” said Okafor, “but only if it rains.”\n\n"
            "Shops are glad that Orsa “will open the bridge by the end of May”.\n"
        ),
    ),
    passes=(
        Example('Pears lost\n\n"We lost every pear on the hill in one night," she said. "Every pear on the hill in one night" is a lot.\n'),
        Example(
            "Ferry late\n\n“Nine of the twelve frames are rotten and have to go,” she said. "
            "“Nine of the … frames are rotten and have to go.”\n"
        ),
        Example(
            "Two needs\n\n“We need more nurses in our town hospitals,” he said.\n\n“We need more doctors in our town schools,” he said.\n"
        ),
        Example('Two votes\n\n"I will vote for the harbour party in May," he said. "I will vote for the farmers," she said.\n'),
    ),
)
