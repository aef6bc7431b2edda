"""The articles marked by hand in `articles/`: what each is expected to be split into, and how near the splitter comes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.model import Article, Claim
from tests import builders

FOLDER = Path(__file__).parent / "articles"
ALIKE = 0.75
"""The share of code points that two spans must have in common to stand for one claim."""


@dataclass(frozen=True)
class Expected:
    kind: str
    start: int
    end: int
    text: str
    speaker: str | None
    name: str | None
    title: str | None
    gist: tuple[str, ...]
    checkable: bool | None


def names() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def load(name: str) -> tuple[Article, list[Expected]]:
    """The article of that name and its claims; the words of each are looked for after the claim before it."""
    data = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    text = data["text"].strip() + "\n"
    return builders.article(text, published=data["published"]), [_expected(text, claim) for claim in data["claims"]]


def _expected(text: str, claim: dict[str, Any]) -> Expected:
    start = text.index(claim["text"])
    return Expected(
        claim["kind"],
        start,
        start + len(claim["text"]),
        claim["text"],
        claim.get("speaker"),
        claim.get("name"),
        claim.get("title"),
        tuple(claim.get("gist", ())),
        claim.get("checkable"),
    )


def alike(claim: Claim, expected: Expected) -> float:
    """Intersection over union of the two spans."""
    common = min(claim.end, expected.end) - max(claim.start, expected.start)
    return max(0, common) / (max(claim.end, expected.end) - min(claim.start, expected.start))


def found(claims: list[Claim], expected: Expected) -> Claim | None:
    """The claim that stands where one is expected, of the same kind if there is one, or None."""
    near = [c for c in claims if c.part_of is None and alike(c, expected) >= ALIKE]
    return max(near, key=lambda c: (c.kind.value == expected.kind, alike(c, expected)), default=None)
