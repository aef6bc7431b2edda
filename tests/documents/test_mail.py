"""Of a message, what its sender has to say is the article; greetings, signatures and what was quoted are not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from factcheck import read
from factcheck.documents import Document, Form, Left, Reason, UnreadableError, kind_of, open_document
from factcheck.model import BlockRole

HEAD = "From: Press Office <press@isles.example>\nTo: news@post.example\nSubject: Ferry fares\nDate: Tue, 5 Mar 2024 09:30:00 +0000\n"
STORY = "The fares will go up by 6 percent on 1 April, not in May.\n\nA return ticket for a car will cost 214 pounds, up from 202 pounds."
BODY = STORY.split("\n\n")


def body(text: str, kind: str = "text/plain", by: str = "Press Office") -> list[str]:
    article = read(f"{HEAD}MIME-Version: 1.0\nContent-Type: {kind}; charset=utf-8\n\n{text}\n".encode())
    assert article.published == datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
    assert article.byline == by
    return [article.words(block) for block in article.blocks_of(BlockRole.BODY)]


@pytest.mark.parametrize(
    "earlier",
    [
        "-----Original Message-----\nFrom: Tom\nSent: 02 March 2024 17:40\nSubject: Fares\n\nIs it true that fares go up in May?",
        "On Mon, 4 Mar 2024 at 17:40, Tom Ward <tom@post.example> wrote:\n> Is it true?\n> And how much?",
        "________________________________\nFrom: Tom Ward <tom@post.example>\nSent: Monday\n\nIs it true that fares go up in May?",
    ],
)
def test_an_earlier_message_below_is_not_the_article(earlier: str) -> None:
    assert body(f"Hi Tom,\n\n{STORY}\n\nKind regards,\n\nJean Rae\nPress Officer\n\n{earlier}") == BODY


def test_a_message_that_was_sent_on_is_the_article() -> None:
    quoted = "\n".join(f"> {line}" for line in f"From: Isles Ferries <a@isles.example>\nSubject: Fares\n\n{STORY}".splitlines())
    assert body(f"Begin forwarded message:\n\n{quoted}", by="Isles Ferries") == BODY
    assert body("\n".join(f"> {line}" for line in STORY.splitlines())) == BODY


FERRIES = "From: Isles Ferries <a@isles.example>"


@pytest.mark.parametrize(
    "headers",
    [
        f"---------- Forwarded message ---------\n{FERRIES}\nDate: Mon, 4 Mar 2024 at 17:40\nSubject: Fares go up\nTo: <j@p.example>\n",
        f"-----Original Message-----\n{FERRIES}\nSent: Monday, March 4, 2024 5:40 PM\nTo: Jean\nSubject: RE: Fares go up\n",
        f"Begin forwarded message:\n\n{FERRIES}\nSubject: Fares go up\nDate: 4 March 2024 at 17:40:00 GMT\nTo: j@p.example\n",
        f"-------- Forwarded Message --------\nSubject: \tFares go up\nDate: \tMon, 4 Mar 2024 17:40:00 +0000\n{FERRIES}\n",
        f"{FERRIES}\nSent: 04 March 2024 17:40\nTo: Jean Rae\nSubject: Fares go up\n",
    ],
)
def test_what_was_sent_on_has_its_own_headline_sender_and_day(headers: str) -> None:
    told = mail(f"Tom, one for you. Jean\n\n{headers}\n{STORY}", "Fwd: Fares go up")
    assert (told.title, told.author, said(told)[-2:]) == ("Fares go up", "Isles Ferries", BODY)
    assert str(told.published).startswith("2024-03-04")


@pytest.mark.parametrize("subject", ["Re: Ferry fares", "FW: RE: Ferry fares", "[EXTERNAL] Ferry fares", "AW: [EXT] Re[2]: Ferry fares"])
def test_what_programs_put_before_a_subject_is_no_part_of_the_headline(subject: str) -> None:
    told = mail(STORY, subject)
    assert told.title == "Ferry fares"
    assert subject.removesuffix(" Ferry fares") in [piece.words for piece in told.pieces if piece.form is Form.FURNITURE]


def test_a_subject_that_only_looks_like_an_answer_stays_whole() -> None:
    assert mail(STORY, "Re-opening of the pier").title == "Re-opening of the pier"


@pytest.mark.parametrize(
    "notice",
    [
        "This email and any attachments are confidential and meant for the addressee. Delete it if you are another.",
        "CONFIDENTIALITY NOTICE: The contents are for the person named above, and nobody else may read them.",
        "*** This e-mail has been scanned for all known viruses. ***",
        "You receive this mail because you are on our list.",
    ],
)
def test_notices_of_lawyers_and_servers_are_furniture(notice: str) -> None:
    assert body(f"{STORY}\n\n{notice}") == BODY


def test_what_pgp_puts_around_a_text_is_not_the_text() -> None:
    signature = "-----BEGIN PGP SIGNATURE-----\n\niQEzBAEB\n-----END PGP SIGNATURE-----"
    armoured = f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{STORY}\n{signature}"
    told = mail(armoured)
    assert said(told) == BODY
    assert {left.why for left in told.left} == {Reason.ENVELOPE}
    assert "iQEzBAEB" in " ".join(left.words for left in told.left)


def test_of_a_digest_the_first_message_is_read_and_the_others_are_listed_word_by_word() -> None:
    one, two = (f"\nFrom: Ida Marsh <i@x.example>\nSubject: {name}\n\n{words}" for name, words in zip(("Up", "Again"), BODY, strict=True))
    told = mail(f"--b\n{one}\n--b\n{two}\n--b--", kind="multipart/digest; boundary=b")
    assert (told.title, said(told)) == ("Up", BODY[:1])
    assert [left.why for left in told.left if BODY[1] in left.words] == [Reason.ANOTHER]


def test_the_address_of_a_link_behind_a_sentence_does_not_make_it_a_standfirst() -> None:
    first, second = BODY
    assert body(f"{first} <https://isles.example/fares>\n\n{second}") == [f"{first} <https://isles.example/fares>", second]


def test_lines_that_were_not_wrapped_stay_lines() -> None:
    listed = "Fares from 1 April, in pounds:\n* Adult: 31\n* Child: 15\n\n" + STORY.replace(" on 1 April", "\non 1 April")
    assert body(listed)[-2:] == BODY
    assert {"* Adult: 31", "* Child: 15"} <= set(body(listed))


def test_what_mail_programs_quote_in_html_is_left_out() -> None:
    html = "".join(f"<p>{words}</p>" for words in BODY)
    assert (
        body(f"<html><body>{html}<div class='gmail_quote'><p>Is it true that fares go up in May?</p></div></body></html>", "text/html")
        == BODY
    )


PRESS = "From: Jean Rae <jean@isles.example>\nTo: news@post.example\nDate: Tue, 05 Mar 2024 09:30:00 +0000\nMIME-Version: 1.0\n"
WRITTEN = {Form.PARAGRAPH, Form.ITEM, Form.ROW, Form.HEADING}


def mail(body: str, subject: str = "Ferry fares", kind: str = "text/plain; charset=utf-8", more: str = "") -> Document:
    return open_document(f"{PRESS}Subject: {subject}\nContent-Type: {kind}\n{more}\n{body}\n".encode(), "mail")


def said(document: Document) -> list[str]:
    return [piece.words for piece in document.pieces if piece.form in WRITTEN]


def parts(*bodies: tuple[str, str], kind: str = "alternative") -> Document:
    made = "".join(f"--b\nContent-Type: {head}\n\n{body}\n" for head, body in bodies)
    return mail(f"{made}--b--", kind=f"multipart/{kind}; boundary=b")


HTML = "<html><body>" + "".join(f"<p>{words}</p>" for words in BODY) + "</body></html>"
TOM = "On Mon, 4 Mar 2024 at 17:40, Tom Ward <tom@post.example> wrote:"
ASKED = "We were told that the fares will double in May, and that the board has known of it for a year. Is that so?"


class TestPartThatHoldsTheMessage:
    @pytest.mark.parametrize(
        "plain",
        ["", " \n \n", "This message is in HTML. To read it, open it in your browser: https://isles.example/1", BODY[0][:30]],
    )
    def test_html_is_read_where_the_plain_part_says_less(self, plain: str) -> None:
        assert said(parts(("text/plain; charset=utf-8", plain), ("text/html; charset=utf-8", HTML))) == BODY

    def test_html_is_read_where_an_empty_plain_part_follows(self) -> None:
        blob = ("application/octet-stream; name=a.bin", "AAAA")
        told = parts(("text/html; charset=utf-8", HTML), blob, ("text/plain", ""), kind="mixed")
        assert said(told) == BODY
        assert told.left == (Left("a.bin", Reason.ATTACHED),)

    def test_of_parts_that_say_the_same_one_is_read(self) -> None:
        assert said(parts(("text/plain; charset=utf-8", STORY), ("text/html; charset=utf-8", HTML))) == BODY
        assert said(parts(("text/plain; charset=utf-8", STORY), ("text/html; charset=utf-8", HTML), kind="mixed")) == BODY

    def test_an_attached_message_is_the_article_when_nothing_is_said_above_it(self) -> None:
        inner = f"From: Ida Marsh <ida@isles.example>\nSubject: Fares go up\nContent-Type: text/plain; charset=utf-8\n\n{STORY}"
        told = parts(("text/plain", "FYI"), ("message/rfc822", inner), kind="mixed")
        assert (said(told), told.title, told.author) == (BODY, "Fares go up", "Ida Marsh")
        answered = parts(("text/plain; charset=utf-8", STORY), ("message/rfc822", inner), kind="mixed")
        assert (said(answered), answered.title) == (BODY, "Ferry fares")
        assert [(left.why, STORY in left.words) for left in answered.left] == [(Reason.ANOTHER, True)]

    def test_text_that_came_as_a_file_is_read_when_there_is_no_other(self) -> None:
        file = "text/plain; charset=utf-8; name=release.txt\nContent-Disposition: attachment; filename=release.txt"
        assert said(parts((file, STORY), kind="mixed")) == BODY

    def test_a_message_that_does_not_say_where_its_parts_begin_is_read_as_it_stands(self) -> None:
        broken = f"{HEAD}MIME-Version: 1.0\nContent-Type: multipart/mixed;\n\tbo\n\n{STORY}\n".encode()
        assert set(BODY) <= set(said(open_document(broken, "mail")))

    def test_what_only_outlook_opens_is_told(self) -> None:
        with pytest.raises(UnreadableError, match=r"its text is in winmail\.dat, which only Outlook opens"):
            parts(("text/plain", ""), ("application/ms-tnef; name=winmail.dat", "eJ8+"), kind="mixed")
        with pytest.raises(UnreadableError, match="it has no words in it"):
            mail("")

    def test_a_newsletter_in_layout_tables_is_read_without_what_is_hidden(self) -> None:
        rows = "".join(f"<tr><td style='padding: 3px'>{words}</td></tr>" for words in BODY)
        hidden = "<div style='display:none'>Fares, fares</div>"
        told = mail(f"<html><body>{hidden}<table><tr><td><table>{rows}</table></td></tr></table></body></html>", kind="text/html")
        assert said(told) == BODY
        assert told.left == (Left("Fares, fares", Reason.HIDDEN),)


class TestAnswersAndWhatIsSentOn:
    @pytest.mark.parametrize(
        "earlier",
        [
            f"{TOM}\n\n> Dear Jean,\n>\n> {ASKED}\n>\n> Tom",
            f"{TOM[:40]}\n{TOM[41:]}\n\n> {ASKED}",
            f"-----Original Message-----\nFrom: Tom Ward\nSent: Monday\nSubject: Fares\n\n{ASKED}",
            f"From: Tom Ward <tom@post.example>\nSent: 4 March 2024 17:40\nTo: Jean Rae\nSubject: Fares\n\n{ASKED}",
            f"-- \nJean Rae\nIsles Ferries\n\n{TOM}\n> {ASKED}",
            f"--- On Mon, 4/3/24, Tom Ward <tom@post.example> wrote:\n\n{ASKED}",
        ],
    )
    def test_a_short_answer_is_the_article_and_the_question_below_is_not(self, earlier: str) -> None:
        told = mail(f"No, by 6 percent.\n\nJean\n\n{earlier}", "Re: Ferry fares")
        assert said(told) == ["No, by 6 percent."]
        assert ASKED in [piece.words for piece in told.pieces if piece.why is Reason.EARLIER]

    @pytest.mark.parametrize(
        "quoted",
        [
            f"<div class='gmail_quote'><div>{TOM.replace('<', '&lt;')}</div><blockquote>{ASKED}</blockquote></div>",
            f"<blockquote type='cite'><p>{ASKED}</p></blockquote>",
            f"<div><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>From:</b> Tom</p></div></div><p>{ASKED}</p>",
            f"<div id='appendonsend'></div><hr><div id='divRplyFwdMsg'><b>From:</b> Tom<br><b>Sent:</b> Monday</div><div>{ASKED}</div>",
        ],
    )
    def test_in_html_too(self, quoted: str) -> None:
        told = mail(f"<html><body><div>No, by 6 percent.</div>{quoted}</body></html>", "RE: Ferry fares", "text/html; charset=utf-8")
        assert said(told) == ["No, by 6 percent."]

    @pytest.mark.parametrize("earlier", ["> Hi", "----- Original Message -----\nFrom: Tom Ward\nSent: Monday\nSubject: Fares\n\nHi"])
    def test_an_answer_of_a_word_is_no_less_the_article(self, earlier: str) -> None:
        told = mail(f"Hello\n\n{earlier}", "Re: Ferry fares")
        assert said(told) == ["Hello"]
        assert told.pieces[-1].why is Reason.EARLIER

    def test_a_greeting_that_answers_is_not_taken_for_what_sends_the_question_on(self) -> None:
        told = mail(f"Hello\n\n{TOM}\n\n> {ASKED}", "Re: Ferry fares")
        assert said(told) == ["Hello"]

    def test_answers_between_the_lines_of_a_question_are_the_article(self) -> None:
        assert said(mail(f"{TOM}\n> Do fares go up?\n\nYes, they do.\n\n> When?\n\nIn April.", "Re: Fares")) == [
            "Yes, they do.",
            "In April.",
        ]

    @pytest.mark.parametrize("above", ["", "FYI", "Tom, please see below.\n\nJean", "Tom,\n\nOne for you.\n\nSent from my phone"])
    @pytest.mark.parametrize(
        "mark",
        [
            "---------- Forwarded message ---------\nFrom: Ida Marsh <ida@isles.example>\nDate: Mon, 4 Mar 2024\nSubject: Fares\n",
            "From: Ida Marsh <ida@isles.example>\nSent: 4 March 2024 17:40\nTo: Jean Rae\nSubject: Fares\n",
        ],
    )
    def test_what_was_sent_on_is_the_article(self, above: str, mark: str) -> None:
        assert said(mail(f"{above}\n\n{mark}\nDear editors,\n\n{STORY}\n\nKind regards,\nIda Marsh", "Fwd: Fares")) == BODY

    def test_many_words_above_what_was_sent_on_are_text_like_it(self) -> None:
        above = "Tom, the ferries have sent us this, and I think that we should have it on page one, with a picture of the quay."
        told = mail(f"{above}\n\nJean\n\n-----Original Message-----\nFrom: Ida\nSent: Monday\n\n{STORY}", "FW: Fares")
        assert said(told) == [above, *BODY]

    def test_what_was_sent_on_in_html_is_the_article(self) -> None:
        mark = "---------- Forwarded message ---------<br>From: <b>Ida</b><br>Date: Monday<br>Subject: Fares<br>To: Jean<br>"
        html = f"<html><body><div class='gmail_quote'><div>{mark}</div><br><p>Dear all,</p>{HTML[12:-14]}</div></body></html>"
        assert said(mail(html, "Fwd: Fares", "text/html; charset=utf-8")) == BODY


class TestHowAMessageIsBegunAndSigned:
    @pytest.mark.parametrize("greeting", ["Dear All,", "Hi Tom", "Good morning Tom,", "Hello everyone!", "Tom,", "To whom it may concern:"])
    def test_a_greeting_is_furniture_and_no_byline(self, greeting: str) -> None:
        assert body(f"<p>{greeting}</p>{HTML[12:-14]}", "text/html") == BODY
        assert body(f"{greeting}\n\n{STORY}") == BODY

    def test_notes_below_the_signature_are_part_of_a_release(self) -> None:
        told = mail(f"{STORY}\n\nMany thanks,\n\nJean Rae\nPress Officer\n\nNotes to editors:\n\nThe board has nine members.")
        assert said(told) == [*BODY, "Notes to editors:", "The board has nine members."]

    def test_the_footer_of_a_mailing_list_is_furniture(self) -> None:
        line = "_" * 47
        assert said(mail(f"{STORY}\n\n{line}\nNews mailing list\nNews@lists.example\nhttps://lists.example/listinfo/news")) == BODY

    @pytest.mark.parametrize(
        "footer",
        [
            "Copyright © 2024 Isles Ferries, All rights reserved.\n\nOur mailing address is:\n\nIsles Ferries 26 Pier Road\n\nPort Ellen",
            "(c) 2024 Isles Ferries\n\nPier Road, Port Ellen\n\nWant to change how you receive these emails?",
        ],
    )
    def test_the_foot_of_a_newsletter_is_furniture(self, footer: str) -> None:
        assert said(mail(f"{STORY}\n\n{footer}")) == BODY

    def test_a_line_of_rights_above_the_text_ends_nothing(self) -> None:
        assert said(mail(f"© 2024 Isles Ferries\n\n{STORY}"))[-2:] == BODY

    def test_lines_of_a_wrapped_paragraph_stay_together_before_a_name(self) -> None:
        wrapped = "The fares will go up by 6 percent on the first of April for all\nislands that Oban serves, and\nJean Rae was told of it."
        assert said(mail(wrapped)) == [wrapped.replace("\n", " ")]


class TestBytesAsTheyCome:
    def test_headers_may_stand_below_blank_lines_or_the_line_of_a_mailbox(self) -> None:
        text = f"{PRESS}Subject: Ferry fares\n\n{STORY}\n\n>From May on, nothing changes.\n".encode()
        for before in (b"\r\n", b"\n\n", b"From jean@isles.example Tue Mar  5 09:30:00 2024\n"):
            assert kind_of(before + text) == "mail"
            assert read(before + text).byline == "Jean Rae"
        assert (
            said(open_document(b"From jean@isles.example Tue Mar  5 09:30:00 2024\n" + text, "mail"))[-1] == "From May on, nothing changes."
        )

    @pytest.mark.parametrize(
        ("charset", "encoding"),
        [
            ("iso-8859-1", "utf-8"), ("us-ascii", "utf-8"), ("x-unknown", "utf-8"), ("iso-8859-1", "cp1252"), ("windows-1252", "cp1252"),
            ("cp-1252", "cp1252"), ("macintosh", "mac_roman"), ("iso-2022-jp", "ascii"),
        ],
    )  # fmt: skip
    def test_the_charset_that_it_is_in_counts(self, charset: str, encoding: str) -> None:
        words = "“It cost £25 million,” said Renée Rae – twice." if encoding != "ascii" else "It cost 25 million."
        data = f"{PRESS}Subject: Fares\nContent-Type: text/plain; charset={charset}\n\n".encode() + words.encode(encoding)
        assert said(open_document(data, "mail")) == [words]

    @pytest.mark.parametrize(
        ("given", "name"),
        [
            ("Renée Rae", "Renée Rae"), ("=?iso-8859-1?Q?Ren=C3=A9e_Rae?=", "Renée Rae"),
            ("=?utf-8?B?UmVuw6k=?= =?utf-8?Q?e_Rae?=", "Renée Rae"), ('"Rae, Jean"', "Jean Rae"),
            ('"Jean Rae" via News', "Jean Rae"), ("", None), ('"jean@isles.example"', None),
        ],
    )  # fmt: skip
    def test_names_in_headers_are_read(self, given: str, name: str | None) -> None:
        data = f"{PRESS}Subject: Fares\n\n{STORY}\n".replace("Jean Rae", given, 1).encode()
        assert open_document(data, "mail").author == name

    def test_lines_that_flow_are_run_together(self) -> None:
        flowed = "The fares will go up by 6 per \ncent in Ap \nril.\n\nIt is \ntrue."
        joined = "The fares will go up by 6 per cent in Ap ril."
        assert said(mail(flowed, kind="text/plain; format=flowed")) == [joined, "It is true."]
        assert said(mail(flowed.replace("per \n", "per  \n").replace("is \n", "is  \n"), kind="text/plain; format=flowed; delsp=yes")) == [
            "The fares will go up by 6 per cent in April.", "It is true.",
        ]  # fmt: skip

    def test_quoted_printable_is_undone_where_it_is_broken_or_not_declared(self) -> None:
        broken = "The caf=C3=A9 will be shut for the wh=  \nole of the year."
        assert said(mail(broken, more="Content-Transfer-Encoding: quoted-printable\n")) == [
            "The café will be shut for the whole of the year."
        ]
        assert said(mail(broken.replace("=  ", "="))) == ["The café will be shut for the whole of the year."]


def test_a_message_with_the_empty_paragraphs_that_outlook_sets_is_read() -> None:
    html = "<p class=MsoNormal>The ferry is late.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p><a name=x>It rained.</a></p>"
    head = "From: Ada Rowe <ada@post.example>\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
    pieces = open_document(f"{head}<html><body>{html}</body></html>".encode(), "mail").pieces
    assert [piece.words for piece in pieces][-2:] == ["The ferry is late.", "It rained."]


def test_a_note_above_a_release_ends_with_its_sender_and_not_the_release() -> None:
    release = (
        f"FARES TO RISE\n\n{BODY[0]} It was agreed by all the boards of the isles last week.\n\n{BODY[1]} Bikes will go free of charge."
    )
    above = "Hi all,\n\nPlease see below.\n\nBest,\nPress Office\n\n"
    assert body(f"{above}{release}")[-2:] == release.split("\n\n")[1:]


def test_an_address_below_an_item_of_a_digest_stands_by_itself() -> None:
    digest = f"1. Ferry fares\n{BODY[0]}\nhttps://isles.example/1\n\n2. Cars\n{BODY[1]}\nhttps://isles.example/2"
    assert body(digest) == ["1. Ferry fares", BODY[0], "2. Cars", BODY[1]]


def test_the_subject_of_a_message_that_sends_another_on_is_kept_beside_it() -> None:
    quoted = f"---------- Forwarded message ---------\n{FERRIES}\nSubject: Fares go up\n\n{STORY}\n"
    article = read(f"From: Jo <jo@post.example>\nSubject: FW: worth a look\nMIME-Version: 1.0\n\n{quoted}".encode())
    assert article.headline == "Fares go up"
    assert "FW: worth a look" in {article.words(block) for block in article.blocks_of(BlockRole.FURNITURE)}


def test_a_headline_that_is_the_subject_too_stands_once() -> None:
    article = read(f"{HEAD}MIME-Version: 1.0\n\nFERRY FARES\n\nBy Jean Rae\n\n{STORY}\n".encode())
    assert [article.words(block) for block in article.blocks_of(BlockRole.HEADLINE, BlockRole.STANDFIRST)] == ["Ferry fares"]
    assert article.byline == "Jean Rae"


@pytest.mark.parametrize("subject", ["Press release", "Copy for Friday", "Story: ferries", "Fwd: Media release", "Draft"])
def test_a_subject_that_only_says_that_copy_comes_is_no_headline(subject: str) -> None:
    head = HEAD.replace("Ferry fares", subject)
    article = read(f"{head}MIME-Version: 1.0\n\nFerry fares to rise in April\n\n{STORY}\n".encode())
    assert article.headline == "Ferry fares to rise in April"
    assert [article.words(block) for block in article.blocks_of(BlockRole.STANDFIRST, BlockRole.BODY)] == BODY
    without = read(f"{head}MIME-Version: 1.0\n\n{STORY}\n".encode())
    assert without.headline == subject.removeprefix("Fwd: ")


@pytest.mark.parametrize(
    "line",
    [
        "Please find below our release for immediate use.", "Here is my story for tomorrow's page 5.",
        "Attached is the release, also pasted here.",
        "Please see attached and pasted below a statement from the board.",
    ],
)  # fmt: skip
def test_a_line_that_only_sends_the_text_is_furniture(line: str) -> None:
    longer = "The board met on Monday night in Port Ellen and heard eleven islanders before it voted for the new fares."
    assert body(f"Dear editor,\n\n{line}\n\n{longer}\n\n{STORY}") == [longer, *BODY]


def test_a_line_that_only_begins_like_one_that_sends_a_text_is_the_story() -> None:
    assert body(f"Here is a ferry that nobody has seen for a century.\n\n{STORY}")[1:] == BODY
