"""Copy as it reaches desks: in capitals, from terminals, under slugs, signed in columns."""

from __future__ import annotations

import pytest

from factcheck.model import Article, BlockRole
from factcheck.reading import read_text

STORY = "The harbour board said on Monday that the new crane would be tested in March, a month later than was planned."
MORE = "Two of the four old cranes were sold to a yard in Milton, and the others will be broken up before the winter."


def blocks(article: Article, role: BlockRole) -> list[str]:
    return [article.words(block) for block in article.blocks if block.role is role]


@pytest.mark.parametrize(
    ("dateline", "place", "agency"),
    [
        ("NAIROBI, KENYA, 14 APRIL 2026 - ", "Nairobi, Kenya", None),
        ("NAIROBI (AP) - ", "Nairobi", "AP"),
        ("NAIROBI, APRIL 14, 2026: ", "Nairobi", None),
    ],
)
def test_copy_that_is_typed_in_capitals_has_head_and_sentences(dateline: str, place: str, agency: str | None) -> None:
    article = read_text(f"FERRY CUT OFF BY FLOOD\n\n{dateline}{STORY.upper()}\n\nNO ONE WAS HURT.\n")
    assert (article.headline, article.place, article.agency) == ("FERRY CUT OFF BY FLOOD", place, agency)
    assert blocks(article, BlockRole.BODY) == [STORY.upper(), "NO ONE WAS HURT."]


def test_a_terminals_copy_is_cut_only_where_a_line_is_indented() -> None:
    article = read_text(
        "Cranes Cheaper as Milton Yard Restarts\n2026-08-11 10:42:18.220 GMT\n\n\nBy Jane Rowe and John Holm\n"
        "     (Bloomberg) -- Cranes fell in price for a third day after Milton\n"
        "Yard restarted its works in the north, where the road had been\n"
        "shut in July.\n     The smallest sold for $9,410 at the auction in Westport of\nMonday morning.\n\n"
        "--With assistance from Ada Wick.\n\nTo contact the reporters on this story:\nJane Rowe in Lima at jr@example.net\n"
    )
    assert [" ".join(words.split()) for words in blocks(article, BlockRole.BODY)] == [
        "Cranes fell in price for a third day after Milton Yard restarted its works in the north, where the road had been shut in July.",
        "The smallest sold for $9,410 at the auction in Westport of Monday morning.",
    ]
    assert (article.byline, article.agency, str(article.published)) == (
        "Jane Rowe and John Holm", "Bloomberg", "2026-08-11 10:42:18+00:00",
    )  # fmt: skip


def test_slugs_and_words_to_editors_are_no_headline() -> None:
    article = read_text(
        "EX-US--Harbour Cranes-Late, 2nd Ld-Writethru, 410\nCranes at Westport come a month late\nEXA Photo OHJM103, OHJM101\n"
        f"Eds: UPDATES: With quotes, details of contract.\nBy JANE ROWE\n\nWESTPORT, Ohio (AP) — {STORY}\n\n{MORE}\n"
    )
    assert article.headline == "Cranes at Westport come a month late"
    assert article.byline == "JANE ROWE"
    assert blocks(article, BlockRole.BODY) == [STORY, MORE]


@pytest.mark.parametrize(
    ("line", "byline", "place"),
    [
        ("Tallinn | Maarja Saar | 7 January 2026", "Maarja Saar", "Tallinn"),
        ("Nairobi • Mary Wambui • 7 January 2026", "Mary Wambui", "Nairobi"),
        ("Sana Mirza, Islamabad", "Sana Mirza", "Islamabad"),
        ("Awa Ndiaye - 11.02.2026", "Awa Ndiaye", None),
        ("Bethan Pryce Wales correspondent", "Bethan Pryce", None),
        ("Words: Petra Lang | Pictures: Omar Said | 2 June 2026", "Petra Lang", None),
        ("Interview by Tom Berg, 2 October 2026", "Tom Berg", None),
    ],
)
def test_who_signs_in_a_line_of_names_and_places(line: str, byline: str, place: str | None) -> None:
    article = read_text(f"Ferry laid up for repairs\n\n{line}\n\n{STORY}\n\n{MORE}\n")
    assert (article.byline, article.place, article.agency) == (byline, place, None)


def test_a_town_of_two_words_is_no_writer() -> None:
    assert read_text(f"Ferry laid up\n\nPort Louis - 11 February 2026\n\n{STORY}\n\n{MORE}\n").place == "Port Louis"


def test_a_rate_at_the_end_of_a_line_is_no_end_of_a_sentence() -> None:
    article = read_text(
        f"Cranes at noon\n\nTokyo - Crane Index 225: UP 0.4 percent at 41,220.15\n\nWESTPORT, March 10, 2026 (AFP) - {STORY}\n\n{MORE}\n"
    )
    assert (article.place, article.agency) == ("Westport", "AFP")


def test_figures_alone_head_nothing() -> None:
    article = read_text(f"Ferry laid up for repairs\n\n{STORY}\n\n£9,200\n\n{MORE}\n")
    assert blocks(article, BlockRole.HEADLINE) == ["Ferry laid up for repairs"]


def test_short_speech_that_begins_as_an_offer_does_is_told() -> None:
    article = read_text(f"Ferry laid up for repairs\n\n{STORY}\n\nFollow us, the pilot said, and we did.\n\n{MORE}\n")
    assert blocks(article, BlockRole.BODY) == [STORY, "Follow us, the pilot said, and we did.", MORE]


@pytest.mark.parametrize(
    ("end", "moment"),
    [
        ("(END) Dow Jones Newswires\n\nMarch 3, 2026 09:05 ET (14:05 GMT)", "2026-03-03 09:05:00-05:00"),
        ("-0- Mar/03/2026 14:05 GMT", "2026-03-03 14:05:00+00:00"),
    ],
)
def test_the_stamp_below_a_story_of_business_news_says_when_it_was_sent(end: str, moment: str) -> None:
    article = read_text(f"Cranes Cheaper as Milton Yard Restarts\n\nBy Jane Rowe\n\n{STORY}\n\n{MORE}\n\n{end}\n")
    assert str(article.published) == moment
    assert blocks(article, BlockRole.BODY) == [STORY, MORE]


def test_a_day_below_a_story_that_no_sign_of_a_wire_stands_above_is_no_days_of_publication() -> None:
    assert read_text(f"Cranes come late\n\n{STORY}\n\n{MORE}\n\nMost read\n\nMarch 3, 2026 09:05 ET\n").published is None


def test_the_form_above_a_broadcast_script_says_by_whom_and_when_it_is() -> None:
    article = read_text(
        f"PKG: CRANES\nREPORTER: JANE ROWE\nTRT: 1:42\nAIR: 03/03/2026\n\n[TAKE PKG]\n{STORY.upper()}\nREPORTER: {MORE.upper()}\n"
    )
    assert (article.byline, str(article.published)) == ("JANE ROWE", "2026-03-03")
    assert blocks(article, BlockRole.BODY) == [STORY.upper(), f"REPORTER: {MORE.upper()}"]


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ada Wick Education reporter, Westport", "Ada Wick"),
        ("**By Ada Wick** 3 March 2026", "Ada Wick"),
        ("By ADA WICK 10/ 5/11 09:19 PM ET", "ADA WICK"),
        ("By: CNN Wire", None),
        ("By: Ada Wick August 18, 2010 3:21 PM PDT", "Ada Wick"),
        ("By Ada Wick Tuesday, Aug. 17, 2010", "Ada Wick"),
        ("By Ada Wick posted Aug 18th 2010 7:30PM", "Ada Wick"),
        ("By Staff Reporter\n\nBy Ada Wick", "Ada Wick"),
        ("Ada Wick in Westport", "Ada Wick"),
        ("Finn Oldbury", "Finn Oldbury"),
    ],
)
def test_bylines_with_offices_days_and_places_behind_them(line: str, byline: str | None) -> None:
    assert read_text(f"Cranes at Westport come a month late\n\n{line}\n\n{STORY}\n\n{MORE}\n").byline == byline


@pytest.mark.parametrize(
    ("dateline", "place", "agency"),
    [
        ("WESTPORT (QXN) - ", "Westport", "QXN"),
        ("Westport, 3 March 2026. ", "Westport", None),
        ("WATCH (LIVE) - ", None, None),
        ("Later, 3 March 2026. ", None, None),
    ],
)
def test_datelines_of_towns_and_agencies_that_no_list_has(dateline: str, place: str | None, agency: str | None) -> None:
    article = read_text(f"Cranes come a month late\n\n{dateline}{STORY}\n\n{MORE}\n")
    assert (article.place, article.agency) == (place, agency)


def test_a_numbered_release_is_headed_by_its_headline() -> None:
    release = f"MINISTRY OF HARBOURS\nPress Office\n\nPRESS RELEASE No. 114/2026\n\nNew cranes for the west coast\n\n{STORY}\n\n{MORE}\n"
    assert read_text(release).headline == "New cranes for the west coast"


def test_a_place_between_a_name_and_a_day_is_one() -> None:
    article = read_text(f"Cranes come a month late\n\nAda Wick, Westport, 3 March 2026\n\n{STORY}\n\n{MORE}\n")
    assert (article.byline, article.place, str(article.published)) == ("Ada Wick", "Westport", "2026-03-03")
