"""`acronym`: one abbreviation in two spellings, as KCNA in one paragraph and KNCA in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.frequency import zipf
from factcheck.checking.initials import LONGEST, LongForm, long_forms
from factcheck.checking.wording import quoted, times
from factcheck.checking.words import Word
from factcheck.model import Severity

KNOWN = 1.5
"""Letters of this Zipf frequency or more are an abbreviation or a word in use (KCNA has 2.1, KNCA 0)."""

BETTER_KNOWN = 0.8
"""This much more in Zipf frequency, six times as often, is far better known (FBI has 4.4, BFI 2.6)."""

COMPOUND = re.compile(r"[-‑][A-Z][a-z]")
"""What makes of letters the beginning of a longer name: takes `-Halan` and `-Egypt`, not `-led`."""

CROWD = 50
"""Letters that more abbreviations than this are near to say nothing."""

MANY = 3
"""An abbreviation that stands this often is the article's own; a near one that stands once is then likely a slip."""


@dataclass(frozen=True)
class _Abbreviations:
    places: dict[str, list[Word]]
    forms: dict[str, LongForm]

    def count(self, letters: str) -> int:
        return len(self.places[letters])


def find(context: CheckContext) -> Iterator[Finding]:
    """Abbreviations that are another one with two neighbouring letters swapped, or one letter wrong, missing or added."""
    places = {t: ws for t, ws in context.spellings.items() if _is_abbreviation(t, ws) and not all(_in_compound(context, w) for w in ws)}
    pairs = list(_near_pairs(places))
    if not pairs:
        return
    found = _Abbreviations(places, long_forms(context, {letters for pair in pairs for letters in pair}))
    slips: dict[str, str] = {}
    for a, b in pairs:
        rare, usual = _ranked(a, b, found)
        if _is_slip(rare, usual, found) and (rare not in slips or found.count(usual) > found.count(slips[rare])):
            slips[rare] = usual
    for rare, usual in slips.items():
        if usual not in slips:
            yield _finding(context, rare, usual, found)


def _is_abbreviation(text: str, words: list[Word]) -> bool:
    return 3 <= len(text) <= LONGEST and text.isascii() and text.isalpha() and text.isupper() and not all(w.shouted for w in words)


def _in_compound(context: CheckContext, word: Word) -> bool:
    """Whether the letters are the first part of a name with a hyphen, which is another name: MNT-Halan beside MTN."""
    return COMPOUND.match(context.text, word.end) is not None


def _near_pairs(places: dict[str, list[Word]]) -> Iterator[tuple[str, str]]:
    """Pairs one edit apart, found through what is left of each when one letter is taken out (Mor & Fraenkel 1982)."""
    left: dict[str, list[str]] = defaultdict(list)
    for letters in sorted(places):
        for rest in sorted({letters, *(letters[:i] + letters[i + 1 :] for i in range(len(letters)))}):
            left[rest].append(letters)
    pairs = {(a, b) for near in left.values() if len(near) <= CROWD for i, a in enumerate(near) for b in near[i + 1 :]}
    return (pair for pair in sorted(pairs) if OSA.distance(*pair) == 1)


def _ranked(a: str, b: str, found: _Abbreviations) -> tuple[str, str]:
    """The one that is likelier a slip first: the one without a long form, then the rarer here, then the rarer at large, then the later."""

    def standing(letters: str) -> tuple[bool, int, float, int]:
        return (letters in found.forms, found.count(letters), zipf(letters.lower()), -found.places[letters][0].start)

    rare, usual = sorted((a, b), key=standing)
    return rare, usual


def _is_slip(rare: str, usual: str, found: _Abbreviations) -> bool:
    if rare in found.forms:
        return False
    few, many, fits = found.count(rare), found.count(usual), usual in found.forms
    if few > 2 or (few == 2 and many < 2 * MANY):
        return False
    if sorted(rare) == sorted(usual):
        return _is_swap(rare, usual, few, many, fits)
    if len(rare) < 4 or len(usual) < 4 or rare[0] != usual[0] or rare.startswith(usual) or usual.startswith(rare):
        return False
    return (fits or many >= MANY) and many > few and zipf(rare.lower()) < KNOWN and not rare.endswith("S")


def _is_swap(rare: str, usual: str, few: int, many: int, fits: bool) -> bool:
    """Two letters swapped: a slip where the other spelling is the article's own, or is far better known at large."""
    known, other = zipf(rare.lower()), zipf(usual.lower())
    if fits or (many >= MANY and many > 2 * few):
        return True
    return few == 1 and (many > 1 or known < KNOWN or other - known >= BETTER_KNOWN) and (len(rare) >= 4 or other > KNOWN or many > 1)


def _finding(context: CheckContext, rare: str, usual: str, found: _Abbreviations) -> Finding:
    often, seldom = found.count(usual), found.count(rare)
    swapped = sorted(rare) == sorted(usual)
    how = "the same letters in another order" if swapped else "letters that differ in one place"
    counts = f"{quoted(usual)} stands in the article {times(often)} and {quoted(rare)} {times(seldom)}"
    message = f"{counts}: {how}, so both are likely meant as one name"
    if usual in found.forms:
        message += f", and only {quoted(usual)} fits {quoted(found.forms[usual].text)}"
    kept = found.places[usual][:1] if often > seldom else found.places[usual]
    sure = usual in found.forms or often > seldom
    return Finding(context.spans((*kept, *found.places[rare])), f"{message}.", Severity.ERROR, usual if sure else None)


CHECK = Check(
    id="acronym",
    looks_for="one abbreviation in two spellings",
    rule="AP Stylebook, 'abbreviations and acronyms': the same letters each time; two neighbours swapped, or one letter wrong, "
    "missing or added, are four in five slips of the keys (Damerau 1964)",
    find=find,
    catches=(
        Example("Port closes\n\nThe HPTA closed the port on Monday. Ships waited outside. The HTPA will open it again on Friday.\n"),
        Example("Union walks out\n\nThe General Dockers Federation, or GDF, called a strike. Members of the GFD met at noon.\n"),
        Example("Rail fares rise\n\nThe NRFA raised fares. The NRFA said costs had grown. Riders met the NRFA. The NRFB did not reply.\n"),
    ),
    passes=(
        Example("Phones\n\nMTN sold its shares. MTN Egypt is not for sale. MNT-Halan, a lender, raised 400 million dollars. MTN fell.\n"),
        Example("Games tonight\n\nThe NBA and the NFL play tonight. The NBA game is first, and the NFL game is shown after it.\n"),
        Example("Two banks\n\nThe Northern Development Bank (NDB) lent the money. The National Bank of Dunmore (NBD) declined.\n"),
        Example(
            "Channels merge\n\nNBC bought the rights. NBCU, its parent, paid for them. NBC will show the games, and NBC will sell them.\n"
        ),
    ),
)
