"""The words of a paragraph with what the checks of names want to know of each: whether it opens a sentence, is shouted, is loose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.language.lexicon import words
from factcheck.model import Block

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
"""A word or a number with the apostrophes inside it: takes `O'Neill` and `KCNA`, not `...`."""

PLAIN_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
"""A word of letters: takes `sanctions` and `didn't`, not `2019`."""

_POSSESSIVE = re.compile(r"['’][sS]$")
"""What a possessive adds: takes the end of `Okafor's` and `KCNA’S`, not of `Charles'`."""

_ENDING = re.compile(r"(?<=[^\W\d_]{3})(?:ing|ed|es|s)$")
"""The ending of a plural or of a verb's forms: takes that of `sanctions` and `lifted`, not of `gas`."""

SMALL = words("small_words", "beside_anything")
"""Words, or stems of words, that stand beside anything."""

_OPENERS = frozenset(".!?:;…\"“”‘'’([•*|—–/")
_SIC = re.compile(r"\s?[\[(]\s?sic\s?[\])]", re.IGNORECASE)
"""The mark of a deliberate misspelling: takes ` [sic]` and `(Sic)`, not `sick`."""

_SHOUTED = 0.6
_SHORT_LINE = 12
"""A line of more letters than this, of which more than that share are capitals, is set in capitals."""

_CHUNK = re.compile(r"\S+")
"""A stretch without white space: takes `t.co/x1` and `(he`, not ` `."""

_ADDRESS = ("@", "#", "//", "www.", "_", ".com", ".co/", ".org", "&lt;", "<", "=")
"""What makes the white-space-free stretch around a word an address, a handle, a hashtag or code."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, without a possessive ending. `opens`: it starts a sentence, a line or a quotation, so its capital says little.

    `shouted`: it stands among words that are all in capitals. `titled`: nearly all words of its line are capitalised.
    `loose`: it is part of an address or a handle, or marked [sic].
    """

    text: str
    start: int
    end: int
    opens: bool
    shouted: bool
    titled: bool
    loose: bool


def stem(word: str) -> str:
    """A word in small letters without a possessive or the ending of a plural or a verb, near enough to tell one from another."""
    return _ENDING.sub("", _POSSESSIVE.sub("", word.lower()))


def words_of(text: str, block: Block) -> list[Word]:
    """The words of a part of the article, in order."""
    found = list(_WORD.finditer(text, block.start, block.end))
    capitals = [_in_capitals(m[0]) for m in found]
    shouted = _all_shouted(text[block.start : block.end])
    titled = _all_titled([m[0] for m in found])
    addresses = Addresses(text, block)
    words = []
    for i, match in enumerate(found):
        start, word = match.start(), _POSSESSIVE.sub("", match[0])
        end = start + len(word)
        before = text[max(block.start, start - 3) : start].rstrip()
        words.append(
            Word(
                text=word,
                start=start,
                end=end,
                opens=not before or before[-1] in _OPENERS,
                shouted=shouted or (capitals[i] and _run(capitals, i)),
                titled=titled,
                loose=addresses.hold(start) or _SIC.match(text, match.end(), block.end) is not None,
            )
        )
    return words


def _in_capitals(word: str) -> bool:
    return word.isupper() or word.isdigit()


def _run(capitals: list[bool], i: int) -> bool:
    """Whether the word is one of three or more in a row that are all in capitals."""
    left = i - 1
    while left >= max(0, i - 2) and capitals[left]:
        left -= 1
    right = i + 1
    while right <= min(len(capitals) - 1, i + 2) and capitals[right]:
        right += 1
    return right - left - 1 >= 3


def _all_shouted(line: str) -> bool:
    letters = sum(c.isalpha() for c in line)
    return letters > _SHORT_LINE and sum(c.isupper() for c in line) > _SHOUTED * letters


def _all_titled(words: list[str]) -> bool:
    long = [w for w in words if len(w) > 3]
    return len(long) > 2 and sum(w[0].isupper() for w in long) > 0.7 * len(long)


class Addresses:
    """Tells whether an offset lies in a white-space-free stretch that is an address; asked in rising order of offsets."""

    def __init__(self, text: str, block: Block) -> None:
        self._chunks = _CHUNK.finditer(text, block.start, block.end)
        self._end = block.start
        self._address = False

    def hold(self, offset: int) -> bool:
        """Whether the offset lies in an address."""
        while offset >= self._end:
            chunk = next(self._chunks, None)
            if chunk is None:
                return False
            self._end = chunk.end()
            self._address = any(sign in chunk[0] for sign in _ADDRESS)
        return self._address
