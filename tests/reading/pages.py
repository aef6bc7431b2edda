"""Pages in the manner of different sites, with the role of each paragraph marked by hand, and how well they are read.

In a `.page` file every line begins with its role: H headline, HH crosshead, S standfirst, BY byline, D dateline, D^ an
inline dateline (the paragraph goes on in the next line), B body, C caption, F furniture, … the same paragraph goes on.
The first line may state what the article says of itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from factcheck.model import Article, BlockRole
from factcheck.reading import read_text

_ROLES = {
    "H": "headline",
    "HH": "headline",
    "S": "standfirst",
    "BY": "byline",
    "D": "dateline",
    "D^": "dateline",
    "B": "body",
    "C": "caption",
    "F": "furniture",
}

FOLDER = Path(__file__).parent / "pages"


@dataclass(frozen=True)
class Page:
    """A page's text, its blocks as marked by hand, and the facts that it states."""

    name: str
    text: str
    blocks: list[tuple[str, int, int]]
    facts: dict[str, str]

    def read(self) -> Article:
        return read_text(self.text)


def load(path: Path) -> Page:
    facts: dict[str, str] = {}
    text = ""
    blocks: list[tuple[str, int, int]] = []
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("# "):
            facts = _facts(line[2:])
            continue
        code, bar, words = line.partition("| ")
        if not bar:
            text += "\n"
            continue
        if code == "…":
            role, start, _ = blocks.pop()
        else:
            role, start = _ROLES[code], len(text)
        text += words.rstrip()
        blocks.append((role, start, len(text)))
        text += " " if code == "D^" else "\n"
    return Page(path.stem, text, blocks, facts)


def _facts(line: str) -> dict[str, str]:
    facts: dict[str, str] = {}
    name = ""
    for word in line.split():
        if "=" in word:
            name, _, value = word.partition("=")
            facts[name] = value
        else:
            facts[name] += " " + word
    return facts


def pages() -> list[Page]:
    return [load(path) for path in sorted(FOLDER.glob("*.page"))]


@dataclass
class Score:
    """Counted in blocks with the very bounds that were marked."""

    body: int = 0
    body_found: int = 0
    furniture: int = 0
    furniture_found: int = 0
    called_furniture: int = 0
    all: int = 0
    right: int = 0

    @property
    def body_recall(self) -> float:
        return self.body_found / self.body

    @property
    def furniture_precision(self) -> float:
        return self.furniture_found / self.called_furniture

    @property
    def furniture_recall(self) -> float:
        return self.furniture_found / self.furniture

    def add(self, page: Page) -> list[str]:
        """Counts the page, and returns what was read otherwise than marked."""
        found = {(block.start, block.end): block.role for block in page.read().blocks}
        self.called_furniture += sum(role is BlockRole.FURNITURE for role in found.values())
        wrong = []
        for role, start, end in page.blocks:
            got = found.get((start, end))
            self.all += 1
            self.right += got == role
            self.body += role == "body"
            self.body_found += role == got == "body"
            self.furniture += role == "furniture"
            self.furniture_found += role == got == "furniture"
            if got != role:
                wrong.append(f"{page.name}: {role} read as {got}: {page.text[start:end][:80]!r}")
        return wrong


def main() -> None:
    """Prints what is read otherwise than marked, and the scores."""
    score = Score()
    for page in pages():
        print(*score.add(page), sep="\n")
    print(f"body recall {score.body_recall:.3f} of {score.body}; right {score.right} of {score.all}")
    found, all_of_it = score.furniture_precision, score.furniture_recall
    print(f"furniture precision {found:.3f} of {score.called_furniture}, recall {all_of_it:.3f} of {score.furniture}")


if __name__ == "__main__":
    main()
