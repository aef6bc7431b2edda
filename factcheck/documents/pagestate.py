"""The story in the state that a page hands to its scripts, for pages that show nothing before these ran."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from factcheck.documents.pieces import Document, UnreadableError
from factcheck.documents.stories import holds_body, read_object

_LONGEST = 4_000_000
_MOST = 50_000
"""Things in a state that are looked at."""
_SET = re.compile(r"\s*(?:window|self|globalThis)?\.?[\w.\[\]\"']{2,60}\s*=\s*(?=[{\[])")
"""How a script sets a state: takes "window.__STATE__ = {", refuses "function (a) {"."""


def states_in(tree: Any) -> list[str]:
    """The words of the scripts of a page that hold its state, which reading it takes out of the tree."""
    scripts = [(node.text or "", node.get("type") or "") for node in tree.iter("script")]
    return [text for text, kind in scripts if len(text) <= _LONGEST and (kind == "application/json" or _SET.match(text))]


def story_in(states: Sequence[str]) -> Document | None:
    """The story in a page's states: that in the object nearest to their root that has a title, and the text of one; None without."""
    for state in states:
        begun = _SET.match(state)
        try:
            data, _ = json.JSONDecoder().raw_decode(state[begun.end() :] if begun else state.lstrip())
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            with suppress(UnreadableError):
                if holds_body(thing) and (story := read_object(thing)).title:
                    return story
    return None


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """The objects in some data, those nearer to its root first."""
    level, seen = [data], 0
    while level and seen < _MOST:
        seen += len(level)
        yield from (one for one in level if isinstance(one, dict))
        level = [
            inner
            for one in level
            for inner in (one.values() if isinstance(one, dict) else one if isinstance(one, list) else ())
            if isinstance(inner, dict | list)
        ]
