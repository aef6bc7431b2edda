"""Whether the article introduces somebody where a full name stands: by what they are, by whose they are, or beside another of the name."""

from __future__ import annotations

import re

from factcheck.checking.context import CheckContext
from factcheck.language.lexicon import words
from factcheck.language.roles import role_of
from factcheck.model import Span

DESCRIBED = re.compile(
    r"\s?\(|,\s(?:\d|(?:an?|the|who|whose|his|her|their|of|from)\s|[a-z]+(?:er|or|ist|ian|man|ant|ent)\b)|\s(?:of|from|at)\s[A-Z]"
)
"""What introduces somebody behind a name: takes `, a nurse`, `, 45,` and ` of Leeds`, not ` said that`."""

WORD_BEFORE = re.compile(r"\b(?P<word>[a-z-]{2,20})(?P<comma>,?)\s$")
"""The word before a name, which may say what its bearer is: takes `the writer ` and `lawyer, `, not `Captain `."""

PLAIN = words("small_words", "before_a_known_name")

_REACH = 30
"""Code points before a name in which the word stands that says what its bearer is."""


def is_introduced(context: CheckContext, place: Span, titled: bool = False) -> bool:
    """Whether the words right beside a full name say who that is; of a name behind a title, only those behind it can."""
    block = context.block_at(place.start)
    if block is None:
        return True
    word = WORD_BEFORE.search(context.text[max(block.start, place.start - _REACH) : place.start])
    before = word is not None and not titled and bool(role_of(word["word"]) if word["comma"] else word["word"] not in PLAIN)
    return before or DESCRIBED.match(context.text, place.end, block.end) is not None
