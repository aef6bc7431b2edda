"""A book-keeper's look at PDFs: each word that goes in comes out once, in a piece, beside one, or in the list of what was left out."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck.documents import Document
from factcheck.documents.pdf import read_pdf
from tests.documents.pdfs import Page, lines, pdf, rows, text

STRINGS = re.compile(r"\(((?:\\.|[^\\()])*)\) Tj")
"""What a page shows: the argument of the operator."""


def shown(*pages: str) -> Counter[str]:
    """The words that pages show, by a count that knows nothing of their layout."""
    found = (re.sub(r"\\(.)", r"\1", one) for page in pages for one in STRINGS.findall(page))
    return Counter(word for one in found for word in one.split())


def kept(document: Document) -> Counter[str]:
    """The words of a document, wherever it has them; those that say which page was left out are its reader's own."""
    words = [piece.words for piece in document.pieces] + [one.words for one in document.beside]
    words += [left.words for left in document.left]
    return Counter(word for one in words for word in one.split())


FIRST = (
    text("Ashby Letter", 72, 760, 8) + text("12 March 2024", 480, 760, 8) + text("3", 300, 30, 8)
    + text("Fees rise at the quays", 72, 720, 20)
    + lines("The harbour board of Ashby raised its fees by a tenth on", "Monday, its chairwoman said (in a statement).", top=680)
    + text("again", 150, 640) + text("again", 150.5, 640)
    + lines("Left column of the page, which", "goes on here, and then", "it ends.", x=72, top=600)
    + lines("Right column of the page, and", "what stands in it is read", "after the other.", x=320, top=600)
    + rows(("PAYEE", "DATE", "SUM"), ("Ida Marsh", "01/03/2025", "2,193.50"), ("Tom Breck", "02/05/2025", "12.40"), top=500)
    + rows(*(("Ashby", "1 2 3", "4 5") for _ in range(4)), top=420)
    + text("CONFIDENTIAL", 30, 300, turn="0 1 -1 0") + text("DRAFT", 200, 200, 60, turn="0.7 0.7 -0.7 0.7")
    + lines("• One item of a list", "• Another of it", "Fees ............ 12", top=340)
    + text("off the page", 72, -50) + text("unseen", 72, 120, before="3 Tr")
)  # fmt: skip
SECOND = "".join(
    text(str(n), 50, 720 - 24 * n) + text(line, 90, 720 - 24 * n)
    for n, line in enumerate(
        ("THE COURT: Go on.", "Q. Who signed the letter that the board", "had in March?", "A. Mr. Breck.", "Q. Why?", "A. I", "do."),
        1,
    )
)  # fmt: skip

LAST = text("The board meets again in May.", 72, 400)


def test_every_word_of_a_page_of_all_kinds_is_kept_once() -> None:
    note = "<< /Type /Annot /Subtype /Text /Rect [72 680 90 700] /Contents (Is that so?) /T (Ida) >>"
    field = "<< /Type /Annot /Subtype /Widget /FT /Tx /V (Filled in) /Rect [400 655 500 672] >>"
    document = read_pdf(pdf(Page(FIRST, more="/Annots [20 0 R 21 0 R]"), SECOND, objects=[note, field]))
    colons = Counter({"Q:": 2, "A:": 2})
    assert kept(document) == shown(FIRST, SECOND) + Counter("Is that so? Filled in".split()) - Counter({"Q.": 2, "A.": 2}) + colons


WORDS = st.text(st.characters(codec="cp1252", categories=["L", "N", "P"], exclude_characters="\xad-‐"), min_size=1, max_size=9)
PLACED = st.tuples(st.lists(WORDS, min_size=1, max_size=7), st.integers(0, 560), st.integers(0, 52), st.sampled_from((6, 11, 24)))


@settings(max_examples=60, deadline=None)
@given(st.lists(PLACED, min_size=1, max_size=30), st.sampled_from(("1 0 0 1", "0 1 -1 0", "-1 0 0 -1")))
def test_no_letter_is_lost_however_lines_are_placed(placed: list[tuple[list[str], int, int, int]], turn: str) -> None:
    """Letters, for words that are set over each other, or right behind each other, have no edges that anybody could see."""
    page = "".join(text(" ".join(words), x, 15 * row, size, font="F1", turn=turn) for words, x, row, size in placed)
    assert letters(kept(read_pdf(pdf(page, LAST)))) == letters(shown(page, LAST))


def letters(words: Counter[str]) -> Counter[str]:
    """How often each letter is there; raised figures as the figures that they are."""
    plain = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    return Counter("".join(words.elements()).translate(plain))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.text("abcdefgABC0123,.", min_size=1, max_size=8), min_size=1, max_size=8), min_size=1, max_size=40))
def test_no_word_is_lost_glued_or_cut_in_lines_of_a_column(column: list[list[str]]) -> None:
    rows = [" ".join(line) for line in column]
    alone = "".join("|" if len(row) == 1 and row.isalpha() else " " for row in rows)
    assume("||||" not in alone)  # a word that is set from its top down is one word
    page = lines(*rows, size=8)
    assert kept(read_pdf(pdf(page, LAST))) == shown(page, LAST)
