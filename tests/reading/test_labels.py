"""Labels and codes in the head of a story are furniture, and what follows them is what they say."""

from __future__ import annotations

import pytest

from factcheck import read_text
from factcheck.documents.pieces import Form, Piece
from factcheck.model import Article, BlockRole
from factcheck.reading.documents import laid_out
from factcheck.reading.parts import Part
from factcheck.reading.plain import make_article

STORY = "The ferry to Port Ellen was laid up on Monday after its ramp failed, the harbour master said."
MORE = "It will sail again on Friday, once a new ramp has come from Oban."


def words_of(article: Article, *roles: BlockRole) -> list[str]:
    return [article.words(block) for block in article.blocks_of(*roles)]


EXPORT = f"""Copyright 2026 The Oban Courier

March 3, 2026 Tuesday

SECTION: NEWS; Pg. 4

LENGTH: 212 words

HEADLINE: Ferry laid up for repairs

BYLINE: Ida Marsh, Courier Staff Writer

DATELINE: PORT ELLEN, Scotland

BODY:

{STORY}

{MORE}

LOAD-DATE: March 4, 2026
"""
CODED = f"""HD Ferry laid up for repairs
BY By Ida Marsh
WC 212 words
PD 3 March 2026
SN The Oban Courier
LA English

LP
{STORY}

TD
{MORE}

AN
Document OBC0000020260303em330000x
"""
TYPED = f"""Slug: ferry-ramp
Reporter: Ida Marsh
Word count: 212
Date: 3 March 2026
Hed: Ferry laid up for repairs
Dek: A ramp failed at low water

{STORY}

{MORE}
"""
FRONT = f"""---
title: 'Ferry laid up for repairs'
author: Marsh, Ida
date: 2026-03-03
tags: [ferry]
---
{STORY}

{MORE}
"""


@pytest.mark.parametrize("text", [EXPORT, CODED, TYPED, FRONT], ids=["export", "codes", "form", "front matter"])
def test_fields_of_a_head_are_what_their_labels_say(text: str) -> None:
    article = read_text(text)
    assert article.headline == "Ferry laid up for repairs"
    assert article.byline == "Ida Marsh"
    assert article.published is not None
    assert article.published.isoformat() == "2026-03-03"
    assert words_of(article, BlockRole.BODY) == [STORY, MORE]
    assert "212" not in " ".join(words_of(article, BlockRole.HEADLINE, BlockRole.STANDFIRST, BlockRole.BODY))


def test_a_labelled_place_is_the_place() -> None:
    assert read_text(EXPORT).place == "Port Ellen, Scotland"


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("UPDATE 2-Ferry laid up for repairs", "Ferry laid up for repairs"),
        ("CORRECTED-UPDATE 1-Ferry laid up for repairs", "Ferry laid up for repairs"),
        ("FACTBOX-What the ramp of the ferry cost", "What the ramp of the ferry cost"),
        ("URGENT: Ferry laid up for repairs", "Ferry laid up for repairs"),
        ("(BN) Ferry Laid Up for Repairs", "Ferry Laid Up for Repairs"),
        ("Ferry laid up for repairs (2nd Ld)", "Ferry laid up for repairs"),
        ("Ferry Laid Up for Repairs (1)", "Ferry Laid Up for Repairs"),
        ("TEXT-based ferry game laid up", "TEXT-based ferry game laid up"),
        ("Update on the ferry: it is laid up", "Update on the ferry: it is laid up"),
        ("Ferry laid up (again)", "Ferry laid up (again)"),
    ],
)
def test_what_a_wire_calls_a_story_is_no_part_of_its_headline(line: str, headline: str) -> None:
    article = read_text(f"{line}\n\n{STORY}\n\n{MORE}\n")
    assert article.headline == headline
    assert words_of(article, BlockRole.BODY) == [STORY, MORE]


def test_flashes_of_a_terminal_stand_before_the_headline() -> None:
    article = read_text(f"OB 03/03 10:15 *FERRY TO PORT ELLEN LAID UP\n\nFerry Laid Up for Repairs (1)\n\n{STORY}\n\n{MORE}\n")
    assert article.headline == "Ferry Laid Up for Repairs"
    assert words_of(article, BlockRole.BODY) == ["FERRY TO PORT ELLEN LAID UP", STORY, MORE]


@pytest.mark.parametrize(
    "end", [" Enditem", "\n\nPTI IM\nTB\nTB", " PTI IM TB", "\n\n--IANS\n\nim/tb", "\n\n==Kyodo", "\n\nim\n\n031015 MAR 26", " ENDS/"]
)
def test_what_a_desk_signs_with_is_furniture(end: str) -> None:
    article = read_text(f"Ferry laid up for repairs\n\n{STORY}\n\n{MORE}{end}\n")
    assert words_of(article, BlockRole.BODY) == [STORY, MORE]


@pytest.mark.parametrize("end", ["\n\nAP-WF-03-03-26 1015GMT", "\n\nim\n\n031015 MAR 26", "\n\n031015 GMT Mar 26"])
def test_the_last_line_of_a_wire_says_when_it_was_sent(end: str) -> None:
    published = read_text(f"Ferry laid up for repairs\n\n{STORY}\n\n{MORE}{end}\n").published
    assert published is not None
    assert published.isoformat().startswith("2026-03-03T10:15")


def test_labels_within_a_story_are_the_storys() -> None:
    text = f"Ferry laid up for repairs\n\nSource: the harbour master's letter.\n\n{STORY}\n\nTitle: The Ramp\n\nPages: 212\n\n{MORE}\n"
    article = read_text(text)
    assert article.headline == "Ferry laid up for repairs"
    assert "Title: The Ramp" in words_of(article, BlockRole.BODY)


def test_a_last_word_in_capitals_is_no_sign_off() -> None:
    last = "The ferry company answered in one word. NO"
    assert words_of(read_text(f"Ferry laid up\n\n{STORY}\n\n{last}\n"), BlockRole.BODY)[-1] == last


@pytest.mark.parametrize("dateline", ["OBAN, Scotland (AP) — ", "Oban, March 3, 2026 (Reuters) - ", ""])
def test_lines_of_a_head_with_breaks_between_them_are_lines(dateline: str) -> None:
    paragraph = f"Ferry laid up for repairs\nBy Ida Marsh\n{dateline}{STORY}"
    parts = [Part(0, len(paragraph), paragraph), Part(len(paragraph) + 2, len(paragraph) + 2 + len(MORE), MORE)]
    article = make_article(f"{paragraph}\n\n{MORE}", parts, None, None)
    assert (article.headline, article.byline) == ("Ferry laid up for repairs", "Ida Marsh")
    assert words_of(article, BlockRole.BODY) == [STORY, MORE]
    assert bool(article.place) == bool(dateline)


def test_breaks_within_a_paragraph_part_nothing() -> None:
    paragraph = "The ferry to Port Ellen was laid up\nby Ida Marsh, its owner, on Monday."
    article = make_article(paragraph, [Part(0, len(paragraph), paragraph)], None, None)
    assert words_of(article, BlockRole.BODY) == [paragraph]


@pytest.mark.parametrize("marks", ["ab", "12"])
def test_notes_below_a_text_are_notes_and_no_headings(marks: str) -> None:
    one, two = (f"[{mark}]" for mark in marks)
    first, second = STORY.replace("Monday", f"Monday{one}"), MORE.replace("Friday", f"Friday{two}")
    article = read_text(f"Ferry laid up for repairs\n\n{first}\n\n{second}\n\n{one}Check the day with the harbour\n{two}Was it Thursday?\n")
    assert words_of(article, BlockRole.NOTE) == [f"{one}Check the day with the harbour", f"{two}Was it Thursday?"]
    assert words_of(article, BlockRole.HEADLINE) == ["Ferry laid up for repairs"]
    assert words_of(article, BlockRole.BODY) == [first, second]


def test_what_stands_in_brackets_at_the_end_without_a_mark_in_the_text_is_text() -> None:
    last = "[1] was the first page of the log, and it was gone."
    assert words_of(read_text(f"Ferry laid up\n\n{STORY}\n\n{last}\n"), BlockRole.BODY) == [STORY, last]


def test_a_name_behind_a_label_that_is_no_bylines_signs_nothing() -> None:
    text = f"IN THE COURT OF OBAN\n\nBefore:\n\nIDA MARSH\n\nBetween:\n\nTOM BRECK\n\nJUDGMENT\n\n{STORY}\n\n{MORE}\n"
    assert read_text(text).byline is None


def test_directions_and_times_of_a_transcript_are_furniture_and_it_says_when_it_was_aired() -> None:
    said = "IDA MARSH, FERRY OWNER: We had to lay it up."
    head = "FERRY LAID UP\n\nAired March 3, 2026 - 10:00   ET\n\nTHIS IS A RUSH TRANSCRIPT. IT MAY BE UPDATED.\n\n[10:00:02]"
    article = read_text(f"{head}\n\n{STORY}\n\n(BEGIN VIDEO CLIP)\n\n{said}\n\n(END VIDEO CLIP)\n\n{MORE}\n")
    assert words_of(article, BlockRole.BODY) == [STORY, said, MORE]
    assert words_of(article, BlockRole.HEADLINE) == ["FERRY LAID UP"]
    assert article.published is not None
    assert article.published.isoformat().startswith("2026-03-03T10:00")


def test_rows_of_a_desks_form_are_the_head() -> None:
    rows = [("Headline", "Ferry laid up for repairs"), ("Byline", "Ida Marsh"), ("Date", "3 March 2026"), ("Words", "212")]
    text, parts = laid_out([*(Piece(Form.ROW, "\t".join(row)) for row in rows), Piece(Form.PARAGRAPH, STORY), Piece(Form.PARAGRAPH, MORE)])
    article = make_article(text, parts, None, None)
    assert (article.headline, article.byline, str(article.published)) == ("Ferry laid up for repairs", "Ida Marsh", "2026-03-03")
    assert words_of(article, BlockRole.BODY) == [STORY, MORE]


def test_fields_above_markdown_need_no_line_around_them() -> None:
    article = read_text(f"Title: Ferry laid up\nAuthor: Ida Marsh\nDate: 2026-03-03\n\n{STORY}\n", format="markdown")
    assert (article.headline, article.byline, str(article.published)) == ("Ferry laid up", "Ida Marsh", "2026-03-03")


def test_a_dateline_of_its_own_with_its_agency_is_no_caption() -> None:
    article = read_text(f"Ferry laid up for repairs\n\nNew Delhi, Mar 3 (PTI)\n\n{STORY}\n\n{MORE}\n")
    assert (article.place, article.agency) == ("New Delhi", "PTI")
    assert words_of(article, BlockRole.CAPTION) == []


def test_fields_of_a_script_are_furniture_without_a_headline_too() -> None:
    article = read_text(f"SLUG: FERRY RAMP\nANCHOR: IDA MARSH\nTRT: 1:30\n\n{STORY}\n\n{MORE}\n")
    assert words_of(article, BlockRole.BODY) == [STORY, MORE]
    assert (article.headline, article.byline) == (None, None)


def test_the_service_day_and_time_of_a_terminal_are_no_words_of_its_headline() -> None:
    story = "The council said on Monday that the fees would rise.\n\nThey do so in May, it said."
    assert read_text(f"BN 03/03 10:15 Harbour Fees Rise Most in Years (2)\n\n{story}").headline == "Harbour Fees Rise Most in Years"


@pytest.mark.parametrize("writer", ["REPORTER: IDA MARSH", "Author: Ida Marsh"])
@pytest.mark.parametrize("order", [1, -1])
def test_a_writer_right_beside_the_day_of_a_script_is_its_byline(writer: str, order: int) -> None:
    fields = "\n".join([writer, "AIR DATE: 3 March 2026"][::order])
    article = read_text(f"FERRY RAMP\nPKG\nTRT 1:42\n{fields}\n\n{STORY}\n\n[OUTCUE: Ida Marsh, Oban]\n\n{MORE}\n")
    assert (str(article.byline).title(), str(article.published)) == ("Ida Marsh", "2026-03-03")
    assert words_of(article, BlockRole.BODY) == [STORY, MORE]
    assert {"PKG", "TRT 1:42", "[OUTCUE: Ida Marsh, Oban]"} <= set(words_of(article, BlockRole.FURNITURE))


def test_what_a_reporter_says_in_a_script_is_text() -> None:
    script = [f"ANCHOR: {STORY}", f"REPORTER: {MORE}", "REPORTER: The ramp broke in two.", "ANCHOR: It cost £40,000."]
    article = read_text("\n\n".join(script))
    assert (words_of(article, BlockRole.BODY), article.byline) == (script, None)


@pytest.mark.parametrize("line", ["Release Date: 3 March 2026", "Date of release: March 3, 2026"])
def test_the_day_of_a_release_is_no_headline(line: str) -> None:
    article = read_text(f"{line}\n\nFerry laid up for repairs\n\n{STORY}\n\n{MORE}\n")
    assert (article.headline, str(article.published)) == ("Ferry laid up for repairs", "2026-03-03")


@pytest.mark.parametrize(
    "line", ["Source: Xinhua| 2026-03-03 10:15:07|Editor: rowe", "Source: Xinhua | 2026-03-03 10:15:07 | Editor: Ada Rowe"]
)
def test_whose_story_it_is_and_when_it_was_put_up_are_told_in_one_line(line: str) -> None:
    article = read_text(f"Ferry laid up for repairs\n\n{line}\n\n{STORY}\n\n{MORE}\n")
    assert (article.agency, str(article.published)) == ("Xinhua", "2026-03-03 10:15:07")
    assert words_of(article, BlockRole.BODY) == [STORY, MORE]


@pytest.mark.parametrize("intro", ["CUE", "Intro", "ANCHOR INTRO"])
def test_the_fields_of_a_script_in_any_order_and_its_introduction(intro: str) -> None:
    article = read_text(f"REPORTER: Ida Marsh\nDATE: 3 March 2026\nSLUG: FERRY\n\n{intro}: {STORY}\n\n{MORE}\n")
    assert (article.headline, article.byline, str(article.published)) == (None, "Ida Marsh", "2026-03-03")
    assert words_of(article, BlockRole.BODY) == [STORY, MORE]


def test_a_short_line_above_a_name_and_the_story_is_a_standfirst() -> None:
    article = read_text(f"Ferry laid up for repairs\n\nRamp had failed\n\nIda Marsh\n\n{STORY}\n\n{MORE}\n")
    assert (words_of(article, BlockRole.STANDFIRST), article.byline) == (["Ramp had failed"], "Ida Marsh")


def test_a_release_may_be_called_that_before_a_dash() -> None:
    article = read_text(f"PRESS RELEASE - Ferry laid up for repairs\n\n{STORY}\n\n{MORE}\n")
    assert article.headline == "Ferry laid up for repairs"
