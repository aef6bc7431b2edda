"""Sentence bounds: paragraphs, headings and list items first, nupunkt inside them, and a few repairs on top."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language import lexicon
from factcheck.language.abbreviations import is_abbreviation
from factcheck.language.calendar import MONTH_OF, WEEKDAY_OF
from factcheck.language.cues import SAID
from factcheck.model import Article, BlockRole, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

SPLIT_ROLES = (BlockRole.STANDFIRST, BlockRole.BODY, BlockRole.CAPTION)
"""The parts of an article whose sentences hold claims."""

CLOSING = "\"'”’»)]}"
"""Marks that belong to the sentence they close."""

_BULLET = re.compile(r"\s{0,8}(?:[-*•–‣◦]|\d{1,3}[.)]|\([a-z0-9]{1,3}\))\s")
"""A list item: takes `• Over 30 stories` and `2. Fees`, not `2.5 million`."""

_WRAPPED = 55
"""A line shorter than this that ends without a full stop is a heading or an item of its own; hard wrapping makes longer ones."""

_NEVER_LAST = lexicon.words("abbreviations", "never_last") | lexicon.words("honorifics", "cut_short")
_STARTERS = lexicon.words("abbreviations", "starters")
"""Words that start a sentence more often than they continue a name after an abbreviation such as U.S. (counted by hand in newspapers)."""

_LAST_WORD = re.compile(r"(\S{1,40})\s*$")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.){2,6}$")
"""Letters with dots: takes `U.S.` and `a.m.`, not `Inc.`."""

_HOUR = re.compile(r"\d\s?[ap]\.m\.$")
"""An hour with its half of the day: takes `11.15 a.m.` and `6p.m.`, not `I a.m.`."""

_AFTER_HOURS = lexicon.words("abbreviations", "zones_after_hours") | {*MONTH_OF, *WEEKDAY_OF}
"""Words that go on after an hour: days, months and zones ("10 a.m. Monday", "9 p.m. Eastern")."""


def find_sentences(text: str) -> list[Span]:
    """The sentences of a text, in order, without the white space around them. Offsets are code points into `text`.

    Line ends bound a sentence where they bound a paragraph, a heading or a list item. Several sentences inside one
    quotation are several sentences; closing marks belong to the sentence that they close.
    """
    return sentences_in(text, Span(start=0, end=len(text)))


def sentences_in(text: str, part: Span) -> list[Span]:
    """The sentences of a part of a text, in order. Offsets are code points into `text`."""
    return [sentence for piece in _pieces(text, part) for sentence in _inside(text, piece)]


def article_sentences(article: Article) -> list[tuple[int, Span]]:
    """The sentences that claims may stand in, each with the number of its block."""
    return [
        (number, sentence)
        for number, block in enumerate(article.blocks)
        if block.role in SPLIT_ROLES
        for sentence in sentences_in(article.text, block)
    ]


def _pieces(text: str, whole: Span) -> Iterator[Span]:
    """Runs of lines that belong together: paragraphs, headings, list items."""
    start = at = whole.start
    for line in text[whole.start : whole.end].splitlines(keepends=True):
        end = at + len(line)
        if not line.strip() or (end < whole.end and _ends_a_piece(line, text[end : min(whole.end, end + 60)])):
            yield Span(start=start, end=end)
            start = end
        at = end
    yield Span(start=start, end=whole.end)


def _ends_a_piece(line: str, following: str) -> bool:
    words = line.rstrip()
    ends_sentence = words.rstrip(CLOSING)[-1:] in (".", "!", "?", "…", ":")
    return ends_sentence or len(words) < _WRAPPED or _BULLET.match(following) is not None


def _inside(text: str, piece: Span) -> Iterator[Span]:
    from nupunkt import sent_spans

    words = text[piece.start : piece.end]
    if not words.strip():
        return
    bounds = _repaired(words, [end for _, end in sent_spans(words)])
    start = 0
    for end in bounds:
        yield from _trimmed(text, piece.start + start, piece.start + end)
        start = end
    yield from _trimmed(text, piece.start + start, piece.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start=start, end=end)


_STOP = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\s{1,8}(?=[\"'“‘«(\[]{0,2}[A-Z0-9])")
"""Where a sentence may end: takes `it." He` and `now. "We`, not `3.5 m` or `v. smith`."""


_ASKED = re.compile(rf"(?:[A-Z][\w.’'-]{{0,30}}\s){{1,4}}{SAID}\b")
"""Whose words a quotation was, after its question mark: takes `Ann Lee asked` and `The Echo wrote`, not `Nobody knew`."""


def _asked(words: str, end: int) -> bool:
    """Whether a sentence goes on after a quotation that ends in a question or exclamation mark, or in dots: `“Why?” Hadley asked`."""
    before = words[max(0, end - 6) : end].rstrip()
    closed = before.endswith(('"', "”", "'", "’")) and before[:-1].endswith(("?", "!", "…", "..."))
    return closed and _ASKED.match(words[end : end + 160].lstrip()) is not None


def _repaired(words: str, ends: Iterable[int]) -> list[int]:
    """nupunkt's bounds without those that cut a name or an initial, with those after closing marks and acronyms that it lacks."""
    bounds = {
        end
        for end in (_past_closing(words, e) for e in ends)
        if end < len(words) and not _goes_on(words, end) and not _cuts_a_name(words, end) and not _asked(words, end)
    }
    bounds |= {m.end() for m in _STOP.finditer(words) if _surely_ends(words, m) and not _asked(words, m.end())}
    return sorted(bounds)


def _goes_on(words: str, end: int) -> bool:
    """Whether a mark that closes here goes on with the sentence around it: "Ann Lee (D-N.C.), who", "cried “help!”, and"."""
    following = words[end + 1 : end + 2]
    if words[end] in ",;" or (words[end] in CLOSING and following in {",", ";"}):
        return True
    return words[end] in ")]" and following in {":", "-", "—", "–", "'", "’"}


def _past_closing(words: str, end: int) -> int:
    """Closing marks that nupunkt left to the next sentence belong to this one."""
    at = end
    while at < len(words) and words[at] in "”’»)]" and (at + 1 == len(words) or words[at + 1].isspace()):
        at += 1
    return at


def _cuts_a_name(words: str, end: int) -> bool:
    found = _LAST_WORD.search(words, max(0, end - 48), end)
    if found is None:
        return False
    last, after = found[1], words[end : end + 40].split(maxsplit=1)
    if not after or not after[0][:1].isalnum():
        return False
    last = last.lstrip("\"'“‘(")
    bare = last.rstrip("\"'“‘(").lower().rstrip(".")
    if bare == "no":
        return after[0][0].isdigit()
    if last.endswith(".") and (bare in _NEVER_LAST or (len(bare) == 1 and bare.isalpha() and last[0].isupper() and bare != "i")):
        return True
    starter = after[0].strip(",").lower() in _STARTERS
    return _ACRONYM.search(last) is not None and not starter and last[:1].isupper()


def _surely_ends(words: str, stop: re.Match[str]) -> bool:
    """A full stop, closing mark and capital that nupunkt passed over: after a quotation, or an acronym before a sentence starter."""
    mark, rest = stop[0].rstrip(), words[stop.end() : stop.end() + 24]
    following = rest.lstrip("\"'“‘«([").split(maxsplit=1)
    first = following[0].strip(",").lower() if following else ""
    before = _LAST_WORD.search(words, max(0, stop.start() - 40), stop.start() + 1)
    last = before[1] if before else ""
    if mark[0] in "!?" or len(mark) > 1:
        return len(mark) > 1 and not _cuts_a_name(words, stop.end()) and (first in _STARTERS or rest[:1] in '"“' or mark[0] == ".")
    hour = _HOUR.search(words, max(0, stop.start() - 8), stop.start() + 1)
    if hour is not None:
        return rest.lstrip("\"'“‘«")[:1].isupper() and first.strip(".,;") not in _AFTER_HOURS and not _opens_a_sentence(words, hour.start())
    bare = last.strip("\"'“‘(")
    if bare.lower() == "no.":
        return rest[:1].isupper()
    if len(bare) > 2 and not is_abbreviation(bare[:-1]):
        return True
    return _ACRONYM.search(last) is not None and first in _STARTERS and rest[:1].isupper()


def _opens_a_sentence(words: str, hour: int) -> bool:
    """Whether an hour comes so early that the sentence cannot be over: "At 5 a.m. Mr Hale rang"."""
    before = re.split(r"[.!?]\s", words[max(0, hour - 40) : hour])[-1]
    return len(before.split()) < 3 and (len(before) < 40 or hour <= 40)
