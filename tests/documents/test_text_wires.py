"""What the text wires put around a story is furniture, and says its headline, its writer, where and when it was sent, and by whom."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from factcheck import read
from factcheck.documents import Form, Reason, UnreadableError, kind_of, open_document
from factcheck.model import Article, BlockRole, FactcheckError
from tests.documents.builders import IPTC_7901, MARKED, TABULAR, TELEX


def words(article: Article, role: BlockRole) -> list[str]:
    return [article.words(block) for block in article.blocks_of(role)]


def stripped(message: bytes) -> bytes:
    """The message as archives keep it, without its control characters."""
    return bytes(byte for byte in message if byte >= 32 or byte in b"\t\r\n")


@pytest.mark.parametrize("message", [IPTC_7901, stripped(IPTC_7901)], ids=["as it was sent", "without control characters"])
def test_a_message_in_iptc_7901_is_the_story_between_its_lines_for_machines(message: bytes) -> None:
    assert kind_of(message) == "iptc7901"
    article = read(message)
    assert (article.headline, article.byline, article.place) == ("Ferry refit runs late in Port Ellen", "Ida Marsh", "Port Ellen")
    assert article.agency == "hna"
    assert article.published == datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
    assert words(article, BlockRole.BODY) == [
        "Port Ellen (hna) - The council said on Monday that the refit of the ferry would cost £1.2m, half as much again as it had planned.",
        "It runs late, the harbour master said.",
    ]
    assert words(article, BlockRole.FURNITURE) == [
        "hna0105 4 s 120 hna 099", "Britain/ferries/Port Ellen/", "1ST LEAD", "## Note to editors", "- adds harbour master",
        "The following information is not for publication", "- Editing by: Tom Breck", "hna im/tb", "050930 GMT Mar 24",
    ]  # fmt: skip
    assert {left.why for left in article.left_out or ()} == {Reason.ENVELOPE.value}


def test_a_headline_of_iptc_7901_that_is_wrapped_is_one_and_a_line_below_it_is_none() -> None:
    wrapped = IPTC_7901.replace(
        b"Ferry refit runs late in Port Ellen", b"Ferry refit runs late and costs more than the council\r\nhad planned"
    )
    assert read(wrapped).headline == "Ferry refit runs late and costs more than the council had planned"
    two = IPTC_7901.replace(b"Ferry refit runs late in Port Ellen", b"Ferry refit runs late\r\nThird delay in a year")
    article = read(two)
    assert article.headline == "Ferry refit runs late"
    assert "Third delay in a year" in article.text


@pytest.mark.parametrize(
    ("time", "when"),
    [
        (b"312330 Dec 23", date(2023, 12, 31)), (b"050930 Z Mar 24", datetime(2024, 3, 5, 9, 30, tzinfo=UTC)),
        (b"992599 GMT Mar 24", None), (b"no time", None),
    ],
)  # fmt: skip
def test_the_time_below_a_message_in_iptc_7901_is_when_it_was_sent_if_there_is_such_a_time(
    time: bytes, when: datetime | date | None
) -> None:
    article = read(IPTC_7901.replace(b"050930 GMT Mar 24", time))
    assert (article.published if isinstance(when, datetime) else article.published_day) == when


@pytest.mark.parametrize("message", [MARKED, stripped(MARKED)], ids=["as it was sent", "without control characters"])
def test_a_message_in_anpa_1312_is_the_story_between_its_lines_for_machines(message: bytes) -> None:
    assert kind_of(message) == "anpa1312"
    article = read(message)
    assert (article.headline, article.byline, article.place) == (
        "Ferry refit runs late for third time",
        "IDA MARSH",
        "Port Ellen, Scotland",
    )
    assert (article.agency, article.published) == ("HNA", datetime(2024, 3, 5, 9, 30, tzinfo=UTC))
    assert words(article, BlockRole.BYLINE) == ["By IDA MARSH", "Harbour News Writer"]
    assert words(article, BlockRole.BODY)[-2:] == ["“We had to,” the harbour master said. “It wasn't easy.”", "Nobody was hurt."]
    furniture = words(article, BlockRole.FURNITURE)
    assert furniture[0].replace(" ", "") == "a0412aabb-"
    assert furniture[1:5] == [
        "r i bc-hn--ferry-refit 2ndld-writethru 03-05 0412", "BC-HN--Ferry Refit, 2nd Ld-Writethru,416", "HNA Photo PE101, PE102",
        "Eds: Updates with harbour master.",
    ]  # fmt: skip


def test_what_an_anpa_message_tells_first_in_short_is_not_told_twice() -> None:
    (short,) = (piece for piece in open_document(MARKED, "anpa1312").pieces if piece.why is Reason.REPEATED)
    assert short.words == "The council's refit of the ferry runs late."
    other = open_document(MARKED.replace(b"^The council's refit of", b"^The long refit of"), "anpa1312").pieces
    assert [piece.form for piece in other if piece.words.startswith("The long refit")] == [Form.PARAGRAPH]


def test_lines_of_an_agate_message_are_rows() -> None:
    article = read(TABULAR)
    assert (article.headline, article.byline) == ("Ferries At A Glance", None)
    assert words(article, BlockRole.TABLE) == ["Ferry\tTrips\tLate", "Lady Anne\t41\t12", "Oban Star\t38\t9"]
    assert article.published == datetime(2024, 3, 5, 0, 56, tzinfo=timezone(timedelta(hours=-5)))


def test_rows_whose_columns_signs_part_are_rows_and_what_heads_them_is_no_byline() -> None:
    head = "z9631-----\nr z HN-SHI--Shinty     05-17 0820\n^HN-SHI--Shinty Glance<\n^Shinty Standings At Large=\n^By Harbour News=\n"
    rows = "^NORTH LEAGUE=\n^East Division=\n^;W;L;Pct\nOban;23;13;.639\nAyr;24;14;.632\n\t   ___=\n^Sunday's Games=\n\t   Oban 7, Ayr 5\n"
    article = read(f"{head}{rows}\n\t   HNA-WF-05-17-24 0620GMT<\n".encode())
    assert {"\tW\tL\tPct".strip(), "Oban\t23\t13\t.639", "Ayr\t24\t14\t.632"} <= set(words(article, BlockRole.TABLE))
    assert "NORTH LEAGUE" not in words(article, BlockRole.BYLINE)


def test_flush_left_lines_of_a_list_of_headlines_stand_each_by_itself() -> None:
    lines = ["^Ferry late again\n", "^Council: refit's cost doubles\n", "^Pier to close for winter, harbour master says\n"]
    head = "V4644-----\nr e HN-Top-Isles-Heads     03-04 0121\n^*9006< ^HN-Top-Isles-Heads,0176<\n^HN Top Isles News at 8 p.m.<\n"
    message = head + "".join(lines)
    article = read(f"{message}\n\t   HNA-WF-03-05-24 0423GMT<\n".encode())
    assert article.headline == "HN Top Isles News at 8 p.m."
    assert words(article, BlockRole.BODY) == [line.strip("^\n") for line in lines]


def test_a_telex_message_is_the_story_between_zczc_and_nnnn() -> None:
    assert kind_of(TELEX) == "telex"
    article = read(TELEX)
    assert (article.headline, article.place, article.agency) == ("Ferry refit runs late in Port Ellen", "Port Ellen", "HNA")
    assert words(article, BlockRole.BODY) == [
        "The council of Port Ellen said on Monday that the refit would cost £1.2m.",
        "It runs late, the harbour master said.",
    ]
    assert words(article, BlockRole.FURNITURE) == [
        "ZCZC HNA",
        "%A",
        "#Ferry_BC1",
        ":(PORT ELLEN)",
        r"&HNAIS\Marshi",
        "*07000000",
        "HNA RTV",
        "NNNN",
    ]


def test_lines_of_codes_above_a_telex_message_without_fields_are_furniture() -> None:
    message = (
        b"ZCZC\nPRI GEN NAT\n.PORTELLEN PE12\nFERRY-REFIT\nFerry refit runs late in Port Ellen\n"
        b"   Port Ellen, Mar 5 (HNA) The council met on Monday.\nNNNN\n"
    )
    article = read(message)
    assert (article.headline, article.place, article.agency) == ("Ferry refit runs late in Port Ellen", "Port Ellen", "HNA")
    assert words(article, BlockRole.FURNITURE) == ["ZCZC", "PRI GEN NAT", ".PORTELLEN PE12", "FERRY-REFIT", "NNNN"]


def test_the_agency_is_called_as_its_dateline_calls_it() -> None:
    assert read(IPTC_7901.replace(b"(hna)", b"(HNA)")).agency == "HNA"


def test_a_line_for_machines_within_a_telex_message_is_furniture() -> None:
    article = read(
        b"ZCZC HNA0123\nu i bc-ferry-refit 03-05 0200\nFerry refit runs late\n"
        b"PORT ELLEN, March 5 (HNA) - The council said on Monday that the refit would cost more.\nHNA im/tb\nNNNN\n"
    )
    assert article.headline == "Ferry refit runs late"
    assert words(article, BlockRole.FURNITURE) == ["ZCZC HNA0123", "u i bc-ferry-refit 03-05 0200", "HNA im/tb", "NNNN"]


def test_of_many_messages_in_a_file_the_first_is_the_article_and_the_others_are_named() -> None:
    for message, kind in ((IPTC_7901, "iptc7901"), (MARKED, "anpa1312"), (TELEX, "telex")):
        one, two = open_document(message, kind), open_document(message + message, kind)
        assert one.pieces == two.pieces
        (other,) = two.left
        assert other.why is Reason.ANOTHER
        assert "runs late" in other.words


@pytest.mark.parametrize(
    "message",
    [b"\x01hna0105 4 s 0  hna 099\r\n\x02\x03050930 GMT Mar 24\r\n\x04", b"ZCZC HNA\nNNNN\n", b"r i bc-hn--ferry 03-05 0412\r\n\x02\x03"],
)
def test_an_envelope_without_a_story_is_said_to_have_no_words(message: bytes) -> None:
    with pytest.raises(FactcheckError, match="it has no text besides the details of its transmission"):
        read(message)


@pytest.mark.parametrize(
    "text",
    [
        b"Zczcaya town is shut.\n", b"Plan 4 is 120 pages long.\n", b"B 52 4 s 12\n",
        b"r i p\n\nThe ferry Lady Anne was broken up on Monday.\n",
        b"a b bc-\n\nThe council met on 03-05 at noon.\n",
    ],
)  # fmt: skip
def test_text_that_only_looks_a_little_like_a_message_is_text(text: bytes) -> None:
    assert kind_of(text) is None


def test_a_message_that_is_not_in_utf_8_is_in_windows_1252() -> None:
    assert read(TELEX.decode().encode("cp1252")).text == read(TELEX).text


def test_a_message_of_nothing_is_refused() -> None:
    for kind in ("iptc7901", "anpa1312", "telex"):
        with pytest.raises(UnreadableError, match="it has no words in it"):
            open_document(b"", kind)


def test_signs_that_shift_between_letters_and_figures_part_no_words() -> None:
    shifted = TELEX.replace(b"on Monday that", b"on \x0eM\x0fonday\x0e,\x0f that").replace("£1.2m".encode(), b"\x0f12\x0e \x0fmillion\x0e")
    article = read(shifted)
    body = [article.words(block) for block in article.blocks_of(BlockRole.BODY)]
    assert body[0] == "The council of Port Ellen said on Monday, that the refit would cost 12 million."
    assert not list(article.blocks_of(BlockRole.TABLE))


def test_a_message_of_italy_says_when_it_was_sent_below_its_desk() -> None:
    message = (
        b"\x16\x01EXA4471 3 ECO 90 \r\n\r\n\x02Harbour signs crane deal\r\n\r\n   (EXA) - WESTPORT, JAN 20 - The harbour board on Tuesday "
        b"signed a\r\ndeal for four cranes.\r\n\r\n     Y12-KVR\r\n20-JAN-26 14:05 NNNN\r\n\x03\x04"
    )
    document = open_document(message, "iptc7901")
    assert str(document.published) == "2026-01-20 14:05:00"
    assert [piece.words for piece in document.pieces if piece.form is Form.PARAGRAPH] == [
        "(EXA) - WESTPORT, JAN 20 - The harbour board on Tuesday signed a deal for four cranes."
    ]


def test_what_stands_before_the_mark_of_a_telex_is_its_envelope() -> None:
    told = "THE ICEBREAKER FREED THREE SHIPS ON FRIDAY, THE LINE SAID."
    message = f"QQQQ ZCZC 441 EXA 33\r\n+++ HARBOUR: ICEBREAKER FREES 3 SHIPS +++\r\n\r\n{told}\r\n2-12/ROM\r\nNNNN\r\n".encode()
    assert kind_of(message) == "telex"
    document = open_document(message, "telex")
    assert document.title == "HARBOUR: ICEBREAKER FREES 3 SHIPS"
    assert [piece.words for piece in document.pieces if piece.form is Form.PARAGRAPH] == [told]


def test_a_message_of_american_papers_may_part_its_header_by_control_characters() -> None:
    message = (
        b"\x16\x01a0612\x1f----\r\nr n\x1fBC-TX--Pier Closure, 1st Ld\x1f09-22 0310\r\n^BC-TX--Pier Closure, 1st Ld,0278<\r\n"
        b"^Westport shuts century-old pier after crack found<\r\n^By ADA ROWE=\r\n^Example Press=\r\n"
        b"\x02   WESTPORT, Texas (EXA) _ The harbour board on Tuesday closed a pier.<\r\n\x03EXA-WF-09-22-26 1842GMT\r\n\x04"
    )
    assert kind_of(message) == "anpa1312"
    document = open_document(message, "anpa1312")
    assert (document.title, document.where) == ("Westport shuts century-old pier after crack found", "WESTPORT, Texas")


def test_keywords_above_the_headline_of_iptc_7901_are_the_envelopes() -> None:
    message = IPTC_7901.replace(b"Ferry refit runs late in Port Ellen", b"Britain/Ferries/\r\nFerry refit runs late in Port Ellen")
    article = read(message)
    assert article.headline == "Ferry refit runs late in Port Ellen"
    assert "Britain/Ferries/" in words(article, BlockRole.FURNITURE)


def test_a_service_that_signs_behind_the_last_sentence_of_iptc_7901_is_cut_from_it() -> None:
    article = read(IPTC_7901.replace(b"the harbour master said.", b"the harbour master said.    Hna gh rt", 1))
    assert not any("gh rt" in said for said in words(article, BlockRole.BODY))


def test_anpa_without_its_signs_has_its_headline_byline_and_paragraphs() -> None:
    article = read(
        b"a1187\nr i BC-SOC--Rovers Keeper   11-02 0160\nBC-SOC--Rovers Keeper,150\nRovers sign keeper from Malmo on\nthree-year deal\n"
        b"By ALEX DUNN\nAP Sports Writer\n     PORT ELLEN, Scotland (AP) -- Rovers have signed a goalkeeper from Malmo\nfor three years.\n"
        b"     Nils Berg cost 1.1 million pounds.\nAP-WF-11-02-25 1618GMT\n"
    )
    assert (article.headline, article.byline) == ("Rovers sign keeper from Malmo on three-year deal", "ALEX DUNN")
    assert words(article, BlockRole.BODY) == [
        "Rovers have signed a goalkeeper from Malmo for three years.",
        "Nils Berg cost 1.1 million pounds.",
    ]


def test_a_telex_message_whose_lines_were_not_wrapped_has_a_paragraph_a_line() -> None:
    story = [
        "The council said on Monday that the refit of the ferry would cost half as much again as it had planned.",
        "It runs late, he said.",
    ]
    told = f"LAGOS, July 3 (NAN) {story[0]}\n{story[1]}\n(NAN)\nOJO/ADE\nNNNN\n"
    article = read(f"ZCZC\nHNA112\n4 i\nFERRY-REFIT\nFerry refit runs late\n{told}".encode())
    assert (article.headline, article.place, article.agency) == ("Ferry refit runs late", "Lagos", "NAN")
    assert words(article, BlockRole.BODY) == story


def test_the_priority_and_length_of_a_telex_message_are_no_headline() -> None:
    article = read(
        b"ZCZC\nKUNA018\n4 POL 0150 KUWAIT /KUNA-HX05\nENV-DATES\nKuwait plants 10,000 date palms\n"
        b"KUWAIT, March 8 (KUNA) -- Kuwait has planted 10,000 date palms along the Sixth Ring Road, the farm\n"
        b"authority said on Sunday. (end)\nmt.hb\nKUNA 081412 MAR 26NNNN\n"
    )
    assert (article.headline, article.place, article.agency) == ("Kuwait plants 10,000 date palms", "Kuwait", "KUNA")
    assert words(article, BlockRole.BODY) == [
        "Kuwait has planted 10,000 date palms along the Sixth Ring Road, the farm authority said on Sunday."
    ]
