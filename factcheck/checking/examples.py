"""The examples of the checks as articles with claims, made without the rooms that make them in earnest."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checking.finding import Example
from factcheck.model import Article, Block, BlockRole, Claim, ClaimKind, Mode, Span, Speaker, Words
from factcheck.values import find_dates, find_figures


def as_article(example: Example) -> Article:
    """The example's first line as a headline and every later line as a paragraph."""
    blocks: list[Block] = []
    at = 0
    for line in example.text.split("\n"):
        if line.strip():
            blocks.append(Block(role=BlockRole.BODY if blocks else BlockRole.HEADLINE, start=at, end=at + len(line)))
        at += len(line) + 1
    return Article(text=example.text, blocks=tuple(blocks), published=example.published)


def as_claims(article: Article, example: Example) -> list[Claim]:
    """A statement for each speaker, and the article's dates and figures; none at all when nobody is quoted."""
    if not example.speakers and not example.said:
        return []
    statements = [_statement(article.text, words, content) for words, content in (*((s, "") for s in example.speakers), *example.said)]
    dates = [_claim(ClaimKind.DATE, article.text, d, date=d) for d in find_dates(article.text, article.published)]
    figures = [_claim(ClaimKind.FIGURE, article.text, f, figure=f) for f in find_figures(article.text)]
    return [*statements, *dates, *figures]


def _statement(text: str, words: str, content: str) -> Claim:
    at = _first(text, words)
    spans = [_first(text, content)] if content else []
    whole = Span(start=min(s.start for s in (at, *spans)), end=max(s.end for s in (at, *spans)))
    content_at = [Span(start=s.start, end=s.end) for s in spans]
    speaker = Speaker(**at.model_dump())
    return _claim(ClaimKind.STATEMENT, text, whole, speaker=speaker, mode=Mode.INDIRECT, content=content_at)


def _first(text: str, words: str) -> Words:
    at = text.index(words)
    return Words.at(text, at, at + len(words))


def _claim(kind: ClaimKind, text: str, span: Span, **fields: object) -> Claim:
    words = text[span.start : span.end]
    return Claim.model_validate(
        {"id": f"{kind}{span.start}", "kind": kind, "start": span.start, "end": span.end, "text": words, "gist": words, **fields}
    )


def shown(example: Example) -> Iterator[str]:
    """An example as it is read: what a house list says about it, its headline, its paragraphs."""
    for spelling, right in example.house.prefer.items():
        yield f"({right} in the place of {spelling})"
    headline, *paragraphs = (line for line in example.text.split("\n") if line.strip())
    yield f"{headline}:"
    yield from paragraphs
