"""Pages that are nested or loaded beyond need, and what they hold back, are read whole or told."""

from __future__ import annotations

import json

import pytest

from factcheck.documents.flat import DEEPEST, unloaded
from factcheck.documents.markup import tree_of
from factcheck.documents.pieces import Document, Form, Reason
from factcheck.documents.webpage import read_webpage

_FIRST = "The ferry to Orsay was turned back on Monday with forty people and a bus on board, its owners said."
_LAST = "It will sail again on Thursday if the wind drops below forty knots by noon, they said."


def _read(body: str, head: str = "") -> Document:
    return read_webpage(
        f"<html><head><title>Ferry turned back</title>{head}</head><body><h1>Ferry turned back</h1>{body}</body></html>".encode()
    )


@pytest.mark.parametrize("tag", ["div", "font", "span"])
@pytest.mark.parametrize("deep", [DEEPEST - 20, DEEPEST + 60, 600, 3000])
def test_a_story_is_read_whole_however_deep_its_page_is_nested(tag: str, deep: int) -> None:
    document = _read(
        f"<p>{_FIRST}</p>"
        + f"<{tag}>" * deep
        + "<p>Nobody was <b>hu<i>r</i>t</b>, the owners said.</p>"
        + f"</{tag}>" * deep
        + f"<p>{_LAST}</p>"
    )
    words = document.text + " ".join(one.words for one in document.left)
    assert all(one in words for one in (_FIRST, "Nobody was hurt, the owners said.", _LAST))


def test_words_between_nested_elements_keep_their_order() -> None:
    tree = tree_of("<body>" + "".join(f"<div>a{n} " for n in range(400)) + "".join(f"b{n} </div>" for n in range(400)) + "</body>")
    assert "".join(tree.itertext()).split() == [*(f"a{n}" for n in range(400)), *(f"b{n}" for n in range(400))]


def test_an_element_has_no_more_attributes_than_a_parser_takes() -> None:
    loaded = "<p class='x y' " + " ".join(f"data-n{n}={n}" for n in range(5000)) + ">Words</p>"
    assert len(tree_of(loaded).find(".//p").attrib) == 2000
    few = '<img src="data:' + "a b " * 4000 + '">'
    assert unloaded(few) == few


def test_sentences_that_only_the_data_have_are_told_as_hidden() -> None:
    data = json.dumps({"@type": "NewsArticle", "articleBody": f"{_FIRST} {_LAST} Two held."})
    document = _read(f"<article><p>{_FIRST}</p></article>", f'<script type="application/ld+json">{data}</script>')
    assert [one.words for one in document.left if one.why is Reason.HIDDEN] == [f"{_LAST} Two held."]


def test_a_table_is_the_storys_with_all_its_rows() -> None:
    prose = "Ann Orr, who kept the light at Orsay for eleven years and was its last keeper."
    document = _read(f"<p>{_FIRST}</p><table><tr><td>Master</td><td>{prose}</td></tr><tr><td>Mate</td><td>Ian Bell</td></tr></table>")
    assert [piece.words for piece in document.pieces if piece.form is Form.ROW] == [f"Master\t{prose}", "Mate\tIan Bell"]


def test_marks_of_notes_are_no_part_of_the_figures_before_them() -> None:
    document = _read(
        f"<p>{_FIRST} It holds 80<sup>a</sup> people, since 5.30<span class='note-ref'>3</span> on the 21<sup>st</sup>, "
        "and was <span class='number'>4</span> hours late that day.</p>"
    )
    assert "It holds 80 people, since 5.30 on the 21st, and was 4 hours late" in document.text
    assert [one.words for one in document.left if one.why is Reason.MARK] == ["a", "3"]


def test_a_time_is_not_glued_to_the_name_behind_it() -> None:
    document = _read(f"<p>{_FIRST}</p><div><time>12.41</time><span>Ann Orr</span></div><p>{_LAST}</p>")
    assert "12.41 Ann Orr" in document.text + " ".join(one.words for one in document.left)


@pytest.mark.parametrize("region", ["<section id='disqus'>", "<div class='wide comments-area'>", "<div id='readers'>"])
def test_what_readers_say_below_a_story_is_told_and_no_part_of_it(region: str) -> None:
    said = "This is a disgrace and I for one shall never sail with them again, as I have told the owners many times."
    document = _read(
        f"<p>{_FIRST}</p><p>{_LAST}</p>{region}<h3>Comments</h3>" + f"<div><b>Mo</b><p>{said}</p></div>" * 3 + "<br></div></section>"
    )
    assert document.text.endswith(_LAST)
    assert sum(one.words == said and one.why is Reason.AROUND for one in document.left) == 3


def test_a_quotation_that_is_set_in_a_figure_is_the_storys() -> None:
    document = _read(f"<p>{_FIRST}</p><figure><blockquote><p>We could not go on.</p></blockquote></figure><p>{_LAST}</p>")
    assert [piece.words for piece in document.pieces][1:] == [_FIRST, "We could not go on.", _LAST]
