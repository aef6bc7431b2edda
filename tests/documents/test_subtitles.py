"""Subtitles as broadcasters and platforms write them: who says what, and nothing else, with no word lost and none told twice."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import read
from factcheck.documents import Document, UnreadableError, kind_of, open_document
from factcheck.documents.pieces import Left, Reason
from factcheck.model import BlockRole

ASS = (
    "[Script Info]\nTitle: x\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    "Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,not yet checked\n"
    r"Dialogue: 0,0:00:01.00,0:00:03.00,Default,Ruth Okafor,0,0,0,,{\i1}We found rot,\Nand more of it.{\i0}"
    "\n"
    "Dialogue: 0,0:00:03.00,0:00:04.00,Default,Tom Breck,0,0,0,,Where?\n"
)
TTML = (
    '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="en">'
    "<head><metadata><ttm:title>Evening</ttm:title>"
    '<ttm:agent xml:id="r"><ttm:name>Ruth Okafor</ttm:name></ttm:agent></metadata></head>'
    '<body><div><p begin="00:01:05.200" end="00:01:07.000" ttm:agent="r">We found <span>rot</span><br/>in it.</p>'
    '<p begin="70s" end="72s">Where?</p></div></body></tt>'
)


def opened(text: str | bytes) -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    kind = kind_of(data)
    assert kind is not None
    return open_document(data, kind)


def words(text: str | bytes) -> list[str]:
    return [piece.words for piece in opened(text).pieces]


def srt(*cues: str, step: int = 2) -> str:
    return "\n".join(f"{n}\n00:00:{n * step:02},000 --> 00:00:{n * step + 2:02},000\n{cue}\n" for n, cue in enumerate(cues, 1))


def vtt(*cues: str, head: str = "WEBVTT") -> str:
    return f"{head}\n\n" + "\n".join(
        f"00:{n:02}.000 --> 00:{n + 1:02}.000 align:start position:0%\n{cue}\n" for n, cue in enumerate(cues, 1)
    )


class TestWhatIsNoHeading:
    def test_a_short_line_is_neither_headline_nor_byline_nor_furniture(self) -> None:
        article = read(
            srt(
                "They came with your signature.", "Peter?", "By Ida Marsh", "Read more", "The board lost $4.2 million last year.", step=9
            ).encode()
        )
        assert (article.headline, article.byline) == (None, None)
        assert {block.role for block in article.blocks} == {BlockRole.BODY}


class TestFiles:
    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "utf-8"])
    def test_whatever_it_is_written_in(self, encoding: str) -> None:
        assert words(srt("The café’s owner said no.", "“Never,” she said.").encode(encoding)) == [
            "The café’s owner said no. “Never,” she said."
        ]

    def test_cues_without_numbers_and_with_lines_ends_of_all_kinds(self) -> None:
        assert words("00:00:01,000 --> 00:00:02,000\r\nIt was 1945.\r\n\r\n00:00:02,500 --> 00:00:04,000\r\nThen came peace.") == [
            "It was 1945. Then came peace."
        ]

    def test_a_line_that_is_only_a_number_is_said(self) -> None:
        assert words(srt("How many?\n340", "340")) == ["How many? 340 340"]

    def test_a_blank_line_within_a_cue_loses_nothing(self) -> None:
        assert words("1\n00:00:01,000 --> 00:00:02,000\nFirst\n\nand second.\n\n2\n00:00:02,000 --> 00:00:03,000\nThird.") == [
            "First and second. Third."
        ]

    def test_a_number_right_below_the_words_of_the_cue_above(self) -> None:
        assert words("1\n00:00:01,000 --> 00:00:02,000\nFirst.\n2\n00:00:02,000 --> 00:00:03,000\nThird.") == ["First. Third."]

    def test_names_of_cues_notes_and_styles_are_not_said_but_listed(self) -> None:
        text = (
            "WEBVTT - Meeting of the board\nKind: captions\nLanguage: en-GB\n\nSTYLE\n::cue { color: red }\n\n"
            "NOTE\nchecked by Ida\nin March\n\nintro-1\n00:01.000 --> 00:02.000 line:0\nIt is so.\n\nNOTE again\n\n"
            "name of two\n00:02.000 --> 00:03.000\nOr not.\n\nNOTE at the end\n"
        )
        document = opened(text)
        assert [piece.words for piece in document.pieces] == ["It is so. Or not."]
        assert document.language == "en-GB"
        listed = {(word, left.why) for left in document.left for word in left.words.split()}
        assert {
            ("checked", Reason.HIDDEN),
            ("Meeting", Reason.HIDDEN),
            ("intro-1", Reason.HIDDEN),
            ("two", Reason.HIDDEN),
            ("end", Reason.HIDDEN),
        } <= listed

    def test_marks_are_no_words_and_signs_that_look_like_them_are(self) -> None:
        assert words(srt(r"{\an8}<i>a &lt;b&gt; and 3 < 4</i> <font color=\"red\">red</font><br>and &amp; so\hon")) == [
            "a <b> and 3 < 4 red and & so on"
        ]

    def test_substation_says_who_speaks(self) -> None:
        document = opened(ASS)
        assert [piece.words for piece in document.pieces] == ["Ruth Okafor: We found rot, and more of it.", "Tom Breck: Where?"]
        assert document.left == (Left("not yet checked", Reason.HIDDEN),)

    def test_timed_text_of_broadcasters(self) -> None:
        document = opened(TTML)
        assert [(piece.place, piece.words) for piece in document.pieces] == [("0:01:05", "Ruth Okafor: We found rot in it. Where?")]
        assert (document.language, document.left) == ("en", (Left("Evening", Reason.HIDDEN),))

    @pytest.mark.parametrize("text", [srt("[MUSIC]", "♪ la la ♪"), srt("", "")])
    def test_a_file_in_which_nothing_is_said_says_so(self, text: str) -> None:
        with pytest.raises(UnreadableError, match="no words in them"):
            opened(text)


class TestSpeakers:
    def test_each_way_to_say_who_speaks(self) -> None:
        said = ("RUTH: Jobs will go.", ">> How many?", ">>> TOM BRECK: 340.", "[RUTH] Not so.", "- Oh.\n- Yes.", "MR. JUSTICE 2:\nGo on.")
        assert words(srt(*said)) == [
            "RUTH: Jobs will go.", "How many?", "TOM BRECK: 340.", "RUTH: Not so.", "Oh.", "Yes.", "MR. JUSTICE 2: Go on.",
        ]  # fmt: skip

    def test_another_voice_in_the_midst_of_a_line(self) -> None:
        assert words(srt("That is all. >> What about the fees?")) == ["That is all.", "What about the fees?"]

    def test_two_voices_of_one_cue_and_cues_that_overlap(self) -> None:
        assert words(vtt("<v Ruth Okafor>We found rot.</v> <v.loud Tom Breck>Where?", "<v Tom Breck>Tell us!")) == [
            "Ruth Okafor: We found rot.", "Tom Breck: Where? Tell us!",
        ]  # fmt: skip

    def test_who_speaks_on_after_a_pause_is_said_again_but_no_word_with_a_colon_is(self) -> None:
        assert words(srt("RUTH: It is so.", "It is.", step=20)) == ["RUTH: It is so.", "RUTH: It is."]
        assert words(srt("Remember: it is so.", "It is.", step=20)) == ["Remember: it is so.", "It is."]


class TestSounds:
    def test_what_is_heard_and_not_said_is_listed(self) -> None:
        document = opened(srt("[MUSIC\nPLAYING]", "(Laughter) Thank you.", "I told him [sighs] no.", "♪ la la ♪", "(APPLAUSE)"))
        assert [piece.words for piece in document.pieces] == ["Thank you. I told him no."]
        assert [left.words for left in document.left] == ["[MUSIC PLAYING]", "(Laughter)", "[sighs]", "♪ la la ♪", "(APPLAUSE)"]
        assert {left.why for left in document.left} == {Reason.SOUND}

    @pytest.mark.parametrize(
        "line",
        [
            "#MeToo is a movement.",
            "(and then he left",
            "The fee [of the port] rose.",
            "(He never came back to Ashby.)",
            "[inaudible] of it",
        ],
    )
    def test_what_only_begins_like_a_sound_is_said(self, line: str) -> None:
        assert words(srt(line)) == [line]


class TestLiveCaptions:
    def test_lines_that_roll_up_are_read_once_and_listed(self) -> None:
        document = opened(
            vtt(
                "the<00:00:01.320><c> minister</c><00:00:01.480><c> said</c>",
                "the minister said\n ",
                "the minister said\nthat<00:00:03.100><c> 340</c>",
                "that 340\n ",
                "that 340\njobs go",
                head="WEBVTT\nKind: captions\nLanguage: en",
            )
        )
        assert [piece.words for piece in document.pieces] == ["the minister said that 340 jobs go"]
        assert document.left == (Left("the minister said\nthe minister said\nthat 340\nthat 340", Reason.REPEATED),)

    def test_an_hour_without_a_full_stop_is_no_single_paragraph(self) -> None:
        assert 3 < len(words(srt(*(f"and line {n} of what was said goes on and on and never ends" for n in range(200)), step=0))) < 20


SAID = st.lists(st.lists(st.text("abcdefgh0123 ,.?!-", max_size=12), min_size=1, max_size=3), min_size=1, max_size=12)


@given(SAID, st.booleans())
def test_each_word_of_the_cues_is_kept_once(cues: list[list[str]], web: bool) -> None:
    made = ["\n".join(lines) for lines in cues] + ["Amen."]
    text = (vtt if web else srt)(*made)
    document = opened(text)
    kept = Counter(word for one in (*document.pieces, *document.left) for word in re.findall(r"[\w,.?!-]+", one.words))
    shown = Counter(
        word for cue in made for line in cue.split("\n") for word in re.findall(r"[\w,.?!-]+", re.sub(r"^\s*-(?=\s)\s*", "", line))
    )
    assert kept - Counter({"-": kept["-"]}) == shown - Counter({"-": shown["-"]})


def test_what_youtubes_editor_writes_is_subtitles() -> None:
    text = b"0:00:01.000,0:00:03.000\nThe ferry is late.\n\n0:00:03.000,0:00:05.500\nWho says so?\n"
    assert kind_of(text) == "srt"
    assert " ".join(piece.words for piece in open_document(text, "srt").pieces) == "The ferry is late. Who says so?"


def test_subtitles_in_xml_that_says_so_are_no_story_in_xml() -> None:
    assert kind_of(b'<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml"><body/></tt>') == "ttml"


def test_a_voice_with_its_surname_first_is_in_its_usual_order() -> None:
    said = open_document(b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Marsh, Ida (Guest)>The ferry is late.</v>\n", "vtt")
    assert [piece.words for piece in said.pieces] == ["Ida Marsh: The ferry is late."]


def test_who_made_the_subtitles_is_said_by_nobody() -> None:
    made = "1\n00:00:01,000 --> 00:00:03,000\nWe found rot in it.\n\n2\n00:00:03,100 --> 00:00:05,000\nSubtitles by Ruth Okafor\n"
    article = read(made.encode(), name="a.srt")
    assert [article.words(block) for block in article.blocks_of(BlockRole.BODY)] == ["We found rot in it."]
    assert [article.words(block) for block in article.blocks_of(BlockRole.FURNITURE)] == ["Subtitles by Ruth Okafor"]
