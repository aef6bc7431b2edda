"""What a reader of the claims alone would be handed, each with its speaker: kinds of sentences that strict readers found misread.

A file in `sentences/` holds one kind of mistake. A text is followed by its claims, each after a hyphen, and behind an `@` whose words they
are; none is the article itself. A line with `¶` is a break between paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck

FOLDER = Path(__file__).parent / "sentences"
CLAIM = "  - "
SPOKEN_BY = "  @ "


def sentences() -> Iterator[tuple[str, list[tuple[str, str | None]]]]:
    """Every text with its claims."""
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line for line in block.splitlines() if not line.startswith("#")]
            text = "\n".join(line for line in lines if not line.startswith(CLAIM)).replace("¶", "")
            if text:
                yield text, [_claim(line.removeprefix(CLAIM)) for line in lines if line.startswith(CLAIM)]


def _claim(line: str) -> tuple[str, str | None]:
    gist, _, speaker = line.partition(SPOKEN_BY)
    return gist, speaker or None


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*one, id=one[0][:40]) for one in sentences()])
def test_a_claim_is_true_to_the_article_and_has_its_speaker(text: str, expected: list[tuple[str, str | None]]) -> None:
    claims = [c for c in factcheck.split(factcheck.read_text(text)) if c.part_of is None]
    assert [(c.in_context, c.speaker.known_as if c.speaker else None) for c in claims] == expected
