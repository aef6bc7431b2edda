"""Lists of counts behind a colon or a dash: "Five people were hurt: two officers, a nurse and two pupils".

Each item is a sum that is checked by itself, and says nothing without the clause before the colon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.splitting.syntax import is_finite

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token, Tree

_OPENS = frozenset({":", "--", "–", "—"})
_COUNTED = ("numeral", "symbol")
_ONE = frozenset(("a", "an", "another"))
_LEAST = 2
"""Items in a list, and words in an item."""


def items_of(tree: Tree) -> set[int]:
    """The heads of the items of a list of counts that ends the sentence; none where any word of it hangs elsewhere."""
    colon = next((t for t in reversed(list(tree)) if t.text in _OPENS), None)
    if colon is None or not any(is_finite(t) for t in tree[: colon.i]):
        return set()
    listed = [t for t in tree[colon.i + 1 :] if not t.is_space]
    if any(is_finite(t) or t.is_quote for t in listed):
        return set()
    heads = [_head(item) for item in _items(listed)]
    return {head.i for head in heads if head is not None} if len(heads) >= _LEAST and None not in heads else set()


def _items(listed: list[Token]) -> list[list[Token]]:
    """The words of each item, which begins with a number or "a"; none where the first begins otherwise, or none is a number."""
    items: list[list[Token]] = []
    fresh = True
    for token in listed:
        if token.text in {",", ";"} or token.relation == "coordinator":
            fresh = True
        elif not token.is_punct:
            if fresh and (token.part in _COUNTED or token.lower in _ONE):
                items.append([])
            elif not items:
                return []
            items[-1].append(token)
            fresh = False
    counted = any(item[0].part in _COUNTED for item in items)
    return items if counted and all(len(item) >= _LEAST for item in items) else []


def _head(item: list[Token]) -> Token | None:
    """The one word of an item that hangs on a word outside it."""
    inside = {t.i for t in item}
    tops = [t for t in item if t.head.i not in inside or t.head.i == t.i]
    return tops[0] if len(tops) == 1 and tops[0].relation != "root" else None
