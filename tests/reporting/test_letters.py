"""The mail to the author opens as a draft, asks what is open, and nothing that anybody wrote makes another line of its head."""

from __future__ import annotations

import email
from email import policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.casefile import CaseFile
from factcheck.model import Case, FactcheckError, Review
from factcheck.pipeline import mail_to_author as mail_of_file
from factcheck.pipeline import open_case
from factcheck.reporting import mail_to_author, withheld
from factcheck.reporting.letters import draft
from tests.builders import AT, FERRY, article, claim, ferry_case
from tests.commands import Run, commands
from tests.reporting.test_formats import TestConfidentialSources, unborne
from tests.reporting.test_hostile import hostile_everywhere

FIELDS = ["Subject", "X-Unsent", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"]


def read(text: str) -> EmailMessage:
    """A mail as a mail program reads it."""
    message = email.message_from_bytes(text.encode(), policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def words_of(text: str) -> str:
    return " ".join(read(text).get_content().split())


class TestToTheAuthor:
    def test_it_opens_as_a_draft_to_nobody(self) -> None:
        message = read(mail_to_author(ferry_case(reviewed=True), "Ada"))
        assert list(message) == FIELDS
        assert (message["X-Unsent"], message["Subject"]) == ("1", "Questions on: Harbour ferry refit runs late")
        assert message.get_content_type() == "text/plain"

    def test_what_is_open_stands_below_its_sentence_with_a_number(self) -> None:
        told = words_of(mail_to_author(ferry_case(reviewed=True), "Ada"))
        assert "and have 2 questions." in told
        assert (
            'Paragraph 2: “Engineer Ruth Okafor said: "We found rot in nine of the twelve frames."” 1. Nine of twelve, or of ten? (Ada)'
        ) in told
        assert (
            "Paragraph 3: “The Regional Transport Authority paid for half of it.” 2. For “half” write “a third” (Ada). Is that right?"
        ) in told
        assert told.endswith("With thanks, Ada")

    def test_what_a_source_lacks_is_asked_once_for_each(self) -> None:
        told = words_of(mail_to_author(unborne(), "Ada"))
        assert "1. “Monday”, minutes.pdf: the source does not have these words; it has “Tuesday” (page 2). Where is it from?" in told
        assert told.count("Paragraph 1: ") == 1
        assert "3. “We found rot in nine of the twelve”, minutes.pdf: the source has “rot in ten of the twelve”" in told

    def test_a_question_on_some_words_says_on_which(self) -> None:
        case = ferry_case()
        figure = next(one for one in case.claims if one.text == "£1.2m")
        case = case.with_claim(figure.model_copy(update={"reviews": (Review(by="Ada", at=AT, question="With VAT?"),)}))
        case = case.model_copy(update={"article": case.article.model_copy(update={"byline": "Jo Writer"})})
        told = words_of(mail_to_author(case, "Ben"))
        assert told.startswith("Dear Jo Writer, I am checking “Harbour ferry refit runs late” and have 1 question.")
        assert "1. On “£1.2m”: With VAT? (Ada)" in told

    def test_words_to_leave_out_and_a_headline_are_called_so(self) -> None:
        head = claim(FERRY, "assertion", "Harbour ferry refit runs late")
        asked = Review(by="Ada", at=AT, verdict="disputed", correction="Harbour runs late", note="Which?", judged=head.judged)
        case = Case(article=article(), claims=(head.model_copy(update={"reviews": (asked,)}),))
        told = words_of(mail_to_author(case, "Ada"))
        assert "Headline: “Harbour ferry refit runs late”" in told
        assert "1. Leave out “ferry refit” (Ada: Which?). Is that right?" in told

    def test_where_there_is_nothing_to_ask_it_says_so(self) -> None:
        with pytest.raises(FactcheckError, match="There is nothing to ask the author"):
            mail_to_author(ferry_case(), "Ada")

    def test_confidential_sources_are_not_named(self) -> None:
        case = TestConfidentialSources().case()
        asked = Review(by="Ada", at=AT, question="Did Jane Roe see it?")
        case = case.with_claim(case.claims[0].model_copy(update={"reviews": (asked,)}))
        told = words_of(mail_to_author(withheld(case), "Ada"))
        assert "Roe" not in told
        assert "Did [confidential source 1] [confidential source 1] see it?" in told or "Did [confidential source 1] see it?" in told

    def test_hostile_words_are_words(self) -> None:
        message = read(mail_to_author(hostile_everywhere(), "Ada\r\nBcc: all@example.org"))
        assert list(message) == FIELDS
        assert "<script>alert(1)</script>" in message.get_content()
        assert "\x1b" not in message.as_string()


class TestDraft:
    @given(st.text(max_size=300), st.lists(st.text(max_size=1500), max_size=4), st.text(max_size=80))
    @settings(max_examples=120, deadline=None)
    def test_any_words_make_one_mail_with_short_lines(self, subject: str, body: list[str], to: str) -> None:
        made = draft(subject, body, to)
        message = email.message_from_bytes(made.encode("utf-8", "replace"), policy=policy.compat32)
        assert set(message.keys()) <= {*FIELDS, "To"}
        assert all(len(line.encode("utf-8", "replace")) <= 998 for line in made.split("\n"))
        assert "\r" not in made

    @pytest.mark.parametrize("subject", ["Café", "=?utf-8?q?no?=", "a" * 500, "Ship\r\nBcc: x@y.example", "Ünïted " * 30], ids=range(5))
    def test_a_subject_is_read_as_it_was_meant(self, subject: str) -> None:
        assert read(draft(subject, ["x"]))["Subject"] == " ".join(subject.split())

    def test_lines_are_wrapped_below_their_number_and_addresses_stay_whole(self) -> None:
        address = f"https://example.org/{'a' * 90}"
        lines = draft("S", [f"1. {'word ' * 30}", address]).split("\n\n", 1)[1].split("\n")
        assert lines[1].startswith("   word")
        assert address in lines


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return commands(monkeypatch, capsys)


class TestCommand:
    def test_it_is_printed_or_written_for_a_mail_program(self, tmp_path: Path, run: Run) -> None:
        path = CaseFile.create(tmp_path / "ferry.toml", ferry_case(reviewed=True)).path
        code, printed, said = run("questions", path)
        assert (code, said) == (0, "")
        out = tmp_path / "a" / "mail.eml"
        assert run("questions", path, "--out", out)[:2] == (0, f"{out}\n")
        assert out.read_bytes().decode() == printed.replace("\n", "\r\n")
        assert read(out.read_bytes().decode())["X-Unsent"] == "1"

    def test_nothing_to_ask_writes_nothing(self, tmp_path: Path, run: Run) -> None:
        path = CaseFile.create(tmp_path / "ferry.toml", ferry_case()).path
        code, printed, said = run("questions", path, "--out", tmp_path / "mail.eml")
        assert (code, printed) == (2, "")
        assert "nothing to ask the author" in said
        assert not (tmp_path / "mail.eml").exists()

    def test_who_is_confidential_on_the_sheet_is_not_named(self, tmp_path: Path) -> None:
        case = ferry_case()
        asked = Review(by="Ada", at=AT, question="Did Gwendolyn Pryce see it?")
        case = case.with_claim(case.claims[0].model_copy(update={"reviews": (asked,)}))
        path = CaseFile.create(tmp_path / "ferry.toml", case).path
        (tmp_path / "ferry.contacts.toml").write_text('[[people]]\nname = "Gwendolyn Pryce"\nconfidential = true\n')
        assert "Pryce" not in mail_of_file(open_case(path), "Ada")
        assert "Pryce" in mail_of_file(open_case(path), "Ada", ["Gwendolyn Pryce"])

    def test_the_folders_of_this_machine_are_not_told(self, tmp_path: Path) -> None:
        case = unborne()
        claims = tuple(
            claim.model_copy(
                update={"evidence": tuple(item.model_copy(update={"source": "/home/ada/minutes.pdf"}) for item in claim.evidence)}
            )
            for claim in case.claims
        )
        kept = case.sources[0].model_copy(update={"name": "/home/ada/minutes.pdf"})
        path = CaseFile.create(tmp_path / "ferry.toml", case.model_copy(update={"claims": claims, "sources": (kept,)})).path
        told = words_of(mail_of_file(open_case(path), "Ada"))
        assert "minutes.pdf" in told
        assert "/home" not in told
