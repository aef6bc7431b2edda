"""A folder that a stranger sent: what its factcheck.toml would send or run counts once the owner of the machine has said so."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.casefile import CaseFile
from factcheck.cli import app
from factcheck.model import FactcheckError
from factcheck.settings import (
    approve,
    archive_service,
    files,
    forget,
    language_model,
    openers,
    reports,
    shared_index,
    templates,
    trusted_files,
    wishes,
)
from factcheck.settings.trust import GUARDED
from tests.builders import ferry_case

SETTINGS = {
    "model": '[model]\nurl = "https://elsewhere.example/v1"\nname = "large"\nkey_from = "OWNERS_KEY"\n',
    "evidence": '[evidence]\narchive = "https://elsewhere.example/save/"\n',
    "search": '[search]\nindex = "postgresql://ada:secret@elsewhere.example/all"\n',
    "open": '[open]\npdf = "theirs {file}"\n',
    "reports": '[reports]\ntemplates = "ours"\n',
}
READERS = {"model": language_model, "evidence": archive_service, "search": shared_index, "open": openers}


@pytest.fixture(autouse=True)
def owner(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine of somebody who has said yes to nothing, and has a key."""
    monkeypatch.setenv("FACTCHECK_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("OWNERS_KEY", "sesame")
    monkeypatch.setattr(files, "user_config_path", lambda *_args, **_named: tmp_path / "own")


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A folder that came from somebody else, with a template in it."""
    folder = tmp_path / "sent"
    (folder / "ours").mkdir(parents=True)
    (folder / "ours" / "report.md.jinja").write_text("All is well: {{ article.headline }}\n")
    return folder


def settle(folder: Path, *names: str) -> Path:
    path = folder / "factcheck.toml"
    path.write_text("".join(SETTINGS[name] for name in names))
    return path


@pytest.mark.parametrize("name", sorted(READERS.keys() - {"open"}))
def test_what_a_folder_would_send_where_is_told_and_not_done(name: str, sent: Path) -> None:
    settle(sent, name)
    with pytest.raises(FactcheckError) as refused:
        READERS[name](sent)
    said = str(refused.value)
    assert f"{sent / 'factcheck.toml'} would send " in said
    assert "elsewhere.example" in said
    assert said.endswith(f"if you trust it to, say so once: factcheck trust {sent}")
    assert "secret" not in said
    assert "\n" not in said


def test_the_name_of_the_key_that_would_be_spent_is_told(sent: Path) -> None:
    settle(sent, "model")
    with pytest.raises(
        FactcheckError, match=r"the words of articles and the key in \$OWNERS_KEY to the language model at https://elsewhere"
    ):
        language_model(sent)


@pytest.mark.parametrize("name", READERS)
def test_one_yes_is_enough(name: str, sent: Path) -> None:
    path = settle(sent, *SETTINGS)
    approve(wishes(path))
    assert READERS[name](sent)
    assert reports(sent).templates == {"report.md.jinja": "All is well: {{ article.headline }}\n"}
    assert trusted_files() == [path]


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "factcheck.toml").write_text(SETTINGS["evidence"].replace("elsewhere", "nowhere") + SETTINGS["reports"]),
        lambda folder: (folder / "factcheck.toml").write_text(SETTINGS["evidence"] + SETTINGS["reports"] + SETTINGS["model"]),
        lambda folder: (folder / "ours" / "report.md.jinja").write_text("All is verified.\n"),
        lambda folder: (folder / "ours" / "more.jinja").write_text("More.\n"),
        lambda folder: (folder / "ours" / "report.md.jinja").unlink(),
    ],
    ids=["another address", "a model too", "another template", "one more", "one less"],
)
def test_a_yes_holds_only_for_what_it_was_said_to(change, sent: Path) -> None:  # type: ignore[no-untyped-def]
    approve(wishes(settle(sent, "evidence", "reports")))
    assert archive_service(sent)
    change(sent)
    with pytest.raises(FactcheckError, match="would send"):
        archive_service(sent)
    assert reports(sent).templates == {}


def test_other_settings_may_change_without_a_new_yes(sent: Path) -> None:
    path = settle(sent, "evidence")
    approve(wishes(path))
    path.write_text(f'reviewer = "Ben"\n{SETTINGS["evidence"]}[checks]\noff = ["age"]\n')
    assert archive_service(sent) == "https://elsewhere.example/save/"


def test_the_same_words_in_another_folder_need_a_yes_of_their_own(sent: Path, tmp_path: Path) -> None:
    approve(wishes(settle(sent, "evidence")))
    (other := tmp_path / "other").mkdir()
    settle(other, "evidence")
    with pytest.raises(FactcheckError, match="would send"):
        archive_service(other)


def test_a_yes_can_be_taken_back(sent: Path) -> None:
    path = settle(sent, "evidence")
    approve(wishes(path))
    assert forget(path)
    assert not forget(path)
    with pytest.raises(FactcheckError, match="would send"):
        archive_service(sent)


def test_a_file_in_a_folder_above_is_no_more_trusted(sent: Path) -> None:
    (below := sent / "claims" / "2026").mkdir(parents=True)
    settle(sent, "search")
    with pytest.raises(FactcheckError, match="would send"):
        shared_index(below)


def test_the_persons_own_file_needs_no_yes(sent: Path, tmp_path: Path) -> None:
    (tmp_path / "own" / "ours").mkdir(parents=True)
    (tmp_path / "own" / "ours" / "report.css").write_text("p { margin: 0 }")
    settle(tmp_path / "own", *SETTINGS)
    assert language_model(sent).key == "sesame"
    assert archive_service(sent) == "https://elsewhere.example/save/"
    assert shared_index(sent) == "postgresql://ada:secret@elsewhere.example/all"
    assert reports(sent).templates == {"report.css": "p { margin: 0 }"}


def test_what_sends_nothing_needs_no_yes(sent: Path) -> None:
    (sent / "factcheck.toml").write_text('[evidence]\n[model]\nname = "small"\n')
    assert archive_service(sent) == "https://web.archive.org/save/"
    assert wishes(sent / "factcheck.toml").would == ()


def test_every_guarded_setting_is_tried_here() -> None:
    assert {row.table for row in GUARDED} == SETTINGS.keys()


class TestTemplates:
    def test_without_a_yes_the_report_is_by_our_own_and_that_is_told(self, sent: Path) -> None:
        settle(sent, "reports")
        found = reports(sent)
        assert found.templates == {}
        assert "would use the report templates in ours" in found.notice
        assert found.notice.endswith("the reports are by our own templates.")

    def test_a_folder_elsewhere_is_refused(self, sent: Path, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        for name in ("../elsewhere", str(tmp_path / "elsewhere"), "ours/../../elsewhere", "a\\u0000b"):
            (sent / "factcheck.toml").write_text(f'[reports]\ntemplates = "{name}"\n')
            with pytest.raises(FactcheckError, match="no folder beside the file"):
                reports(sent)

    def test_a_link_out_of_the_folder_is_refused(self, sent: Path, tmp_path: Path) -> None:
        (tmp_path / "secret").write_text("mine")
        path = settle(sent, "reports")
        (sent / "ours" / "report.css").symlink_to(tmp_path / "secret")
        with pytest.raises(FactcheckError, match="is a link, which could lead anywhere"):
            wishes(path)

    def test_the_folder_itself_may_be_no_link_out(self, sent: Path, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        (sent / "linked").symlink_to(tmp_path / "elsewhere")
        (sent / "factcheck.toml").write_text('[reports]\ntemplates = "linked"\n')
        with pytest.raises(FactcheckError, match="no folder beside the file"):
            reports(sent)

    def test_too_many_and_too_large_are_refused(self, sent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = settle(sent, "reports")
        (sent / "ours" / "large.jinja").write_bytes(b"a" * (templates.MOST_BYTES + 1))
        with pytest.raises(FactcheckError, match="holds more than 4 MB"):
            wishes(path)
        (sent / "ours" / "large.jinja").unlink()
        monkeypatch.setattr(templates, "MOST_ENTRIES", 3)
        for n in range(3):
            (sent / "ours" / str(n)).mkdir()
        with pytest.raises(FactcheckError, match="holds more than 3 files"):
            wishes(path)

    def test_pipes_pictures_and_hidden_files_are_left_out(self, sent: Path) -> None:
        os.mkfifo(sent / "ours" / "pipe.jinja")
        (sent / "ours" / "logo.png").write_bytes(b"\x89PNG\xff")
        (sent / "ours" / ".report.md.jinja.swp").write_text("half")
        (sent / "ours" / "parts").mkdir()
        (sent / "ours" / "parts" / "head.jinja").write_text("Head\n")
        assert wishes(settle(sent, "reports")).templates.keys() == {"report.md.jinja", "parts/head.jinja"}


class TestCommand:
    def test_it_tells_before_it_asks(self, sent: Path) -> None:
        settle(sent, "model", "search")
        said = CliRunner().invoke(app, ["trust", str(sent)], input="n\n")
        assert said.exit_code == 1
        assert (
            "  send the words of articles and the key in $OWNERS_KEY to the language model at https://elsewhere.example/v1\n" in said.output
        )
        assert "  send claims with their verdicts and evidence to the index at postgresql://elsewhere.example/all\n" in said.output
        assert trusted_files() == []

    def test_yes_and_back(self, sent: Path) -> None:
        path = settle(sent, "evidence")
        run = CliRunner()
        assert run.invoke(app, ["trust", str(sent)], input="y\n").exit_code == 0
        assert run.invoke(app, ["trust", "--list"]).output.replace("\n", "") == str(path)
        assert "is trusted no longer" in run.invoke(app, ["trust", str(sent), "--forget"]).output
        assert "was not trusted" in run.invoke(app, ["trust", str(sent), "--forget"]).output

    def test_nothing_to_say_yes_to(self, sent: Path) -> None:
        (sent / "factcheck.toml").write_text('reviewer = "Ada"\n')
        assert "sends and runs nothing" in CliRunner().invoke(app, ["trust", str(sent)]).output

    def test_a_setting_cannot_forge_a_line(self, sent: Path) -> None:
        (sent / "factcheck.toml").write_text('[evidence]\narchive = "https://x.example/\\u001b[2K\\n  send nothing"\n')
        said = CliRunner().invoke(app, ["trust", str(sent)], input="n\n").output
        assert "\x1b" not in said
        assert sum(line.startswith("  send") for line in said.splitlines()) == 1

    def test_an_export_tells_that_its_templates_do_not_count(self, sent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        settle(sent, "reports")
        monkeypatch.chdir(sent)
        CaseFile.create(sent / "ferry.toml", ferry_case())
        done = CliRunner().invoke(app, ["export", "ferry.toml", "--to", "markdown"])
        assert (done.exit_code, done.stdout) == (0, "export/ferry.md\n")
        assert "factcheck trust" in done.stderr
        assert not (sent / "export" / "ferry.md").read_text().startswith("All is well")
        assert CliRunner().invoke(app, ["trust", "--yes"]).exit_code == 0
        done = CliRunner().invoke(app, ["export", "ferry.toml", "--to", "markdown"])
        assert (done.exit_code, done.stderr) == (0, "")
        assert (sent / "export" / "ferry.md").read_text() == "All is well: Harbour ferry refit runs late\n"
