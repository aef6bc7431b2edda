"""`expansion`: an abbreviation given beside its long form, whose letters do not fit it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.frequency import zipf
from factcheck.checking.initials import LINKS
from factcheck.checking.wording import quoted
from factcheck.model import Severity, Words

IN_BRACKETS = re.compile(r"\((?P<letters>[A-Z]{3,7})\)")
"""An abbreviation alone in brackets: takes `(KCNA)` and `the (RTA) said`, not `(D-Ohio)`."""

BEFORE = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
"""A word of the long form: takes `Control` and `Workers'`, not ` - `."""

KNOWN = 2.0
FOREIGN = 1.5
"""Letters that are known, and so much better than the initials, are an abbreviation of another language (FIG, UCI)."""

REACH = 120
"""How many code points before the brackets a long form is looked for in."""


@dataclass(frozen=True)
class _Long:
    """A candidate long form: its words that give a letter, and the letters."""

    words: tuple[Words, ...]

    @property
    def letters(self) -> str:
        return "".join(word.text[0].upper() for word in self.words)

    @property
    def is_name(self) -> bool:
        """Whether each of its words has a capital."""
        return all(word.text[0].isupper() for word in self.words)


def find(context: CheckContext) -> Iterator[Finding]:
    """Abbreviations in brackets after words whose initials are the same letters but for one, or but for the order of two."""
    for block in context.blocks:
        for match in IN_BRACKETS.finditer(context.text, block.start, block.end):
            letters = match["letters"]
            words = _words_before(context, match.start(), block.start)
            long = _Long(tuple(w for w in words if w.text.lower() not in LINKS)[-len(letters) :])
            if len(long.words) != len(letters):
                continue
            if (long.is_name and _swapped(letters, long)) or (not _fits(letters, words) and _nearly(letters, long)):
                yield _finding(context, context.at(*match.span("letters")), long)


def _words_before(context: CheckContext, bracket: int, start: int) -> list[Words]:
    """The words right before a bracket, nearest last, back to the first thing that ends a name."""
    first = max(start, bracket - REACH)
    words: list[Words] = []
    end = bracket
    for match in reversed(list(BEFORE.finditer(context.text, first, bracket))):
        between = context.text[match.end() : end]
        if any(c in between for c in '.,;:()[]"“”!?\n|/') or match.start() == first > start:
            break
        words.append(context.at(*match.span()))
        end = match.start()
    return words[::-1]


def _fits(letters: str, words: list[Words]) -> bool:
    """Whether the letters can be taken in order from the words right before the bracket, at least one from each that is no link.

    A word gives its initial, and then as many of its other letters as are wanted, so that "Extensible Markup Language (XML)"
    and "radio detection and ranging (RADAR)" pass.
    """
    return any(_taken(letters, words[first:]) for first in range(max(0, len(words) - 2 * len(letters)), len(words)))


def _taken(letters: str, words: list[Words]) -> bool:
    reached = {0}
    for word in words:
        text = word.text.upper().removeprefix("E") if word.text.lower().startswith("ex") and "X" in letters else word.text.upper()
        grown = set(reached) if word.text.lower() in LINKS else set()
        for at in reached:
            if at < len(letters) and text[0] == letters[at]:
                grown |= set(range(at + 1, at + 2 + _inside(letters[at + 1 :], text[1:])))
        reached = grown
    return len(letters) in reached


def _inside(letters: str, text: str) -> int:
    """How many of the letters in a row stand in the text in their order."""
    at = count = 0
    for letter in letters:
        at = text.find(letter, at) + 1
        if not at:
            break
        count += 1
    return count


def _swapped(letters: str, long: _Long) -> bool:
    """Whether the letters are the initials with two neighbours swapped, and this is no foreign abbreviation."""
    initials = long.letters
    swaps = [i for i in range(len(letters)) if initials[i] != letters[i]]
    swapped = sorted(initials) == sorted(letters) and len(swaps) == 2 and swaps[1] == swaps[0] + 1
    return swapped and zipf(letters.lower()) < max(zipf(initials.lower()) + FOREIGN, KNOWN)


def _nearly(letters: str, long: _Long) -> bool:
    """Whether the initials are the letters but for one of them, or but for two neighbours swapped, and this is no foreign abbreviation."""
    wrong = [i for i in range(len(letters)) if long.letters[i] != letters[i]]
    return _swapped(letters, long) or (len(wrong) == 1 and _named(long, wrong[0]))


def _named(long: _Long, wrong: int) -> bool:
    """Whether the words are written alike, all capitalised or all small, the wrong one left aside."""
    capitals = {word.text[0].isupper() for i, word in enumerate(long.words) if i != wrong}
    return len(capitals) == 1 and (len(long.words) > 2)


def _finding(context: CheckContext, letters: Words, long: _Long) -> Finding:
    form = context.at(long.words[0].start, long.words[-1].end)
    misfit = f"The letters of {quoted(letters.text)} do not fit the words before it, {quoted(form.text)}, whose initials are {long.letters}"
    message = f"{misfit}; one of the two is likely a slip."
    return Finding((form, letters), message, Severity.WARNING)


CHECK = Check(
    id="expansion",
    looks_for="an abbreviation whose letters do not fit the long form beside it",
    rule="AP Stylebook, 'abbreviations and acronyms'; initials matched as by Schwartz & Hearst (2003)",
    find=find,
    catches=(
        Example("Port closes\n\nThe Harbour Pilots Training Authority (HTPA) closed the port on Monday.\n"),
        Example("Union walks out\n\nMembers of the General Dockers Society (GDF) met at noon.\n"),
        Example("Reef saved\n\nThe Port Orford Reef Trust (PROT) has bought the reef. It is for the birds.\n"),
        Example("Fares rise\n\nThe National Rail Fares Agency (NRFB) raised fares by a tenth.\n"),
    ),
    passes=(
        Example("Port closes\n\nThe Centre for the Control of Tides and Harbours (CCTH) closed the port on Monday.\n"),
        Example("Race run\n\nThe race was won by the runner Maria Costa Silva (POR), with Lena Berg (SWE) second.\n"),
        Example(
            "Union talks\n\nThe German miners' union (IGBE) met the Polish one, and the International Cycling Union (UCI) looked on.\n"
        ),
    ),
)
