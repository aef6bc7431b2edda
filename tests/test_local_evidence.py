"""Files that a case names as sources are kept beside it, looked through and opened; a case that was sent reaches no others."""

from __future__ import annotations

import hashlib
import os
import time
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck import pipeline
from factcheck.casefile import CaseFile, load
from factcheck.cli import app
from factcheck.evidence import copies, finding
from factcheck.model import Case, Evidence, FactcheckError, Source, Stance
from factcheck.reporting.places import without_folders
from factcheck.settings import approve, files, wishes
from tests.builders import ferry_case
from tests.documents.pdfs import lines, pdf
from tests.documents.test_formats import docx
from tests.evidence.test_sheets import excel

MINUTES = "Harbour committee, 4 March.\n\nThe wall will cost 1.2 million pounds, but only if the piles hold.\n"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk in a person's home: the cases in it, a file beside them, and one elsewhere at home that is nobody's business."""
    home = tmp_path / "home"
    desk = home / "desk"
    (desk / "claims").mkdir(parents=True)
    (desk / "minutes.txt").write_text(MINUTES)
    (home / "private.txt").write_text("Pin 4711.")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("FACTCHECK_STATE", str(tmp_path / "state"))
    monkeypatch.chdir(desk)
    return desk


def leaning(*evidence: Evidence) -> Case:
    case = ferry_case()
    bare = case.model_copy(update={"claims": tuple(claim.model_copy(update={"evidence": ()}) for claim in case.claims)})
    return bare.with_claim(bare.claims[0].model_copy(update={"evidence": evidence}))


def look(desk: Path, case: Case | None = None, **asked: object) -> Case:
    """The case in the desk's one file once its sources were looked at; `case` is put there first."""
    path = desk / "claims" / "ferry.toml"
    if case is not None:
        path.unlink(missing_ok=True)
        CaseFile.create(path, case)
    pipeline.gather_evidence(path, pipeline.fetch_options(**asked))  # type: ignore[arg-type]
    return load(path)


def named(*names: str) -> Case:
    return leaning(*(Evidence(source=name, stance=Stance.CITED) for name in names))


def kept(desk: Path) -> list[str]:
    return sorted(path.name for path in (desk / "claims" / "ferry.sources").glob("*"))


def status(case: Case) -> list[str]:
    return [(source.status or "-").partition(":")[0] for source in case.every_source]


class TestKept:
    def test_a_file_is_copied_under_its_digest(self, desk: Path) -> None:
        (source,) = look(desk, named("minutes.txt")).sources
        digest = hashlib.sha256(MINUTES.encode()).hexdigest()
        assert (source.status, source.sha256) == ("ok", digest)
        assert source.kept is not None
        assert (desk / "claims" / "ferry.sources" / f"{digest}.txt").read_text() == MINUTES

    @pytest.mark.parametrize("name", ["minutes.txt", "../minutes.txt", "{desk}/minutes.txt", "calls/okafor.txt", "calls\\okafor.txt"])
    def test_it_is_found_from_the_case_the_article_and_the_working_folder(self, desk: Path, name: str) -> None:
        (desk / "calls").mkdir()
        (desk / "calls" / "okafor.txt").write_text("A call.")
        assert status(look(desk, named(name.format(desk=desk)))) == ["ok"]
        assert len(kept(desk)) == 1

    def test_it_is_found_beside_the_article(self, desk: Path) -> None:
        (desk / "in").mkdir()
        (desk / "minutes.txt").rename(desk / "in" / "minutes.txt")
        case = named("minutes.txt")
        assert status(look(desk, case)) == ["not there"]
        assert status(look(desk, case.model_copy(update={"article": case.article.model_copy(update={"source": "in/copy.docx"})}))) == ["ok"]

    def test_what_is_no_file_is_let_be(self, desk: Path) -> None:
        case = look(desk, named("A call to R. Okafor, 3/5/2024", "Parish minutes", "claims", "a\0b"))
        assert (case.sources, kept(desk)) == ((), [])

    def test_a_second_look_changes_nothing(self, desk: Path) -> None:
        look(desk, named("minutes.txt"))
        path = desk / "claims" / "ferry.toml"
        copy = next((desk / "claims" / "ferry.sources").iterdir())
        before = path.read_bytes(), copy.stat().st_mtime_ns, copy.stat().st_ino
        look(desk)
        assert (path.read_bytes(), copy.stat().st_mtime_ns, copy.stat().st_ino) == before

    def test_a_copy_that_is_lost_is_made_again(self, desk: Path) -> None:
        look(desk, named("minutes.txt"))
        names = kept(desk)
        next((desk / "claims" / "ferry.sources").iterdir()).unlink()
        look(desk)
        assert kept(desk) == names

    def test_a_file_that_changed_is_told_and_the_old_copy_stays(self, desk: Path) -> None:
        (before,) = look(desk, named("minutes.txt")).sources
        (desk / "minutes.txt").write_text(MINUTES.replace("1.2", "1.4"))
        (source,) = look(desk).sources
        assert (source.status or "").startswith("changed since it was kept: ")
        assert (source.sha256, source.kept, source.works) == (before.sha256, before.kept, False)
        assert kept(desk) == [f"{before.sha256}.txt"]
        (source,) = look(desk, again=True).sources
        assert (source.status or "").startswith("ok; changed")
        assert set(kept(desk)) == {f"{before.sha256}.txt", f"{source.sha256}.txt"}

    def test_a_file_that_is_gone_is_told_and_the_copy_stays(self, desk: Path) -> None:
        (before,) = look(desk, named("minutes.txt")).sources
        (desk / "minutes.txt").unlink()
        (source,) = look(desk).sources
        assert (status(load(desk / "claims" / "ferry.toml")), source.sha256) == (["not there"], before.sha256)
        assert kept(desk) == [f"{before.sha256}.txt"]

    def test_a_file_that_is_too_large_is_told_and_not_kept(self, desk: Path) -> None:
        with (desk / "flight.mp4").open("wb") as file:
            file.truncate(copies.LARGEST + 1)
        case = look(desk, named("flight.mp4"))
        assert case.sources[0].status == "too large: it has more than 512 MB, so it is not kept"
        assert (case.sources[0].sha256, kept(desk)) == (None, [])

    def test_a_confidential_file_is_never_copied(self, desk: Path) -> None:
        case = named("minutes.txt").model_copy(update={"sources": (Source(name="minutes.txt", confidential=True),)})
        assert look(desk, case).sources == case.sources
        assert kept(desk) == []

    def test_a_full_disk_is_told_and_leaves_nothing_half(self, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(_beside: Path, _path: Path) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(copies, "put_in_place", full)
        with pytest.raises(FactcheckError, match="No space left on device"):
            look(desk, named("minutes.txt"))
        assert kept(desk) == []

    def test_a_copy_that_no_source_refers_to_is_swept(self, desk: Path) -> None:
        look(desk, named("minutes.txt"))
        (desk / "minutes.txt").write_text("Other words.")
        look(desk, again=True)
        done = CliRunner().invoke(app, ["evidence", "claims/ferry.toml", "--sweep", "--yes"])
        assert done.output.endswith("1 deleted.\n")
        assert len(kept(desk)) == 1


def quoted(name: str, quote: str, locator: str | None = None) -> Case:
    return leaning(Evidence(source=name, quote=quote, locator=locator))


class TestLookedThrough:
    """Quotations are looked for in a file, and told with the place where they stand."""

    def found(self, desk: Path, case: Case) -> tuple[int, str | None, tuple[str, ...]]:
        (source,) = look(desk, case).sources
        (quotation,) = source.quotations
        return quotation.match, quotation.place, case.remarks_on(source, quotation)

    def test_in_a_text(self, desk: Path) -> None:
        match, place, remarks = self.found(desk, quoted("minutes.txt", "will cost 1.2 million pounds"))
        assert (match, place) == (100, None)
        assert any("stops before “but”" in remark for remark in remarks)

    def test_in_a_pdf_with_its_page(self, desk: Path) -> None:
        pages = ["The harbour committee met in the old hall on Monday.", "It heard that nine frames were rotten."]
        (desk / "minutes.pdf").write_bytes(pdf(*map(lines, pages)))
        assert self.found(desk, quoted("minutes.pdf", "nine frames were rotten", "p. 2")) == (100, "page 2", ())
        case = quoted("minutes.pdf", "nine frames were rotten", "p. 14")
        assert self.found(desk, case) == (100, "page 2", ("found on page 2, not p. 14",))
        listed = CliRunner().invoke(app, ["evidence", "claims/ferry.toml", "--list"]).output
        assert "the source has these words (page 2)" in listed
        assert "! found on page 2, not p. 14" in listed

    def test_in_a_word_document(self, desk: Path) -> None:
        (desk / "letter.docx").write_bytes(docx("<w:p><w:r><w:t>We found rot in nine of the frames.</w:t></w:r></w:p>"))
        assert self.found(desk, quoted("letter.docx", "rot in nine of the frames"))[0] == 100

    def test_in_a_spreadsheet_with_its_cells(self, desk: Path) -> None:
        (desk / "payments.xlsx").write_bytes(excel())
        assert self.found(desk, quoted("payments.xlsx", "Quay Builders Ltd", "cell A7")) == (100, "sheet Payments, cell A7", ())
        assert self.found(desk, quoted("payments.xlsx", "Quay Builders Ltd £4,200,000.00"))[:2] == (100, "sheet Payments, cells A7 to B7")
        for amount in ("£4.2 million", "4200000", "4 March 2024"):
            match, place, _ = self.found(desk, quoted("payments.xlsx", amount))
            assert (match, place) == (100, f"sheet Payments, cell {'C7' if 'March' in amount else 'B7'}")
        _, _, remarks = self.found(desk, quoted("payments.xlsx", "4200000", "sheet 2, cell B9"))
        assert "found in sheet Payments, cell B7, not sheet 2, cell B9" in remarks

    def test_a_number_that_several_cells_hold_is_told_with_all(self, desk: Path) -> None:
        (desk / "table.csv").write_text("".join(f"row {n},300\n" for n in range(8)))
        assert self.found(desk, quoted("table.csv", "300"))[1] == "cell B1; cell B2; cell B3; cell B4; cell B5; and 3 more"
        assert self.found(desk, quoted("table.csv", "30"))[0] < 100

    def test_words_that_are_not_there_are_told(self, desk: Path) -> None:
        assert self.found(desk, quoted("minutes.txt", "nobody swam that day in the sea"))[:2] == (0, None)

    def test_where_only_a_person_finds_words_nothing_is_claimed(self, desk: Path) -> None:
        (desk / "okafor.mp3").write_bytes(b"ID3")
        (source,) = look(desk, quoted("okafor.mp3", "nine frames")).sources
        assert source.quotations == ()
        told = "ok; words cannot be looked for in it; put a transcript of the same name beside it (.srt, .vtt, .txt)"
        assert source.status == told

    @pytest.mark.parametrize(
        ("ending", "transcript", "place"),
        [
            (
                "srt",
                "1\n00:12:20,000 --> 00:12:24,000\nWe saw her.\n\n2\n00:12:34,500 --> 00:12:38,000\nNine frames were rotten.\n",
                "0:12:34",
            ),
            ("vtt", "WEBVTT\n\n12:20.000 --> 12:24.000\nWe saw her.\n\n12:34.000 --> 12:38.000\nNine frames were rotten.\n", "0:12:34"),
            ("vtt", "WEBVTT\n\n12:34.000 --> 12:38.000\nNine frames were rotten.\n", "0:12:34"),
            ("txt", "We saw her. Nine frames were rotten.\n", None),
        ],
    )
    def test_in_the_transcript_beside_a_recording(self, desk: Path, ending: str, transcript: str, place: str | None) -> None:
        """Also one that was made after the recording was first looked at."""
        (desk / "okafor.mp3").write_bytes(b"ID3")
        case = quoted("okafor.mp3", "ten frames were rotten")
        look(desk, case)
        (desk / f"okafor.{ending}").write_text(transcript)
        (source,) = look(desk).sources
        (quotation,) = source.quotations
        assert (source.status, source.transcript, quotation.place) == ("ok", f"okafor.{ending}", place)
        assert quotation.match < 100
        assert any("“ten”" in remark for remark in quotation.remarks)
        assert source.sha256 == hashlib.sha256(b"ID3").hexdigest()
        CliRunner().invoke(app, ["evidence", "claims/ferry.toml", "--sweep", "--yes"])
        assert len(kept(desk)) == 2

    def test_in_a_transcript_that_was_put_right_when_asked_again(self, desk: Path) -> None:
        (desk / "okafor.mp3").write_bytes(b"ID3")
        (desk / "okafor.txt").write_text("Ten frames were rotten.\n")
        look(desk, quoted("okafor.mp3", "nine frames were rotten"))
        (desk / "okafor.txt").write_text("Nine frames were rotten.\n")
        assert [one.match == 100 for one in look(desk).sources[0].quotations] == [False]
        assert [one.match == 100 for one in look(desk, again=True).sources[0].quotations] == [True]

    def test_a_pdf_that_cannot_be_read_is_kept_and_told(self, desk: Path) -> None:
        (desk / "minutes.pdf").write_bytes(b"%PDF-1.7 broken")
        (source,) = look(desk, quoted("minutes.pdf", "nine frames")).sources
        assert (source.status or "").startswith("ok; it ")
        assert (source.quotations, len(kept(desk))) == ((), 1)

    def test_a_new_quotation_is_looked_for_in_the_copy(self, desk: Path) -> None:
        """Also once the file itself says something else."""
        look(desk, named("minutes.txt"))
        (desk / "minutes.txt").write_text("Withdrawn.")
        path = desk / "claims" / "ferry.toml"
        path.write_text(path.read_text().replace('stance = "cited"', 'stance = "supports"\nquote = "but only if the piles hold"'))
        (source,) = look(desk).sources
        assert [quotation.match for quotation in source.quotations] == [100]
        assert "in the old snapshot of" in source.describe(source.quotations[0])

    def test_how_a_file_has_changed_is_told(self, desk: Path) -> None:
        look(desk, quoted("minutes.txt", "will cost"))
        (desk / "minutes.txt").write_text(MINUTES.replace("1.2 million", "1.4 million"))
        (source,) = look(desk).sources
        assert source.status is not None
        assert source.status.startswith("changed since it was kept: about ")
        assert "1.4 million" in source.status

    def test_a_copy_that_was_changed_is_not_looked_through(self, desk: Path) -> None:
        look(desk, named("minutes.txt"))
        copy = next((desk / "claims" / "ferry.sources").iterdir())
        copy.write_text(MINUTES.replace("1.2", "9.9"))
        path = desk / "claims" / "ferry.toml"
        path.write_text(path.read_text().replace('stance = "cited"', 'stance = "supports"\nquote = "cost 9.9 million"'))
        assert look(desk).sources[0].quotations == ()


class TestOfAStranger:
    """A case that was sent names what it likes."""

    @pytest.mark.parametrize(
        "name",
        ["/etc/passwd", "../../private.txt", "../../../home/private.txt", "{home}/private.txt", "/etc/../etc/passwd", "~/private.txt"],
    )
    def test_no_file_elsewhere_is_copied(self, desk: Path, name: str) -> None:
        case = look(desk, named(name.format(home=desk.parent)))
        assert kept(desk) == []
        assert not any(source.sha256 for source in case.sources)

    def test_it_is_told_in_a_sentence_whether_or_not_it_is_there(self, desk: Path) -> None:
        case = look(desk, named("/etc/passwd", "/etc/no-such-file"))
        assert {source.status for source in case.sources} == {finding.OUTSIDE}
        assert "--files" in CliRunner().invoke(app, ["evidence", "claims/ferry.toml", "--list"]).output

    def test_no_link_leads_elsewhere(self, desk: Path) -> None:
        (desk / "claims" / "report.txt").symlink_to(desk.parent / "private.txt")
        (desk / "claims" / "out").symlink_to(desk.parent)
        case = look(desk, named("report.txt", "out/private.txt", "out/no-such-file.txt"))
        assert status(case) == ["outside", "outside", "outside"]
        assert kept(desk) == []

    def test_where_it_says_that_the_article_was_opens_no_folder(self, desk: Path) -> None:
        case = named("private.txt", "passwd")
        for place in (f"{desk.parent}/copy.docx", "/etc/os-release", "../copy.docx"):
            look(desk, case.model_copy(update={"article": case.article.model_copy(update={"source": place})}))
            assert kept(desk) == []

    @pytest.mark.parametrize("place", ["ferry.toml", "sent/ferry.toml"])
    def test_a_home_is_no_desk(self, desk: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
        """Not when it is the working folder, nor when the case lies in it or right below it."""
        home = desk.parent
        monkeypatch.chdir(home)
        (home / "sent").mkdir()
        CaseFile.create(home / place, named("private.txt", "../private.txt"))
        pipeline.gather_evidence(home / place, pipeline.fetch_options())
        assert {source.sha256 for source in load(home / place).sources} == {None}

    def test_nothing_hidden_is_copied(self, desk: Path) -> None:
        (desk / ".ssh").mkdir()
        (desk / ".ssh" / "id.txt").write_text("secret")
        (desk / ".env").write_text("secret")
        assert status(look(desk, named(".ssh/id.txt", ".env"))) == ["outside", "outside"]
        assert kept(desk) == []

    def test_a_folder_that_the_person_names_counts(self, desk: Path) -> None:
        (desk.parent / "papers").mkdir()
        (desk.parent / "papers" / "log.txt").write_text("The log.")
        look(desk, named("log.txt"))
        assert kept(desk) == []
        said = CliRunner().invoke(app, ["evidence", "claims/ferry.toml", "--files", str(desk.parent / "papers")])
        assert (said.exit_code, len(kept(desk))) == (0, 1)

    def test_in_a_browser_only_what_is_served_counts(self, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FACTCHECK_WITHIN", str(desk / "claims"))
        assert status(look(desk, named("minutes.txt", "../minutes.txt"))) == ["not there", "outside"]
        assert kept(desk) == []

    def test_no_copy_is_made_through_a_link_to_elsewhere(self, desk: Path) -> None:
        (desk / "elsewhere").mkdir()
        (desk / "claims" / "ferry.sources").symlink_to(desk / "elsewhere")
        with pytest.raises(FactcheckError, match="is a link to another place"):
            look(desk, named("minutes.txt"))
        assert list((desk / "elsewhere").iterdir()) == []

    def test_what_is_no_file_does_not_hang(self, desk: Path) -> None:
        os.mkfifo(desk / "pipe.txt")
        assert status(look(desk, named("pipe.txt"))) == ["not there"]


class TestReported:
    def test_reports_have_name_page_and_digest_and_no_folder_of_this_machine(self, desk: Path) -> None:
        (desk / "minutes.pdf").write_bytes(pdf(lines("The committee met on Monday."), lines("Nine frames were rotten.")))
        path = f"{desk}/minutes.pdf"
        note = f"See {path}, p. 14"
        case = look(desk, leaning(Evidence(source=path, quote="nine frames were rotten", locator="p. 14", note=note)))
        made = [
            one for one in pipeline.export_case(desk / "claims" / "ferry.toml", desk / "export", ()) if one.suffix not in (".docx", ".xlsx")
        ]
        texts = {one.name: one.read_text() for one in made}
        assert case.sources[0].sha256 is not None
        assert not [name for name, text in texts.items() if str(desk) in text]
        for name in ("ferry.md", "ferry.html"):
            assert case.sources[0].sha256 in texts[name]
            assert "ound on page 2, not p. 14" in texts[name]
            assert "minutes.pdf" in texts[name]
        for name in ("ferry.docx", "ferry.xlsx"):
            with zipfile.ZipFile(desk / "export" / name) as package:
                assert not any(str(desk).encode() in package.read(part) for part in package.namelist())

    def test_a_confidential_file_is_named_in_no_report(self, desk: Path) -> None:
        path = f"{desk}/okafor-letter.txt"
        case = leaning(Evidence(source=path, note=f"{path}, p. 3"))
        CaseFile.create(desk / "claims" / "ferry.toml", case.with_source(Source(name=path, confidential=True)))
        made = pipeline.export_case(desk / "claims" / "ferry.toml", desk / "export", ["markdown", "html", "json"])
        assert not [one for one in made if "okafor-letter" in one.read_text()]

    @pytest.mark.parametrize(
        ("name", "shown"),
        [
            ("/home/ada/minutes.pdf", "minutes.pdf"), ("C:\\calls\\okafor.mp3", "okafor.mp3"), ("~/a.pdf", "a.pdf"), ("/a.pdf", "a.pdf"),
            ("calls/a.mp3", "calls/a.mp3"), ("A call, 3/4/2024", "A call, 3/4/2024"), ("Parish minutes", "Parish minutes"),
        ],
    )  # fmt: skip
    def test_only_the_folders_of_a_machine_are_left_out(self, name: str, shown: str) -> None:
        case = without_folders(named(name).with_source(Source(name=name)))
        assert [item.source for item in case.claims[0].evidence] == [source.name for source in case.sources] == [shown]


class TestOpened:
    """The copy, by a program of the person's, at its page or second."""

    @pytest.fixture
    def programs(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A folder that is all of PATH, and settings of nobody's."""
        folder = tmp_path / "programs"
        folder.mkdir()
        monkeypatch.setenv("PATH", str(folder))
        monkeypatch.setattr(files, "user_config_path", lambda *_args, **_named: tmp_path / "own")
        return folder

    def stub(self, programs: Path, name: str) -> None:
        """A program that writes down its arguments, whole once it is there."""
        path = programs / name
        path.write_text(f'#!/bin/sh\nprintf "%s\\n" {name} "$@" > "{programs}/.made" && /bin/mv "{programs}/.made" "{programs}/said"\n')
        path.chmod(0o755)

    def said(self, programs: Path) -> list[str]:
        for _ in range(500):
            if (programs / "said").exists():
                return (programs / "said").read_text().splitlines()
            time.sleep(0.02)
        raise AssertionError("nothing was started")

    def opened(self, desk: Path, case: Case) -> tuple[str, Path]:
        looked = look(desk, case)
        (source,) = looked.sources
        words = pipeline.open_copy(desk / "claims" / "ferry.toml", source, pipeline.place_to_open(looked, source))
        return words, desk / "claims" / "ferry.sources" / kept(desk)[0]

    @pytest.mark.parametrize(
        ("program", "arguments"),
        [
            ("zathura", ["-P", "2", "{}"]), ("evince", ["--page-index=2", "{}"]), ("okular", ["--page", "2", "{}"]), ("xpdf", ["{}", ":2"]),
            ("xdg-open", ["{}"]),
        ],
    )  # fmt: skip
    def test_a_pdf_at_the_page_where_the_words_are(self, desk: Path, programs: Path, program: str, arguments: list[str]) -> None:
        self.stub(programs, program)
        (desk / "minutes.pdf").write_bytes(pdf(lines("The committee met on Monday."), lines("Nine frames were rotten.")))
        words, copy = self.opened(desk, quoted("minutes.pdf", "nine frames were rotten", "p. 14"))
        assert words == f"Opening minutes.pdf (page 2) with {program}"
        assert self.said(programs) == [program, *(word.replace("{}", str(copy)) for word in arguments)]

    @pytest.mark.parametrize(
        ("program", "arguments"), [("mpv", ["--force-window=yes", "--start=754", "{}"]), ("vlc", ["--start-time=754", "{}"])]
    )
    def test_a_recording_at_its_second(self, desk: Path, programs: Path, program: str, arguments: list[str]) -> None:
        self.stub(programs, program)
        (desk / "okafor.mp3").write_bytes(b"ID3")
        _, copy = self.opened(desk, leaning(Evidence(source="okafor.mp3", locator="12:34", stance=Stance.CITED)))
        assert self.said(programs) == [program, *(word.replace("{}", str(copy)) for word in arguments)]

    @pytest.mark.parametrize(
        ("name", "transcript"),
        [
            ("okafor.srt", ("1\n00:12:20,000 --> 00:12:24,000\nWe saw her.\n\n2\n00:12:34,500 --> 00:12:36,000\nNine <i>frames</i>\n\n"
             "3\n00:12:36,000 --> 00:12:38,000\nwere rotten.\n")),
            ("okafor.vtt", "WEBVTT\n\n12:20.000 --> 12:24.000\nWe looked at her.\n\n12:34.000 --> 12:38.000\nNine frames were rotten.\n"),
            ("okafor.txt", "[12:20] We looked at her.\n[12:34] Nine frames were rotten.\n"),
        ],
    )  # fmt: skip
    def test_a_transcript_opens_its_recording_where_the_words_are_said(
        self, desk: Path, programs: Path, name: str, transcript: str
    ) -> None:
        self.stub(programs, "mpv")
        (desk / name).write_text(transcript)
        (desk / "okafor.mp3").write_bytes(b"ID3")
        words, _ = self.opened(desk, quoted(name, "nine frames were rotten"))
        assert words == "Opening okafor.mp3 (0:12:34) with mpv"
        digest = hashlib.sha256(b"ID3").hexdigest()
        copy = desk / "claims" / "ferry.sources" / f"{digest}.mp3"
        assert self.said(programs) == ["mpv", "--force-window=yes", "--start=754", str(copy)]
        CliRunner().invoke(app, ["evidence", "claims/ferry.toml", "--sweep", "--yes"])
        assert copy.exists()

    def test_by_what_the_persons_own_settings_say(self, desk: Path, programs: Path, tmp_path: Path) -> None:
        self.stub(programs, "mine")
        (tmp_path / "own").mkdir()
        (tmp_path / "own" / "factcheck.toml").write_text("[open]\ntext = \"mine --at '{page} $(id)' {file}\"\n")
        _, copy = self.opened(desk, named("minutes.txt"))
        assert self.said(programs) == ["mine", "--at", "1 $(id)", str(copy)]

    def test_what_a_folder_says_waits_for_a_yes(self, desk: Path, programs: Path) -> None:
        self.stub(programs, "theirs")
        (desk / "factcheck.toml").write_text('[open]\ntext = "theirs {file}"\n')
        with pytest.raises(FactcheckError, match=r"would start theirs \{file\} to open a source that is a text file; if you trust it"):
            self.opened(desk, named("minutes.txt"))
        approve(wishes(desk / "factcheck.toml"))
        self.opened(desk, named("minutes.txt"))
        assert self.said(programs)[0] == "theirs"

    @pytest.mark.usefixtures("programs")
    def test_a_place_that_would_not_be_filled_in_is_told(self, desk: Path) -> None:
        (desk / "factcheck.toml").write_text('[open]\naudio = "mine --at {second} {file}"\n')
        told = r"open\.audio has \{second\}, which is not known; write \{file\}, \{page\}, \{seconds\}\."
        with pytest.raises(FactcheckError, match=told):
            self.opened(desk, named("minutes.txt"))

    @pytest.mark.usefixtures("programs")
    @pytest.mark.parametrize("line", ['pdf = "zathura"', "pdf = 7", 'pdf = "a \'{file}"', 'pdf = "{file}"', 'exe = "a {file}"'])
    def test_settings_that_do_not_fit_are_told(self, desk: Path, line: str) -> None:
        (desk / "factcheck.toml").write_text(f"[open]\n{line}\n")
        with pytest.raises(FactcheckError, match=r"factcheck\.toml: "):
            self.opened(desk, named("minutes.txt"))

    def test_a_copy_whose_bytes_changed_is_not_opened(self, desk: Path, programs: Path) -> None:
        self.stub(programs, "xdg-open")
        (source,) = look(desk, named("minutes.txt")).sources
        copy = desk / "claims" / "ferry.sources" / kept(desk)[0]
        copy.write_text("Other words.")
        case = desk / "claims" / "ferry.toml"
        with pytest.raises(FactcheckError, match="is not what was kept: its bytes have changed, so it is not opened"):
            pipeline.open_copy(case, source, None)
        copy.unlink()
        with pytest.raises(FactcheckError, match=r"The copy of minutes\.txt cannot be opened"):
            pipeline.open_copy(case, source, None)
        copy.symlink_to(desk / "minutes.txt")
        with pytest.raises(FactcheckError, match=r"The copy of minutes\.txt cannot be opened"):
            pipeline.open_copy(case, source, None)
        assert not (programs / "said").exists()

    @pytest.mark.parametrize("name", ["page.html", "tool.desktop", "run.sh", "sheet.xlsm"])
    def test_what_may_start_a_program_is_not_opened(self, desk: Path, programs: Path, name: str) -> None:
        self.stub(programs, "xdg-open")
        (desk / name).write_text("x")
        with pytest.raises(FactcheckError, match="can start programs; open it yourself"):
            self.opened(desk, named(name))

    def test_nothing_is_started_for_who_sits_at_a_browser(self, desk: Path, programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.stub(programs, "xdg-open")
        monkeypatch.setenv("FACTCHECK_WITHIN", str(desk))
        with pytest.raises(FactcheckError, match="no program is started on the serving machine"):
            self.opened(desk, named("minutes.txt"))

    def test_where_no_program_is_there_it_is_told(self, desk: Path, programs: Path) -> None:
        assert not list(programs.iterdir())
        with pytest.raises(FactcheckError, match="There is no program xdg-open here"):
            self.opened(desk, named("minutes.txt"))


class TestTheArticlesFigures:
    """The figures and days of a sentence are looked for in the file that its writer cites for it."""

    @pytest.fixture
    def listed(self, desk: Path) -> str:
        (desk / "account.txt").write_text("The pier cost £83.4 million in all. It opened on 11 May 2026.\n")
        (desk / "notice.txt").write_text("The pier is open.\n")
        (desk / "story.md").write_text(
            "# Pier\n\nBy Ann Lee\n\n20 November 2026\n\nThe pier cost £84.3 million.[^1] It opened on 11 May 2026.[^1][^2]\n\n"
            "[^1]: account.txt\n[^2]: notice.txt\n"
        )
        pipeline.start_case(desk / "story.md", desk / "claims")
        return CliRunner().invoke(app, ["evidence", "claims/story.toml"]).output

    def test_what_is_not_there_is_told_last_with_what_is(self, listed: str) -> None:
        told = "“£84.3 million”, account.txt: the source does not have these words; it has “£83.4 million”"
        (told_last,) = listed.partition("1 to look at:\n")[2].splitlines()
        assert told_last.endswith(told)

    def test_what_another_source_for_the_same_words_has_is_not_missed(self, listed: str) -> None:
        assert "“11 May 2026”: the source has these words" in listed
        assert "“11 May 2026”: the source does not" not in listed

    def test_nobody_is_said_to_be_independent_before_a_stance_is_given(self, listed: str) -> None:
        assert "2 sources: 2 fetched and there, and nobody has said yet whether they support their claims." in listed


class TestTheArticlesOwnQuotations:
    """What the article has in quotation marks is looked for in the file that its writer cites for it, without anybody copying it out."""

    MINUTES_TEXT = "Item 1. The chair opened.\n\nMr Cole said the wall would be unsecured in all but name.\n"

    @pytest.fixture
    def opened(self, desk: Path) -> pipeline.Opened:
        (desk / "wall.txt").write_text(self.MINUTES_TEXT)
        (desk / "story.md").write_text(
            "# Wall\n\nBy Ann Lee\n\n"
            "Mr Cole said the wall “would be unsecured in all but name.”[^1] Mr Cole said it “was a gift to the whole town.”[^1]\n\n"
            "[^1]: wall.txt, p. 4\n"
        )
        return pipeline.start_case(desk / "story.md", desk / "claims")

    def test_are_told_to_stand_there_or_not(self, opened: pipeline.Opened) -> None:
        pipeline.gather_evidence(opened.file.path, pipeline.fetch_options())
        (source,) = load(opened.file.path).sources
        assert [(one.quote, one.match) for one in source.quotations] == [
            ("would be unsecured in all but name", 100),
            ("was a gift to the whole town", 0),
        ]

    def test_of_a_claim_that_is_gone_are_no_trouble(self, opened: pipeline.Opened) -> None:
        pipeline.gather_evidence(opened.file.path, pipeline.fetch_options())
        case = load(opened.file.path)
        bare = case.model_copy(update={"claims": ()})
        assert [bare.remarks_on(case.sources[0], one) for one in case.sources[0].quotations] == [(), ()]
