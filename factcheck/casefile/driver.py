"""Three files of one case made one, as git asks a merge driver to; and git told to ask."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from factcheck.casefile import disk
from factcheck.casefile.comments import Comment, keep_beside
from factcheck.casefile.loading import parse
from factcheck.casefile.merging import merge
from factcheck.casefile.sheet import Sheet
from factcheck.git import run_git
from factcheck.model import Article, Case, FactcheckError
from factcheck.starting import command

NAME = "factcheck"
"""What the driver is called in git's settings and in `.gitattributes`."""

_SETTINGS = f"merge.{NAME}"
_UNSAFE = " -m factcheck "
"""So started, Python looks for the program in the working folder first; drivers were once written so."""
_OLD_WAY = (
    "git starts factcheck here in an old way, so that a file in the repository could run in its place; run factcheck merge --install."
)
_GIT_SECONDS = 10.0


def merge_files(base: Path, ours: Path, theirs: Path, path: Path | None = None) -> tuple[str, ...]:
    """Merge `theirs` into the file `ours`; sentences for the person on what both sides had changed. Nothing of either side is lost.

    `base` is empty where both sides made the file. `path` is what the case file is called, for messages, and for the comments that have
    no place any more, which are kept beside it. Raises FactcheckError, and leaves `ours` as it was, when one of the three is no case.
    """
    name = path or ours
    found = [disk.read_there(side) for side in (ours, theirs, base)]
    mine, other, before = (parse(side.data, name) if side.data.strip() else None for side in found)
    if mine is None or other is None:
        raise FactcheckError(f"{disk.shown(name)}: one of the two versions to merge is empty; take the other one.")
    old, old_sheet = (before.case, before.sheet) if before else (Case(article=Article(text="")), Sheet())
    both = merge(old, mine.case, other.case)
    sheet, homeless = mine.sheet.with_loose(_new_comments(other.sheet, (mine.sheet, old_sheet))).showing(both.case)
    told = (*both.conflicts, *keep_beside(name, homeless))
    if disk.write(ours, sheet.text.encode(), found[0].stamp) is None:
        raise FactcheckError(f"{disk.shown(ours)} was changed by another program during the merge; merge again.")
    return tuple(dict.fromkeys(told))


def _new_comments(theirs: Sheet, known: tuple[Sheet, ...]) -> tuple[Comment, ...]:
    there = {comment for sheet in known for comment in sheet.comments}
    return tuple(comment for comment in theirs.comments if comment not in there)


def plan(folder: Path, cases: Path) -> tuple[str, str]:
    """What `install` adds in the repository around `folder`: the line of its `.gitattributes`, and git's setting. Raises FactcheckError."""
    return _line(_root(folder), folder / cases), f"{_SETTINGS}.driver = {_command()}"


def install(folder: Path, cases: Path) -> None:
    """Have git merge the case files in `cases` with `merge_files`, in this clone. Done twice, it is as done once; a driver of an older
    version, or of an environment that is gone, is replaced. Raises FactcheckError, also when git goes by other settings all the same.
    """
    root = _root(folder)
    line, driver = _line(root, folder / cases), _command()
    _git(root, "config", "--local", "--replace-all", f"{_SETTINGS}.name", "merges case files by claim, review and evidence")
    _git(root, "config", "--local", "--replace-all", f"{_SETTINGS}.driver", driver)
    if (other := _driver(root)) != driver:
        raise FactcheckError(
            f"git goes by another driver, {disk.shown(other)}; remove it from git's settings (git config --show-origin shows where)."
        )
    _change_attributes(root, lambda lines: lines if line in lines else [*lines, line])


def uninstall(folder: Path) -> None:
    """Take back what `install` did. Raises FactcheckError."""
    root = _root(folder)
    _git(root, "config", "--local", "--remove-section", _SETTINGS, fails=True)
    _change_attributes(root, lambda lines: [line for line in lines if not line.endswith(f" merge={NAME}")])


def outdated(folder: Path) -> tuple[str, ...]:
    """What to say, if anything, of a driver that git has in `folder` from an older version."""
    with suppress(FactcheckError):
        if _UNSAFE in _driver(folder):
            return (_OLD_WAY,)
    return ()


def _driver(folder: Path) -> str:
    """The driver that git would start in a folder, by whichever of its settings; empty when there is none. Raises FactcheckError."""
    return _git(folder, "config", "--get", f"{_SETTINGS}.driver", fails=True)


def _command() -> str:
    """What git starts, by its own path. It leaves a merged file and says 0, or says something else, and then git tells of a conflict.

    Raises FactcheckError for a place that git would misread.
    """
    started = shlex.join(command("factcheck", "merge"))
    if "%" in started:
        raise FactcheckError(
            f"git cannot start a program whose path has a % in it, as in {disk.shown(started)}; install factcheck at a path without it."
        )
    return f"{started} --path=%P -- %O %A %B"


def _root(folder: Path) -> Path:
    return Path(_git(folder, "rev-parse", "--show-toplevel"))


def _line(root: Path, cases: Path) -> str:
    """What `.gitattributes` says of the case files in a folder."""
    try:
        inside = cases.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        raise FactcheckError(f"{disk.shown(cases)} lies outside the repository {disk.shown(root)}; name a folder inside it.") from None
    if any(letter in inside for letter in ' \t\n"\\[]?*'):
        raise FactcheckError(f"{disk.shown(cases)} has a name that .gitattributes would read as a pattern; write the line yourself.")
    return f"{'' if inside == '.' else f'/{inside}'}/*.toml merge={NAME}"


def _change_attributes(root: Path, change: Callable[[list[str]], list[str]]) -> None:
    """Write the repository's `.gitattributes` with other lines, where they are others."""
    path = root / ".gitattributes"
    found = disk.read(path)
    lines = found.data.decode("utf-8", "surrogateescape").splitlines() if found else []
    wanted = change(lines)
    data = "".join(f"{line}\n" for line in wanted).encode("utf-8", "surrogateescape")
    if wanted != lines and disk.write(path, data, found.stamp if found else None) is None:
        raise FactcheckError(f"{disk.shown(path)} is being changed by another program; try again.")


def _git(folder: Path, *words: str, fails: bool = False) -> str:
    """What git says. Raises FactcheckError when it cannot do it, unless it may fail."""
    try:
        done = run_git(folder, *words, seconds=_GIT_SECONDS)
    except FileNotFoundError:
        raise FactcheckError("git is not installed; install it first.") from None
    except (OSError, subprocess.SubprocessError) as error:
        raise FactcheckError(f"git does not answer in {disk.shown(folder)} ({error}); try again.") from error
    if done.returncode and not fails:
        said = disk.shown(done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: "))
        raise FactcheckError(f"git says of {disk.shown(folder)}: {said}; go to a folder inside a repository.")
    return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")
