"""Pages in the manner of many sites are told apart from their furniture, and say what they say of themselves."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

import factcheck
from factcheck.model import Article, BlockRole
from factcheck.reading import read_text
from tests.reading.pages import Page, Score, pages

PAGES = pages()
SAMPLE = Path(__file__).parents[2] / "samples" / "hanoi-summit.txt"


def words_of(article: Article, *roles: BlockRole) -> list[str]:
    return [article.words(block) for block in article.blocks_of(*roles)]


class TestPages:
    @pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
    def test_no_paragraph_of_the_article_is_lost_to_furniture(self, page: Page) -> None:
        found = {(block.start, block.end): block.role for block in page.read().blocks}
        lost = [
            page.text[start:end] for role, start, end in page.blocks if role == "body" and found.get((start, end)) is not BlockRole.BODY
        ]
        assert lost == []

    def test_most_furniture_is_seen_and_what_is_called_so_is_so(self) -> None:
        score = Score()
        for page in PAGES:
            score.add(page)
        assert score.body_recall == 1.0
        assert score.furniture_precision >= 0.98
        assert score.furniture_recall >= 0.94

    @pytest.mark.parametrize("page", [page for page in PAGES if page.facts], ids=lambda page: page.name)
    def test_the_page_says_where_when_and_by_whom(self, page: Page) -> None:
        article = page.read()
        for name, value in page.facts.items():
            said = getattr(article, name)
            shown = said.isoformat() if isinstance(said, date | datetime) else said
            assert (shown or "-")[: len(value)] == value


class TestHanoi:
    @pytest.fixture(scope="class")
    def article(self) -> Article:
        return factcheck.read(SAMPLE)

    def test_the_text_is_the_files(self, article: Article) -> None:
        assert article.text == SAMPLE.read_text("utf-8")

    def test_head(self, article: Article) -> None:
        assert article.headline == "N Korea, US vow to keep talking after Hanoi summit collapse"
        assert article.agency == "AFP"
        assert article.place == "Hanoi"
        assert words_of(article, BlockRole.DATELINE) == ["AFP Hanoi", "Last Updated : Mar 01 2019 | 4:15 PM IST"]

    def test_published_in_indian_time(self, article: Article) -> None:
        assert isinstance(article.published, datetime)
        assert article.published.isoformat() == "2019-03-01T16:15:00+05:30"

    def test_eight_paragraphs_the_lost_break_among_them(self, article: Article) -> None:
        body = words_of(article, BlockRole.BODY)
        assert [paragraph.split()[0] for paragraph in body] == ["North", "The", "In", "But", "Despite", "Despite", "An", "But"]
        assert body[6].endswith('one of those times."')

    def test_furniture(self, article: Article) -> None:
        furniture = words_of(article, BlockRole.FURNITURE)
        below = [line for line in article.text[article.text.index("Disclaimer") :].split("\n") if line.strip()]
        assert furniture == ["Image", *(line.strip() for line in below)]


class TestTextsWithoutAHead:
    @pytest.mark.parametrize(
        "text",
        [
            "The mayor said on Monday that the bridge would be shut.",
            "The bridge was shut.\nThe mayor said so.\nNobody was hurt.",
            "The bridge was shut.\n\nThe mayor said so.\n\nNobody was hurt.",
            "a list of words",
            "Ferry timetable",
            "Milk\nBread\nEggs",
        ],
    )
    def test_everything_is_body(self, text: str) -> None:
        assert {block.role for block in read_text(text).blocks} == {BlockRole.BODY}

    def test_a_first_line_that_looks_like_a_headline_is_one(self) -> None:
        assert (
            read_text("Bridge shut for a month\n\nThe mayor said on Monday that the bridge would be shut.").headline
            == "Bridge shut for a month"
        )

    def test_a_first_sentence_is_no_headline(self) -> None:
        text = (
            "The bridge is shut.\n\nThe mayor said on Monday that the bridge would be shut for at least a month, and the ferry would run."
        )
        assert read_text(text).headline is None

    def test_a_capitalised_line_with_a_full_stop_is_a_headline(self) -> None:
        text = "Mayor Shuts Old Bridge for Repairs.\n\nThe mayor said on Monday that the old bridge would be shut for a month."
        assert read_text(text).headline == "Mayor Shuts Old Bridge for Repairs."


class TestInlineDatelines:
    @pytest.mark.parametrize(
        ("opening", "place", "agency"),
        [
            ("HANOI, March 1 (AFP) - ", "Hanoi", "AFP"),
            ("LONDON (Reuters) - ", "London", "Reuters"),
            ("WASHINGTON — ", "Washington", None),
            ("RENO, Nev. (AP) — ", "Reno, Nev.", "AP"),
            ("New York CNN  — ", "New York", "CNN"),
            ("Hamburg (dpa) – ", "Hamburg", "dpa"),
            ("NEW DELHI: ", "New Delhi", None),
            ("RIO DE JANEIRO, Aug. 5 (UPI) -- ", "Rio de Janeiro", "UPI"),
            ("(Reuters) - ", None, "Reuters"),
            ("STOCKTON-ON-TEES, England (AP) — ", "Stockton-on-Tees, England", "AP"),
            ("CHICAGO, April 2, 2024 /PRNewswire/ -- ", "Chicago", "PRNewswire"),
        ],
    )
    def test_it_is_a_block_before_its_paragraph(self, opening: str, place: str | None, agency: str | None) -> None:
        article = read_text(f"Harbour shut\n\n{opening}The harbour was shut on Friday, the mayor said.\n")
        assert words_of(article, BlockRole.DATELINE) == [opening.strip()]
        assert words_of(article, BlockRole.BODY) == ["The harbour was shut on Friday, the mayor said."]
        assert (article.place, article.agency) == (place, agency)

    @pytest.mark.parametrize(
        "paragraph",
        [
            "CLINTON: I never said that, and you know that I never did.",
            "BREAKING — The mayor has left by the back door, two aides said.",
            "He left – nobody knows why – before the vote was over on Monday.",
            "London - a city of nine million - is short of water, the mayor said."[9:],
            "Asked why: nobody answered, although the minister was in the room.",
            "EU — what is it good for, the minister asked on Monday in the house.",
        ],
    )
    def test_a_paragraph_that_only_looks_so_is_left_whole(self, paragraph: str) -> None:
        article = read_text(f"Harbour shut\n\n{paragraph}\n")
        assert words_of(article, BlockRole.BODY) == [paragraph]
        assert article.place is None


class TestStoriesAboutFurniture:
    """Articles whose own words are those of offers, notices and share bars."""

    @pytest.mark.parametrize(
        "paragraph",
        [
            "Readers who subscribe to the paper will pay £12 a month from May and can cancel anytime, the publisher said.",
            "Apple's App Store rules broke competition law.",
            "The site uses cookies and asked nobody.",
            "Part of the problem is money.",
            "Share prices fell by a tenth on Friday.",
            "Related costs rose as well.",
            "Follow-up checks found nothing.",
            "“Sign up for our newsletter” is what the page said for nine years.",
            "Only $3m was spent, and nobody asked where the rest had gone.",
            "Elsewhere on Tuesday, shops were shut.",
            "By clicking through the records, the auditors found nine more cases.",
            "More in hope than expectation, he ran again.",
            "Image is everything in this business.",
            "From $5 to $10 was charged for a seat.",
            "Unlimited spending is allowed.",
            "Video of the arrest was seen by four million people.",
            "Advertisement revenue fell by 12% in a year.",
            "Copyright law is older than the camera.",
            "Powered by two old diesels, the ferry lost its way in the fog.",
            "Already a subscriber to the gas works in 1880, the mill was the first to be lit by it in the whole of the valley.",
        ],
    )
    def test_a_sentence_of_the_story_stays(self, paragraph: str) -> None:
        first = "The first paragraph says what happened on Monday in the town hall."
        last = "The last one says what the mayor will do about it next year."
        text = f"A headline of some words\n\n{first}\n\n{paragraph}\n\n{last}\n\nShare\n"
        assert paragraph in words_of(read_text(text), BlockRole.BODY)


class TestLinesOfPublication:
    @pytest.mark.parametrize(
        ("line", "iso"),
        [
            ("Last Updated : Mar 01 2019 | 4:15 PM IST", "2019-03-01T16:15:00+05:30"),
            ("Jan. 9, 2025, 3:14 PM CET / Updated Jan. 9, 2025, 5:40 PM CET", "2025-01-09T15:14:00+01:00"),
            ("Updated: 4 May 2024 12:00 GMT | Published: 3 May 2024 09:00 GMT", "2024-05-03T09:00:00+00:00"),
            ("Published 3 May 2024", "2024-05-03"),
            ("3 May 2024", "2024-05-03"),
        ],
    )
    def test_the_first_publication_counts(self, line: str, iso: str) -> None:
        article = read_text(f"Harbour shut for a month\n\n{line}\n\nThe harbour was shut on Friday, the mayor said.\n")
        assert article.published is not None
        assert article.published.isoformat() == iso
        assert words_of(article, BlockRole.DATELINE) == [line]

    def test_first_published_below_the_story_counts_more_than_updated_above_it(self) -> None:
        story = "The harbour was shut on Friday, the mayor said."
        article = read_text(f"Harbour shut\n\nUpdated 5 May 2024\n\n{story}\n\nFirst Published: 3 May 2024\n")
        assert article.published == date(2024, 5, 3)
        assert words_of(article, BlockRole.FURNITURE) == ["First Published: 3 May 2024"]
