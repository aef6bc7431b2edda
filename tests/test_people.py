"""Whom to ask about what, what to ask them, and what they said: the source sheet, the call sheet, the draft mail and the contact log."""

from __future__ import annotations

import json
import stat
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from factcheck import casefile, pipeline, read_text, reporting
from factcheck.casefile import CaseFile, load
from factcheck.model import Aspect, Case, Channel, Claim, Contact, Evidence, EvidenceLevel, Review, Source, Stance, Verdict
from factcheck.model.people import to_ask
from factcheck.reporting.calls import plain
from tests.commands import Run, commands

AT = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)
STORY = """\
Weir rebuilt late

The weir at Stoke cost £4.2 million, the Harbour Board said on Monday. Ruth Okafor, clerk of the Harbour Board, said the work began in \
May 2023.

“Nobody told us about the pumps,” said Tom Ward, who lives by the weir. Ward said the valley was too beautiful for pumps.

Anna Berg hired 14 divers. The pumps ran for nine days. An official said the gates were old.
"""
PHONE, MAIL = "+44 1632 960 961", "okafor@harbour.example"


@pytest.fixture(scope="module")
def case() -> Case:
    return pipeline.make_case(read_text(STORY, published=date(2026, 3, 4)))


@pytest.fixture
def path(case: Case, tmp_path: Path) -> Path:
    return CaseFile.create(tmp_path / "weir.toml", case).path


@pytest.fixture
def run(path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command on the case: its exit code and what it printed on both streams."""
    give = commands(monkeypatch, capsys)
    return lambda command, *more: give(command, path, *more)


def sheet(path: Path, text: str) -> Path:
    there = casefile.sheet_path(path)
    there.write_text(text, "utf-8")
    return there


def claim(case: Case, words: str) -> Claim:
    return next(one for one in case.claims if words in one.gist and one.part_of is None)


def decided(case: Case, words: str, *aspects: Aspect | None) -> Case:
    one = claim(case, words)
    reviews = tuple(Review(by="Ada", at=AT, aspect=aspect, verdict=Verdict.VERIFIED, judged=one.judged) for aspect in aspects)
    return case.with_claim(one.model_copy(update={"reviews": reviews}))


def asked(case: Case, *, every: bool = False) -> dict[str | None, list[str]]:
    return {one.name: [plain(claim.in_context) for claim in one.claims] for one in to_ask(case, every=every)}


class TestWhomToAsk:
    def test_a_claim_is_asked_of_its_speaker_else_of_the_one_person_in_it_else_of_nobody(self, case: Case) -> None:
        told = asked(case)
        assert list(told) == ["Harbour Board", "Ruth Okafor", "Tom Ward", "Anna Berg", "An official", None]
        assert told["Ruth Okafor"] == ["Ruth Okafor, clerk of the Harbour Board, said the work began in May 2023"]
        assert "Tom Ward lives by the weir" in told["Tom Ward"]
        assert told["Anna Berg"] == ["Anna Berg hired 14 divers"]
        assert told[None] == ["Weir rebuilt late", "The pumps ran for nine days"]

    def test_a_claim_that_names_nobody_is_asked_of_whom_its_writer_notes_a_call_with(self, case: Case) -> None:
        pumps = claim(case, "pumps ran for nine days")
        for source, whom in (("Call with Tom Ward, 3 May", "Tom Ward"), ("Tom Ward and Anna Berg", None), ("Call with Tom Wardle", None)):
            noted = case.with_claim(pumps.model_copy(update={"evidence": (Evidence(source=source),)}))
            assert "The pumps ran for nine days" in asked(noted)[whom]

    def test_what_is_decided_is_asked_no_more_unless_all_is(self, case: Case) -> None:
        known = decided(decided(case, "14 divers", None), "Harbour Board said", Aspect.SAID)
        assert "Anna Berg" not in asked(known)
        assert "Harbour Board" in asked(known)
        assert "Harbour Board" not in asked(decided(case, "Harbour Board said", Aspect.SAID, Aspect.SO))
        assert asked(known, every=True) == asked(case)

    def test_a_name_inside_another_is_not_somebody_in_the_claim(self, case: Case) -> None:
        one = claim(case, "14 divers")
        odd = case.with_claim(one.model_copy(update={"gist": "Anna Berg hired 14 divers of Tom Wardrobes"}))
        assert asked(odd)["Anna Berg"] == ["Anna Berg hired 14 divers of Tom Wardrobes"]
        both = case.with_claim(one.model_copy(update={"gist": "[Anna] Berg hired 14 divers of [Tom] Ward"}))
        assert "Anna Berg" not in asked(both)

    def test_who_is_named_right_behind_what_they_are_is_asked_by_name(self, tmp_path: Path) -> None:
        """Also where the article names them nowhere else, and the reading takes the name for none of a person."""
        (tmp_path / "a.txt").write_text("The school lost 23 pupils in two years, the head teacher, Aila Brand, said. It has 40 left.\n")
        there = pipeline.start_case(tmp_path / "a.txt", tmp_path / "claims").unchecked
        assert to_ask(there)[0].name == "Aila Brand"

    def test_a_body_tells_who_has_an_office_there(self, run: Run) -> None:
        code, told, _ = run("people")
        assert code == 0
        lines = told.splitlines()
        assert lines[0] == "Harbour Board · not on the sheet"
        assert lines[1] == "    there: Ruth Okafor, clerk of the Harbour Board"
        assert "“An official” (not named) · not on the sheet" in lines
        assert lines[-1] == "9 claims to ask about."


class TestSheet:
    def test_it_is_made_for_its_owner_alone_and_only_added_to(self, path: Path, run: Run) -> None:
        code, told, said = run("people", "--sheet")
        there = casefile.sheet_path(path)
        assert (code, told) == (0, f"{there}\n")
        assert "*.contacts.toml" in said
        assert stat.S_IMODE(there.stat().st_mode) == 0o600
        assert [card.name for card in casefile.read_people(path)] == ["Harbour Board", "Ruth Okafor", "Tom Ward", "Anna Berg"]
        assert casefile.read_people(path)[1].affiliation == "clerk of the Harbour Board"

    def test_what_people_wrote_on_it_stays_to_the_letter(self, path: Path, run: Run) -> None:
        own = f"# mornings only\n[[people]]\nname = 'ruth  okafor'   # ring twice\nphone = '{PHONE}'\nfax = 7\n\n[desk]\nroom = 4\n"
        there = sheet(path, own)
        assert run("people", "--sheet")[0] == 0
        assert there.read_text("utf-8").startswith(own)
        assert [card.name for card in casefile.read_people(path)] == ["ruth  okafor", "Harbour Board", "Tom Ward", "Anna Berg"]
        once = there.read_bytes()
        assert run("people", "--sheet")[2] == ""
        assert there.read_bytes() == once

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("[[people]]\nname = 'Ann'\nphone = 44\n", "line 3: phone must be text in quotation marks, not 44"),
            ("[[people]]\nphone = '44'\n", "line 1: the key name is missing; add it"),
            ("people = 'Ann'\n", "line 1: people must be tables"),
            ("[[people]]\nname = \n", "line 2: this is not valid TOML"),
            ("people = []\n", None),
        ],
    )
    def test_a_slip_is_told_with_its_line_and_changes_nothing(self, path: Path, run: Run, text: str, told: str | None) -> None:
        there = sheet(path, text)
        code, _, said = run("people", "--sheet")
        assert code == 2
        assert said.count("\n") == 1
        assert told is None or f"{there}, {told}" in said
        assert there.read_text("utf-8") == text

    def test_no_link_chooses_which_file_is_made(self, path: Path, run: Run, tmp_path: Path) -> None:
        casefile.sheet_path(path).symlink_to(tmp_path / "rc")
        code, _, said = run("people", "--sheet")
        assert (code, (tmp_path / "rc").exists()) == (2, False)
        assert "is a link to a file that is not there" in said

    def test_a_linked_sheet_that_is_there_is_used(self, path: Path, run: Run, tmp_path: Path) -> None:
        (tmp_path / "desk.toml").write_text(f"[[people]]\nname = 'Tom Ward'\nphone = '{PHONE}'\n", "utf-8")
        casefile.sheet_path(path).symlink_to(tmp_path / "desk.toml")
        assert run("people", "--sheet")[0] == 0
        assert len(casefile.read_people(path)) == 4
        assert casefile.sheet_path(path).is_symlink()

    def test_contacts_are_shown_when_asked_for_and_never_as_json(self, path: Path, run: Run) -> None:
        sheet(path, f"[[people]]\nname = 'Ruth Okafor'\nphone = '{PHONE}'\nnote = 'ring\\ntwice'\n")
        assert PHONE not in run("people")[1]
        assert "Ruth Okafor, clerk of the Harbour Board · on the sheet\n" in run("people")[1]
        assert PHONE in run("people", "--contacts")[1]
        told = run("people", "--json", "--contacts")[1]
        assert "1632" not in told
        assert "twice" not in told
        people = {one["name"]: one for one in json.loads(told)["people"]}
        assert people["Ruth Okafor"]["reachable"] is True
        assert people["Tom Ward"]["reachable"] is False
        assert people["Harbour Board"]["people_there"] == ["Ruth Okafor"]
        assert people["Ruth Okafor"]["claims"][0]["ask"] == ["said", "so"]
        assert people[None]["claims"][0]["ask"] == ["so"]

    def test_it_is_no_case_and_in_no_export(self, path: Path, run: Run, tmp_path: Path) -> None:
        sheet(path, f"[[people]]\nname = 'Ruth Okafor'\nphone = '{PHONE}'\nemail = '{MAIL}'\n")
        assert casefile.case_files(path.parent) == [path]
        assert run("export", "--out", str(tmp_path / "export"))[0] == 0
        for report in (tmp_path / "export").iterdir():
            assert MAIL.encode() not in report.read_bytes()
            assert PHONE.encode() not in report.read_bytes()


class TestCallSheet:
    def test_each_open_claim_is_one_question_with_boxes_and_room(self, run: Run) -> None:
        code, told, _ = run("call", "harbour board")
        assert code == 0
        assert told == (
            "# Questions for Harbour Board\n\n- Day and time:\n- Asked by:\n- [ ] Name, spelling and title: Harbour Board\n\n"
            "1. Is it right that the weir at Stoke cost £4.2 million, the Harbour Board said on Monday (2 March 2026)? And is that so?"
            f" ({claim(load(Path(sys.argv[2])), 'The weir at').id})\n\n"
            "   - [ ] it was said\n   - [ ] it is so\n   - [ ] £4.2 million: GBP 4,200,000\n   - [ ] Monday: Monday 2 March 2026\n"
            "   - Answer:\n"
        )

    def test_quotations_are_told_only_when_asked_for_and_opinions_never(self, run: Run) -> None:
        told = run("call", "Tom Ward")[1]
        assert "Nobody told us" not in told
        assert "A quotation: ask in your own words" in told
        assert "Is it right that Tom Ward lives by the weir?" in told
        assert "The draft" not in told
        assert "beautiful" not in told
        assert "Left out: 1 opinion." in told
        quoted = run("call", "Ward", "--quote")[1]
        assert "Are the words in quotation marks those of Tom Ward, exactly? Is what they say so?" in quoted
        assert "The draft has: “Nobody told us about the pumps,” said Tom Ward" in quoted
        assert "beautiful" not in quoted

    def test_small_figures_are_not_told_twice(self, case: Case) -> None:
        one = claim(case, "14 divers")
        (figure,) = (part for part in case.parts_of(one) if part.figure is not None)
        in_words = case.with_claim(figure.model_copy(update={"text": "fourteen divers"}))
        told = reporting.call_sheet(in_words, next(each for each in to_ask(in_words) if each.name == "Anna Berg"))
        assert "fourteen divers:" not in told

    def test_only_what_is_open_is_asked(self, case: Case) -> None:
        known = decided(case, "work began", Aspect.SAID)
        told = reporting.call_sheet(known, next(one for one in to_ask(known) if one.name == "Ruth Okafor"))
        assert "1. Ruth Okafor, clerk of the Harbour Board, said the work began in May 2023. Is that so?" in told
        assert "it was said" not in told

    def test_a_name_that_means_nobody_or_several_is_told(self, run: Run) -> None:
        assert run("call", "Nemo")[0] == 2
        assert "factcheck people" in run("call", "Nemo")[2]
        code, _, said = run("call", "r")
        assert code == 2
        assert "give the whole name" in said
        assert run("call", " ")[0] == 2

    def test_a_name_is_found_by_who_has_no_accents_to_type(self, case: Case) -> None:
        asked = next(each for each in to_ask(case) if each.name == "Anna Berg")
        assert asked._replace(name="Ánna Bérg").is_called("anna berg")
        assert asked.is_called("Änna Berg")
        assert not asked.is_called("Ann Berg")

    def test_words_of_the_article_are_no_markup(self, case: Case) -> None:
        one = claim(case, "14 divers")
        odd = case.with_claim(one.model_copy(update={"gist": "Anna Berg hired <b>*14*</b> \x1b[31m [divers](javascript:x)\n# Now"}))
        told = reporting.call_sheet(odd, next(each for each in to_ask(odd) if each.name == "Anna Berg"), quote=True)
        assert "\x1b" not in told
        assert "<b>" not in told
        assert "\n# Now" not in told

    @pytest.mark.parametrize(
        ("gist", "said"),
        [
            ("[Donald] Trump left on Friday [1 Mar 2019].", "Donald Trump left on Friday (1 March 2019)"),
            ("It [the weir] opened in May [2024] in the U.S.", "It (the weir) opened in May (2024) in the U.S."),
            ("One of them [the farmers], Tom [Ward], left.", "One of them (the farmers), Tom Ward, left"),
            ("He said it “works.”", "He said it “works”"),
        ],
    )
    def test_a_gist_is_said_in_plain_words(self, gist: str, said: str) -> None:
        assert plain(gist) == said

    def test_the_mail_has_an_address_only_when_asked_for(self, path: Path, run: Run) -> None:
        sheet(path, f'[[people]]\nname = "Ruth Okafor"\nemail = "{MAIL}\\nBcc: all@example.org"\nphone = "{PHONE}"\n')
        bare = run("call", "Okafor", "--mail")[1]
        head, _, body = bare.partition("\n\n")
        assert head.startswith("Subject: Some facts to check with you\nX-Unsent: 1\n")
        assert body.startswith("Dear Ruth Okafor,\n")
        asked = "1. Is it right that Ruth Okafor, clerk of the Harbour Board, said the work began in May 2023? And is that so?"
        assert asked in " ".join(body.split())
        assert bare.endswith("With thanks,\nAda\n")
        full = run("call", "Okafor", "--mail", "--contacts")[1]
        assert full.startswith(f"To: {MAIL} Bcc: all@example.org\nSubject:")
        assert "\nBcc" not in full
        assert PHONE not in full
        assert PHONE in run("call", "Okafor", "--contacts")[1].replace("\\", "")

    def test_the_mail_says_what_it_leaves_out_and_is_not_empty(self, case: Case, run: Run) -> None:
        _, told, said = run("call", "Tom Ward", "--mail")
        assert "Nobody told" not in told
        assert said == "The mail leaves 1 of their quotations out; --quote asks about them.\n"
        known = decided(case, "lives by", None)
        CaseFile.open(Path(sys.argv[2])).save(known)
        code, told, said = run("call", "Tom Ward", "--mail")
        assert (code, told) == (2, "")
        assert "--quote" in said


class TestLog:
    def test_a_talk_is_evidence_on_its_claims(self, case: Case, path: Path, run: Run) -> None:
        ids = claim(case, "14 divers").id, claim(case, "nine days").id
        code, told, _ = run(
            "log",
            "anna berg",
            "--claim",
            ids[0],
            "--claim",
            ids[1],
            "--corrected",
            "It was 15",
            "--words",
            "No, fifteen!",
            "--at",
            AT.isoformat(),
        )
        assert (code, told) == (0, f"Logged: Anna Berg, call, 5 March 2026, as evidence on {ids[0]}, {ids[1]}.\n")
        there = load(path)
        assert there.contacts == (
            Contact(person="Anna Berg", how=Channel.CALL, at=AT, by="Ada", claims=ids, corrected="It was 15", words="No, fifteen!"),
        )
        for one in ids:
            (item,) = there.claim(one).evidence
            assert (item.source, item.locator, item.quote) == ("Anna Berg", "call, 5 March 2026", "No, fifteen!")
            assert (item.stance, item.level, item.added_by) == (Stance.REFUTES, EvidenceLevel.PRIMARY, "Ada")
        assert there.sources == ()
        assert there.claim(ids[0]).standing() == case.claim(ids[0]).standing()

    @pytest.mark.parametrize(
        ("said", "stance"),
        [
            ((), Stance.MENTIONS),
            (("--confirmed", "all"), Stance.SUPPORTS),
            (("--corrected", "15"), Stance.REFUTES),
            (("--confirmed", "divers", "--corrected", "15"), Stance.QUALIFIES),
            (("--confirmed", "", "--words", "I cannot say"), Stance.MENTIONS),
        ],
    )
    def test_what_was_said_is_the_stance(self, case: Case, path: Path, run: Run, said: tuple[str, ...], stance: Stance) -> None:
        one = claim(case, "14 divers").id
        assert run("log", "Anna Berg", "--how", "meeting", "--claim", one, *said, "--at", "2026-03-05")[0] == 0
        (item,) = load(path).claim(one).evidence
        assert (item.stance, item.locator) == (stance, "meeting, 5 March 2026")

    def test_a_talk_that_nobody_answered_is_kept_and_the_same_is_not_kept_twice(self, path: Path, run: Run) -> None:
        for _ in range(2):
            assert run("log", "Jo Lee", "--words", "no answer", "--at", AT.isoformat())[0] == 0
        assert [contact.person for contact in load(path).contacts] == ["Jo Lee"]

    def test_what_is_wrong_is_told_and_changes_nothing(self, path: Path, run: Run) -> None:
        before = path.read_bytes()
        assert "has no claim nope" in run("log", "Anna Berg", "--claim", "nope")[2]
        assert run("log", "Anna Berg", "--at", "yesterday")[0] == 2
        assert run("log", "  ")[0] == 2
        assert path.read_bytes() == before

    def test_who_is_confidential_on_the_sheet_is_named_in_no_export(self, case: Case, path: Path, run: Run, tmp_path: Path) -> None:
        sheet(path, "[[people]]\nname = 'Ida Ferrant'\nconfidential = true\n")
        one = claim(case, "nine days").id
        assert (
            run("log", "ida ferrant", "--claim", one, "--confirmed", "I counted", "--words", "Nine, I ran them", "--at", "2026-03-05")[0]
            == 0
        )
        assert load(path).sources == (Source(name="Ida Ferrant", confidential=True),)
        assert run("export", "--to", "json", "--to", "markdown", "--to", "html", "--out", str(tmp_path / "export"))[0] == 0
        for report in (tmp_path / "export").iterdir():
            told = report.read_text("utf-8")
            assert "confidential source 1" in told
            assert not any(words in told for words in ("Ferrant", "Nine, I ran them", "I counted"))

    def test_who_is_made_confidential_after_the_talk_is_withheld_too(self, case: Case, path: Path, run: Run, tmp_path: Path) -> None:
        one = claim(case, "nine days").id
        assert run("log", "Ida Ferrant", "--claim", one, "--words", "Nine, I ran them")[0] == 0
        sheet(path, "[[people]]\nname = 'Ida Ferrant'\nconfidential = true\n")
        assert run("export", "--to", "json", "--out", str(tmp_path / "export"))[0] == 0
        told = (tmp_path / "export" / "weir.json").read_text("utf-8")
        assert "Ferrant" not in told
        assert "Nine, I ran them" not in told
