"""What is to be changed in a parse: one word, hung elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.splitting.tree import Form, Part, Relation, Token


class Change(NamedTuple):
    """What a token is to be instead: what it hangs on, as what, and where that was wrong too its form and part of speech."""

    token: Token
    on: Token
    relation: Relation
    form: Form | None = None
    part: Part | None = None
