"""A part of a page: one paragraph, line or heading, with what can be told of it on its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from factcheck.documents.pieces import Form
from factcheck.language.cues import SAID
from factcheck.reading.shapes import Shape

_ENOUGH = 40
"""A part of so many words is a paragraph even without an end mark."""

LONG = 1200
"""A part with more code points than this is a paragraph of the article, and is not looked at more closely."""

_TERMINAL = Shape(
    "the end of a sentence",
    r"""(?!(?<=\d)\.\d)(?:[.!?…]["'”’»›)\]*_]{0,4}|[,.!?…-]["”’»])(?:\s?\[\d{1,3}\]|\d{1,2}){0,6}\s?\Z""",
    takes=('one of those times."', "It was so.[12]", "It was so.3"),
    refuses=("Smart Quarterly", "He said:", "Ayr Steel: up 2 percent at 41.15"),
    anywhere=True,
)

_LONGEST_ADDRESS = 300
_ADDRESS_BEHIND = re.compile(r"\s?[<(\[]https?://[^\s<>()\[\]]{4,250}[>)\]]\s?\Z")
"""The address of a link behind the words that it is on, as mail programs write it: takes " <https://a.example>", refuses "(a)"."""

_SPEECH = Shape(
    "reported or quoted speech",
    rf"\b(?:{SAID}|according to|quoted)\b"
    r"""|["“«]\w[^"”»]{10,600}["”»]|\A['‘“"].{4,600}[.,!?]['’”"]""",
    takes=("Subscribe now, she said.", '"We want all of it back"'),
    refuses=("Subscribe to our newsletter", "the 'best' plan"),
    anywhere=True,
)

_LOWER_WORD = Shape(
    "a word in small letters", r"(?<![\w@#/.])[a-zà-ÿ]{2,}", takes=("The end", "naïve"), refuses=("NEW DELHI", "@handle"), anywhere=True
)

_BULLET = Shape(
    "the mark of a list item", r"\s*(?:[•‣▪◦·●○■*+–—-]|\d{1,2}[.)])\s", takes=("• News", "3. Rain"), refuses=("-30-", "1.5 degrees")
)

_ABBREVIATED = Shape(
    "an abbreviation that ends a title",
    r"(?:\b(?:[A-Z]\.){2,}|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|St|No|vs|JR|SR|INC|LTD|CO|CORP)\.|\.\.\.|…)['\"’”]?\Z",
    takes=("Talks move to the U.S.", "Son of John Roe Jr.", "FERRIES BOUGHT BY AURORA, INC."),
    refuses=("It rained.", "To the sea"),
    anywhere=True,
)


@dataclass(frozen=True)
class Part:
    """Where a part stands in the text (code points, half-open), its words, and how it is set; of furniture, why it is that.

    What `is_spoken`, in subtitles, has no headings: a short line is somebody's short answer. What is `in_capitals`, on a page of nothing
    else, has sentences without small letters.
    """

    start: int
    end: int
    words: str
    form: Form = Form.PARAGRAPH
    why: str | None = None
    is_spoken: bool = False
    in_capitals: bool = False

    @cached_property
    def count(self) -> int:
        """How many words it has; no more than LONG code points are counted."""
        return len(self.words[:LONG].split())

    @cached_property
    def is_long(self) -> bool:
        """Whether it can be nothing but a paragraph."""
        return self.end - self.start > LONG

    @property
    def is_heading(self) -> bool:
        """Whether it is set as a title or heading."""
        return self.form in (Form.TITLE, Form.HEADING)

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does, closing quotation marks and footnote numbers aside."""
        words = _ADDRESS_BEHIND.sub("", self.words[-_LONGEST_ADDRESS:])
        return _TERMINAL.search(words, max(0, len(words) - 40)) is not None

    @cached_property
    def ends_in_abbreviation(self) -> bool:
        """Whether the full stop at its end may be that of an abbreviation, or trails off."""
        return _ABBREVIATED.search(self.words, max(0, len(self.words) - 16)) is not None

    @cached_property
    def has_speech(self) -> bool:
        """Whether somebody says something in it."""
        return _SPEECH.search(self.words, 0, LONG) is not None

    @cached_property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return self.form is Form.ITEM or _BULLET.match(self.words) is not None

    @cached_property
    def is_sentence(self) -> bool:
        """Whether it reads as at least one sentence: an end mark and a word in small letters, or sheer length."""
        if self.is_heading:
            return False
        if self.is_long or self.count >= _ENOUGH:
            return True
        ends = self.ends_sentence or (self.words.endswith(":") and self.count >= 4)
        return ends and (self.count >= 4 if self.in_capitals else self.count >= 2 and _LOWER_WORD.search(self.words) is not None)

    @cached_property
    def is_prose(self) -> bool:
        """Whether it can hardly be anything but a paragraph of an article, were its words not those of furniture."""
        return self.is_sentence and (self.count >= 12 or self.has_speech)

    @cached_property
    def is_title_like(self) -> bool:
        """Whether it could head something: short, no full stop, beginning with a capital, a figure or a quotation mark."""
        words = self.words
        if (
            self.is_spoken
            or self.is_long
            or self.count > 30
            or self.is_item
            or words[-1] in ",;:-–—"
            or ("\n" in words.strip() and words.count("\n") > 2)
        ):
            return False
        if words[0].islower() and not any(char.isupper() for char in words[1:3]):
            return False
        return not words.rstrip("\"'”’)").endswith(".") or self.ends_in_abbreviation

    @cached_property
    def is_capitalised(self) -> bool:
        """Whether its words begin with capitals, as in the headlines of many papers."""
        long_words = [word for word in self.words[:LONG].split() if len(word) > 3 and word[0].isalpha()]
        return len(long_words) >= 2 and sum(word[0].isupper() for word in long_words) * 5 >= len(long_words) * 4
