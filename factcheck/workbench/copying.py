"""What can be copied of a claim, one after the other: the claim, its words in the article, its newest link, its place in the case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factcheck.model import Case, Claim, Mode, one_line


def copies(case: Case, claim: Claim, path: Path) -> list[tuple[str, str]]:
    """What each copy is called, and the words that are copied; nothing that the claim does not have, and nothing twice."""
    found = {words: name for name, words in reversed([*_copies(case, claim, path)]) if words}
    return [(name, words) for words, name in reversed(found.items())]


def _copies(case: Case, claim: Claim, path: Path) -> Iterator[tuple[str, str]]:
    yield "the claim", one_line(claim.gist)
    said = " … ".join(one_line(case.article.words(span)) for span in claim.content)
    yield (
        ("its quotation", said) if said and claim.mode in (Mode.DIRECT, Mode.MIXED) else ("its words in the article", one_line(claim.text))
    )
    newest = next((item for item in reversed(claim.evidence) if item.key not in _confidential(case)), None)
    if newest is not None:
        yield "its newest source", one_line(newest.url or newest.source or "")
    yield "its place in the case", f"{one_line(str(path))} {claim.id}"


def _confidential(case: Case) -> set[str]:
    return {source.key for source in case.sources if source.confidential}
