"""Articles and claims as the checks get them, made without the rooms that make them in earnest."""

from __future__ import annotations

from factcheck.checking import Example
from factcheck.model import Article, Block, BlockRole, Claim, ClaimKind, Mode, Span, Speaker
from factcheck.values import find_dates, find_figures
from tests import builders


def as_article(example: Example) -> Article:
    """The example's first line as a headline and every later line as a paragraph."""
    return builders.article(example.text, published=example.published)


def as_claims(article: Article, example: Example) -> list[Claim]:
    """A statement for each speaker, and the article's dates and figures; none at all when nobody is quoted."""
    if not example.speakers and not example.said:
        return []
    text = article.text
    statements = []
    for words, content in (*((speaker, "") for speaker in example.speakers), *example.said):
        at = builders.words(text, words)
        spans = [builders.words(text, content)] if content else []
        speaker = Speaker(**at.model_dump())
        start, end = min(s.start for s in (at, *spans)), max(s.end for s in (at, *spans))
        content_at = [Span(start=s.start, end=s.end) for s in spans]
        statements.append(_claim(ClaimKind.STATEMENT, text, start, end, speaker=speaker, mode=Mode.INDIRECT, content=content_at))
    dates = [_claim(ClaimKind.DATE, text, d.start, d.end, date=d) for d in find_dates(text, article.published)]
    figures = [_claim(ClaimKind.FIGURE, text, f.start, f.end, figure=f) for f in find_figures(text)]
    return [*statements, *dates, *figures]


def _claim(kind: ClaimKind, text: str, start: int, end: int, **fields: object) -> Claim:
    return Claim.model_validate(
        {"id": f"{kind}{start}", "kind": kind, "start": start, "end": end, "text": text[start:end], "gist": text[start:end], **fields}
    )


def as_blocks(*paragraphs: str) -> Article:
    """An article of body paragraphs alone."""
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        if paragraph:
            blocks.append(Block(role=BlockRole.BODY, start=at, end=at + len(paragraph)))
        at += len(paragraph) + 2
    return Article(text=text, blocks=tuple(blocks))
