"""What the pages for people say can be run: their blocks, and a desk on which every command in them works as written."""

from __future__ import annotations

import re
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

from factcheck.casefile import CaseFile
from factcheck.model import Case
from tests.builders import BRIDGE, FERRY, article, ferry_case
from tests.casefile.cases import decide

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
EVERY = (ROOT / "README.md", *sorted(path for path in DOCS.rglob("*.md") if path.parent.name != "making"), ROOT / "CONTRIBUTING.md")
"""Every page that is written for people, but for the changelog and the page on security, which show nothing to run."""

_FENCE = re.compile(r"(?:^(?P<above>[^\n]+)\n\n)?^```(?P<language>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_WITH_ONE = ("check", "diff", "coverage", "verify-bundle")
"""Commands whose exit code 1 tells what they found."""


@dataclass(frozen=True)
class Block:
    """A fenced block, and the paragraph above it."""

    language: str
    text: str
    above: str

    @property
    def commands(self) -> list[str]:
        """The commands that it shows, without what is said of them."""
        return [
            command for line in self.text.splitlines() if (command := line.partition("  #")[0].strip()) and command.startswith("factcheck")
        ]


def blocks(page: Path, language: str | None = None) -> list[Block]:
    """The blocks of a page, or those in one language."""
    return [block for block in blocks_in(page.read_text("utf-8")) if language in (None, block.language)]


def blocks_in(words: str) -> list[Block]:
    """The blocks in Markdown."""
    return [Block(m["language"], m["text"], m["above"] or "") for m in _FENCE.finditer(words)]


def words_of(command: str) -> list[str]:
    """The words of a command behind its name, names of files filled in as a shell does it."""
    words = shlex.split(command)[1:]
    return [each for word in words for each in (sorted(map(str, Path().glob(word))) if "*" in word else [word])]


def ends_well(command: str) -> set[int]:
    """The exit codes of a command that did what it is for."""
    return {0, 1} if command.split()[1:2] and command.split()[1] in _WITH_ONE else {0}


def lay(folder: Path) -> None:
    """An article, its case before the last edit and in three states that git has, a colleague's copy of it, an archive, settings."""
    (folder / "archive").mkdir(parents=True)
    for path in (folder / "story.txt", folder / "archive" / "story.txt"):
        path.write_text(FERRY.replace("nine of the twelve", "ten of the twelve"), "utf-8")
    (folder / "lighthouse.txt").write_text((DOCS / "story" / "lighthouse.txt").read_text("utf-8"), "utf-8")
    (folder / "factcheck.toml").write_text('[house]\nnames = ["Siobhan Rodick"]\n')
    case = ferry_case(reviewed=True)
    CaseFile.create(folder / "claims" / "story.toml", case)
    CaseFile.create(folder / "claims" / "bridge.toml", Case(article=article(BRIDGE)))
    for name, one in (("sent", case), ("theirs", decide(case, 5, "Ben", minutes=6))):
        CaseFile.create(folder / name / "story.toml", one)
    CaseFile.create(folder / "sent" / "ferry.toml", case)
    git = ("git", "-C", str(folder), "-c", "user.name=Ada", "-c", "user.email=ada@post.example")
    subprocess.run([*git, "init", "-q"], check=True)
    for n, tag in enumerate(("first", "second", "third")):
        (folder / "claims" / "ferry.toml").unlink(missing_ok=True)
        CaseFile.create(folder / "claims" / "ferry.toml", decide(case, n, "Ben", minutes=n))
        subprocess.run([*git, "add", "claims/ferry.toml"], check=True)
        subprocess.run([*git, "commit", "-qm", tag], check=True)
        subprocess.run([*git, "tag", tag], check=True)
