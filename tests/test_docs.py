"""The pages are true: what they show is run, their links lead somewhere, and the pages of the reference are made from the code."""

from __future__ import annotations

import doctest
import re
import sys
import time
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from factcheck.settings.known import refuse_unknown
from tests.commands import commands
from tests.pages import DOCS, EVERY, ROOT, blocks, ends_well, lay, words_of

sys.path.insert(0, str(DOCS / "making"))
PAGES = import_module("pages")
"""What makes the pages: docs/making/pages.py."""
TUTORIAL = import_module("tutorial")

_LINK = re.compile(r"\]\((?P<to>[^)\s]+)\)")
_HEADING = re.compile(r"^#{1,3} (.+)$", re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """What can be linked to on a page, as GitHub and MyST name it."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in _HEADING.findall(page.read_text("utf-8"))}


@pytest.mark.parametrize("page", EVERY, ids=lambda page: str(page.relative_to(ROOT)))
class TestAPage:
    def test_has_links_that_lead_somewhere(self, page: Path) -> None:
        """Those to other pages, and to headings on them; `make docs` looks at them again as they are built."""
        for found in _LINK.finditer(re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)):
            name, _, heading = found["to"].partition("#")
            if "://" in name:
                continue
            to = (page.parent / name).resolve() if name else page
            assert to.is_file(), found["to"]
            assert not heading or heading in anchors(to), found["to"]

    def test_shows_settings_that_a_factcheck_toml_can_have(self, page: Path) -> None:
        for block in blocks(page, "toml"):
            if "claims" not in block.text:
                refuse_unknown(page, tomllib.loads(block.text))

    def test_says_of_each_block_what_it_is(self, page: Path) -> None:
        """A command that is run, settings that are read, Python that is tried; or words that are only shown."""
        known = {"sh", "toml", "python", "text", "yaml", "jinja", "{toctree}", "{include} ../CHANGELOG.md", "{include} ../SECURITY.md"}
        assert {block.language for block in blocks(page)} <= known | {"{include} ../CONTRIBUTING.md", "diff", "console"}


@pytest.mark.parametrize("page", [page for page in EVERY if blocks(page, "sh")], ids=lambda page: str(page.relative_to(ROOT)))
def test_the_commands_of_a_page_work_one_after_the_other(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written = [command for block in blocks(page, "sh") for command in block.commands]
    lay(tmp_path)
    monkeypatch.chdir(tmp_path)
    run = commands(monkeypatch, capsys)
    for command in written:
        code, _, trouble = run(*words_of(command))
        assert code in ends_well(command), f"{command}: {trouble}"


def test_every_example_of_the_library_gives_what_it_says() -> None:
    done = doctest.testfile(str(DOCS / "reference" / "library.md"), module_relative=False, encoding="utf-8")
    assert done.attempted > 8
    assert done.failed == 0


@pytest.mark.parametrize("name", sorted(PAGES.PAGES))
def test_the_pages_of_the_reference_are_made_from_the_code(name: str) -> None:
    """Each command, key, check, setting, kind of document and key of the case file, as it is today; `make docs` makes them anew."""
    assert PAGES.page(name) == PAGES.path_of(name).read_text("utf-8")


def test_every_command_is_shown_on_some_page() -> None:
    """All but the two that stay, or ask a service: serve and published are told of in words."""
    from factcheck.cli.commands import PARTS

    every = {name for part in PARTS.values() for name in part.names}
    words = "".join(page.read_text("utf-8") for page in EVERY if page.name != "commands.md")
    assert {name for name in every if f"factcheck {name}" not in words} == set()


def test_every_page_is_listed() -> None:
    """Each has a place in the list at the side, and so a reader."""
    (first, *others) = [block.text for block in blocks(DOCS / "index.md", "{toctree}")]
    listed = {line for text in (first, *others) for line in text.splitlines() if line and not line.startswith(":")}
    assert listed == {str(page.relative_to(DOCS).with_suffix("")) for page in EVERY if page.is_relative_to(DOCS)} - {"index"}


class TestTheTutorial:
    """The story is pressed in the workbench key by key, as the page tells it."""

    def test_names_the_keys_in_the_order_in_which_they_are_pressed(self) -> None:
        signs = {"slash": "/", "plus": "+", "escape": "esc"}
        steps = (*TUTORIAL.CHECKER, *TUTORIAL.AGAIN, *TUTORIAL.EDITOR)
        told = iter(re.findall(r"`([^`\n]+)`", (DOCS / "tutorial.md").read_text("utf-8")))
        for key in (key for step in steps for key in step.keys):
            assert signs.get(key, key) in told, f"{key} is not told in its place"

    def test_ends_with_a_report_that_an_editor_has_signed(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        from factcheck.pipeline import export_case, open_case

        seen: list[str] = []
        TUTORIAL.played(tmp_path, lambda step, _app: seen.append(step.picture))
        monkeypatch.chdir(tmp_path)
        assert open_case(TUTORIAL.CASE).case.signed
        (report,) = export_case(TUTORIAL.CASE, tmp_path, ["html"])
        assert report.read_text("utf-8") == TUTORIAL.STORY.with_suffix(".html").read_text("utf-8"), "make pictures makes it anew"
        page = (DOCS / "tutorial.md").read_text("utf-8")
        assert [name for name in seen if name] == re.findall(r"pictures/tutorial-(\w+)\.svg", page)
        for was, _ in TUTORIAL.MENDED:
            assert was in page
        for words in (TUTORIAL.ANSWER, *TUTORIAL.STORY.read_text("utf-8").split("\n\n")):
            assert " ".join(words.split()) in " ".join(page.replace("> ", "").split())

    @pytest.mark.long
    def test_has_the_pictures_that_the_script_draws(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TZ", "UTC")
        time.tzset()
        for name, drawn in import_module("pictures").story(tmp_path).items():
            assert drawn == (DOCS / "pictures" / f"{name}.svg").read_text("utf-8"), "make pictures draws it anew"
