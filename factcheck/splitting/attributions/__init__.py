"""Who said what: every place where an article says that somebody said, wrote, thought or wanted something."""

from __future__ import annotations

from factcheck.model import Article, Attribution
from factcheck.splitting.attributions.assembling import assemble
from factcheck.splitting.attributions.labels import with_labels
from factcheck.splitting.parsed import Parsed, parse

__all__ = ["attributions_of", "find_attributions"]


def find_attributions(article: Article) -> list[Attribution]:
    """Who said what in an article, in the order of the text.

    Each has the speaker's words (None where nobody is named), the cue, the spans of what was said and the mode. What
    stands inside another attribution's content is not given again: "Ann said that Bo promised to come" is one. Offsets
    are code points into `article.text`. Raises FactcheckError when no language model can be loaded.
    """
    return attributions_of(parse(article))


def attributions_of(parsed: Parsed) -> list[Attribution]:
    """The same over an article that is parsed already."""
    return with_labels(parsed, assemble(parsed))
