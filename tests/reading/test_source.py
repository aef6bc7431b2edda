"""What can be read, and the one sentence that says why something cannot."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pyperclip
import pytest

from factcheck.model import FactcheckError
from factcheck.reading import SIZE_LIMIT, read

STORY = "Bridge shut\n\nThe bridge was shut on Monday, the mayor said.\n"


def refusal(source: object) -> str:
    with pytest.raises(FactcheckError) as caught:
        read(source)  # type: ignore[arg-type] - what people pass by mistake is the point
    message = str(caught.value)
    assert "\n" not in message
    assert message.endswith(".")
    return message


class TestSources:
    def test_a_path_as_text_and_as_a_path(self, tmp_path: Path) -> None:
        path = tmp_path / "story.txt"
        path.write_text(STORY, "utf-8")
        assert read(str(path)).text == read(path).text == STORY
        assert read(path).source == str(path)

    def test_bytes_and_streams(self) -> None:
        assert read(STORY.encode()).text == STORY
        assert read(io.BytesIO(STORY.encode())).text == STORY
        assert read(STORY.encode()).source is None

    def test_a_dash_is_standard_input(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(STORY.encode("utf-16")), encoding="ascii"))
        article = read("-")
        assert article.text == STORY
        assert article.source == "-"

    def test_the_clipboard(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pyperclip, "paste", lambda: STORY.replace("\n", "\r\n") + "\ud800")
        article = read("clipboard:")
        assert article.text == STORY + "?"
        assert article.source is None

    def test_a_name_that_is_no_utf8_can_be_kept(self, tmp_path: Path) -> None:
        path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
        Path(os.fsdecode(path)).write_text(STORY, "utf-8")
        source = read(os.fsdecode(path)).source
        assert source is not None
        assert source == f"file:{tmp_path}/caf%E9.txt"
        assert read(source).text == STORY


class TestRefusals:
    def test_a_missing_file(self, tmp_path: Path) -> None:
        assert "does not exist" in refusal(tmp_path / "gone.txt")
        assert "does not exist" in refusal("")

    def test_a_folder(self, tmp_path: Path) -> None:
        assert "is a folder" in refusal(tmp_path)

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_an_unreadable_file(self, tmp_path: Path) -> None:
        path = tmp_path / "secret.txt"
        path.write_text(STORY, "utf-8")
        path.chmod(0)
        assert "may not be read" in refusal(path)

    def test_a_web_address_says_what_to_do_instead(self) -> None:
        message = refusal("https://news.example/story?id=1")
        assert "only local files" in message
        assert "copy" in message

    @pytest.mark.parametrize("fault", [pyperclip.PyperclipException("no\nmechanism"), FileNotFoundError("xclip"), UnicodeError("bytes")])
    def test_a_clipboard_that_cannot_be_read(self, monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
        def paste() -> str:
            raise fault

        monkeypatch.setattr(pyperclip, "paste", paste)
        assert "takes xclip" in refusal("clipboard:")

    def test_an_empty_clipboard(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pyperclip, "paste", lambda: " \n")
        assert refusal("clipboard:").startswith("The clipboard has no words in it")

    def test_a_name_with_a_nul_or_beyond_all_length(self) -> None:
        assert "no file name" in refusal("a\0b")
        assert "too long" in refusal("a" * 5000)

    @pytest.mark.parametrize("text", [b"", b"\n \n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe\n\x00"])
    def test_an_empty_article(self, text: bytes) -> None:
        assert "has no words in it" in refusal(text)

    @pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
    def test_a_device_is_not_read_without_end(self, device: str) -> None:
        if not Path(device).exists():
            pytest.skip(f"there is no {device} here")
        assert "device or a pipe" in refusal(device)

    def test_a_named_pipe_does_not_make_us_wait(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        assert "device or a pipe" in refusal(tmp_path / "pipe")

    def test_a_file_beyond_the_limit_is_not_loaded(self, tmp_path: Path) -> None:
        path = tmp_path / "huge.txt"
        with path.open("wb") as file:
            file.truncate(50 * SIZE_LIMIT)
        assert "more than 16 MB" in refusal(path)

    def test_a_stream_without_end_is_read_to_the_limit_only(self) -> None:
        class Endless(io.RawIOBase):
            given = 0

            def read(self, size: int = -1) -> bytes:
                self.given += size
                return b"a" * size

        stream = Endless()
        assert "more than 16 MB" in refusal(stream)
        assert stream.given <= SIZE_LIMIT + 1

    def test_a_stream_opened_as_text(self) -> None:
        assert "binary mode" in refusal(io.StringIO(STORY))

    def test_a_loop_of_links(self, tmp_path: Path) -> None:
        (tmp_path / "loop").symlink_to(tmp_path / "loop")
        assert "leads back to itself" in refusal(tmp_path / "loop")


class TestBinaryFiles:
    @pytest.mark.parametrize(
        ("data", "kind"),
        [
            (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
            (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "an old Office document"),
            (b"\x1f\x8b\x08\x00abc", "a gzip archive"),
            (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a WebP image"),
            (b"\x00\x00\x00\x18ftypmp42", "a film or sound file"),
        ],
    )
    def test_it_says_what_the_file_looks_like(self, data: bytes, kind: str) -> None:
        assert f"looks like {kind}, not like text" in refusal(data)

    @pytest.mark.parametrize(("inside", "kind"), [("word/document.xml", "Word"), ("xl/workbook.xml", "spreadsheet"), ("a.txt", "zip")])
    def test_it_tells_the_zipped_formats_apart(self, inside: str, kind: str) -> None:
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as file:
            file.writestr(inside, "x")
        assert kind in refusal(archive.getvalue())

    def test_bytes_of_no_known_kind(self) -> None:
        assert "binary file" in refusal(bytes(range(32)) * 20)
