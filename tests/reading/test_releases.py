"""Press releases, forms, transcripts and copy with its desk's marks: what heads them, what signs them, and what stays the story's."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Article, BlockRole
from factcheck.reading import read_text

STORY = "The ferry was laid up on Friday, the harbour master said."
MORE = "It will be back by Easter, he told the town council."


def words_of(article: Article, role: BlockRole) -> list[str]:
    return [article.words(block) for block in article.blocks_of(role)]


class TestReleases:
    TEXT = f"""\
PRESS RELEASE

For immediate release: Tuesday 3 March 2026

Trust buys the old pier

Key Highlights

• Trust pays £2.4 million
• Pier to open again in 2027, and to stay open

{STORY}

ENDS

About the Selby Trust
The Trust looks after the piers of Selby and of Marlow.

Media contact:
Piet Roos
"""

    @pytest.fixture(scope="class")
    def article(self) -> Article:
        return read_text(self.TEXT)

    def test_the_headline_is_below_the_labels(self, article: Article) -> None:
        assert article.headline == "Trust buys the old pier"
        assert article.byline is None

    def test_highlights_are_items_of_the_text_under_their_heading(self, article: Article) -> None:
        assert "Key Highlights" in words_of(article, BlockRole.HEADLINE)
        items = ["• Trust pays £2.4 million", "• Pier to open again in 2027, and to stay open"]
        assert words_of(article, BlockRole.BODY) == [*items, STORY, "The Trust looks after the piers of Selby and of Marlow."]
        assert words_of(article, BlockRole.STANDFIRST) == []

    def test_the_day_of_the_release_is_that_of_publication(self, article: Article) -> None:
        assert article.published == date(2026, 3, 3)

    def test_whom_to_ask_is_furniture(self, article: Article) -> None:
        assert words_of(article, BlockRole.FURNITURE)[-2:] == ["Media contact:", "Piet Roos"]

    def test_a_zone_in_full_is_read(self) -> None:
        line = "March 03, 2026 07:00 AM Eastern Standard Time"
        article = read_text(f"Selby Works Reports a Good Quarter\n\n{line}\n\nRENO, Nev.--(BUSINESS WIRE)--{STORY}\n\n{MORE}\n")
        assert str(article.published) == "2026-03-03 07:00:00-05:00"


def test_the_fields_of_a_form_head_nothing() -> None:
    form = ["Name of Vessel: Aurora", "Date of Accident: 01/09/2025", "Place: Nice", "Sex of injured:", "Male", "Age: 34"]
    article = read_text("Accident report\n\n" + "\n".join(form) + f"\n\n{STORY}\n\n{MORE}\n")
    assert words_of(article, BlockRole.HEADLINE) == ["Accident report"]
    assert words_of(article, BlockRole.BODY) == [*form, STORY, MORE]
    assert (article.place, article.published) == (None, None)


def test_a_short_answer_in_a_transcript_is_no_heading() -> None:
    turns = ["CHAIR: Did you sign it?", "HOLM: No.", "CHAIR: Who did, if I may ask, and why was nobody told of it in March?"]
    article = read_text("Hearing on the ferry\n\n" + "\n\n".join(turns) + "\n")
    assert words_of(article, BlockRole.HEADLINE) == ["Hearing on the ferry"]
    assert words_of(article, BlockRole.BODY) == turns


@pytest.mark.parametrize("line", ["AAP ah/pr", "AAP gfr", "ah/pr"])
def test_the_sign_off_of_a_desk_is_furniture(line: str) -> None:
    assert words_of(read_text(f"Ferry laid up for repairs\n\n{STORY}\n\n{MORE}\n\n{line}\n"), BlockRole.FURNITURE) == [line]


def test_who_contributed_is_a_credit() -> None:
    line = "Coastal Press writer Piet Roos in Reno contributed to this report."
    assert words_of(read_text(f"Ferry laid up for repairs\n\n{STORY}\n\n{MORE}\n\n{line}\n"), BlockRole.BYLINE) == [line]


def test_the_sender_signs_a_mail_that_was_pasted() -> None:
    head = "Subject: Ferry laid up for repairs\nFrom: Ada Holm <ada@post.example>\nDate: Tue, 3 Mar 2026 10:15:00 +0000"
    article = read_text(f"{head}\n\nDear Colleagues,\n\n{STORY}\n\n{MORE}\n")
    assert article.byline == "Ada Holm"
    assert words_of(article, BlockRole.BODY) == ["Dear Colleagues,", STORY, MORE]


def test_numbers_that_were_drawn_are_no_end_mark_and_no_day() -> None:
    rows = ["Daily 3 Midday", "4-1-9", "Daily 4 Evening", "7-7-0-2", "Mega", "03-12-27-40-61, Mega Ball: 9"]
    article = read_text(f"Numbers that were drawn\n\n{STORY}\n\n" + "\n\n".join(rows) + "\n")
    assert words_of(article, BlockRole.TABLE) == rows[1:]
    assert words_of(article, BlockRole.FURNITURE) == []
    assert article.published is None


class TestLetterheads:
    HEAD = "Selby Harbour Trust\n\n12 Quay Street, Selby SB1 4QQ\n\nTel 01555 550 199 · press@selby.example\n\n"

    @pytest.mark.parametrize("label", ["PRESS RELEASE\n\n", ""])
    def test_whose_paper_it_is_and_how_they_are_reached_is_furniture(self, label: str) -> None:
        article = read_text(f"{self.HEAD}{label}Trust buys the old town pier\n\n{STORY}\n\n{MORE}")
        assert article.headline == "Trust buys the old town pier"
        assert words_of(article, BlockRole.BODY) == [STORY, MORE]

    def test_a_headline_above_the_label_stays_the_headline(self) -> None:
        article = read_text(f"Trust buys the old town pier in Selby\n\nPRESS RELEASE\n\nIt will open again next year\n\n{STORY}\n\n{MORE}")
        assert article.headline == "Trust buys the old town pier in Selby"

    def test_how_to_reach_the_sender_in_a_note_to_editors_is_furniture(self) -> None:
        note = "2. For interviews call the press office on 01555 550 199."
        article = read_text(f"Trust buys the old town pier\n\n{STORY}\n\n{MORE}\n\n{note}")
        assert note in words_of(article, BlockRole.FURNITURE)


@pytest.mark.parametrize(
    "note", ["(ATTN: UPDATES in paras 2-4)", "ATTENTION - ADDS mayor ///", "(Adds quotes, shares)", "=(PICTURE)=", "Editor: tmarsh"]
)
def test_what_a_wire_says_to_its_desks_is_furniture(note: str) -> None:
    article = read_text(f"Ferry refit runs late\n\n{note}\n\nSELBY, March 3 (EXA) - {STORY}\n\n{MORE}")
    assert note in words_of(article, BlockRole.FURNITURE)
    assert article.place == "Selby"


def test_the_agency_behind_the_writer_of_a_byline_is_the_articles() -> None:
    article = read_text(f"Ferry refit runs late\n\nBy Ada Marsh, PA\n\n{STORY}\n\n{MORE}")
    assert (article.byline, article.agency) == ("Ada Marsh", "PA")


def test_a_writers_name_ends_where_the_letters_of_a_broadcaster_begin() -> None:
    article = read_text(f"Ferry refit runs late\n\nAda Marsh BBC Scotland News\n\n{STORY}\n\n{MORE}")
    assert article.byline == "Ada Marsh"


def test_a_region_in_letters_behind_a_town_is_part_of_the_dateline() -> None:
    article = read_text(f"Ferry refit runs late\n\nWenchi (B/A), Aug. 9, GNA - {STORY}\n\n{MORE}")
    assert article.place == "Wenchi (B/A)"
    assert article.agency == "GNA"
    assert words_of(article, BlockRole.BODY)[0] == STORY


def test_a_weekday_before_a_day_in_figures_says_which_it_is() -> None:
    article = read_text(f"Ferry refit runs late\n\nSubmitted by Ada Marsh on Wed, 03/06/2024 - 14:20\n\n{STORY}\n\n{MORE}")
    assert article.byline == "Ada Marsh"
    assert article.published is not None
    assert (article.published.month, article.published.day) == (3, 6)


def test_a_sum_in_the_last_sentence_behind_an_offer_makes_no_offer_of_it() -> None:
    article = read_text(f"Ferry refit runs late\n\n{STORY}\n\nSubscribe to our newsletter\n\nThe trust will save $41,000 a year.")
    assert words_of(article, BlockRole.BODY) == [STORY, "The trust will save $41,000 a year."]


def test_a_writers_name_beside_a_day_is_a_byline_below_a_standfirst_of_sentences() -> None:
    standfirst = "The fee rises in July. Here is what changes."
    article = read_text(f"What the new fee means\n\n{standfirst}\n\nAda Marsh | 12 June 2024\n\n{STORY}\n\n{MORE}")
    assert (article.byline, article.published) == ("Ada Marsh", date(2024, 6, 12))


def test_a_writer_before_an_agency_is_no_place() -> None:
    article = read_text(f"Ferry refit runs late\n\nAda Marsh / TNN / Dec 11, 2023, 08:40 IST\n\n{STORY}\n\n{MORE}")
    assert article.place is None
    assert article.byline == "Ada Marsh"


def test_a_sentence_that_says_when_a_report_was_first_published_tells_the_day() -> None:
    article = read_text(
        f"Ferry refit runs late\n\n{STORY}\n\n{MORE}\n\nThis report by The Canadian Press was first published Jan. 14, 2024."
    )
    assert article.published == date(2024, 1, 14)


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("This story is from January 14, 2024", date(2024, 1, 14)),
        ("This article was first published on 14 January 2024", date(2024, 1, 14)),
        ("This article first appeared in the Selby Herald on 14 January 2024.", date(2024, 1, 14)),
        ("This piece was originally published by the Selby Herald.", None),
        ("This story has been updated.", None),
        ("This article was amended on 14 January 2024 to correct the fee.", None),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_a_page_says_of_its_own_story_is_furniture_and_tells_the_day(note: str, day: date | None, place: int) -> None:
    lines = [STORY, MORE]
    lines.insert(place, note)
    article = read_text("Ferry refit runs late\n\nBy Ada Marsh\n\n" + "\n\n".join(lines))
    assert words_of(article, BlockRole.FURNITURE) == [note]
    assert words_of(article, BlockRole.BODY) == [STORY, MORE]
    assert article.published == day


@pytest.mark.parametrize(
    "sentence", ["This story is from a village that nobody knew.", "This report was published by the harbour board on Monday."]
)
def test_what_is_told_of_other_stories_and_reports_is_the_storys(sentence: str) -> None:
    assert sentence in words_of(read_text(f"Ferry refit runs late\n\n{STORY}\n\n{sentence}\n\n{MORE}"), BlockRole.BODY)


def test_a_lead_that_the_page_prints_twice_is_told_once() -> None:
    lead = "The refit of the Selby ferry will take three months longer than the board had planned in May, its chair said."
    article = read_text(f"Ferry refit runs late\n\n{lead}\n\nBy Ada Marsh\n\n{lead}\n\n{MORE}")
    assert [(article.words(block), block.role) for block in article.blocks if article.words(block) == lead] == [
        (lead, BlockRole.STANDFIRST),
        (lead, BlockRole.FURNITURE),
    ]
    assert [one.why for one in article.left_out or ()] == ["is furniture of the page: the first paragraph once more"]


@pytest.mark.parametrize("line", ["What comes next:", "Why it matters:", "Here’s what we know:"])
def test_a_question_with_a_colon_between_paragraphs_heads_what_follows(line: str) -> None:
    article = read_text(f"Ferry refit runs late\n\nBy Ada Marsh\n\n{STORY}\n\n{line}\n\n{MORE}")
    assert words_of(article, BlockRole.HEADLINE)[1:] == [line]


@pytest.mark.parametrize("line", ["What the mayor said:", "He added:", "When she left she told them:"])
def test_words_that_lead_to_speech_head_nothing(line: str) -> None:
    article = read_text(f"Ferry refit runs late\n\nBy Ada Marsh\n\n{STORY}\n\n{line}\n\n“We will be late,” and then they left.\n\n{MORE}")
    assert line in words_of(article, BlockRole.BODY)


def test_an_export_that_counts_its_documents_gives_headline_and_byline() -> None:
    fields = "BYLINE: Ada Marsh\n\nSECTION: NEWS; Pg. 5\n\nLENGTH: 96 words"
    article = read_text(f"3 of 7 DOCUMENTS\n\nFerry refit runs late in Selby\n\n{fields}\n\n{STORY}\n\n{MORE}")
    assert (article.headline, article.byline) == ("Ferry refit runs late in Selby", "Ada Marsh")


def test_a_label_that_a_line_of_dots_parts_from_its_value_is_a_row() -> None:
    rows = ["Balance at bank ........ £18,402.11", "Payments ............... £2,310.00"]
    article = read_text(f"Minutes of the harbour board\n\n{STORY}\n\n" + "\n".join(rows) + f"\n\n{MORE}")
    assert words_of(article, BlockRole.TABLE) == rows
