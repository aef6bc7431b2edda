"""What an article's markup says to Factcheck itself in its comments, kept as signs in the words: `<!-- factcheck: off name -->`."""

from __future__ import annotations

import re
from typing import Any

OPENS, CLOSES = "\ue0fa", "\ue0fb"
"""Signs around a directive, from Unicode's private use area: what reads the text out of markup keeps words and drops comments."""

_LONGEST = 300
_SAYS = r"\s{0,20}factcheck:\s{0,20}(?P<says>o(?:ff|n)(?:[\s,]{1,20}[a-z-]{1,40}){0,20})\s{0,20}"

COMMENT = re.compile(rf"(?P<alone>(?<![^\n])[ \t]{{0,3}})?<!--{_SAYS}-->(?P<ends>[ \t]{{0,20}}(?![^\n]))?")
"""A directive in a comment: takes `<!-- factcheck: off name, variant -->` and `<!--factcheck: on-->`, not `<!-- factcheck: offside -->`."""

_IN_COMMENT = re.compile(_SAYS)


def as_signs(text: str) -> str:
    """Markdown with the directives of its comments as signs; a comment that has its lines for itself parts paragraphs as before."""
    if "factcheck:" not in text:
        return text
    return COMMENT.sub(lambda m: _sign(m["says"]) + ("\n\n" if m["alone"] is not None and m["ends"] is not None else m["ends"] or ""), text)


def sign_comments(tree: Any) -> None:
    """Put the directives of a page's comments, as signs, before the words that come next."""
    from lxml import etree

    waiting = ""
    for node in list(tree.iter()):
        if node.tag is etree.Comment:
            found = _IN_COMMENT.fullmatch((node.text or "")[:_LONGEST])
            waiting += _sign(found["says"]) if found is not None else ""
            if waiting and (node.tail or "").strip():
                node.tail, waiting = waiting + node.tail, ""
        elif waiting and isinstance(node.tag, str) and node.tag not in ("script", "style") and (node.text or "").strip():
            node.text, waiting = waiting + node.text, ""


def _sign(says: str) -> str:
    return f"{OPENS}{' '.join(says.replace(',', ' ').split())}{CLOSES}"
