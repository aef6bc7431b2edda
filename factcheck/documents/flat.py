"""Markup that is nested or loaded beyond all need, made so flat that every program that reads pages can go through it."""

from __future__ import annotations

import re
from typing import Any

DEEPEST = 200
"""How deep elements may lie in others; programs that read pages go through them by recursion."""
_PARSED = 2000
"""How deep the parser reads at most: what lies deeper it drops with all that follows."""
_LOW = 30
"""Elements within one that are left as they are, however deep it lies: words in bold, in a link, in a paragraph."""
_MOST_ATTRIBUTES = 2000
_LOADED = re.compile(r"<[a-z][^<>]{4000,}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""[\s/]+[^\s=/>"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*))?""")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]{0,20})\b[^<>]{0,5000}>", re.IGNORECASE)
_KEPT = re.compile(r"(?:html|head|body|title|meta|link|script|style|template|noscript|p|br|h[1-6])", re.IGNORECASE)
_IN_LINES = re.compile(r"(?:a|b|i|u|em|strong|font|span|small|big|sub|sup|mark|time|abbr|cite|q|tt|code|label)", re.IGNORECASE)


def unloaded(markup: str) -> str:
    """The markup, in which no element has more attributes than a parser takes in its stride."""

    def fewer(found: re.Match[str]) -> str:
        attributes = [one.span() for one in _ATTRIBUTE.finditer(found[0])]
        return found[0][: attributes[_MOST_ATTRIBUTES - 1][1]] + ">" if len(attributes) > _MOST_ATTRIBUTES else found[0]

    return _LOADED.sub(fewer, markup)


def as_paragraphs(markup: str) -> str:
    """The markup with paragraphs in place of all that lies in others."""

    def paragraph(found: re.Match[str]) -> str:
        if _KEPT.fullmatch(found[2]):
            return found[0]
        return "" if _IN_LINES.fullmatch(found[2]) else f"<{found[1]}p>"

    return _TAG.sub(paragraph, markup)


def is_cut_off(tree: Any) -> bool:
    """Whether the tree is so deep that the parser has dropped what lies deeper."""
    from lxml import etree

    deep = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        deep += 1 if event == "start" else -1
        if deep >= _PARSED:
            return True
    return False


def flatten(tree: Any) -> None:
    """Lift what lies too deep: behind an element that holds more come its children, and the rest of its words, as its siblings."""
    from lxml import etree

    deep, heights = 0, dict[Any, int]()
    found: list[Any] = []
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            deep += 1
            if deep == DEEPEST:
                found.append(node)
            continue
        if deep >= DEEPEST:
            heights[node] = 1 + max((heights[one] for one in node), default=0)
        deep -= 1
    for top in found:
        waiting = [top]
        while waiting:
            node = waiting.pop()
            if heights[node] > _LOW:
                waiting += reversed(_lifted(node))


def _lifted(node: Any) -> list[Any]:
    """The children of an element, which now follow it."""
    children = list(node)
    last, tail, node.tail = node, node.tail, None
    for child in children:
        said, child.tail = child.tail, None
        last.addnext(child)
        last = child
        if said and said.strip():
            rest = node.makeelement(node.tag, dict(node.attrib))
            rest.text = said
            last.addnext(rest)
            last = rest
    last.tail = tail
    return children
