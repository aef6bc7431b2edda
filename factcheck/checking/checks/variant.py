"""`variant`: one name written in two ways: hyphen, space or neither, dots or none, accent or none."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.frequency import zipf
from factcheck.checking.wording import quoted, times
from factcheck.checking.words import Addresses
from factcheck.language.lexicon import words
from factcheck.model import Severity, Words

TOKEN = re.compile(r"(?<![\w@#.])(?:[^\W\d_]\.){2,5}|(?<!\w)[^\W\d_]+(?:['’.][^\W\d_]+)*")
"""A word or a dotted abbreviation: takes `U.S.` and `O'Neill`, not `2019`."""

LONGEST = 4
"""The most words of a name that are looked at together."""

PARTICLES = words("name_parts", "particles")
"""Small words that a name may start with."""

MARKS = frozenset("-‐‑–.'’ \t\u00a0")
"""What is taken away before two names are compared: hyphens, dots, apostrophes and spaces."""


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    text: str
    capital: bool


def find(context: CheckContext) -> Iterator[Finding]:
    """Names that are the same once marks, spaces and accents are taken away, and are not written the same."""
    groups: dict[str, dict[str, list[Words]]] = defaultdict(lambda: defaultdict(list))
    for name in _names(context):
        groups[_key(name.text)][_written(name.text)].append(name)
    flagged: set[int] = set()
    for forms in sorted((g for g in groups.values() if len(g) > 1), key=lambda g: min(len(form) for form in g)):
        ranked = sorted(forms, key=lambda f: (-len(forms[f]), forms[f][0].start))
        for other in ranked[1:]:
            places = [place for place in forms[other] if flagged.isdisjoint(range(place.start, place.end))]
            if places and _one_name(ranked[0], other) and not _headline_style(context, forms[ranked[0]], places):
                flagged.update(offset for place in places for offset in range(place.start, place.end))
                yield _finding(forms[ranked[0]], places)


def _names(context: CheckContext) -> Iterator[Words]:
    """Each name of up to four words: capitalised words joined by a space or a hyphen, of which a word after a hyphen may be small."""
    for block in context.blocks:
        if _shouted(context.article.words(block)):
            continue
        addresses = Addresses(context.text, block)
        tokens = [_token(m) for m in TOKEN.finditer(context.text, block.start, block.end) if not addresses.hold(m.start())]
        for i, first in enumerate(tokens):
            if not first.capital and not (first.text in PARTICLES and i + 1 < len(tokens) and tokens[i + 1].capital):
                continue
            last = i
            if len(first.text) > 1:
                yield context.at(first.start, first.end)
            while last + 1 < len(tokens) and last - i + 1 < LONGEST and _joined(context.text, tokens[last], tokens[last + 1]):
                last += 1
                yield context.at(first.start, tokens[last].end)


def _token(match: re.Match[str]) -> _Token:
    text = re.sub(r"['’][sS]?$", "", match[0])
    return _Token(match.start(), match.start() + len(text), text, text[:1].isupper())


def _joined(text: str, first: _Token, second: _Token) -> bool:
    between = text[first.end : second.start]
    return (between in (" ", "\u00a0") and second.capital) or between in ("-", "‐", "‑")


def _shouted(line: str) -> bool:
    letters = [c for c in line if c.isalpha()]
    return sum(c.isupper() for c in letters) > 0.6 * len(letters)


def _written(name: str) -> str:
    return name.replace("\u00a0", " ").replace("’", "'").replace("‐", "-").replace("‑", "-")


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in plain if c not in MARKS and not unicodedata.combining(c))


def _one_name(a: str, b: str) -> bool:
    """Whether two spellings of one key name one thing: they differ in marks or accents, and not in case alone."""
    if a.casefold() == b.casefold():
        return False
    shapes = {_shape(a), _shape(b)}
    if _letters(a).casefold() != _letters(b).casefold():
        return True  # an accent
    if "." in a or "." in b:
        return _letters(a) == _letters(b)  # U.S. and US, but not "us"
    return len(_key(a)) >= 5 and len(shapes) > 1 and not _plain_words(a, b)


def _shape(name: str) -> str:
    return "".join(c if c in MARKS else "x" for c in name)


def _letters(name: str) -> str:
    return "".join(c for c in name if c not in MARKS)


def _headline_style(context: CheckContext, usual: list[Words], other: list[Words]) -> bool:
    """Whether the dots are left out in headlines only, as house styles have it."""
    if "." not in usual[0].text + other[0].text:
        return False
    return any(all(context.in_headline(place) for place in places) for places in (usual, other))


def _plain_words(a: str, b: str) -> bool:
    """Whether one is a word of the language and the other two (May be, Maybe), or a pair of things (Obama-Clinton)."""
    short, long = sorted((a, b), key=lambda name: sum(c in MARKS for c in name))
    return zipf(short.lower()) >= 2 and " " in long


def _finding(usual: list[Words], other: list[Words]) -> Finding:
    one, two = usual[0].text, other[0].text
    often, seldom = len(usual), len(other)
    counts = f"{quoted(one)} stands in the article {times(often)} and {quoted(two)} {times(seldom)}"
    message = f"{counts}: they differ only in {_difference(one, two)}, so one name is likely written in two ways."
    spans = sorted((*usual[: 1 if often > seldom else None], *other), key=lambda w: w.start)
    is_even = often == seldom and _difference(one, two) in (
        "a hyphen",
        "a space",
    )  # "Muslim Americans" and "Muslim-American" both are right
    return Finding(tuple(spans), message, Severity.LOOK if is_even else Severity.WARNING, one if often > seldom else None)


def _difference(a: str, b: str) -> str:
    if _letters(a).casefold() != _letters(b).casefold():
        return "an accent"
    for mark, name in ((".", "dots"), ("-", "a hyphen"), (" ", "a space"), ("'", "an apostrophe")):
        if _written(a).count(mark) != _written(b).count(mark):
            return name
    return "how they are written"


CHECK = Check(
    id="variant",
    looks_for="one name written in two ways",
    rule="AP Stylebook, 'names': one spelling throughout; OpenRefine's fingerprint method (key collision) for what counts as one",
    find=find,
    catches=(
        Example("Envoy named\n\nPark Min-ho was named envoy. Park Min-ho thanked the president. Friends of Park Min Ho cheered.\n"),
        Example("Trade talks\n\nThe U.S. sent two envoys. Ministers from the U.S. arrived. The US team met them on Monday.\n"),
        Example("Poet honoured\n\nThe prize went to Zoë Márquez on Monday. Zoë Márquez smiled. Readers of Zoe Marquez cheered.\n"),
    ),
    passes=(
        Example("Envoy named\n\nPark Min-ho was named envoy. Park Min-ho thanked the president. Mr Park left.\n"),
        Example("Post office\n\nThe IT office opened on Monday. It was full. The IT staff left early.\n"),
        Example("Trade talks\n\nJapan-U.S. talks began. Okafor, D-N.C., wants more from the U.S. side, and so do voters in N.C. alone.\n"),
        Example("Trade talks\n\nThe Japan/U.S. pact is old. The Japan-U.S. talks go on. The U.S. side left, and the U.S. press with it.\n"),
        Example("Two towns\n\nNewton lost to Newtown on Saturday. Newtown scored first, and Newton drew level.\n"),
    ),
)
