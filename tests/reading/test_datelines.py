"""Where, when and by which agency, however the wires and the services for press releases write it."""

from __future__ import annotations

import pytest

from factcheck.model import Article, BlockRole
from factcheck.reading import read_text

STORY = "The ferry was laid up on Friday, the harbour master said."
MORE = "It will be back by Easter, he told the town council."


def words_of(article: Article, role: BlockRole) -> list[str]:
    return [article.words(block) for block in article.blocks_of(role)]


OPENINGS = [
    ("FORT SELBY, Pa. (AP) _ ", "Fort Selby, Pa.", "AP", None),
    ("Marlhaven, Jan 2 (EFE).- ", "Marlhaven", "EFE", None),
    ("MADRID.- ", "Madrid", None, None),
    ("LOS ANGELES, March 10 AAP – ", "Los Angeles", "AAP", None),
    ("TOKYO, March 10, Kyodo - ", "Tokyo", "Kyodo", None),
    ("LONDON--(BUSINESS WIRE)--", "London", "Business Wire", None),
    ("NEW YORK & LONDON--(BUSINESS WIRE)--", "New York & London", "Business Wire", None),
    ("RENO, Nev., March 3, 2026 (GLOBE NEWSWIRE) -- ", "Reno, Nev.", "GlobeNewswire", "2026-03-03"),
    ("MARLHAVEN, ON, March 3, 2026 /CNW/ - ", "Marlhaven, ON", "CNW", "2026-03-03"),
    ("Toronto, Ontario--(Newsfile Corp. - March 3, 2026) - ", "Toronto, Ontario", "Newsfile", "2026-03-03"),
    ("AUSTIN, Texas, March 3, 2026 /PRNewswire-AsiaNet/ -- ", "Austin, Texas", "PRNewswire", "2026-03-03"),
    ("MARLHAVEN — March 29, 2021 — ", "Marlhaven", None, "2021-03-29"),
    ("MARLHAVEN, Ireland, 3 March 2026 - ", "Marlhaven, Ireland", None, "2026-03-03"),
    ("(MARLHAVEN, March 3, 2026) – ", "Marlhaven", None, "2026-03-03"),
    ("March 3, 2026 – ", None, None, "2026-03-03"),
    ("March 3 - ", None, None, None),
    ("March 3 (UPI) -- ", None, "UPI", None),
    ("Paris, March 3, 2026 (AFP) - ", "Paris", "AFP", "2026-03-03"),
    ("PARIS, Tuesday, March 3, 2026 (AFP) - ", "Paris", "AFP", "2026-03-03"),
    ("LA SALLE, Wis. — ", "La Salle, Wis.", None, None),
    ("EL CENTRO, Calif. (AP) — ", "El Centro, Calif.", "AP", None),
    ("ST. PAUL, Minn. — ", "St. Paul, Minn.", None, None),
    ("St. Louis (AP) — ", "St. Louis", "AP", None),
    ("WASHINGTON, D.C. — ", "Washington, D.C.", None, None),
    ("MCALLEN, Texas (AP) — ", "McAllen, Texas", "AP", None),
    ("COEUR D'ALENE, Idaho (AP) — ", "Coeur d'Alene, Idaho", "AP", None),
    ("O'FALLON, Mo. (AP) — ", "O'Fallon, Mo.", "AP", None),
    ("UNITED NATIONS (AP) — ", "United Nations", "AP", None),
    ("GENEVA/PARIS, March 3 (Reuters) - ", "Geneva/Paris", "Reuters", None),
    ("LONDON and PARIS (Reuters) - ", "London and Paris", "Reuters", None),
    ("ABOARD THE USS SELBY (AP) — ", "Aboard the USS Selby", "AP", None),
    ("IN FLIGHT OVER THE PACIFIC, March 3 (Reuters) - ", "In Flight over the Pacific", "Reuters", None),
    ("MOSCOW, March 3. /TASS/. ", "Moscow", "TASS", None),
    ("MOSCOW. March 3 (Interfax) - ", "Moscow", "Interfax", None),
    ("BEIJING, March 3 (Xinhua) -- ", "Beijing", "Xinhua", None),
    ("New Delhi [India], March 3 (ANI): ", "New Delhi", "ANI", None),
    ("New Delhi, Mar 3 (PTI) ", "New Delhi", "PTI", None),
    ("(ANSA) - ROME, MAR 3 - ", "Rome", "ANSA", None),
    ("Berlin (dpa/lno) - ", "Berlin", "dpa", None),
    ("Marlhaven (xyn) - ", "Marlhaven", "xyn", None),
    ("NEW DELHI, PTI - ", "New Delhi", "PTI", None),
    ("Washington AP — ", "Washington", "AP", None),
    ("ABOARD THE FERRY AURORA — ", "Aboard the Ferry Aurora", None, None),
    ("MARLHAVEN, TX / ACCESSWIRE / March 3, 2026 / ", "Marlhaven, TX", "ACCESSWIRE", "2026-03-03"),
    ("OTTAWA, ON / CNW Telbec / March 3, 2026 / ", "Ottawa, ON", "CNW", "2026-03-03"),
    ("[Marlhaven, March 3, 2026] – ", "Marlhaven", None, "2026-03-03"),
    ("03 March 2026, Marlhaven – ", "Marlhaven", None, "2026-03-03"),
    ("3 March 2026 | Geneva – ", "Geneva", None, "2026-03-03"),
    ("BRUSSELS, 3 March 2026. ", "Brussels", None, "2026-03-03"),
    ("MARLHAVEN, Selbia (Coastal Press) — ", "Marlhaven, Selbia", "Coastal Press", None),
    ("MARLHAVEN, March 3 (Coastal News Desk) -- ", "Marlhaven", "Coastal News Desk", None),
    ("March 3 (CoastDesk) - ", None, "CoastDesk", None),
    ("reuters - ", None, "Reuters", None),
    ("afp -- ", None, "AFP", None),
    ("[AP] - ", None, "AP", None),
    ("(CBS.MW) -- ", None, "MarketWatch", None),
    ("BOSTON (CBS MarketWatch) -- ", "Boston", "MarketWatch", None),
]


@pytest.mark.parametrize(("opening", "place", "agency", "day"), OPENINGS, ids=[opening[0].strip() for opening in OPENINGS])
def test_a_dateline_before_the_story_is_told_from_it(opening: str, place: str | None, agency: str | None, day: str | None) -> None:
    article = read_text(f"Ferry laid up\n\n{opening}{STORY}\n\n{MORE}\n")
    assert words_of(article, BlockRole.DATELINE) == [opening.strip()]
    assert words_of(article, BlockRole.BODY) == [STORY, MORE]
    assert (article.place, article.agency) == (place, agency)
    assert (article.published and str(article.published)) == day


@pytest.mark.parametrize(
    "paragraph",
    [
        "Selby Works (SLBY) - the owner of the ferry - said so on Monday in the town hall.",
        "Rowe (pen) - who else - was on the mark again when the match began on Monday.",
        "He had one wish _ to be left alone _ and said so on Monday in the town hall.",
        "IN DEPTH — The ferry has been late for nine years, and nobody knows why it is.",
        "Selby Works (Nasdaq: SLBY) – the owner of the ferry – said so on Monday.",
        "On March 3, 2026 - a Tuesday - the ferry was late, the harbour master said.",
        "Press Release – March 3, 2026 – which nobody had asked for, the council said.",
        "The Aurora, 3 March 2026. She was late, and nobody was told of it by the board.",
        "Rowe / Holm was the pair that won the cup on Monday, the organisers said.",
        "The ferry, March 3, 2026, was late. It was not the first time, the council said.",
        "app - the word that nobody in the hall had heard before Monday - was on the bill.",
        "[Update] - The ferry was late again on Monday, the harbour master said.",
    ],
)
def test_what_only_looks_like_a_dateline_stays_in_its_paragraph(paragraph: str) -> None:
    article = read_text(f"Ferry laid up\n\n{paragraph}\n\n{MORE}\n")
    assert words_of(article, BlockRole.BODY) == [paragraph, MORE]
    assert article.place is None


LINES = [
    ("AUSTIN, Texas, Feb. 3, 2026 /PRNewswire-AsiaNet/ --", "Austin, Texas", "PRNewswire", "2026-02-03"),
    ("MARLHAVEN, Texas, Feb. 3, 2026 /PRNewswire/ --", "Marlhaven, Texas", "PRNewswire", "2026-02-03"),
    ("MARLHAVEN, Texas, Feb. 3, 2026 --", "Marlhaven, Texas", None, "2026-02-03"),
    ("Marlhaven, 3 February 2026", "Marlhaven", None, "2026-02-03"),
    ("LONDON (Reuters) -", "London", "Reuters", None),
    ("*Published 3 February 2026*", None, None, "2026-02-03"),
    ("February 3, 2026 -- Updated 0203 GMT (1003 HKT)", None, None, "2026-02-03"),
    ("_Updated: 3 February 2026_", None, None, "2026-02-03"),
    ("FEBRUARY 3, 2026 PRESS RELEASE", None, None, "2026-02-03"),
    ("Text by FRANCE 24 (with wires)", None, "France 24", None),
    ("By FRANCE 24 with AFP", None, "France 24", None),
    ("Story by Reuters with agencies", None, "Reuters", None),
]


@pytest.mark.parametrize(("line", "place", "agency", "day"), LINES, ids=[line[0] for line in LINES])
def test_a_dateline_on_a_line_of_its_own(line: str, place: str | None, agency: str | None, day: str | None) -> None:
    article = read_text(f"Ferry laid up for repairs\n\n{line}\n\n{STORY}\n\n{MORE}\n")
    assert words_of(article, BlockRole.DATELINE) == [line]
    assert words_of(article, BlockRole.BODY) == [STORY, MORE]
    assert (article.place, article.agency) == (place, agency)
    assert (article.published and str(article.published)) == day


@pytest.mark.parametrize(
    ("line", "byline", "place", "day"),
    [
        ("By a staff reporter | Marlhaven | 12 September 2023", "a staff reporter", "Marlhaven", "2023-09-12"),
        ("By Ada Holm | Hanoi | 12 September 2023", "Ada Holm", "Hanoi", "2023-09-12"),
        ("By Ada Holm | Political Editor | 12 September 2023", "Ada Holm", None, "2023-09-12"),
        ("By Ada Holm | The Selby Post | 12 September 2023", "Ada Holm", None, "2023-09-12"),
        ("By Ada Holm – 12 September 2023", "Ada Holm", None, "2023-09-12"),
        ("March 3, 2026 | By Ada Holm", "Ada Holm", None, "2026-03-03"),
        ("Published on March 3, 2026 by Ada Holm", "Ada Holm", None, "2026-03-03"),
        ("By Ada Holm in Hanoi | The Selby Post | Updated: 2026-03-03", "Ada Holm", "Hanoi", "2026-03-03"),
        ("By Ada Holm\n\n*Published 12 September 2023*", "Ada Holm", None, "2023-09-12"),
        ("By ADA HOLM / Associated Press Writer", "ADA HOLM", None, None),
    ],
)
def test_what_stands_beside_a_byline(line: str, byline: str, place: str | None, day: str | None) -> None:
    article = read_text(f"Ferry laid up for repairs\n\n{line}\n\n{STORY}\n\n{MORE}\n")
    assert (article.byline, article.place) == (byline, place)
    assert (article.published and str(article.published)) == day
    assert words_of(article, BlockRole.BODY) == [STORY, MORE]


class TestPlacesThatAreNone:
    def test_an_answer_in_a_form_is_no_place(self) -> None:
        form = "Sex:\n\nFemale\n\nMale\n\nDate of Incident: 01/09/2025"
        article = read_text(f"Report on an accident\n\n{form}\n\n{STORY}\n\n{MORE}\n")
        assert article.place is None
        assert article.published is None
        assert words_of(article, BlockRole.BODY) == ["Sex:", "Female", "Male", "Date of Incident: 01/09/2025", STORY, MORE]

    def test_an_answer_right_above_the_story_is_none_either(self) -> None:
        assert read_text(f"Report on an accident\n\nSex:\n\nMale\n\n{STORY}\n\n{MORE}\n").place is None

    def test_a_place_by_itself_below_the_headline_is_one(self) -> None:
        assert read_text(f"Ferry laid up for repairs\n\nHANOI\n\n{STORY}\n\n{MORE}\n").place == "Hanoi"

    @pytest.mark.parametrize("line", ["ZCZC AAP", "AAP RTV"])
    def test_signs_of_a_wire_are_no_place(self, line: str) -> None:
        assert read_text(f"{line}\n\nFerry laid up for repairs\n\n{STORY}\n\n{MORE}\n").place is None


class TestDaysThatAreNotThePublications:
    @pytest.mark.parametrize(
        "below",
        [
            "© 2022 The Marlhaven Post",
            "Posted by Ada Holm on 3 May 2021",
            "Related\n\nThe old pier burns again\n\nPublished 3 May 2021",
            "Last reviewed: 3 May 2021",
            "Comments\n\nAda Holm\n\nPosted on 3 May 2021\n\nWell said.",
            "2 Comments\n\nPublished 3 May 2021 by Ben\n\nWell said.",
        ],
    )
    def test_a_day_below_the_story_that_is_something_else(self, below: str) -> None:
        assert read_text(f"Ferry laid up for repairs\n\n{STORY}\n\n{MORE}\n\n{below}\n").published is None

    def test_a_day_in_a_table(self) -> None:
        rows = "Berth   Paid   Published 3 May 2021\n12   $120   3 May 2021\n13   $340   4 May 2021\n14   $90   5 May 2021"
        assert read_text(f"Ferry laid up for repairs\n\n{rows}\n\n{STORY}\n\n{MORE}\n").published is None


@pytest.mark.parametrize(
    ("place", "offset"), [("SYDNEY", "+10:00"), ("BRISBANE, Australia", "+10:00"), ("NEW YORK", "-05:00"), ("MARLHAVEN, Md.", "-05:00")]
)
def test_eastern_time_is_that_of_the_place(place: str, offset: str) -> None:
    article = read_text(f"Ferry laid up\n\nPublished 3 June 2026 10:15 EST\n\n{place} (AP) — {STORY}\n\n{MORE}\n")
    assert str(article.published)[-6:] == offset


@pytest.mark.parametrize(
    "line",
    [
        "Hearing of March 3, 2026",
        "Minutes, March 3, 2026",
        "Draft March 3, 2026",
        "Court of Appeal, 3 March 2026",
        "Special Session of, 1 May 2026",
    ],
)
def test_what_a_document_is_called_is_no_place(line: str) -> None:
    assert read_text(f"Ferry laid up for repairs\n\n{line}\n\n{STORY}\n\n{MORE}\n").place is None


def test_when_it_first_appeared_counts_more_than_when_it_was_changed() -> None:
    lines = "First published on Tue 3 Mar 2026 10.15 GMT\n\nLast modified on Wed 4 Mar 2026 09.00 GMT"
    published = read_text(f"Ferry laid up for repairs\n\nBy Ida Marsh\n\n{lines}\n\n{STORY}\n\n{MORE}\n").published
    assert str(published) == "2026-03-03 10:15:00+00:00"
