"""Nothing that lies in the working folder runs in the program's name, and nothing outlives the program that started it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

import pytest

from factcheck import starting
from factcheck.git import run_git
from tests.builders import FERRY

DOCUMENTS = Path(__file__).parent / "documents" / "files"
NAMES = ("factcheck", "multiprocessing", "json", "pickle", "signal", "typer", "pydantic", "lxml", "sitecustomize", "usercustomize")
SCRIPT = "import sys\nfrom factcheck.cli import main\nif __name__ == '__main__':\n    sys.exit(main())\n"
"""As pip writes it."""


@pytest.mark.parametrize("room", ["casefile", "pipeline", "reporting", "splitting", "values", "values.dates"])
def test_names_that_are_loaded_on_demand_are_there_and_are_no_modules(room: str) -> None:
    """Python puts a module in the place of a name, where a package has both."""
    package = import_module(f"factcheck.{room}")
    for module in iter_modules(package.__path__, f"{package.__name__}."):
        import_module(module.name)
    assert {name for name in package.__all__ if isinstance(getattr(package, name), ModuleType)} == set()


OF_A_REPORT = ("jinja2", "xlsxwriter", "typst", "pdfminer")
OF_WORK = ("spacy", "numpy", "textual", "rich", "lxml", "trafilatura", "aiohttp", "sqlite3", "multiprocessing", "filelock", *OF_A_REPORT)
"""Packages that take a while to load, and that nobody needs who asks what there is to ask for."""


@pytest.mark.parametrize(("word", "unused"), [("--version", ("typer", "pydantic", "factcheck.model", *OF_WORK)), ("--help", OF_WORK)])
def test_what_only_tells_loads_nothing_that_it_does_not_need(word: str, unused: tuple[str, ...]) -> None:
    watched = f"import sys, atexit; atexit.register(lambda: print(*(set({unused}) & set(sys.modules)), file=sys.stderr, end=''))"
    code = f"{watched}; sys.argv = ['factcheck', {word!r}]; from factcheck.cli import main; main()"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert "factcheck" in done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that a stranger sent: two articles, and a file for every module that Python might look for here first."""
    folder = tmp_path / "sent"
    folder.mkdir()
    (folder / "ferry.txt").write_text(FERRY)
    shutil.copy(DOCUMENTS / "story.pdf", folder)
    for name in NAMES:
        (folder / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'a').write('{name} ')\nraise SystemExit(0)\n")
    return folder


def as_installed(tmp_path: Path) -> list[str]:
    script = tmp_path / "bin" / "factcheck"
    script.parent.mkdir()
    script.write_text(SCRIPT)
    return [sys.executable, str(script)]


def ran(folder: Path) -> str:
    marks = folder.parent / "ran"
    return marks.read_text() if marks.exists() else ""


@pytest.mark.parametrize(
    ("words", "path"),
    [
        (("batch", ".", "--out", "cases", "--jobs", "1"), ".:/nowhere"),
        (("split", "story.pdf"), ":/nowhere"),
        *((("--version",), path) for path in ("", ":/nowhere", ".:/nowhere")),
    ],
)
def test_started_by_itself_it_runs_nothing_that_lies_in_the_folder(folder: Path, words: tuple[str, ...], path: str) -> None:
    """Nor do its workers, the process that opens documents, or what keeps track of them; whatever PYTHONPATH says."""
    around = {**os.environ, "PYTHONPATH": path}
    done = subprocess.run(starting.command("factcheck", *words), cwd=folder, env=around, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr, ran(folder)) == (0, "", "")
    assert "2 made" in done.stdout or words[0] != "batch"


def test_started_as_it_is_installed_its_workers_run_nothing_that_lies_in_the_folder(folder: Path, tmp_path: Path) -> None:
    command = [*as_installed(tmp_path), "batch", ".", "--out", "cases", "--jobs", "1"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr, ran(folder)) == (0, "", "")
    assert "2 made" in done.stdout


def test_a_python_that_has_the_persons_own_packages_starts_one_that_has_them_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting.site, "ENABLE_USER_SITE", False)
    assert starting.command("factcheck")[1] == "-I"
    monkeypatch.setattr(starting.site, "ENABLE_USER_SITE", True)
    assert starting.command("factcheck")[1] == "-EP"
    done = subprocess.run([*starting.command("factcheck"), "--version"], capture_output=True, text=True)
    assert done.stdout.startswith("factcheck ")


def test_no_entry_that_means_the_working_folder_is_left_to_what_is_started(tmp_path: Path) -> None:
    """Where an entry of PATH or PYTHONPATH is empty or relative, everything that is started would look here."""
    script = tmp_path / "bin" / "show.py"
    script.parent.mkdir()
    script.write_text(
        "import os, sys\nfrom factcheck.starting import leave_working_folder\nleave_working_folder()\n"
        "print(os.environ['PATH'], os.environ['PYTHONPATH'], os.getcwd() in sys.path, sep='|')\n"
    )
    program = str(Path(starting.__file__).parent.parent)
    around = {**os.environ, "PATH": ".::bin:/usr/bin", "PYTHONPATH": f":.:{program}"}
    done = subprocess.run([sys.executable, str(script)], cwd=tmp_path, env=around, capture_output=True, text=True)
    assert done.stdout == f"/usr/bin|{program}|False\n"


@pytest.mark.parametrize("path", [".", "", "bin:", "::"])
def test_a_git_that_lies_in_the_working_folder_is_not_called(tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in (tmp_path / "git", tmp_path / "bin" / "git"):
        place.parent.mkdir(exist_ok=True)
        place.write_text(f"#!/bin/sh\n: > {tmp_path / 'ran'}\n")
        place.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", path)
    with pytest.raises(FileNotFoundError):
        run_git(tmp_path, "--version", seconds=10)
    assert not (tmp_path / "ran").exists()
    monkeypatch.setenv("PATH", f"{path}:{tmp_path / 'bin'}")
    run_git(tmp_path, "--version", seconds=10)
    assert (tmp_path / "ran").exists()


def test_the_settings_of_a_strangers_repository_run_nothing(tmp_path: Path) -> None:
    """What git is asked for does not start what a `.git/config` names."""
    run_git(tmp_path, "init", "-q", seconds=10)
    mark = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\n: > {mark}\n")
    program.chmod(0o755)
    for name in ("core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "alias.config", "alias.rev-parse", "pager.config"):
        run_git(tmp_path, "config", name, f"!{program}" if "alias" in name else str(program), seconds=10)
    for words in (("config", "--get", "user.name"), ("rev-parse", "--show-toplevel"), ("config", "--local", "merge.factcheck.name", "x")):
        run_git(tmp_path, *words, seconds=10)
    assert not mark.exists()


@pytest.mark.parametrize("remote", ["ext::{program}", "ssh://nobody@localhost/x", "{folder}"])
def test_what_a_strangers_repository_has_not_is_not_fetched_from_where_it_says(tmp_path: Path, remote: str) -> None:
    """A repository may be a part of another, and name the program that brings the rest."""
    mark, program = tmp_path / "ran", tmp_path / "program"
    program.write_text(f"#!/bin/sh\n: > {mark}\n")
    program.chmod(0o755)
    run_git(tmp_path, "init", "-q", seconds=10)
    settings = {
        "core.repositoryFormatVersion": "1", "extensions.partialClone": "there", "core.sshCommand": str(program),
        "protocol.allow": "always",
        "protocol.ext.allow": "always", "protocol.ssh.allow": "always", "protocol.file.allow": "always", "remote.there.promisor": "true",
        "remote.there.url": remote.format(program=program, folder=tmp_path), "remote.there.uploadpack": str(program),
    }  # fmt: skip
    for name, value in settings.items():
        run_git(tmp_path, "config", name, value, seconds=10)
    for words in (
        ("cat-file", "blob", "1" * 40),
        ("ls-tree", "-l", "-z", "1" * 40),
        ("rev-parse", "--verify", "-q", f"{'1' * 40}^{{commit}}"),
    ):
        assert run_git(tmp_path, *words, seconds=10).returncode != 0
    assert not mark.exists()


def gone(pid: int, seconds: float = 30.0) -> bool:
    """Whether a process ends; one that nobody has waited for yet has ended, too."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
            os.kill(pid, 0)
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks for processes as Linux lists them")
def test_what_it_started_ends_when_it_is_killed() -> None:
    script = (
        "import subprocess\nfrom factcheck.starting import command\n"
        "child = subprocess.Popen(command('http.server', '0', ends_with_me=True), stdout=subprocess.DEVNULL)\n"
        "print(child.pid, flush=True)\nchild.wait()\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        time.sleep(0.2)
        os.kill(child, 0)
        parent.send_signal(signal.SIGKILL)
    assert gone(child)
