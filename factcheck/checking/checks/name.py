"""`name`: a name spelt one way many times and another way once."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from factcheck.checking.context import Context, Word, times
from factcheck.checking.registry import Check, Finding
from factcheck.model import Severity

SHORTEST = 5
ENDINGS = ("s", "es", "n", "an", "ian", "ean", "ish", "ese", "i", "e", "d", "ed", "er", "r", "y", "a", "o", "in")
"""What makes a demonym, a plural or a woman's or man's form of a name (Iran, Iranian; Roberto, Roberta)."""

COMMON = 2.6
"""A Zipf frequency (wordfreq) from which a spelling is a word or a name of its own."""


def find(context: Context) -> Iterator[Finding]:
    """Spellings that stand once and are one slip of the keys away from one that stands at least twice."""
    places = {t: ws for t, ws in context.spellings.items() if len(t) >= SHORTEST and not t.isupper() and t.isalpha()}
    usual = sorted((t for t in places if len(places[t]) >= 2), key=lambda t: (-len(places[t]), t))
    by_first: dict[str, list[str]] = {}
    for spelling in usual:
        by_first.setdefault(spelling[0], []).append(spelling)
    for rare in sorted((t for t in places if len(places[t]) == 1), key=lambda t: places[t][0].start):
        for common in by_first.get(rare[0], ()):
            if abs(len(rare) - len(common)) <= 1 and OSA.distance(rare, common, score_cutoff=1) == 1 and _is_slip(context, rare, common, places):
                yield _finding(context, rare, common, places)
                break


def _is_slip(context: Context, rare: str, common: str, places: dict[str, list[Word]]) -> bool:
    from wordfreq import zipf_frequency

    if _inflected(rare, common) or any(word.opens and float(zipf_frequency(rare.lower(), "en")) > 1.5 for word in places[rare]):
        return False
    if float(zipf_frequency(rare.lower(), "en")) >= COMMON:
        return False
    return not _another_person(context, places[rare][0], places[common])


def _inflected(a: str, b: str) -> bool:
    short, long = sorted((a.lower(), b.lower()), key=len)
    if long.startswith(short) and long[len(short) :] in ENDINGS:
        return True
    return len(a) == len(b) and a[:-1] == b[:-1] and {a[-1], b[-1]} <= set("aeioyns")


def _another_person(context: Context, rare: Word, common: list[Word]) -> bool:
    """Whether the rare spelling has a first name of its own that the usual spelling never has."""
    own = _first_name(context, rare)
    others = {_first_name(context, word) for word in common} - {None}
    return own is not None and bool(others) and own not in others


def _first_name(context: Context, word: Word) -> str | None:
    before = context.article.text[max(0, word.start - 40) : word.start]
    last = before.split()[-1:] if before.endswith(" ") else []
    return last[0] if last and last[0][:1].isupper() and last[0].isalpha() and len(last[0]) > 2 else None


def _finding(context: Context, rare: str, common: str, places: dict[str, list[Word]]) -> Finding:
    message = (
        f"“{rare}” stands in the article once and “{common}” {times(len(places[common]))}; "
        "they differ by one slip of the keys, and are likely meant as one name."
    )
    spans = sorted((*places[common], *places[rare]), key=lambda w: w.start)
    return Finding(context.spans(spans), message, Severity.WARNING, common)


CHECK = Check(
    id="name",
    looks_for="a name spelt one way many times and another way once",
    rule="Damerau (1964): four in five misspellings are one letter wrong, missing, added, or swapped with its neighbour",
    find=find,
    catches=(
        "Mayor resigns\n\nMayor Helga Brandvold left office on Monday. Brandvold gave no reason. Friends of Bradvold said she was tired.\n",
        "Star signs\n\nStriker Tomas Kowalczyk signed on Friday. Kowalczyk scored ten goals. The club paid for Kowalzcyk in cash.\n",
        "Court hears plea\n\nPriya Raghunathan denied the charge. Raghunathan wept. The judge told Raghunatan to sit.\n",
    ),
    passes=(
        "Iran talks\n\nIran sent a team. Iran wants a deal. The Iranian team met envoys from Iraq.\n",
        "Sisters win\n\nAnna Petrov won the first set. Petrov served well. Her sister Olga Petrova, a coach, watched Petrov from the stand.\n",
        "Two men\n\nJohn Hansen drove the car. Hansen was fined. His neighbour Peter Jansen saw it all, and Hansen paid.\n",
    ),
)
