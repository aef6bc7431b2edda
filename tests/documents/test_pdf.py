"""PDFs as newsrooms get them: what is printed is read once, in order, each kind of line as what it is."""

from __future__ import annotations

import io
from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from pypdf import PdfReader, PdfWriter

from factcheck import read, split
from factcheck.documents import Form, Piece, UnreadableError
from factcheck.documents.pdf import read_pdf
from factcheck.documents.pdf_glyphs import LETTERS
from factcheck.documents.pieces import Left, Reason
from factcheck.documents.properties import told_author, told_title
from factcheck.model import BlockRole
from tests.documents.pdfs import Page, lines, pdf, rows, text

STORY = ("The harbour board of Ashby raised its fees by 4.5 per cent on Monday,", "its chairwoman, Ruth Okafor, said in a statement.")
WHOLE = " ".join(STORY)


def words(data: bytes) -> list[str]:
    return [piece.words for piece in read_pdf(data).pieces]


def said(data: bytes, form: Form) -> list[str]:
    return [piece.words for piece in read_pdf(data).pieces if piece.form is form]


class TestWhatIsPrintedTwice:
    def test_letters_that_are_printed_twice_to_look_bold_are_read_once(self) -> None:
        glyphs = "".join(
            text(letter, 72 + 6.6 * n + shift, 700, font="F3") for n, letter in enumerate("$44.2million") for shift in (0, 0.4)
        )
        document = read_pdf(pdf(glyphs + lines(*STORY, top=650)))
        assert [piece.words for piece in document.pieces] == ["$44.2million", WHOLE]
        assert {left.why for left in document.left} == {Reason.REPEATED}

    def test_a_line_with_its_shadow_is_read_once_and_the_shadow_is_listed(self) -> None:
        document = read_pdf(pdf(text("Fees of 11 boats: all paid", 72, 700) + text("Fees of 11 boats: all paid", 73, 699)))
        assert [piece.words for piece in document.pieces] == ["Fees of 11 boats: all paid"]
        assert document.left == (Left("Fees of 11 boats: all paid", Reason.REPEATED),)

    def test_two_letters_that_are_alike_stand_beside_each_other(self) -> None:
        assert words(pdf(text("Will Bill sell 1,111 illicit eels?", 72, 700))) == ["Will Bill sell 1,111 illicit eels?"]


def justified(*words: str, x: float, top: float, width: int = 26, size: float = 9) -> str:
    """Lines of so many letters' width, their spaces as wide as it takes; the last one as it comes."""
    made = []
    for n, line in enumerate(words):
        wide = (width - len(line)) * 0.6 * size / max(line.count(" "), 1) if n + 1 < len(words) else 0
        made.append(text(line, x, top - 11 * n, size, "F3", before=f"{wide} Tw"))
    return "".join(made)


class TestNarrowGutters:
    """Columns of justified text that are nearer to each other than the words of a line may be."""

    ONE = (
        "The bridge at Oldham Ferry",
        "was shut on Monday after a",
        "barge struck two of its",
        "six piers, and it is to",
        "stay shut till spring.",
    )
    TWO = (
        "A second barge broke loose",
        "the same night, but sank a",
        "mile below the lock, where",
        "it did no harm to anybody",
        "who lives on the river.",
    )

    def test_columns_are_read_one_after_the_other(self) -> None:
        page = text("Bridge is shut", 72, 740, 20) + justified(*self.ONE, x=72, top=700) + justified(*self.TWO, x=219, top=700)
        assert words(pdf(page)) == ["Bridge is shut", " ".join(self.ONE), " ".join(self.TWO)]

    def test_a_word_above_the_next_column_is_the_end_of_the_last_and_no_part_of_the_first(self) -> None:
        page = justified(*self.TWO[:4], x=72, top=689) + text("today.", 219, 700, 9, "F3") + justified(*self.ONE, x=219, top=678)
        assert words(pdf(page))[:2] == [f"{' '.join(self.TWO[:4])} today.", " ".join(self.ONE)]

    def test_a_label_and_what_it_names_stay_on_their_line(self) -> None:
        labels = "".join(text(label, 72, 700 - 20 * n, 9, "F3") for n, label in enumerate(("Who:", "Day:", "Fee:", "Tel:")))
        values = ("Ida Marsh of the board", "the third day of March", "none for the first week", "asked for at the quay")
        page = labels + "".join(text(value, 98, 700 - 20 * n, 9, "F3") for n, value in enumerate(values))
        told = " ".join(words(pdf(page)))
        assert "Who: Ida Marsh of the board" in told
        assert "Fee: none for the first week" in told

    def test_short_lines_on_the_top_of_narrow_columns_are_no_table(self) -> None:
        one = justified("not known on the river", "said it.", x=219, top=700) + justified(*self.ONE, x=219, top=666)
        two = justified("last seen at the lock", "in May.", x=366, top=700) + justified(*self.TWO, x=366, top=666)
        page = justified("The barge was", "sold at Ashby", *self.TWO, x=72, top=700) + one + two
        assert not said(pdf(page), Form.ROW)


class TestTranscripts:
    LINES = (
        "          THE COURT: Good morning. Mr. Hume, you may go on with",
        "the witness.",
        "          MR. HUME: Thank you, your honour.",
        "BY MR. HUME:",
        "     Q.   When did you first hear that the board had lost",
        "$4.2 million?",
        "     A.   In March. The auditor rang me, and then I saw the",
        "letter of June 3.",
        "     Q.   Who signed it?",
        "     A.   Mr. Breck did.",
        "          MS. OKAFOR: Objection.",
    )
    TURNS = (
        "THE COURT: Good morning. Mr. Hume, you may go on with the witness.",
        "MR. HUME: Thank you, your honour.",
        "BY MR. HUME:",
        "Q: When did you first hear that the board had lost $4.2 million?",
        "A: In March. The auditor rang me, and then I saw the letter of June 3.",
        "Q: Who signed it?",
        "A: Mr. Breck did.",
        "MS. OKAFOR: Objection.",
    )

    @pytest.mark.parametrize("numbers", ["left", "right", "in the line"])
    def test_each_turn_is_a_paragraph_and_the_numbers_of_the_lines_are_furniture(self, numbers: str) -> None:
        drawn = []
        for n, line in enumerate(self.LINES, 1):
            y = 720 - 24 * n
            drawn.append(text(f"{n:>2}   {line}" if numbers == "in the line" else line, 100, y, font="F3"))
            if numbers != "in the line":
                drawn.append(text(str(n), 60 if numbers == "left" else 560, y, font="F3"))
        document = read_pdf(pdf("\n".join(drawn)))
        *turns, furniture = document.pieces
        assert tuple(piece.words for piece in turns) == self.TURNS
        assert furniture == Piece(Form.FURNITURE, "1 2 3 4 5 6 7 8 9 10 11", "page 1", Reason.NUMBER)

    def test_two_pages_of_a_transcript_on_one_sheet_are_read_one_after_the_other(self) -> None:
        pages = [
            (
                "MR. HUME: Was it paid?",
                "THE WITNESS: The board did,",
                "in March of that year.",
                "MR. HUME: By whom?",
                "THE WITNESS: Mr. Breck.",
            )
        ] * 2
        drawn = "".join(
            text(str(n + at), x, 720 - 14 * n, 8) + text(line, x + 25, 720 - 14 * n, 8)
            for x, at, page in zip((60, 330), (0, 5), pages, strict=True)
            for n, line in enumerate(page, 1)
        )
        turns = [
            "MR. HUME: Was it paid?",
            "THE WITNESS: The board did, in March of that year.",
            "MR. HUME: By whom?",
            "THE WITNESS: Mr. Breck.",
        ]
        assert words(pdf(drawn))[:-1] == turns * 2

    def test_a_short_turn_is_no_heading_and_no_byline(self) -> None:
        article = read(
            pdf(
                lines(
                    "THE COURT: You may go on with the witness, Mr. Hume.",
                    "BY MR. HUME:",
                    "Q. Were you there?",
                    "A. No.",
                    "Q. Was anybody?",
                    "A. The clerk signed it for $40 in June.",
                )
            )
        )
        assert {article.words(block) for block in article.blocks_of(BlockRole.BODY)} >= {"BY MR. HUME:", "A: No.", "Q: Was anybody?"}
        assert article.byline is None
        assert {claim.speaker.text for claim in split(article) if claim.kind == "quote" and claim.speaker} == {"THE COURT", "A"}

    def test_questions_and_answers_without_a_point(self) -> None:
        data = pdf(
            lines("Q     Did you sign it?", "A     No.", "Q     Did anybody sign it or", "see the letter?", "A     A clerk did.", font="F3")
        )
        assert words(data) == ["Q: Did you sign it?", "A: No.", "Q: Did anybody sign it or see the letter?", "A: A clerk did."]

    def test_numbers_at_every_fifth_line(self) -> None:
        many = [f"The witness went on to say that line {word} was true and that" for word in "one two three four five six".split() * 3]
        drawn = "".join(
            text(line, 90, 700 - 14 * n) + (text(str(n), 60, 700 - 14 * n) if n % 5 == 0 else "") for n, line in enumerate(many, 1)
        )
        assert [(piece.form, piece.why) for piece in read_pdf(pdf(drawn)).pieces] == [
            (Form.PARAGRAPH, None),
            (Form.FURNITURE, Reason.NUMBER),
        ]
        assert words(pdf(drawn))[-1] == "5 10 15"

    def test_the_ranks_of_a_table_are_no_numbers_of_lines(self) -> None:
        table = rows(*((str(n), f"Harbour {chr(64 + n)}", f"{n * 317}.50") for n in range(1, 13)), at=(72, 100, 400))
        assert said(pdf(table), Form.ROW)[:2] == ["1\tHarbour A\t317.50", "2\tHarbour B\t634.50"]

    def test_a_short_last_page_is_numbered_as_those_before_it(self) -> None:
        long = "".join(text(str(n), 60, 720 - 20 * n) + text(f"and the clerk read out item {n} of", 90, 720 - 20 * n) for n in range(1, 20))
        short = "".join(
            text(str(n), 60, 720 - 20 * n) + text(line, 90, 720 - 20 * n) for n, line in enumerate(("the list to", "the court."), 1)
        )
        assert [piece.words for piece in read_pdf(pdf(long, short)).pieces if piece.why is Reason.NUMBER][-1] == "1 2"


class TestTables:
    ROWS = (
        ("PAYEE", "DATE POSTED", "AMOUNT"),
        ("Ashby Dredging", "01/03/2025", "2,193.50"),
        ("Ida Marsh", "02/05/2025", "2,924.50"),
        ("Port Ellen Ropes", "03/07/2025", "—"),
    )

    def test_a_table_is_read_row_by_row_and_none_of_its_days_is_that_of_the_article(self) -> None:
        data = pdf(text("Payments of the harbour board", 72, 740, 12) + rows(*self.ROWS))
        assert said(data, Form.ROW) == ["\t".join(row) for row in self.ROWS]
        article = read(data)
        assert article.published is None
        assert len(list(article.blocks_of(BlockRole.TABLE))) == 4

    def test_a_line_of_an_agenda_begins_anew(self) -> None:
        agenda = ["7.10 Report on the flood", "7.40 Vote on the new weir", "8.15 Any other business"]
        assert said(pdf(lines(*agenda)), Form.PARAGRAPH) == agenda

    @pytest.mark.parametrize("turn", ["0 1 -1 0", "0 -1 1 0"])
    def test_a_table_that_is_set_upright_on_its_side_is_read_as_if_the_page_were_turned(self, turn: str) -> None:
        drawn = ""
        for n, row in enumerate(self.ROWS):
            for along, cell in zip((100, 280, 430), row, strict=True):
                x, y = (200 + 14 * n, along) if turn == "0 1 -1 0" else (500 - 14 * n, 792 - along)
                drawn += text(cell, x, y, 9, turn=turn)
        assert said(pdf(drawn), Form.ROW) == ["\t".join(row) for row in self.ROWS]

    def test_a_landscape_page_is_read_as_it_is_shown(self) -> None:
        drawn = "".join(
            text(cell, 200 + 14 * n, along, 9, turn="0 1 -1 0")
            for n, row in enumerate(self.ROWS)
            for along, cell in zip((100, 280, 430), row, strict=True)
        )
        assert said(pdf(Page(drawn, more="/Rotate 90")), Form.ROW) == ["\t".join(row) for row in self.ROWS]

    def test_a_page_of_nothing_but_a_table_makes_no_claims(self) -> None:
        article = read(pdf(rows(*self.ROWS)))
        assert {block.role for block in article.blocks} == {BlockRole.TABLE}
        assert split(article) == []

    def test_figures_that_stand_close_are_cells_of_their_own(self) -> None:
        drawn = "".join(
            text(name, 72, 700 - 10 * n, 6) + "".join(text(str(10_000 + 37 * n + i), 150 + 19 * i, 700 - 10 * n, 6) for i in range(12))
            for n, name in enumerate(("Ashby", "Port Ellen", "Westport"))
        )
        assert said(pdf(drawn), Form.ROW)[1].split("\t")[:4] == ["Port Ellen", "10037", "10038", "10039"]

    def test_signs_of_money_belong_to_their_figures(self) -> None:
        table = (("Revenue", "$", "9,812", "$", "8,403"), ("Costs", "", "(4,120)", "", "(3,990)"), ("Profit", "$", "5,692", "$", "4,413"))
        assert said(pdf(rows(*table, at=(72, 300, 312, 400, 412))), Form.ROW) == [
            "Revenue\t$ 9,812\t$ 8,403", "Costs\t(4,120)\t(3,990)", "Profit\t$ 5,692\t$ 4,413",
        ]  # fmt: skip

    def test_a_table_beside_a_column_of_text_takes_none_of_its_lines(self) -> None:
        column = lines(*(f"The board said that the works on quay {n} went on and" for n in range(1, 9)), x=40, size=9)
        beside = rows(
            *((name, str(n), f"{n}.5%") for n, name in enumerate(("Ashby", "Port Ellen", "Westport", "Leith"), 31)), at=(330, 430, 500)
        )
        data = pdf(column + "\n" + beside)
        assert said(data, Form.ROW) == ["Ashby\t31\t31.5%", "Port Ellen\t32\t32.5%", "Westport\t33\t33.5%", "Leith\t34\t34.5%"]
        assert said(data, Form.PARAGRAPH) == [" ".join(f"The board said that the works on quay {n} went on and" for n in range(1, 9))]

    def test_the_words_of_a_cell_that_go_on_below_stay_in_it(self) -> None:
        table = (
            ("When", "Who", "What"),
            ("3 June", "Ruth Okafor", "signs the contract with the yard"),
            ("12 May", "Tom Breck", "asks for"),
            ("", "", "the books"),
        )
        assert said(pdf(rows(*table)), Form.ROW)[-1] == "12 May\tTom Breck\tasks for the books"

    def test_columns_of_text_are_no_table(self) -> None:
        left = lines("The board met on", "Monday and raised", "the fees of the", "port by a tenth.", x=72)
        right = lines("Fishermen said it", "would cost them a", "week of catch. No", "vote was taken.", x=200)
        assert words(pdf(left + right)) == [
            "The board met on Monday and raised the fees of the port by a tenth.",
            "Fishermen said it would cost them a week of catch. No vote was taken.",
        ]


class TestLettering:
    def test_the_mark_of_a_note_is_no_figure_and_is_listed(self) -> None:
        drawn = text("The board spent $120", 72, 700) + text("3", 178, 704, 6) + text("million on 12 km", 186, 700) + text("2", 268, 704, 6)
        drawn += text("of steel.", 276, 700)
        document = read_pdf(pdf(drawn))
        assert [piece.words for piece in document.pieces] == ["The board spent $120 million on 12 km² of steel."]
        assert document.left == (Left("3", Reason.MARK),)

    def test_a_raised_ending_belongs_to_its_word(self) -> None:
        drawn = text("It was the 21", 72, 700) + text("st", 136, 704, 6) + text("year.", 146, 700)
        assert words(pdf(drawn)) == ["It was the 21st year."]

    @pytest.mark.parametrize("low", [699, 697.5, 695])
    def test_a_lowered_figure_belongs_to_its_word_however_low_it_is_set(self, low: float) -> None:
        drawn = text("They count CO", 72, 700) + text("2", 147, low, 8) + text("in the air.", 155, 700)
        assert words(pdf(drawn)) == ["They count CO2 in the air."]

    def test_the_number_of_a_note_opens_its_line(self) -> None:
        assert words(pdf(text("1", 72, 103, 5) + text("Figures are rounded.", 78, 100, 9))) == ["1 Figures are rounded."]

    def test_notes_at_the_foot_of_a_page_are_notes_though_no_rule_stands_above_them(self) -> None:
        story = lines("The harbour board of the town has met on Monday to raise its fees,", "as it had said it would in March.", *STORY)
        foot = text("1", 72, 123, 5) + text("Figures are rounded to the next pound.", 78, 120, 8)
        foot += text("2", 72, 111, 5) + lines("Minutes of the board, as they were sent", "to the council.", x=78, top=108, step=10, size=8)
        told = [(piece.form, piece.words) for piece in read_pdf(pdf(story + foot)).pieces]
        assert told[0][0] is Form.PARAGRAPH
        assert told[-2:] == [
            (Form.NOTE, "1 Figures are rounded to the next pound."),
            (Form.NOTE, "2 Minutes of the board, as they were sent to the council."),
        ]

    def test_a_counted_list_in_small_letters_is_no_notes(self) -> None:
        story = lines("The harbour board of the town has met on Monday to raise its fees,", "as it had said it would in March.", *STORY)
        small = lines("1. Yachts pay a tenth more.", "2. Trawlers pay what they paid.", top=120, step=10, size=8)
        assert Form.NOTE not in [piece.form for piece in read_pdf(pdf(story + small)).pieces]

    def test_lines_that_are_sentences_by_themselves_are_paragraphs(self) -> None:
        said = ["The board met on Monday and raised the fees.", "Fishermen said that it will cost them much.", "No vote was taken."]
        assert words(pdf(lines(*said))) == said
        assert words(pdf(lines("The fees were raised on Monday by Mr.", "Breck, who has the chair of the board."))) == [
            "The fees were raised on Monday by Mr. Breck, who has the chair of the board."
        ]

    @pytest.mark.parametrize(
        ("capital", "first", "opened"),
        [("T", "he harbour board", "The harbour"), ("A", "harbour board", "A harbour"), ("A", "shby raised its", "Ashby raised")],
    )
    def test_a_drop_capital_opens_the_first_word_or_is_one(self, capital: str, first: str, opened: str) -> None:
        beside = lines(f"{first} of the town has met", "on Monday to raise its fees, as", "it had said it would in March", x=104)
        data = pdf(text(capital, 72, 673, 52) + beside + lines("and in the year before that one.", top=658, x=72))
        (piece,) = words(data)
        assert piece.startswith(opened)
        assert piece.endswith("in March and in the year before that one.")

    def test_words_cut_at_the_ends_of_lines_are_whole_again(self) -> None:
        data = pdf(
            lines(
                "The chairwoman of the har-",
                "bour board and a well-",
                "known islander spoke of ferry traf\xad",
                "fic. The rest was soft\xadly said.",
            )
        )
        assert words(data) == [
            "The chairwoman of the harbour board and a well-known islander spoke of ferry traffic. The rest was softly said."
        ]

    def test_letters_with_space_between_them_are_words(self) -> None:
        assert words(pdf(text("N E W S  R E L E A S E", 72, 700))) == ["NEWS RELEASE"]
        assert words(pdf(text("P W D L F A", 72, 700))) == ["P W D L F A"]
        assert words(pdf(text("HARBOUR FEES", 72, 700, before="4 Tc"))) == ["HARBOUR FEES"]

    def test_what_is_written_upwards_or_letter_below_letter_is_a_word(self) -> None:
        upwards = text("PRIVATE", 30, 300, turn="0 1 -1 0")
        below = "".join(text(letter, 560, 500 - 14 * n) for n, letter in enumerate("DRAFT"))
        assert words(pdf(lines(*STORY) + upwards + below)) == [WHOLE, "DRAFT", "PRIVATE"]

    def test_what_lies_beyond_the_edge_of_the_page_is_listed_as_hidden(self) -> None:
        document = read_pdf(pdf(lines(*STORY) + text("story_3.indd 4", 72, -40)))
        assert [piece.words for piece in document.pieces] == [WHOLE]
        assert document.left == (Left("story_3.indd 4", Reason.HIDDEN),)

    def test_lines_of_a_scanned_page_are_each_a_little_askew(self) -> None:
        askew = ("0.9999 0.01 -0.01 0.9999", "1 0 0 1", "0.9996 -0.03 0.03 0.9996", "0.9998 0.02 -0.02 0.9998")
        drawn = "".join(text(line, 72, 700 - 16 * n, turn=turn) for n, (line, turn) in enumerate(zip((*STORY, *STORY), askew, strict=True)))
        assert " ".join(words(pdf(drawn))) == f"{WHOLE} {WHOLE}"

    def test_text_that_is_not_inked_is_text_as_behind_a_scanned_page(self) -> None:
        assert words(pdf(text(STORY[0], 72, 700, before="3 Tr"))) == [STORY[0]]


class TestOrder:
    def test_two_columns_below_a_headline(self) -> None:
        data = pdf(
            text("Fees rise at the quays of Ashby", 72, 730, 20)
            + lines("The board met on Monday and", "raised the fees of the port", "by a tenth.", x=72)
            + lines("The fishermen of the island", "said that it was too much,", "and too late.", x=320)
        )
        assert words(data) == [
            "Fees rise at the quays of Ashby",
            "The board met on Monday and raised the fees of the port by a tenth.",
            "The fishermen of the island said that it was too much, and too late.",
        ]

    def test_what_heads_a_page_left_and_right_is_no_column(self) -> None:
        head = text("The Ashby Letter", 72, 760) + text("March 2024", 480, 760)
        columns = lines("The board met on Monday and", "raised the fees.", x=72) + lines("The fishermen of the island", "said no.", x=320)
        assert words(pdf(head + columns))[:2] == ["The Ashby Letter", "March 2024"]

    def test_heads_and_numbers_of_pages_are_furniture_and_cut_no_paragraph(self) -> None:
        def page(n: int, *said: str) -> str:
            return text("Ashby Letter", 72, 760) + text(f"Page {n} of 2", 280, 30) + lines(*said)

        document = read_pdf(
            pdf(page(1, *STORY, "The fees of the smaller boats, the board said, are to be"), page(2, "halved in the year to come.", *STORY))
        )
        running = [piece.words for piece in document.pieces if piece.why is Reason.RUNNING]
        assert sorted(running) == ["Ashby Letter", "Ashby Letter", "Page 1 of 2", "Page 2 of 2"]
        assert "The fees of the smaller boats, the board said, are to be halved in the year to come." in " ".join(said_in(document.pieces))

    def test_a_paragraph_that_two_pages_begin_with_is_text_on_both(self) -> None:
        page = text("Ashby Letter", 72, 770) + lines(*STORY, *STORY, top=740)
        assert said(pdf(page, page), Form.PARAGRAPH) == [WHOLE] * 4

    def test_lines_of_a_list_of_names_are_not_run_together(self) -> None:
        team = lines("Ruth Okafor, chair", "Tom Breck, treasurer", "Ida Marsh, press", top=600)
        assert words(pdf(lines(*STORY, STORY[0], STORY[1]) + team))[-3:] == [
            "Ruth Okafor, chair",
            "Tom Breck, treasurer",
            "Ida Marsh, press",
        ]

    def test_a_table_of_contents_is_rows(self) -> None:
        assert said(pdf(lines("Fees ........................ 2", "The yard ...................... 12")), Form.ROW)[0].startswith("Fees ...")


def said_in(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.words for piece in pieces if piece.form is not Form.FURNITURE]


class TestWhatItSaysOfItself:
    @pytest.mark.parametrize(
        "name", ["jrowe", "rowe12", "JRowe", "NEWS\\jrowe", "user", "Administrator", "Microsoft Office User", "QuarkXPress(R) 9.2", "", " "]
    )
    def test_a_login_or_a_program_wrote_nothing(self, name: str) -> None:
        assert told_author(name) is None

    @pytest.mark.parametrize("name", ["Ida Marsh", "Reuters", "UNICEF", "María Ruiz", "Ashby Harbour Board"])
    def test_a_name_is_an_author(self, name: str) -> None:
        assert told_author(name) == name

    @pytest.mark.parametrize(
        "title",
        [
            "Microsoft Word - story final.doc",
            "untitled",
            "Layout 1",
            "A1_0305.indd",
            "Document3",
            "story.pdf",
            "PowerPoint Presentation",
            "Slide 1",
            "release",
        ],
    )
    def test_the_name_of_a_file_is_no_title(self, title: str) -> None:
        assert told_title(title) is None

    def test_a_title_is_one_whatever_printed_it(self) -> None:
        assert told_title("Fees rise in Ashby") == "Fees rise in Ashby"
        assert told_title("Microsoft Word - Fees rise in Ashby") == "Fees rise in Ashby"

    def test_neither_headline_nor_byline_come_from_a_program(self) -> None:
        article = read(pdf(lines(*STORY), info="/Title (Microsoft Word - fees.docx) /Author (jrowe)"))
        assert (article.headline, article.byline) == (None, None)

    def test_the_language_that_it_declares(self) -> None:
        assert read_pdf(pdf(lines(*STORY), catalog="/Lang (fi-FI)")).language == "fi-FI"
        assert read_pdf(pdf(lines(*STORY), catalog="/Lang (\\000)")).language is None


class TestBesideThePage:
    def test_a_comment_stands_beside_the_words_that_it_marks(self) -> None:
        note = (
            "<< /Type /Annot /Subtype /Highlight /Rect [72 680 200 715] /QuadPoints [134 712 182 712 134 696 182 696]"
            " /Contents (Is it Ashby?) /T (Ida Marsh) /M (D:20240305093000+01'00') >>"
        )
        document = read_pdf(pdf(Page(lines(*STORY), more="/Annots [20 0 R]"), objects=[note]))
        (one,) = document.beside
        assert document.pieces[one.piece].words[one.start : one.end] == "board of"
        assert (one.by, one.words, one.at) == ("Ida Marsh", "Is it Ashby?", datetime(2024, 3, 5, 8, 30, tzinfo=UTC))

    def test_what_is_filled_into_a_form_is_read_where_it_stands(self) -> None:
        box = "<< /Type /Annot /Subtype /Widget /FT /Tx /V (Ida Marsh) /Rect [150 655 300 672] >>"
        assert words(pdf(Page(lines("Form of the board", "", "", "Name of the applicant:"), more="/Annots [20 0 R]"), objects=[box])) == [
            "Form of the board", "Name of the applicant:", "Ida Marsh",
        ]  # fmt: skip


IMAGE = (
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream"
)
SCANNED = "q 612 0 0 792 0 0 cm /Im Do Q"


class TestWhatCannotBeRead:
    def test_pictures_of_pages_are_said_to_be_that_and_what_to_do(self) -> None:
        with pytest.raises(UnreadableError, match=r"^it has no words in it, only pictures of pages; run OCR on it \(ocrmypdf"):
            read_pdf(pdf(SCANNED, objects=[IMAGE], resources="/XObject << /Im 20 0 R >>"))

    def test_a_page_without_anything_on_it_has_no_words(self) -> None:
        with pytest.raises(UnreadableError, match=r"^it has no words in it$"):
            read_pdf(pdf(""))

    def test_a_page_that_is_a_picture_among_others_is_told_of(self) -> None:
        document = read_pdf(pdf(lines(*STORY), SCANNED, objects=[IMAGE], resources="/XObject << /Im 20 0 R >>"))
        assert document.left == (Left("page 2", Reason.PICTURED),)

    def test_letters_without_names_are_told_of(self) -> None:
        symbols = (
            "<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2"
            " /BaseFont /Odd /DW 600 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>"
        )
        coded = Page("BT /F9 11 Tf 72 700 Td <000100020003000400050006> Tj ET")
        whole = pdf(coded, lines(*STORY), objects=[symbols]).replace(b"/F1 <<", b"/F9 20 0 R /F1 <<")
        assert read_pdf(whole).left == (Left("page 1", Reason.CODED),)
        with pytest.raises(UnreadableError, match="its fonts do not say which letters they show; run OCR on it"):
            read_pdf(pdf(coded, objects=[symbols]).replace(b"/F1 <<", b"/F9 20 0 R /F1 <<"))

    def test_a_locked_document_that_anybody_may_open_is_read(self) -> None:
        writer = PdfWriter(PdfReader(io.BytesIO(pdf(lines(*STORY)))))
        writer.encrypt("", "of the owner", algorithm="AES-256")
        out = io.BytesIO()
        writer.write(out)
        assert words(out.getvalue()) == [WHOLE]


class TestHostilePages:
    """What a page draws is bounded, whatever it draws: the rest of the document is read, and what was not read is told of."""

    def test_a_page_of_too_many_letters_is_read_so_far_and_the_next_one_whole(self) -> None:
        strewn = "".join(text("x" * 200, 10, 780 - n * 0.9, 0.8) for n in range(2 * LETTERS // 200))
        document = read_pdf(pdf(strewn, lines(*STORY)))
        assert document.left[0] == Left("the rest of page 1", Reason.UNREAD)
        assert document.pieces[-1].words == WHOLE

    @pytest.mark.parametrize("turn", ["1 0 0 1", "0 1 -1 0", "0.7 0.7 -0.7 0.7"])
    def test_no_letter_of_those_strewn_over_a_page_is_lost(self, turn: str) -> None:
        strewn = [text("qzx"[n % 3], 20 + (n * 37) % 570, 20 + (n * 101) % 750, 4, turn=turn) for n in range(6_000)]
        document = read_pdf(pdf("".join(strewn)))
        found = Counter("".join([document.text, *(left.words for left in document.left)]))
        assert found["q"] + found["z"] + found["x"] == 6_000

    def test_forms_that_draw_forms_that_draw_forms(self) -> None:
        form = "<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Length 60 {} >>\nstream\n{}\nendstream"
        deep = [form.format(f"/Resources << /XObject << /X {21 + n} 0 R >> >>", "/X Do " * 10) for n in range(12)]
        document = read_pdf(pdf("/X Do", lines(*STORY), objects=[*deep, form.format("", " " * 60)], resources="/XObject << /X 20 0 R >>"))
        assert document.left == (Left("page 1", Reason.UNREAD),)

    def test_a_map_of_too_many_lines_is_told_of(self) -> None:
        document = read_pdf(pdf("0 0 m 500 500 l S\n" * 400_000, lines(*STORY)))
        assert document.left == (Left("page 1", Reason.UNREAD),)


class TestRuledTables:
    """Cells between rules are cells, however many lines they have and however many words."""

    CELLS = (
        ("Boat", "Fee", "Who decides"),
        ("Yacht", "$120", "The harbour master"),
        ("Trawler with a|crew of ten", "$340, half of|it for locals", "The board, once a year|in March"),
    )
    XS = (72, 172, 272, 432)
    YS = (700, 680, 660, 620)

    def page(self, rules: str) -> str:
        said = "".join(
            text(line, self.XS[n] + 4, self.YS[row] - 13 - 13 * below, 10)
            for row, cells in enumerate(self.CELLS)
            for n, cell in enumerate(cells)
            for below, line in enumerate(cell.split("|"))
        )
        return f"{lines(*STORY, top=760)}{said}{lines('The new fees apply from April.', top=590)} {rules}"

    @property
    def strokes(self) -> str:
        across = "".join(f" {self.XS[0]} {y} m {self.XS[-1]} {y} l S" for y in self.YS)
        return across + "".join(f" {x} {self.YS[0]} m {x} {self.YS[-1]} l S" for x in self.XS)

    @property
    def boxes(self) -> str:
        cells = [(x, y, x1 - x, y1 - y) for y, y1 in pairwise(self.YS) for x, x1 in pairwise(self.XS)]
        return "".join(f" {x} {y} {w} {h} re S" for x, y, w, h in cells)

    @property
    def thin(self) -> str:
        across = "".join(f" {self.XS[0]} {y} {self.XS[-1] - self.XS[0]} 0.5 re f" for y in self.YS)
        return across + "".join(f" {x} {self.YS[-1]} 0.5 {self.YS[0] - self.YS[-1]} re f" for x in self.XS)

    @pytest.mark.parametrize("drawn", ["strokes", "boxes", "thin"])
    def test_a_row_has_all_lines_of_its_cells(self, drawn: str) -> None:
        data = pdf(self.page(getattr(self, drawn)))
        assert said(data, Form.ROW) == ["\t".join(cell.replace("|", " ") for cell in row) for row in self.CELLS]
        assert said(data, Form.PARAGRAPH) == [WHOLE, "The new fees apply from April."]

    def test_a_cell_over_several_columns_is_one(self) -> None:
        head = (
            text("Fees by boat from the first of April on", 76, 707, 10) + " 72 720 m 432 720 l S 72 700 m 72 720 l S 432 700 m 432 720 l S"
        )
        assert said(pdf(self.page(self.strokes + head)), Form.ROW)[0] == "Fees by boat from the first of April on"

    def test_a_line_around_columns_of_text_makes_no_table(self) -> None:
        box = " 60 500 m 560 500 l 560 740 l 60 740 l h S 310 500 m 310 740 l S 60 620 m 560 620 l S"
        columns = "".join(
            lines(*(["The board of the harbour met again to hear what all"] * 8), x=x, top=735 - 120 * n) for x in (66, 316) for n in (0, 1)
        )
        assert said(pdf(columns + box), Form.ROW) == []


def test_items_of_counted_lists_stand_by_themselves() -> None:
    page = lines("1. Apologies", "2. Fees for yachts", top=700) + lines("a) Report of the harbour master", "b) Vote", x=90, top=672)
    assert words(pdf(page + lines("3. Any other business", top=644))) == [
        "1. Apologies", "2. Fees for yachts", "a) Report of the harbour master", "b) Vote", "3. Any other business",
    ]  # fmt: skip
