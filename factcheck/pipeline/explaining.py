"""Why a sentence gave the claims that it gave, and what a check is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factcheck.model import Article, Block, BlockRole, FactcheckError
from factcheck.pipeline.articles import ArticleSource, read_article


def explain(source: ArticleSource | None, sentence: str | None) -> Iterator[str]:
    """Lines on how sentences became claims: those of an article that hold some words or all of them, or one sentence by itself.

    A source that is the id of a check, where no file has that name, gives lines on the check. Raises FactcheckError when there is neither
    an article nor a sentence, when the article cannot be read, and when the words stand nowhere in it.
    """
    from factcheck import splitting  # which few commands need, and the workbench not to open a case
    from factcheck.checking import CHECKS

    if isinstance(source, str) and sentence is None and source in CHECKS.ids and not Path(source).exists():
        from factcheck.pipeline.about_checks import explain_check

        return explain_check(CHECKS[source])
    if source is not None:
        return splitting.explain(read_article(source), sentence)
    if sentence is None or not sentence.strip():
        raise FactcheckError("There is nothing to explain; give an article, a sentence with --sentence, or a check.")
    text = sentence.strip()
    return splitting.explain(Article(text=text, blocks=(Block(role=BlockRole.BODY, start=0, end=len(text)),)))
