"""Articles as the checks get them, made without the rooms that make them in earnest."""

from __future__ import annotations

from factcheck.model import Article, Block, BlockRole


def as_blocks(*paragraphs: str) -> Article:
    """An article of body paragraphs alone."""
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        if paragraph:
            blocks.append(Block(role=BlockRole.BODY, start=at, end=at + len(paragraph)))
        at += len(paragraph) + 2
    return Article(text=text, blocks=tuple(blocks))
