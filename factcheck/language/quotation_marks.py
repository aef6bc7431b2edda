"""Quotations in a paragraph: straight, curly, single and guillemet marks, nested, reopened, or never closed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from factcheck.language.cues import SAID
from factcheck.model import Span

OPENING = {"“": '"', "„": '"', "``": '"', "`": "'", "«": "«", "‘": "'", "‹": "‹"}
"""Marks that open, and the family that they belong to (Unicode 15, General Punctuation; `` as in TeX)."""

CLOSING = {"”": '"', "»": "«", "’": "'", "›": "‹", "″": '"'}
"""Marks that close, among them the double prime of old wires, which open with two backticks. A family is closed by any of its marks:
“ by a straight one where a hand or a converter has mixed them."""

EITHER = {'"': '"', "''": '"', "'": "'"}
"""Straight marks, which what stands beside them tells to open or to close; two single ones are a double one."""

PARTNER = {"“": "”", "”": "”", "„": "“", "``": "''", "«": "»", "‘": "’", "`": "'", "‹": "›", '"': '"', "''": "''", "'": "'"}
"""The mark that closes what a mark opens."""

_BEFORE_OPENING = frozenset("([{—–-/:;,.…=>")
"""What may stand right before an opening mark, besides white space, the start of the paragraph and another opening mark."""

_MARKS = frozenset("\"'“”„‘’«»‹›`″")
_MARK = re.compile(r"``|[\"'“”„‘’«»‹›″`]")
"""A mark: takes `“` and the two of `` ``so `` as one."""

_INQUIT = re.compile(rf",\s(?:{SAID}\s(?:[Tt]he\s)?[\w.’'-]+|(?:(?:[Tt]he\s)?[\w.’'-]+\s){{1,4}}{SAID}|according\sto\s[\w.’'-]+)(?=[\s,.])")
"""Whose the words are, behind a quotation whose closing mark was left out: takes `, Ada Novak said.` and `, said the mayor.`"""

_ELISIONS = ("tis", "twas", "em ", "til ", "cause", "round", "n ", "n'")
"""What an apostrophe before a word stands for a part of: ’tis, rock ’n’ roll; and years, ’68, which are told by the digit."""


@dataclass(frozen=True)
class Quotation:
    """A quotation: `outer` with its marks, `inner` without. A quotation never closed ends with its paragraph.

    `resumes` says that the paragraph before left a quotation open and this one opens it anew; `depth` counts the
    quotations around this one.
    """

    outer: Span
    inner: Span
    closed: bool
    depth: int = 0
    resumes: bool = False


def find_quotations(text: str, paragraphs: Iterable[Span]) -> list[Quotation]:
    """The quotations of each paragraph, in the order in which they open. Offsets are code points into `text`."""
    found: list[Quotation] = []
    left_open = False
    for paragraph in paragraphs:
        read = (q for q in _Scanner(text, paragraph).quotations() if not _is_nickname(text, q))
        here = sorted(read, key=lambda q: (q.outer.start, -q.outer.end))
        if left_open and here and not text[paragraph.start : here[0].outer.start].strip():
            here[0] = replace(here[0], resumes=True)
        left_open = any(not q.closed and q.outer.end >= _end_of_words(text, paragraph) for q in here)
        found += here
    return found


_NICKNAME = re.compile(r"(?:[^\W\d_a-z][\w’'-]{0,20}\s?){1,3}")
"""One to three words with capitals: takes `Bo` and `El Toro`."""


def _is_nickname(text: str, quotation: Quotation) -> bool:
    """Whether the marks hold a part of a name: Robert “Bo” Tanner."""
    start, end = quotation.outer.start, quotation.outer.end
    if not quotation.closed or _NICKNAME.fullmatch(text, quotation.inner.start, quotation.inner.end) is None:
        return False
    before = text[max(0, start - 30) : start].split(" ")
    named = len(before) > 1 and not before[-1] and before[-2][:1].isupper() and before[-2].isalpha()
    return named and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _end_of_words(text: str, paragraph: Span) -> int:
    end = paragraph.end
    while end > paragraph.start and text[end - 1].isspace():
        end -= 1
    return end


@dataclass(frozen=True)
class _Mark:
    text: str
    family: str
    start: int
    end: int


_FARTHEST = 8
"""Code points to the beginning of the next paragraph."""


class _Scanner:
    """Reads one paragraph from left to right with a stack of the marks that are open."""

    def __init__(self, text: str, paragraph: Span) -> None:
        self._text, self._start, self._end = text, paragraph.start, paragraph.end
        self._stack: list[_Mark] = []
        self._marks = list(self._read())
        singles = (m for m in reversed(self._marks) if m.text in ("'", "’") and self._may_close(m) and not self._next_is_word(m))
        self._last_single = next((m.start for m in singles), -1)

    def quotations(self) -> Iterator[Quotation]:
        """The quotations, in the order in which they end."""
        for mark in self._marks:
            if mark.text in OPENING:
                yield from self._opening(mark)
            elif mark.text in CLOSING:
                if self._opens_as_it_closes(mark):
                    self._stack.append(mark)
                elif mark.family != "'" or self._closes_single(mark):
                    yield from self._close(mark)
            else:
                yield from self._either(mark)
        while self._stack:
            yield from self._never_closed(self._end)

    def _read(self) -> Iterator[_Mark]:
        at = self._start
        while (found := _MARK.search(self._text, at, self._end)) is not None:
            at, mark = found.start(), found[0]
            if mark == "'" and self._text.startswith("''", at, self._end) and not self._ends_inner_single(at):
                mark = "''"
            family = OPENING.get(mark) or CLOSING.get(mark) or EITHER[mark]
            yield _Mark(mark, family, at, at + len(mark))
            at += len(mark)

    def _ends_inner_single(self, at: int) -> bool:
        """Of three single marks in a row after a word the first ends an inner quotation: 'the House of Cards.'''."""
        three = self._text[at : min(at + 3, self._end)] == "'''"
        return three and at > self._start and not self._text[at - 1].isspace() and self._text[at + 3 : at + 4] != "'"

    def _opening(self, mark: _Mark) -> Iterator[Quotation]:
        if mark.family == "'" and (not self._may_open(mark) or self._is_elision(mark)):
            return
        same = any(o.text == mark.text or (mark.text == "“" and o.text == "„") for o in self._stack)
        if same and self._may_close(mark) and not self._next_is_word(mark):
            yield from self._close(mark)  # an opening mark where a closing one should be: “ten per cent“.
            return
        yield from self._reopened(mark)
        self._stack.append(mark)

    def _either(self, mark: _Mark) -> Iterator[Quotation]:
        is_open = any(o.family == mark.family for o in self._stack)
        if is_open and self._may_close(mark) and (mark.family != "'" or self._closes_single(mark)):
            yield from self._close(mark)
        elif self._may_open(mark) and (
            mark.family != "'" or (mark.start < self._last_single and not self._is_elision(mark)) or self._goes_on(mark)
        ):
            yield from self._reopened(mark)
            self._stack.append(mark)
        elif mark.family != "'" and is_open:
            yield from self._close(mark)

    def _opens_as_it_closes(self, mark: _Mark) -> bool:
        """Whether it is one of two alike, as Swedish and some archives set them: the plan was ”a farce”."""
        return (
            mark.text == "”" and not any(o.family == mark.family for o in self._stack) and self._may_open(mark) and self._next_is_word(mark)
        )

    def _reopened(self, mark: _Mark) -> Iterator[Quotation]:
        """The same mark opens again inside itself: the one before was never closed, and ends here."""
        while any(o.text == mark.text for o in self._stack):
            yield from self._never_closed(mark.start)

    def _close(self, mark: _Mark) -> Iterator[Quotation]:
        if not any(o.family == mark.family for o in self._stack):
            return
        while self._stack[-1].family != mark.family:
            yield from self._never_closed(mark.start)
        opened = self._stack.pop()
        outer, inner = Span(start=opened.start, end=mark.end), Span(start=opened.end, end=mark.start)
        yield Quotation(outer, inner, closed=True, depth=self._depth())

    def _never_closed(self, end: int) -> Iterator[Quotation]:
        opened = self._stack.pop()
        if opened.family == "'" and not self._goes_on(opened):
            return  # an apostrophe after all
        said = _INQUIT.search(self._text, opened.end, end)
        end = said.start() + 1 if said is not None else end
        while end > opened.end and self._text[end - 1].isspace():
            end -= 1
        yield Quotation(Span(start=opened.start, end=end), Span(start=opened.end, end=end), closed=False, depth=self._depth())

    def _goes_on(self, mark: _Mark) -> bool:
        """Whether the paragraph that a single mark opens is followed by one that it opens anew: a quotation over both."""
        following = self._text[self._end : self._end + _FARTHEST].lstrip()
        return mark.start == self._start and following[:1] == mark.text and following[1:2].isupper()

    def _depth(self) -> int:
        return len(self._stack)

    def _before(self, mark: _Mark) -> str:
        return self._text[mark.start - 1] if mark.start > self._start else ""

    def _after(self, mark: _Mark) -> str:
        return self._text[mark.end] if mark.end < self._end else ""

    def _next_is_word(self, mark: _Mark) -> bool:
        return self._after(mark).isalnum()

    def _may_open(self, mark: _Mark) -> bool:
        before, after = self._before(mark), self._after(mark)
        opens = not before or before.isspace() or before in _BEFORE_OPENING or before in _MARKS
        return opens and bool(after) and not after.isspace()

    def _may_close(self, mark: _Mark) -> bool:
        before, after = self._before(mark), self._after(mark)
        return bool(before) and not before.isspace() and not (after.isalnum() and (before.isalnum() or before in "([{—–-/:;="))

    def _is_elision(self, mark: _Mark) -> bool:
        following = self._text[mark.end : mark.end + 6].lower()
        return (following[:1].isdigit() and following[1:2].isdigit() and not following[2:3].isdigit()) or following.startswith(_ELISIONS)

    def _closes_single(self, mark: _Mark) -> bool:
        """Whether a single mark closes, and is no apostrophe: not inside a word, nor after a plural while a better one follows."""
        if not any(o.family == "'" for o in self._stack) or not self._may_close(mark) or self._next_is_word(mark):
            return False
        plural = self._before(mark) == "s" and self._after(mark) == " "
        return not plural or mark.start == self._last_single
