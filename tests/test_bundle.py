"""A bundle holds what one needs to defend a story, and nothing that may not leave the house; whatever is done to it later is noticed."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

import bagit
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import files, pipeline
from factcheck.casefile import CaseFile, load
from factcheck.evidence import copies
from factcheck.model import Case, FactcheckError, Source
from factcheck.reporting import bag_check, bags
from factcheck.reporting.bag_check import check_bag
from tests.builders import AT, FERRY, ferry_case
from tests.casefile.cases import attach
from tests.commands import Run, commands
from tests.documents.test_formats import docx

PAGE = b"\x1f\x8b a page, packed"
CALL = b"a call, recorded"
SECRET = "Jane Roe"


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def kept(folder: Path, data: bytes, ending: str) -> str:
    folder.mkdir(exist_ok=True)
    (folder / f"{digest(data)}{ending}").write_bytes(data)
    return digest(data)


def with_sources(case: Case, folder: Path, *, confidential: bool = False) -> Case:
    """The ferry's case with a page and a recording that are kept beside it, the recording from somebody who may not be named."""
    case = attach(case, 4, url="https://harbour.example/log", stance="supports", added_by="Ben")
    case = attach(case, 5, source=f"{SECRET}.mp3", stance="supports", quote="It rained", added_by="Ben")
    page = Source(url="https://harbour.example/log", status="ok", fetched=AT, sha256=kept(folder, PAGE, ".warc.gz"), title="The log")
    call = Source(name=f"{SECRET}.mp3", status="ok", sha256=kept(folder, CALL, ".mp3"), confidential=confidential)
    return case.with_source(page).with_source(call)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with a case that has sources."""
    place = tmp_path / "desk"
    (place / "claims").mkdir(parents=True)
    monkeypatch.chdir(place)
    case = ferry_case(reviewed=True)
    CaseFile.create(place / "claims" / "ferry.toml", with_sources(case, place / "claims" / "ferry.sources"))
    return place


def packed(*cases: str, reveal: tuple[str, ...] = (), formats: tuple[str, ...] = ("csv",)) -> dict[str, bytes]:
    """The files of a bundle of these cases, by their names below its folder."""
    path, _ = pipeline.bundle([Path(name) for name in cases or ("claims/ferry.toml",)], Path("out.zip"), formats, reveal)
    return members(path.read_bytes())


def members(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as bag:
        return {name.partition("/")[2]: bag.read(name) for name in bag.namelist()}


def rebuilt(data: bytes, change: Callable[[dict[str, bytes]], Mapping[str, bytes]], how: int = ZIP_STORED) -> bytes:
    """The bundle with other files in it, as another program would pack them: with right checksums."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as bag, ZipFile(out, "w", how) as made:
        for name, content in change({name: bag.read(name) for name in bag.namelist()}).items():
            made.writestr(ZipInfo(name), content, how)
    return out.getvalue()


@pytest.fixture
def whole(desk: Path) -> bytes:
    """A bundle of the case on the desk."""
    path, _ = pipeline.bundle([Path("claims/ferry.toml")], None, ["csv"])
    assert path == Path("export/ferry.zip")
    return (desk / path).read_bytes()


def looked(path: Path) -> str:
    """What is told of a bundle: that it is refused, or its digest and what is not as it was."""
    try:
        found = check_bag(path)
    except FactcheckError as problem:
        return str(problem)
    return "\n".join((found.sha256, *found.troubles, ""))


class TestPacked:
    def test_it_holds_the_case_the_article_what_was_kept_and_the_reports(self) -> None:
        found = packed()
        assert set(found) == {
            "bag-info.txt", "bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "data/contents.txt",
            "data/articles/ferry.txt", "data/claims/ferry.toml", "data/reports/ferry.csv",
            f"data/claims/ferry.sources/{digest(PAGE)}.warc.gz", f"data/claims/ferry.sources/{digest(CALL)}.mp3",
        }  # fmt: skip
        assert found["data/articles/ferry.txt"].decode() == FERRY
        assert found["data/claims/ferry.toml"] == Path("claims/ferry.toml").read_bytes()
        assert f"{digest(PAGE)}.warc.gz\n      kept of The log, https://harbour.example/log (looked at 2024-03-05, ok)\n" in (
            found["data/contents.txt"].decode()
        )

    def test_what_is_unpacked_opens_with_its_sources(self, desk: Path) -> None:
        for name, data in packed().items():
            path = desk / "unpacked" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        path = desk / "unpacked" / "data" / "claims" / "ferry.toml"
        assert load(path) == load(desk / "claims" / "ferry.toml")
        source = next(one for one in load(path).sources if one.name)
        assert copies.checked_copy(path, source).read_bytes() == CALL

    def test_a_library_of_an_archive_takes_it_for_a_bag(self, desk: Path) -> None:
        pipeline.bundle([Path("claims/ferry.toml")], Path("out.zip"))
        with ZipFile("out.zip") as bag:
            bag.extractall(desk / "unpacked")
        found = bagit.Bag(str(desk / "unpacked" / "ferry"))
        assert found.is_valid()
        assert found.version_info == (1, 0)
        assert found.info["External-Description"] == "Harbour ferry refit runs late"
        (desk / "unpacked" / "ferry" / "data" / "articles" / "ferry.txt").write_text("other words")
        assert not found.is_valid()

    def test_the_same_case_gives_the_same_bytes_wherever_and_whenever_it_is_packed(
        self, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        one, said = pipeline.bundle([Path("claims/ferry.toml")], Path("one.zip"))
        other = tmp_path / "elsewhere" / "deeper"
        other.parent.mkdir()
        desk.rename(other)
        monkeypatch.chdir(other)
        monkeypatch.setenv("TZ", "Asia/Kolkata")
        monkeypatch.setattr("time.time", lambda: 4e9)
        os.umask(os.umask(0o077))
        for path in (other / "claims").rglob("*"):
            os.utime(path, (1, 1))
        two, said_then = pipeline.bundle([other / "claims" / "ferry.toml"], Path("two.zip"))
        assert (other / one).read_bytes() == two.read_bytes()
        assert said == said_then == digest(two.read_bytes())

    def test_no_path_of_this_machine_is_in_it(self, desk: Path) -> None:
        case = ferry_case(reviewed=True)
        case = case.model_copy(update={"article": case.article.model_copy(update={"source": str(desk / "drafts" / "ferry.txt")})})
        case = attach(case, 4, source=str(desk / "minutes.pdf"), added_by="Ben")
        CaseFile.create(desk / "claims" / "paths.toml", case)
        found = packed("claims/paths.toml", formats=())
        assert b"minutes.pdf" in found["data/claims/paths.toml"]
        for name, data in found.items():
            assert str(desk).encode() not in data, name

    def test_cases_of_one_name_and_any_order_are_told_apart_the_same_way(self, desk: Path) -> None:
        (desk / "more").mkdir()
        CaseFile.create(desk / "more" / "Ferry.toml", ferry_case())
        names = ["claims/ferry.toml", "more/Ferry.toml"]
        one = packed(*names)
        assert one == packed(*reversed(names), "claims/../claims/ferry.toml")
        assert {"data/claims/ferry.toml", "data/claims/ferry-2.toml"} <= one.keys()

    def test_the_file_that_the_article_came_in_is_there_when_it_still_reads_so(self, desk: Path) -> None:
        document = docx("<w:p><w:r><w:t>The ferry sank at once.</w:t></w:r></w:p>")
        (desk / "story.docx").write_bytes(document)
        file = pipeline.start_case("story.docx", desk / "claims").file
        assert packed(str(file.path))["data/articles/story.original.docx"] == document
        (desk / "story.docx").write_bytes(docx("<w:p><w:r><w:t>The ferry never sank.</w:t></w:r></w:p>"))
        told: list[str] = []
        pipeline.bundle([file.path], Path("out.zip"), ["csv"], (), on_notice=told.append)
        assert "data/articles/story.original.docx" not in members(Path("out.zip").read_bytes())
        assert told == ["Not packed: the file that the article came in, story.docx: it is missing, or its text has changed."]

    def test_a_strangers_case_packs_no_other_file_of_ours(self, desk: Path, tmp_path: Path) -> None:
        (tmp_path / "private.txt").write_text(FERRY)
        case = ferry_case()
        for source in (str(tmp_path / "private.txt"), "../../private.txt", "/etc/passwd"):
            made = case.model_copy(update={"article": case.article.model_copy(update={"source": source})})
            CaseFile.create(desk / "claims" / f"{len(list((desk / 'claims').iterdir()))}.toml", made)
        for path in (desk / "claims").glob("[0-9].toml"):
            assert not [name for name in packed(str(path)) if "original" in name]

    def test_a_snapshot_that_is_lost_or_not_what_it_was_is_told_and_left_out(self, desk: Path) -> None:
        folder = desk / "claims" / "ferry.sources"
        (folder / f"{digest(PAGE)}.warc.gz").write_bytes(b"other bytes")
        (folder / f"{digest(CALL)}.mp3").unlink()
        (folder / f"{digest(CALL)}.mp3").symlink_to("/etc/passwd")
        told: list[str] = []
        pipeline.bundle([Path("claims/ferry.toml")], Path("out.zip"), ["csv"], (), on_notice=told.append)
        found = members(Path("out.zip").read_bytes())
        assert not [name for name in found if ".sources" in name]
        assert [line.partition(" (")[0] for line in told[-2:]] == [
            "Not packed: what was kept of The log, https://harbour.example/log",
            f"Not packed: what was kept of {SECRET}.mp3",
        ]
        assert all(one.removeprefix("Not packed: ") in found["data/contents.txt"].decode() for one in told[-2:])


class TestConfidential:
    @pytest.fixture
    def desk(self, desk: Path) -> Path:
        path = desk / "claims" / "secret.toml"
        file = CaseFile.create(path, with_sources(ferry_case(), desk / "claims" / "secret.sources", confidential=True))
        path.write_text(path.read_text("utf-8").replace('kind = "quote"', f'# {SECRET} rang\nkind = "quote"', 1), "utf-8")
        assert SECRET in file.path.read_text("utf-8")
        return desk

    @pytest.mark.usefixtures("desk")
    def test_nothing_in_it_names_a_confidential_source_or_was_kept_of_one(self) -> None:
        found = packed("claims/secret.toml", formats=())
        for name, data in found.items():
            for part in (SECRET, "Roe", "It rained"):
                assert part.encode() not in data, name
        assert not [name for name in found if digest(CALL) in name]
        assert [name for name in found if digest(PAGE) in name]
        assert CALL not in b"".join(found.values())
        assert "the names of confidential sources (1)" in found["data/contents.txt"].decode()

    @pytest.mark.usefixtures("desk")
    def test_office_files_name_it_no_more_than_others(self) -> None:
        found = packed("claims/secret.toml", formats=("docx", "xlsx"))
        for name in ("data/reports/secret.docx", "data/reports/secret.xlsx"):
            with ZipFile(io.BytesIO(found[name])) as office:
                assert not [part for part in office.namelist() if b"Roe" in office.read(part)]

    @pytest.mark.usefixtures("desk")
    def test_it_is_there_with_all_that_was_kept_when_that_is_asked_for(self) -> None:
        found = packed("claims/secret.toml", reveal=(f"{SECRET}.mp3",))
        assert found[f"data/claims/secret.sources/{digest(CALL)}.mp3"] == CALL
        assert b"# Jane Roe rang" in found["data/claims/secret.toml"]

    def test_a_copy_that_an_open_source_shares_with_one_is_left_out(self, desk: Path) -> None:
        case = attach(load(desk / "claims" / "secret.toml"), 5, source="call.mp3", added_by="Ben")
        case = case.with_source(Source(name="call.mp3", status="ok", sha256=digest(CALL)))
        CaseFile.create(desk / "claims" / "shared.toml", case)
        (desk / "claims" / "secret.sources").rename(desk / "claims" / "shared.sources")
        assert not [name for name in packed("claims/shared.toml") if digest(CALL) in name]

    def test_who_is_confidential_on_the_sheet_is_and_no_sheet_is_ever_packed(self, desk: Path) -> None:
        sheet = desk / "claims" / "ferry.contacts.toml"
        sheet.write_text(f'[[people]]\nname = "{SECRET}.mp3"\nphone = "0123 456"\nconfidential = true\n')
        for reveal in ((), (f"{SECRET}.mp3",)):
            found = packed("claims/ferry.toml", reveal=reveal)
            assert not [name for name in found if "contacts" in name]
            assert b"0123 456" not in b"".join(found.values())
            assert (SECRET.encode() in b"".join(found.values())) is bool(reveal)


class TestWritten:
    @pytest.mark.parametrize("name", ["claims/ferry.toml", "bundle", "bundle.tar"])
    def test_a_name_that_is_no_bundles_is_refused(self, name: str) -> None:
        before = Path("claims/ferry.toml").read_bytes()
        with pytest.raises(FactcheckError, match=r"ends in \.zip"):
            pipeline.bundle([Path("claims/ferry.toml")], Path(name))
        assert Path("claims/ferry.toml").read_bytes() == before

    def test_what_goes_wrong_in_the_middle_leaves_the_old_one(self, desk: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
        CaseFile.open(desk / "claims" / "ferry.toml").save(attach(load(desk / "claims" / "ferry.toml"), 0, source="Ledger"))
        there = bags.ZipFile.open

        def full(self: ZipFile, name: object, *rest: object, **more: object) -> object:
            if getattr(name, "filename", "").endswith("manifest-sha256.txt"):
                raise OSError(28, "No space left on device")
            return there(self, name, *rest, **more)  # type: ignore[call-overload]

        monkeypatch.setattr(bags.ZipFile, "open", full)
        with pytest.raises(FactcheckError, match="could not be written"):
            pipeline.bundle([Path("claims/ferry.toml")], None, ["csv"])
        assert (desk / "export" / "ferry.zip").read_bytes() == whole
        assert [path.name for path in (desk / "export").iterdir()] == ["ferry.zip"]

    def test_a_file_that_changes_while_it_is_packed_is_no_part_of_any_bundle(self, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("factcheck.evidence.opened", lambda _path: io.BytesIO(b"changed meanwhile"))
        with pytest.raises(FactcheckError, match="was changed by another program while it was packed"):
            pipeline.bundle([Path("claims/ferry.toml")], None, ["csv"])
        assert not (desk / "export" / "ferry.zip").exists()

    def test_a_place_that_cannot_be_written_is_one_sentence(self) -> None:
        Path("here.zip").mkdir()
        with pytest.raises(FactcheckError, match="could not be written"):
            pipeline.bundle([Path("claims/ferry.toml")], Path("here.zip"), ["csv"])

    def test_what_is_written_whole_is_whole_or_not_there(self, tmp_path: Path) -> None:
        path = tmp_path / "file"
        with pytest.raises(ZeroDivisionError), files.whole_file(path) as file:
            file.write(b"%d" % (1 // len(list(tmp_path.glob("none")))))
        assert not [one for one in tmp_path.iterdir() if one.is_file()]


class TestNoticed:
    def test_a_whole_one_is_whole(self, whole: bytes, tmp_path: Path) -> None:
        (tmp_path / "a.zip").write_bytes(whole)
        found = check_bag(tmp_path / "a.zip")
        assert (found.files, found.troubles, found.sha256) == (10, (), digest(whole))

    @pytest.mark.parametrize("how", [ZIP_STORED, ZIP_DEFLATED])
    def test_so_is_one_that_another_program_packed_again(self, whole: bytes, tmp_path: Path, how: int) -> None:
        (tmp_path / "a.zip").write_bytes(rebuilt(whole, lambda there: {**there, "ferry/data/": b""}, how))
        assert check_bag(tmp_path / "a.zip").troubles == ()

    @settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
    @given(data=st.data())
    def test_any_one_byte_of_any_file_that_is_changed_is_noticed(self, whole: bytes, tmp_path: Path, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(ZipFile(io.BytesIO(whole)).namelist())))

        def change(there: dict[str, bytes]) -> dict[str, bytes]:
            content = bytearray(there[name])
            at = data.draw(st.integers(0, len(content) - 1))
            content[at] ^= data.draw(st.integers(1, 255))
            return {**there, name: bytes(content)}

        (tmp_path / "a.zip").write_bytes(rebuilt(whole, change))
        assert check_bag(tmp_path / "a.zip").troubles

    @settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
    @given(data=st.data())
    def test_any_byte_of_the_zip_file_that_is_changed_does_no_harm(self, whole: bytes, tmp_path: Path, data: st.DataObject) -> None:
        content = bytearray(whole)
        for _ in range(data.draw(st.integers(1, 3))):
            content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
        (tmp_path / "a.zip").write_bytes(content)
        found = looked(tmp_path / "a.zip")
        assert found.count("\n") == 0 or digest(bytes(content)) in found

    @pytest.mark.parametrize(
        "name", ["data/articles/ferry.txt", "bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "bag-info.txt"]
    )
    def test_a_file_that_is_missing_is_named(self, whole: bytes, tmp_path: Path, name: str) -> None:
        (tmp_path / "a.zip").write_bytes(rebuilt(whole, lambda there: {k: v for k, v in there.items() if k != f"ferry/{name}"}))
        wanted = "has no folder with a bagit.txt" if name == "bagit.txt" else f"\n{name} is missing"
        assert wanted in looked(tmp_path / "a.zip")

    @pytest.mark.parametrize("name", ["ferry/data/notes.txt", "ferry/fetch.txt", "__MACOSX/ferry/._bagit.txt", "top.txt"])
    def test_a_file_that_is_extra_is_named(self, whole: bytes, tmp_path: Path, name: str) -> None:
        (tmp_path / "a.zip").write_bytes(rebuilt(whole, lambda there: {**there, name: b"x"}))
        assert check_bag(tmp_path / "a.zip").troubles == (f"{name.removeprefix('ferry/')} is extra: no manifest lists it.",)

    def test_each_thing_is_one_sentence(self, whole: bytes, tmp_path: Path) -> None:
        def change(there: dict[str, bytes]) -> dict[str, bytes]:
            left = {name: data for name, data in there.items() if not name.endswith("csv")}
            return {**left, "ferry/data/articles/ferry.txt": b"other", "ferry/data/x\u202e.txt".replace("\u202e", "é"): b""}

        (tmp_path / "a.zip").write_bytes(rebuilt(whole, change))
        assert check_bag(tmp_path / "a.zip").troubles == (
            "data/articles/ferry.txt has been changed: its digest is another.",
            "data/reports/ferry.csv is missing.",
            "data/xé.txt is extra: no manifest lists it.",
        )


def entry(name: str, content: bytes = b"x", **fields: object) -> Callable[[ZipFile], None]:
    def add(made: ZipFile) -> None:
        info = ZipInfo("placeholder")
        info.filename = name
        for key, value in fields.items():
            setattr(info, key, value)
        made.writestr(info, content, fields.get("compress_type"))  # type: ignore[arg-type]

    return add


def link(made: ZipFile) -> None:
    info = ZipInfo("ferry/data/link")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    made.writestr(info, "/etc/passwd")


def added(whole: bytes, *adds: Callable[[ZipFile], None]) -> bytes:
    out = io.BytesIO(whole)
    with ZipFile(out, "a") as made:
        for add in adds:
            add(made)
    return out.getvalue()


def locked(whole: bytes) -> bytes:
    """A bundle whose files say that they are locked."""
    data = bytearray(whole)
    at = -1
    while (at := data.find(b"PK\1\2", at + 1)) >= 0:
        data[at + 8] |= 1
    return bytes(data)


def overlapping(whole: bytes) -> bytes:
    """A bundle whose list of files names one file's bytes again and again."""
    out = io.BytesIO(whole)
    with ZipFile(out, "a") as made:
        there = made.infolist()[1]
        for nth in range(50):
            twin = ZipInfo(f"ferry/data/{nth:02}.txt")
            twin.header_offset, twin.CRC, twin.compress_size, twin.file_size = (
                there.header_offset,
                there.CRC,
                there.compress_size,
                there.file_size,
            )
            made.filelist.append(twin)
            made.NameToInfo[twin.filename] = twin
        made._didModify = True  # type: ignore[attr-defined]  # so that the list is written anew
    return out.getvalue()


def with_number(whole: bytes, number: int, length: int | None = None) -> bytes:
    """A bundle that says it has so many files."""
    end = bytearray(whole[-22:])
    struct.pack_into("<HH", end, 8, number, number)
    if length is not None:
        struct.pack_into("<L", end, 12, length)
    return whole[:-22] + bytes(end)


def with_remark(whole: bytes, remark: bytes) -> bytes:
    return whole[:-2] + struct.pack("<H", len(remark)) + remark


def bomb(whole: bytes) -> bytes:
    return added(whole, entry("ferry/data/zeros", b"\0" * (300 << 20), compress_type=ZIP_DEFLATED))


def told_twice(whole: bytes) -> bytes:
    """A bundle whose first file has another size in front of it than in the list of files."""
    data = bytearray(whole)
    struct.pack_into("<LL", data, 18, 9, 9)
    return bytes(data)


def with_bytes_between(whole: bytes) -> bytes:
    """A bundle with bytes between its files and their list."""
    start = struct.unpack_from("<L", whole, len(whole) - 6)[0]
    return whole[:start] + b"hidden" + whole[start:-6] + struct.pack("<L", start + 6) + whole[-2:]


HARMFUL: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a way up": (lambda w: added(w, entry("ferry/data/../../x")), "leads outside it"),
    "an absolute name": (lambda w: added(w, entry("/etc/passwd")), "leads outside it"),
    "a drive": (lambda w: added(w, entry("C:/x")), "leads outside it"),
    "a back slash": (lambda w: added(w, entry("ferry\\data\\x")), "leads outside it"),
    "a name with a line end": (lambda w: added(w, entry("ferry/data/a\nb")), "leads outside it"),
    "a name that turns round": (lambda w: added(w, entry("ferry/data/a\u202etxt.exe")), "leads outside it"),
    "a name without letters": (lambda w: added(w, entry("ferry//x")), "leads outside it"),
    "a link": (lambda w: added(w, link), "is a link or a device"),
    "two of one name": (lambda w: added(w, entry("ferry/bagit.txt")), "have the name"),
    "two in other letters": (lambda w: added(w, entry("ferry/BAGIT.txt")), "have the name"),
    "two in other accents": (lambda w: added(w, entry("ferry/data/e\u0301"), entry("ferry/data/\u00e9")), "have the name"),
    "a file that is a folder": (lambda w: added(w, entry("ferry/data/x"), entry("ferry/data/x/y")), "both a file and a folder"),
    "a lock": (locked, "locked with a password"),
    "another packing": (lambda w: added(w, entry("ferry/data/x", compress_type=ZIP_LZMA)), "packed in a way"),
    "a bomb": (bomb, "unpack to far more"),
    "a bomb of one file's bytes": (overlapping, "share bytes"),
    "too many files": (lambda w: with_number(w, 65_534, 40 << 20), "more than 100,000 files"),
    "a remark": (lambda w: with_remark(w, b"hello"), "after its list of files"),
    "a second list in a remark": (lambda w: with_remark(w, w[-22:]), ""),
    "bytes behind it": (lambda w: w + b"more", "after its list of files"),
    "bytes between": (with_bytes_between, "belong to no file"),
    "a file told in two ways": (told_twice, "in two ways"),
    "bytes in front of it": (lambda w: b"#!/bin/sh\n" + w, "belong to no file"),
    "two bundles": (lambda w: rebuilt(w, lambda there: {**there, "other/bagit.txt": b"x"}), "more than one folder"),
    "no bundle": (lambda w: rebuilt(w, lambda _: {"a/b.txt": b"x"}), "no folder with a bagit.txt"),
    "an empty zip": (lambda w: rebuilt(w, lambda _: {}), "no folder with a bagit.txt"),
    "half of it": (lambda w: w[: len(w) // 2], "no whole zip file"),
    "nothing": (lambda _: b"", "no whole zip file"),
    "text": (lambda _: b"A story.", "no whole zip file"),
    "an end alone": (lambda w: w[-22:], ""),
}


class TestHarm:
    @pytest.fixture
    def run(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
        return commands(monkeypatch, capsys)

    @pytest.mark.filterwarnings("ignore:Duplicate name")
    @pytest.mark.parametrize("name", HARMFUL)
    def test_it_is_refused_in_a_sentence_and_nothing_is_unpacked(self, run: Run, whole: bytes, name: str, tmp_path: Path) -> None:
        make, why = HARMFUL[name]
        (tmp_path / "a.zip").write_bytes(make(whole))
        before = sorted(tmp_path.rglob("*"))
        code, said, error = run("verify-bundle", tmp_path / "a.zip")
        assert (code, said) == (2, "")
        assert error.startswith("factcheck: ")
        assert why in error
        assert error.count("\n") == 1
        assert sorted(tmp_path.rglob("*")) == before

    def test_lists_of_more_files_than_bundles_have_are_not_gone_through(
        self, whole: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(bag_check, "MOST_FILES", 5)
        (tmp_path / "a.zip").write_bytes(whole)
        with pytest.raises(FactcheckError, match="more than 5 files"):
            check_bag(tmp_path / "a.zip")

    def test_a_large_bundle_is_read_as_any_other(self, whole: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """With the second form of the list of files, which is there for four gigabytes or 65,536 files."""
        monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 3)
        (tmp_path / "a.zip").write_bytes(rebuilt(whole, lambda there: there))
        assert b"PK\6\7" in (tmp_path / "a.zip").read_bytes()
        assert check_bag(tmp_path / "a.zip").troubles == ()

    @pytest.mark.parametrize("place", ["nowhere.zip", ".", "pipe"])
    def test_what_is_no_file_is_told(self, run: Run, place: str) -> None:
        os.mkfifo("pipe")
        code, said, error = run("verify-bundle", place)
        assert (code, said, error.count("\n")) == (2, "", 1)


class TestCommands:
    @pytest.fixture
    def run(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
        return commands(monkeypatch, capsys)

    def test_it_is_packed_and_looked_through(self, run: Run) -> None:
        code, said, error = run("bundle", "claims/ferry.toml", "--to", "csv")
        assert (code, said) == (0, "export/ferry.zip\n")
        found = digest(Path("export/ferry.zip").read_bytes())
        assert error.splitlines()[-1] == f"Its SHA-256, to be noted where nobody can change it: {found}"
        code, said, error = run("verify-bundle", "export/ferry.zip")
        assert (code, said.splitlines()[0], error) == (0, "Complete: 10 files, each as it was packed, and nothing else.", "")
        assert found in said

    def test_what_was_changed_is_told_with_one(self, run: Run, whole: bytes) -> None:
        Path("a.zip").write_bytes(rebuilt(whole, lambda there: {**there, "ferry/data/articles/ferry.txt": b"other"}))
        code, said, _ = run("verify-bundle", "a.zip")
        assert (code, said.splitlines()[0]) == (1, "data/articles/ferry.txt has been changed: its digest is another.")

    @pytest.mark.parametrize("name", ["nowhere.toml", "story.txt"])
    def test_what_is_no_case_is_one_sentence(self, run: Run, name: str) -> None:
        Path("story.txt").write_text("A story.")
        code, said, error = run("bundle", name)
        assert (code, said, error.count("\n")) == (2, "", 1)
        assert not Path("export").exists()


@given(st.dictionaries(st.from_regex(r"[a-z]{1,5}(/[a-z]{1,5})?\.[a-z]{1,3}", fullmatch=True), st.binary(max_size=50), max_size=5))
def test_any_files_are_packed_so_that_they_are_found_whole(there: dict[str, bytes]) -> None:
    about = {"External-Description": "a\nb"}
    one, other = io.BytesIO(), io.BytesIO()
    for out, names in ((one, there), (other, reversed(there))):
        assert bags.write_bag(out, "bag", [bags.Member(name, there[name]) for name in names], about) == len(there)
    found = members(one.getvalue())
    assert {name.removeprefix("data/"): data for name, data in found.items() if name.startswith("data/")} == there
    assert one.getvalue() == other.getvalue()
