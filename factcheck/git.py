"""How git is called: without a shell, without input, and never for long."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from factcheck.starting import find_program

_ALONE = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
"""What is not there is not fetched from where a repository's settings say, by a program that they name; nothing is written unasked."""


def run_git(folder: Path, *words: str, seconds: float) -> subprocess.CompletedProcess[bytes]:
    """What git does in a folder, or in the working folder where that one is not there.

    The folder may be a stranger's: only `--version`, `config`, `rev-parse`, `rev-list`, `ls-tree` and `cat-file blob` are asked, which run
    nothing that a repository's settings name.
    Raises FileNotFoundError when there is no git, another OSError or SubprocessError when it does not answer in time.
    """
    git = find_program("git")
    if git is None:
        raise FileNotFoundError("git")
    return subprocess.run(  # noqa: S603 - no shell
        [git, *words],
        cwd=folder if folder.is_dir() else None,
        env=os.environ | _ALONE,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=seconds,
        check=False,
    )
