"""An article checked by itself, outside any case: the ledger of who is in it comes from splitting."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import checking
from factcheck.model import NO_HOUSE, Article, Claim, Entity, Flag, House
from factcheck.splitting import find_entities


def check(article: Article, claims: Sequence[Claim], entities: Sequence[Entity] | None = None, house: House = NO_HOUSE) -> list[Flag]:
    """What does not agree inside the article, in the order of the text.

    Spans are code-point offsets into `article.text`. `entities` is the ledger of who is in the story; where none is given it is the one
    that was made when the article was split, or is made now. `house` is what the newsroom has settled. Raises FactcheckError where that
    names a check that there is not, and where a ledger is to be made and no language model can be loaded.
    """
    return checking.check(article, claims, find_entities(article) if entities is None else entities, house)
