"""Rows stay rows: they are shown, and nothing is claimed in them, dated by them or signed by them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import Document, Form, Piece
from factcheck.model import Article, BlockRole
from factcheck.reading import read_text
from factcheck.reading.documents import read_document

STORY = "The ferry was laid up on Friday, the harbour master said in a letter to the town council."
MORE = "It will be back by Easter, he told the members, and the fares will be what they were before."


def words_of(article: Article, role: BlockRole) -> list[str]:
    return [article.words(block) for block in article.blocks_of(role)]


TABLES = {
    "results": ["Selby 120, Marlow 116", "Oakmere 102, Selby 94", "Marlow 99, Oakmere 98, OT"],
    "fixtures": ["Selby at Marlow, 7 p.m.", "Oakmere at Selby, 7:30 p.m.", "Marlow vs. Oakmere, TBD"],
    "draw": ["Selby v Marlow", "Oakmere v Port Vale", "Holm v West Selby"],
    "standings": ["             W    L   Pct", "Selby       47   22  .681", "Marlow      40   29  .580", "x-Oakmere   39   30  .565"],
    "tabs": ["Berth\tFee", "Yachts\t$120", "Trawlers\t$340", "Ferries\t$1,200"],
    "leaders": ["Yachts .......... $120", "Trawlers ........ $340", "Ferries . . . . . $1,200"],
    "box score": [
        "Holm 4-9 2-2 10, Roos 3-7 0-0 6, Baker 1-1",
        "0-0 2, Carr 10-20 4-5 28. Totals 31-60 8-9 74.",
        "Dunn 2-4 1-1 5, Eves 0-1 0-0 0.",
    ],
    "those who lead": ["Holm, Selby, 31; Roos, Port Vale, 28; Baker, Marlow, 27; Carr, Oakmere, 25; ADunn, Selby, 24; 9 tied at 20."],
    "market": ["Gold 1,204.50 +3.10", "Silver 15.02 -0.20", "Wheat 480.25 unch"],
    "changes": ["Gold         up 12.5      1,204.50", "Silver       down 0.20    15.02", "Wheat        up 3.2       480.25"],
    "columns of names": [
        "Berth        Ship             Owner",
        "North        Aurora           Selby Works",
        "South        Borealis         Marlow Line",
    ],
}


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["single-spaced", "double-spaced"])
@pytest.mark.parametrize("name", TABLES)
def test_rows_in_plain_text_are_rows(name: str, between: str) -> None:
    rows = TABLES[name]
    article = read_text(f"Ferry laid up for repairs\n\n{STORY}\n\n{between.join(rows)}\n\n{MORE}\n")
    assert words_of(article, BlockRole.TABLE) == [row.strip() for row in rows]
    assert words_of(article, BlockRole.BODY) == [STORY, MORE]


def test_headings_among_rows_end_no_table() -> None:
    rows = ["Tuesday's Games", *TABLES["results"][:2], "Wednesday's Games", "Oakmere 77, Marlow 70", "x-clinched playoff spot"]
    article = read_text(f"Ferry laid up for repairs\n\n{STORY}\n\n" + "\n".join(rows) + f"\n\n{MORE}\n")
    assert words_of(article, BlockRole.TABLE) == rows[1:]
    assert article.byline is None


def test_a_page_of_nothing_but_rows_is_a_table() -> None:
    assert {block.role for block in read_text("\n".join(TABLES["standings"])).blocks} == {BlockRole.TABLE}


@pytest.mark.parametrize(
    "lines",
    [
        ["Ada Holm, 34, of Selby", "Piet Roos, 51, of Marlow", "Ben Carr, 9, of Oakmere"],
        ["Ada Holm, 34", "Piet Roos, 51", "Ben Carr, 9"],
        ["• Revenue of $2,310 million, up by 7% on the year", "• Profit of $210 million", "• Dividend per share of $1.25, up from $1.20"],
        ["The fee rose to $120.  Nobody said why.", "It was $90 before.  The board met twice.", "It rises to $150 in 2027.  It is known."],
        ["Selby 2, Marlow 1", STORY],
        ["1990: the pier is built", "2001: the pier burns", "2026: the pier is built again"],
        ["Q.   Did you sign it?", "A.   No.", "Q.   Who did?", "A.   The chairman."],
        [
            "The  board  raised   its  fees  on",
            "Monday,   the  chairman  of   the",
            "board said,  and  the  new   fees",
            "apply from the first of April on.",
        ],
    ],
    ids=lambda lines: lines[0],
)
def test_what_only_looks_like_rows_is_no_table(lines: list[str]) -> None:
    article = read_text(f"Ferry laid up for repairs\n\n{STORY}\n\n" + "\n".join(lines) + f"\n\n{MORE}\n")
    assert words_of(article, BlockRole.TABLE) == []


def test_rows_of_a_document_are_rows_unless_they_hold_a_sentence() -> None:
    pieces = (
        Piece(Form.TITLE, "Ferry laid up"),
        Piece(Form.ROW, "Ada Holm\tSelby"),
        Piece(Form.ROW, "Selby\tat Marlow, 7 p.m."),
        Piece(Form.ROW, f"North\t{MORE}"),
        Piece(Form.PARAGRAPH, STORY),
    )
    article = read_document(Document(pieces), None, None)
    assert words_of(article, BlockRole.TABLE) == ["Ada Holm\tSelby", "Selby\tat Marlow, 7 p.m."]
    assert words_of(article, BlockRole.BODY) == [f"North\t{MORE}", STORY]
    assert article.byline is None


def test_headings_above_rows_head_them() -> None:
    pieces = (
        Piece(Form.TITLE, "Glance"),
        Piece(Form.HEADING, "Tuesday's Games"),
        *(Piece(Form.PARAGRAPH, row) for row in TABLES["results"]),
        Piece(Form.HEADING, "Thursday's Games"),
        *(Piece(Form.PARAGRAPH, row) for row in TABLES["fixtures"]),
    )
    article = read_document(Document(pieces), None, None)
    assert words_of(article, BlockRole.HEADLINE) == ["Glance", "Tuesday's Games", "Thursday's Games"]
    assert words_of(article, BlockRole.TABLE) == [*TABLES["results"], *TABLES["fixtures"]]


@given(
    st.lists(
        st.tuples(st.sampled_from(["Selby", "West Marlow", "x-Oakmere"]), st.integers(0, 999), st.integers(0, 999)), min_size=3, max_size=12
    ),
    st.sampled_from(["\t", "   ", " .... "]),
)
@settings(deadline=None, max_examples=60)
def test_every_row_has_a_block_of_its_own(cells: list[tuple[str, int, int]], gap: str) -> None:
    rows = [gap.join(map(str, row)) for row in cells]
    article = read_text(f"Ferry laid up for repairs\n\n{STORY}\n\n" + "\n".join(rows) + f"\n\n{MORE}\n")
    assert words_of(article, BlockRole.TABLE) == rows


def test_short_answers_in_subtitles_are_no_headings() -> None:
    said = ["We came with your letter, and it was signed.", "Ada?", "Not me", "The board lost $4.2 million last year, they say."]
    pieces = tuple(Piece(Form.PARAGRAPH, words, f"0:00:{n}0") for n, words in enumerate(said, 1))
    assert words_of(read_document(Document(pieces), None, None), BlockRole.HEADLINE) == []


def test_what_heads_a_page_of_rows_is_its_headline() -> None:
    article = read_text("League standings\n\n" + "\n".join(TABLES["standings"]) + "\n")
    assert article.headline == "League standings"
    assert words_of(article, BlockRole.TABLE) == [row.strip() for row in TABLES["standings"]]


def test_a_file_of_values_between_commas_is_rows() -> None:
    text = 'Candidate,Party,Votes,Share\n"Okoro, Grace",Green,18234,44.1%\n"Penn, Miles",Blue,15002,36.3%\n"Lowe, Tess",Red,8101,19.6%\n'
    article = read_text(text)
    assert [article.words(block) for block in article.blocks_of(BlockRole.TABLE)] == text.splitlines()


def test_what_stands_over_the_columns_is_of_the_table_though_a_line_parts_them() -> None:
    story = "Wheat was little changed on Tuesday, the exchange said.\n\n"
    days = "".join(f"{month}           5.41   5.45   5.38   5.42\n" for month in ("Dec", "Mar", "May"))
    table = f"              Open   High   Low   Settle\nWHEAT\n{days}"
    article = read_text(story + table)
    assert "Open   High   Low   Settle" in [article.words(block) for block in article.blocks_of(BlockRole.TABLE)]


@pytest.mark.parametrize("sentence", ["The wine is worth €96,000.", "It cost £1,204,500.", "They sold 12,400 of them."])
def test_the_comma_in_a_figure_parts_no_cells(sentence: str) -> None:
    article = read_text(f"The cellar was robbed on Monday, the police said.\n\n{sentence}\n\nWine\tBottles\nRed\t1,900\nWhite\t400\n")
    assert sentence in words_of(article, BlockRole.BODY)
    assert words_of(article, BlockRole.TABLE) == ["Wine\tBottles", "Red\t1,900", "White\t400"]
