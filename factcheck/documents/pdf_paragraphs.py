"""Lines of all pages of a PDF put together to pieces: paragraphs, turns of speakers, rows; what runs along the edges is furniture."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, groupby, takewhile
from statistics import median
from typing import NamedTuple

from factcheck.documents.pieces import Form, Piece, Reason, one_title
from factcheck.language.frequency import zipf

_TITLE, _HEADING = 1.4, 1.12
"""How much larger than the text a title and a heading are set."""
_FEW_PAGES = 4
_HIGHEST_HEAD, _LONGEST_HEAD = 3, 7
"""Lines of a running head, and words of one line of it, at the most; a longer one is the first of a paragraph that pages have in common."""
_LEADER = re.compile(r"\S.{0,300}?(?:\. ?){4,200}\d{1,4}")
"""A line of a table of contents: takes "Fees ........ 12"."""
_PRINTED = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d(?: [AP]M)?|(?:https?|file)://\S+(?: \d+/\d+)?", re.IGNORECASE)
"""What browsers print at the edges of a page: takes "3/5/24, 9:42 AM", "https://a.example/b 1/3"; refuses "5 March 2024"."""
_PAGE_NUMBER = re.compile(r"[^\w#]*(?:pages?|p\.)? ?#(?: ?(?:of|/) ?#)?[^\w#]*|[ivxl]{1,6}")
"""The number of a page, its figures as "#": takes "- # -", "page # of #"; refuses "#/#/#", "#.#"."""
_FOLIO = re.compile(r"(?:[^.!?]{1,80}\W)?page #(?: ?(?:of|/) ?#)?[^\w#]*|page #(?: ?(?:of|/) ?#)?\W{1,4}[^.!?]{1,60}")
"""The number of a page beside what the paper or the sender is called, in the form of `_PAGE_NUMBER`: takes "the post, june #, page #"."""
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|[A-Z][a-z]{1,3})\.$")
"""A point that ends no sentence: takes "Mr.", "St.", "J."; refuses "port.", "Monday."."""
_LONGEST_WORD = 60
_LABEL = re.compile(r"(?:[QA][.:]|[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,5}:|(?:[A-Z][\w.'’-]+ ){1,4}?[A-Z][\w.'’-]+:)(?: |$)")
"""Who speaks, at the beginning of a line: takes "Q. ", "THE COURT: ", "Jane Rowe: "; refuses "A harbour", "It was: "."""
_ASKED = re.compile(r"^([QA])(?:\.|(?= [A-Z]))(?= |$)")
"""Takes "Q. Did", "A No"; refuses "Q: Did", "A harbour"."""
_FEWEST_TURNS = 3
_FLOATS, _SHORT = 3, 8
"""Pieces that stand across a paragraph at the most, and words of one that is no heading."""
_BARE_LABEL = re.compile(r"[QA] (?=[A-Z])")
"""The same where a wide gap stands for the point: takes "Q Did you", where lines that begin with "Q" say that "A" is a label."""
_TIMED = re.compile(r"\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)? \S")
"""A line of an agenda: takes "7.10 Report on the flood", "9:30 am Vote"; refuses "7.10", "11.5 million"."""
_ITEM = re.compile(r"[•●▪■◦‣·] ?\S")
_NOTE = re.compile(r"(?:\d{1,2}|[*†‡§]{1,2}) ?(?=[^\W\d_]*[A-Z“\"‘'(]|https?:)")
"""A note at the foot of a page, with its mark: takes "1 Figures are rounded.", "*Not counted"; refuses "1. Then", "12 people"."""
_SMALL = 0.92
"""How much smaller than the text notes are set, at the least."""
_COUNTED = re.compile(r"\(?(\d{1,3}|[a-z])[.)] ")
"""An item of a list that is counted: takes "2. Then", "(b) The"; refuses "2.5 million", "2019 was"."""


class Place(NamedTuple):
    """Where a line stands: its page, the block it is in, from where to where it goes and could go, how high, and whether at an edge."""

    page: int
    box: int
    left: float
    right: float
    right_most: float
    height: int
    edge: bool


@dataclass(frozen=True)
class PageLine:
    """A line of a page, or a row of a table (`row`); `opens` is the width of its first word.

    What is `askew` is written in another direction than most of its page.
    """

    words: str
    place: Place
    size: float
    bold: bool = False
    opens: float = 0.0
    row: bool = False
    askew: bool = False


def pieces_of(lines: Sequence[PageLine], title: str | None) -> list[Piece]:
    """The pieces that lines in reading order are; `title` is what the document says of itself."""
    return _with_speech(list(_joined_over_pages(_around_floats(_without_navigation(_with_one_title(list(_pieces(lines)), title))))))


def _with_speech(pieces: list[Piece]) -> list[Piece]:
    """The pieces, of which the paragraphs from the first turn of a transcript to its last are speech, whatever they look like.

    The "Q." and "A." of courts become "Q:" and "A:", the form that all labels of speakers have.
    """
    labels = {
        n: found[0].rstrip(" .:") for n, piece in enumerate(pieces) if piece.form is Form.PARAGRAPH and (found := _label(piece.words))
    }
    if len(labels) < _FEWEST_TURNS or len(set(labels.values())) == len(labels):
        return pieces
    turns = range(min(labels), max(labels) + 1)
    speech = {n for n in turns if pieces[n].form is Form.PARAGRAPH}
    return [replace(p, form=Form.VERBATIM, words=_ASKED.sub(r"\1:", p.words)) if n in speech else p for n, p in enumerate(pieces)]


def _label(words: str) -> re.Match[str] | None:
    return _LABEL.match(words) or _BARE_LABEL.match(words)


def _with_one_title(pieces: Sequence[Piece], title: str | None) -> list[Piece]:
    """The pieces, of which only one is the title: what is set as one and what the document is called, or else the first."""
    named = next((piece for piece in pieces if piece.form is Form.TITLE and piece.words.casefold() == (title or "").casefold()), None)
    below = [replace(p, form=Form.HEADING) if named is not None and p.form is Form.TITLE and p is not named else p for p in pieces]
    return list(one_title(below))


def _pieces(lines: Sequence[PageLine]) -> Iterator[Piece]:
    sizes = [line.size for line in lines for _ in range(1 + len(line.words) // 20)]
    usual = median(sizes) if sizes else 1.0
    running, larger = _running(lines), _larger(lines)
    numbered = {(line.place.page, line.place.height) for line in lines if line.place.edge and _PAGE_NUMBER.fullmatch(_key(line))}
    deep = {box for box, rows in Counter(line.place.box for line in lines).items() if rows > _HIGHEST_HEAD}
    asked = sum(line.words.startswith("Q ") for line in lines) > 1
    at_foot = _notes(lines, usual)
    whole = _whole(lines)
    margins: dict[int, float] = {}
    for line in lines:
        margins[line.place.box] = min(line.place.left, margins.get(line.place.box, line.place.left))
    paragraph: list[PageLine] = []
    for line in lines:
        by_number = line.place.edge and not line.row and (line.place.page, line.place.height) in numbered
        apart = (by_number or _is_running(line, running, larger)) and (
            line.place.box not in deep or line.words.count(" ") < _LONGEST_HEAD or _FOLIO.fullmatch(_key(line)) is not None
        )
        if paragraph and (
            apart
            or line.row
            or _LEADER.fullmatch(line.words)
            or _begins_anew(paragraph[-1], line, paragraph[0], asked=asked)
            or (line in at_foot and _NOTE.match(line.words))
            or line.place.box in whole
            or _are_both_indented(paragraph, line, margins[line.place.box])
        ):
            yield _piece(paragraph, usual, is_note=paragraph[0] in at_foot)
            paragraph = []
        if apart:
            yield Piece(Form.FURNITURE, line.words, _page(line), Reason.RUNNING)
        elif line.row or _LEADER.fullmatch(line.words):
            yield Piece(Form.ROW, line.words, _page(line))
        else:
            paragraph.append(line)
    if paragraph:
        yield _piece(paragraph, usual, is_note=paragraph[0] in at_foot)


def _notes(lines: Sequence[PageLine], usual: float) -> set[PageLine]:
    """The lines at the feet of pages that are set smaller than the text, from the first that begins with the mark of a note."""
    found: set[PageLine] = set()
    for _, page in groupby(lines, key=lambda line: line.place.page):
        small = list(takewhile(lambda line: line.size <= _SMALL * usual or line.place.edge, reversed(list(page))))[::-1]
        below = list(dropwhile(lambda line: line.size > _SMALL * usual or _NOTE.match(line.words) is None, small))
        found.update(line for line in below if line.size <= _SMALL * usual and not line.row)
    return found


def _whole(lines: Sequence[PageLine]) -> set[int]:
    """The boxes in which each line ends a sentence and begins one, so that each is a paragraph."""
    boxes: dict[int, list[PageLine]] = defaultdict(list)
    for line in lines:
        boxes[line.place.box].append(line)
    return {
        box
        for box, held in boxes.items()
        if all(_ends(line.words) and line.words[:1].isupper() and not _ABBREVIATED.search(line.words[-8:]) for line in held)
    }


def _is_running(line: PageLine, running: set[tuple[str, int]], larger: dict[tuple[int, str], float]) -> bool:
    """Whether a line at the edge of its page stands at that of others, too, or is what a browser prints there: a title that is below."""
    if line.row or not (line.place.edge or line.askew):
        return False
    printed = _PRINTED.fullmatch(line.words) or larger.get((line.place.page, line.words), 0) > line.size + 1
    return bool((_key(line), line.place.height) in running or (printed and line.place.edge))


def _without_navigation(pieces: list[Piece]) -> list[Piece]:
    """The pieces, of which short ones above the title of a page printed by a browser are furniture: its navigation."""
    title = next((i for i, piece in enumerate(pieces[:10]) if piece.form is Form.TITLE), 0)
    if not any(piece.form is Form.FURNITURE and _PRINTED.fullmatch(piece.words) for piece in pieces):
        return pieces
    above = [replace(p, form=Form.FURNITURE, why=p.why or Reason.AROUND) if not _ends(p.words) else p for p in pieces[:title]]
    return above + pieces[title:]


def _running(lines: Sequence[PageLine]) -> set[tuple[str, int]]:
    """What stands at the edges of several pages, at one height and but for its numbers, and numbers of pages, each with its height."""
    enough = 2 if len({line.place.page for line in lines}) <= _FEW_PAGES else 3
    pages: dict[tuple[str, int], set[int]] = defaultdict(set)
    for line in lines:
        if (line.place.edge or line.askew) and not line.row:
            for height in range(line.place.height - 2, line.place.height + 3):
                pages[_key(line), height].add(line.place.page)
    return {
        place for place, there in pages.items() if len(there) >= enough or _PAGE_NUMBER.fullmatch(place[0]) or _FOLIO.fullmatch(place[0])
    }


def _larger(lines: Sequence[PageLine]) -> dict[tuple[int, str], float]:
    """The largest size in which a page has some words."""
    sizes: dict[tuple[int, str], float] = defaultdict(float)
    for line in lines:
        sizes[line.place.page, line.words] = max(sizes[line.place.page, line.words], line.size)
    return sizes


def _key(line: PageLine) -> str:
    return re.sub(r"\d+", "#", line.words.casefold())


def _begins_anew(last: PageLine, line: PageLine, first: PageLine, *, asked: bool) -> bool:
    """Whether a line begins another paragraph than the one before it stands in."""
    if line.place.box != last.place.box or abs(line.size - last.size) > 0.6 or _ITEM.match(line.words):
        return True
    if (_TIMED.match(line.words) and _TIMED.match(first.words)) or _is_counted_on(first, line):
        return True
    ended = _ends(last.words)
    if (asked and _BARE_LABEL.match(line.words)) or ((label := _LABEL.match(line.words)) and (ended or label[0].isupper())):
        return True
    width, room = last.place.right_most - last.place.left, last.place.right_most - last.place.right
    indented = line.place.left > last.place.left + line.size * 0.8 and last.place.left <= first.place.left + 1
    waits = last.words.endswith(":") and room <= line.opens + line.size
    if ended and ((room > 0.12 * max(width, 1.0) and not waits) or indented):
        return True
    if _in_capitals(last.words) != _in_capitals(line.words) and (ended or _in_capitals(last.words)) and not line.words[:1].islower():
        return True
    if _in_capitals(line.words) and not ended and line.place.right_most - line.place.right > 0.5 * width:
        return True  # a label or heading in capitals, below a line of an address
    # The next word had found room on the line: its end was meant, as that of a line of a list or an address.
    meant = room > max(line.opens + line.size, 0.2 * width) and not line.words[:1].islower()
    return meant or (last.bold != line.bold and (ended or not line.words[:1].islower()))


def _are_both_indented(paragraph: Sequence[PageLine], line: PageLine, margin: float) -> bool:
    """Whether a line is indented as the one above it is, which is all of a paragraph."""
    deep = min(line.place.left, paragraph[0].place.left) - margin
    return len(paragraph) == 1 and deep > 0.8 * line.size and _ends(paragraph[0].words) and not line.words[:1].islower()


def _is_counted_on(first: PageLine, line: PageLine) -> bool:
    """Whether a line begins another item of a list than `first` does: the next one, the first of a list within it, or one farther out."""
    one, two = _COUNTED.match(first.words), _COUNTED.match(line.words)
    if one is None or two is None:
        return False
    if line.place.left < first.place.left - line.size or (two[1] in ("1", "a") and line.place.left > first.place.left + line.size):
        return True
    if one[1].isdecimal() != two[1].isdecimal():
        return False
    return int(two[1]) == int(one[1]) + 1 if one[1].isdecimal() else ord(two[1]) == ord(one[1]) + 1


def _in_capitals(words: str) -> bool:
    return len(words) > 8 and " " in words and words.isupper()


def _piece(paragraph: Sequence[PageLine], usual: float, *, is_note: bool) -> Piece:
    lines = [line.words for line in paragraph]
    if len(lines) > 3 and all(len(words) == 1 and words.isalpha() for words in lines):
        return Piece(Form.PARAGRAPH, "".join(lines), _page(paragraph[0]))  # a word that is set from its top down
    words = lines[0]
    for line in lines[1:]:
        words = _continued(words, line)
    size = paragraph[0].size
    form = Form.ITEM if _ITEM.match(words) else Form.PARAGRAPH
    if len(paragraph) <= 4 and size >= _HEADING * usual and not paragraph[0].askew and re.search(r"[^\W\d_]{2}", words):
        form = Form.TITLE if size >= _TITLE * usual and paragraph[0].place.page == 1 else Form.HEADING
    return Piece(Form.NOTE if is_note else form, words.rstrip("\xad"), _page(paragraph[0]))


def _ends(words: str) -> bool:
    return _ENDS.search(words[-12:]) is not None


def _page(line: PageLine) -> str:
    return f"page {line.place.page}"


def _continued(before: str, after: str) -> str:
    """Words that go on in another line; a word that was cut with a hyphen is whole again, when there is such a word."""
    if before.endswith("\xad"):
        return before[:-1] + after
    cut = re.search(r"(\w+)[-‐]$", before[-_LONGEST_WORD:])
    if cut is None or not after[:1].islower():
        return f"{before}{after}" if cut is not None and after[:1].isalnum() and not cut[1].isdecimal() else f"{before} {after}"
    head, tail = cut[1], re.match(r"\w*", after)
    rest = tail[0] if tail else ""
    whole, apart = zipf(head + rest), min(zipf(head), zipf(rest))
    return f"{before[:-1]}{after}" if (whole > 0 and whole + 1.5 >= apart * 0.6) or apart < 2 else f"{before}{after}"


def _around_floats(pieces: list[Piece]) -> list[Piece]:
    """The pieces, of which what is set across a paragraph, as a quotation in large letters is, stands behind it."""
    made = list(pieces)
    for n, piece in enumerate(made):
        end = next(
            (end for end in range(n + 2, min(n + 2 + _FLOATS, len(made))) if _is_float(made[end - 1]) and _begins_small(made[end])), 0
        )
        if end and _goes_on(piece, made[end]) and all(map(_is_float, made[n + 1 : end])):
            made[n + 1 : end + 1] = [made[end], *made[n + 1 : end]]
    return made


def _is_float(piece: Piece) -> bool:
    """Whether a piece can stand across another: a heading, or a few words."""
    return piece.form in (Form.TITLE, Form.HEADING) or (piece.form is Form.PARAGRAPH and len(piece.words.split()) <= _SHORT)


def _begins_small(piece: Piece) -> bool:
    return piece.form is Form.PARAGRAPH and piece.words[:1].islower()


def _joined_over_pages(pieces: list[Piece]) -> Iterator[Piece]:
    """Paragraphs that go on in the next column or on the next page put together; the furniture between comes after them."""
    held: Piece | None = None
    between: list[Piece] = []
    for piece in pieces:
        if piece.form is Form.FURNITURE:
            between.append(piece)
        elif held is not None and _goes_on(held, piece):
            held = replace(held, words=_continued(held.words, piece.words))
        else:
            if held is not None:
                yield held
            yield from between
            between = []
            held = piece
    if held is not None:
        yield held
    yield from between


def _goes_on(one: Piece, two: Piece) -> bool:
    """Whether a paragraph that breaks off goes on in the next; a short one may be a heading, unless it is somebody's turn."""
    if one.form not in (Form.PARAGRAPH, Form.ITEM) or two.form is not Form.PARAGRAPH or _ends(one.words):
        return False
    long = len(one.words) > 40 or _label(one.words) is not None
    return long and (two.words[:1].islower() or one.words.endswith((",", "-", "\xad")))
