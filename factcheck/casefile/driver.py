"""Three files of one case made one, as git asks a merge driver to; and git told to ask."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from factcheck.casefile import disk
from factcheck.casefile.comments import Comment, keep_beside
from factcheck.casefile.loading import Loaded, parse
from factcheck.casefile.merging import merge
from factcheck.casefile.sheet import Sheet
from factcheck.model import Article, Case, FactcheckError

NAME = "factcheck"
"""What the driver is called in git's settings and in `.gitattributes`."""

_SETTINGS = f"merge.{NAME}"
_GIT_SECONDS = 10.0


def merge_files(base: Path, ours: Path, theirs: Path, path: Path | None = None) -> tuple[str, ...]:
    """Merge `theirs` into the file `ours`; sentences for the person on what both sides had changed. Nothing of either side is lost.

    `base` is empty where both sides made the file. `path` is what the case file is called, for messages, and for the comments that have
    no place any more, which are kept beside it. Raises FactcheckError, and leaves `ours` as it was, when one of the three is no case.
    """
    name = path or ours
    mine, other, before = _loaded(ours, name), _loaded(theirs, name), _loaded(base, name)
    old = before.case if before else Case(article=Article(text=""))
    if mine is None or other is None:
        raise FactcheckError(f"{disk.shown(name)}: one of the two versions to merge is empty; take the other one.")
    both = merge(old, mine.case, other.case)
    new = _new_comments(other.sheet, (mine.sheet, before.sheet if before else Sheet()))
    sheet, homeless = mine.sheet.with_loose(new).showing(both.case)
    found = disk.read(ours)
    if found is None or disk.write(ours, sheet.text.encode(), found.stamp) is None:
        raise FactcheckError(f"{disk.shown(ours)} was changed by another program during the merge; merge again.")
    return tuple(dict.fromkeys((*both.conflicts, *keep_beside(name, homeless))))


def _loaded(path: Path, name: Path) -> Loaded | None:
    """The case in a file that git handed over; None for an empty one."""
    found = disk.read(path)
    if found is None:
        raise FactcheckError(f"There is no file {disk.shown(path)}; check the name.")
    return parse(found.data, name) if found.data.strip() else None


def _new_comments(theirs: Sheet, known: tuple[Sheet, ...]) -> tuple[Comment, ...]:
    there = {comment for sheet in known for comment in sheet.comments}
    return tuple(comment for comment in theirs.comments if comment not in there)


def plan(folder: Path, cases: Path) -> tuple[str, str]:
    """What `install` adds in the repository around `folder`: the line of its `.gitattributes`, and git's setting. Raises FactcheckError."""
    pattern = _pattern(_root(folder), (folder / cases).absolute())
    return f"{pattern} merge={NAME}", f"{_SETTINGS}.driver = {_command()}"


def install(folder: Path, cases: Path) -> None:
    """Have git merge the case files in `cases` with `merge_files`, in this clone. Done twice, it is as done once. Raises FactcheckError."""
    root = _root(folder)
    line, _ = plan(folder, cases)
    _git(root, "config", "--local", f"{_SETTINGS}.name", "merges case files by claim, review and evidence")
    _git(root, "config", "--local", f"{_SETTINGS}.driver", _command())
    lines = _attributes(root)
    if line not in lines:
        _write_attributes(root, [*lines, line])


def uninstall(folder: Path) -> None:
    """Take back what `install` did. Raises FactcheckError."""
    root = _root(folder)
    _git(root, "config", "--local", "--remove-section", _SETTINGS, fails=True)
    lines = _attributes(root)
    kept = [line for line in lines if not line.endswith(f" merge={NAME}")]
    if kept != lines:
        _write_attributes(root, kept)


def _command() -> str:
    return f"{shlex.quote(sys.executable)} -m factcheck merge %O %A %B --path %P"


def _root(folder: Path) -> Path:
    return Path(_git(folder, "rev-parse", "--show-toplevel"))


def _pattern(root: Path, cases: Path) -> str:
    try:
        inside = cases.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        raise FactcheckError(f"{disk.shown(cases)} lies outside the repository {disk.shown(root)}; name a folder inside it.") from None
    pattern = "/*.toml" if inside == "." else f"/{inside}/*.toml"
    if any(letter in pattern for letter in ' \t\n"\\[]?') or "*" in inside:
        raise FactcheckError(f"{disk.shown(cases)} has a name that .gitattributes would read as a pattern; write the line yourself.")
    return pattern


def _attributes(root: Path) -> list[str]:
    found = disk.read(root / ".gitattributes")
    return found.data.decode("utf-8", "surrogateescape").splitlines() if found else []


def _write_attributes(root: Path, lines: list[str]) -> None:
    path = root / ".gitattributes"
    found = disk.read(path)
    if disk.write(path, "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape"), found.stamp if found else None) is None:
        raise FactcheckError(f"{disk.shown(path)} is being changed by another program; try again.")


def _git(folder: Path, *words: str, fails: bool = False) -> str:
    """What git says. Raises FactcheckError when it cannot do it, unless it may fail."""
    git = shutil.which("git")
    if git is None:
        raise FactcheckError("git is not there, and nothing else merges for it; install git first.")
    try:
        done = subprocess.run([git, *words], cwd=folder, capture_output=True, timeout=_GIT_SECONDS, check=False)  # noqa: S603 - no shell
    except (OSError, subprocess.SubprocessError) as error:
        raise FactcheckError(f"git does not answer in {disk.shown(folder)} ({error}); try again.") from error
    if done.returncode and not fails:
        said = disk.shown(done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: "))
        raise FactcheckError(f"git says of {disk.shown(folder)}: {said}; go to a folder inside a repository.")
    return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")
