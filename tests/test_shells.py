"""Completion in the shells that people have, and the manual page, by the programs that they are for."""

from __future__ import annotations

import os
import pty
import re
import runpy
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPTS = Path(sys.executable).parent
PATIENCE = 60.0
TYPED = {
    "factcheck verify-b": ["verify-bundle"],
    "factcheck check --sar": ["--sarif"],
    "factcheck review --as sec": ["second"],
    "factcheck export --to claimr": ["claimreview"],
}
"""A line that is begun, and what completes its last word."""

pytestmark = pytest.mark.skipif(not (SCRIPTS / "factcheck").exists(), reason="needs the command as it is installed")


def _environment(folder: Path) -> dict[str, str]:
    return os.environ | {"PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder), "ZDOTDIR": str(folder), "TERM": "dumb"}


def _needs(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"needs {program}")
    return found


def _said(folder: Path, *words: str) -> list[str]:
    done = subprocess.run(words, cwd=folder, env=_environment(folder), capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("line", TYPED)
def test_bash_completes(line: str, tmp_path: Path) -> None:
    script = (
        'source <(_FACTCHECK_COMPLETE=source_bash factcheck); read -ra COMP_WORDS <<< "$1"; COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 )); '
        '_factcheck_completion factcheck; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    assert _said(tmp_path, _needs("bash"), "--norc", "-c", script, "-", line) == TYPED[line]


@pytest.mark.parametrize("line", TYPED)
def test_fish_completes(line: str, tmp_path: Path) -> None:
    script = "_FACTCHECK_COMPLETE=source_fish factcheck | source; complete -C $argv[1]"
    said = _said(tmp_path, _needs("fish"), "--no-config", "-c", script, line)
    assert [one.partition("\t")[0] for one in said] == TYPED[line]


def test_zsh_completes(tmp_path: Path) -> None:
    """As a person has it: the line is typed, and the tab key pressed."""
    program = _needs("zsh")
    (tmp_path / ".zshrc").write_text(
        "PS1='ready> '\nautoload -Uz compinit\ncompinit -D -u\nsource <(_FACTCHECK_COMPLETE=source_zsh factcheck)\n"
    )
    process, terminal = pty.fork()
    if not process:
        os.chdir(tmp_path)
        os.execve(program, [program, "-i"], _environment(tmp_path))  # noqa: S606 - a shell that was looked for
    try:
        _wait_for(terminal, "ready> ")
        for line, (completed,) in TYPED.items():
            os.write(terminal, f"{line}\t".encode())
            _wait_for(terminal, f"{line.rpartition(' ')[0]} {completed}")
            os.write(terminal, b"\x15\n")  # the line is emptied again
            _wait_for(terminal, "ready> ")
    finally:
        os.close(terminal)
        os.waitpid(process, 0)


def _wait_for(terminal: int, words: str) -> None:
    """Until the shell's last line has the words, as a person sees it."""
    seen, end = "", time.monotonic() + PATIENCE
    while words not in re.sub(r"\x1b\[[\d;?]*[A-Za-z]|\x08|\x07", "", seen):
        assert time.monotonic() < end, f"{words!r} never came: {seen!r}"
        if select.select([terminal], [], [], 0.2)[0]:
            seen += os.read(terminal, 65536).decode("utf-8", "replace")


def test_the_manual_page_is_made_from_the_help() -> None:
    """`python docs/man.py` makes it anew."""
    assert runpy.run_path(str(ROOT / "docs" / "man.py"))["page"]() == (ROOT / "docs" / "factcheck.1").read_text("utf-8")


def test_the_manual_page_is_one_to_who_reads_them(tmp_path: Path) -> None:
    page = str(ROOT / "docs" / "factcheck.1")
    shown = "\n".join(_said(tmp_path, _needs("man"), "-l", page))
    assert "factcheck [OPTIONS] [COMMAND] [ARGUMENTS]" in shown
    assert re.search(r"--no-input\n\s+Never ask; ", shown)
    linted = subprocess.run([_needs("mandoc"), "-T", "lint", "-W", "warning", page], capture_output=True, text=True, check=False)
    assert [line for line in linted.stdout.splitlines() if "missing date" not in line] == []
