"""`variant`: one name written in two ways: hyphen or space, dots or none, accent or none."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from factcheck.checking.context import Context, times
from factcheck.checking.registry import Check, Finding
from factcheck.model import Severity, Words

_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]{0,40}(?:[ -][^\W\d_a-z][\w.’'-]{0,40}){0,3}")
"""A run of up to four capitalised words: takes `Kim Jong-un` and `U.S.`, not `the summit`."""

_MARKS = re.compile(r"[\s.'’-]+")


def find(context: Context) -> Iterator[Finding]:
    """Names that are the same once hyphens, spaces, dots and accents are taken away (OpenRefine's fingerprint), and are not the same."""
    forms: dict[str, dict[str, list[Words]]] = defaultdict(lambda: defaultdict(list))
    for name in _names(context):
        forms[_key(name.text)][name.text].append(name)
    for key, spellings in forms.items():
        if len(spellings) > 1 and len(key) >= 2:
            yield from _findings(spellings)


def _names(context: Context) -> Iterator[Words]:
    for block in context.blocks:
        for found in _NAME.finditer(context.article.text, block.start, block.end):
            yield from _parts(context, found.start(), found[0])


def _parts(context: Context, start: int, run: str) -> Iterator[Words]:
    """Each run of words inside a run of capitalised words, so that "President Kim Jong-un" holds "Kim Jong-un"."""
    bounds = [0, *(i + 1 for i, c in enumerate(run) if c == " "), len(run) + 1]
    for first in range(len(bounds) - 1):
        for last in range(first + 1, len(bounds)):
            words = run[bounds[first] : bounds[last] - 1]
            trimmed = re.sub(r"['’]s$|['’]$", "", words)
            dotted = trimmed if re.search(r"\.[A-Za-z]\.$", trimmed) else trimmed.rstrip(".-'’")
            if dotted:
                yield context.at(start + bounds[first], start + bounds[first] + len(dotted))


def _key(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return _MARKS.sub("", plain).casefold()


def _findings(spellings: dict[str, list[Words]]) -> Iterator[Finding]:
    ranked = sorted(spellings, key=lambda s: (-len(spellings[s]), spellings[s][0].start))
    usual = ranked[0]
    for other in ranked[1:]:
        if not _one_name(usual, other):
            continue
        spans = sorted((*spellings[usual], *spellings[other]), key=lambda w: w.start)
        message = (
            f"“{usual}” ({times(len(spellings[usual]))}) and “{other}” ({times(len(spellings[other]))}) "
            "look like one name written in two ways; the article may want one of them throughout."
        )
        yield Finding(tuple(spans), message, Severity.WARNING, usual if len(spellings[usual]) > len(spellings[other]) else None)


def _one_name(a: str, b: str) -> bool:
    """Whether two spellings of one key differ in more than case, and in no way that changes what is named."""
    if a.casefold() == b.casefold():
        return False
    letters = [_MARKS.sub("", s) for s in (a, b)]
    if letters[0] != letters[1] and letters[0].casefold() == letters[1].casefold():
        return False  # "US" and "Us", "IT" and "It"
    joined = sum(" " not in s and "-" not in s and "." not in s for s in (a, b))
    return len(_key(a)) >= 5 or joined < 2


CHECK = Check(
    id="variant",
    looks_for="one name written in two ways",
    rule="AP Stylebook, 'names': one spelling throughout; OpenRefine's fingerprint method (Huynh 2010) for what counts as one",
    find=find,
    catches=(
        "Envoy named\n\nPark Min-ho was named envoy. Park Min-ho thanked the president. Friends of Park Min Ho cheered.\n",
        "Trade talks\n\nThe U.S. sent two envoys. Ministers from the U.S. arrived. The US team met them on Monday.\n",
        "Poet honoured\n\nThe prize went to Zoë Márquez on Monday. Zoë Márquez smiled. Readers of Zoe Marquez cheered.\n",
    ),
    passes=(
        "Envoy named\n\nPark Min-ho was named envoy. Park Min-ho thanked the president. Mr Park left.\n",
        "Post office\n\nThe IT office opened on Monday. It was full. The IT staff left early.\n",
        "Two towns\n\nNewton lost to Newtown on Saturday. Newtown scored first, and Newton drew level.\n",
    ),
)
