"""Nouns for what is over when it is told of, so that its day is past whatever the verb: a blast, an arrest, a conviction."""

from __future__ import annotations

from factcheck.language.lexicon import words
from factcheck.values.dates.token_stream import TokenStream

_MISHAPS = words("tenses", "mishaps")
_DONE = words("tenses", "done")
_TOLD_OF = words("time_words", "told_of")

_OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "whose", "s"})
_ARTICLES = _OWNERS | {"the", "a", "an"}
_BEHIND = frozenset({"over", "after", "following", "behind"})
_AGAINST = _BEHIND | {"against", "for", "despite", "since", "of"}
_JOINED = frozenset({"of", "for", "on", "as", "to", "and", "the", "a", "an"})
"""Words that may stand between such a noun and its time: "his conviction for fraud in May"."""

_REACH = 6
"""Words from the noun to its time."""


def is_of_what_is_over(stream: TokenStream, at: int, start: int, end: int) -> bool:
    """ "would look into reports of a blast on Sunday", "could be jailed after his conviction in May", "his May conviction".

    `at` is where the preposition of the time stands, tokens `start` to `end` are the time.
    """
    if stream.low(end) in _DONE and stream.low(start - 1) in _ARTICLES - {"a", "an"}:
        return True
    return stream.low(at) in ("on", "in", "at") and (_is_of_a_mishap(stream, at) or _is_of_a_deed(stream, at))


def _is_of_a_mishap(stream: TokenStream, at: int) -> bool:
    """ "would look into reports of a blast on Sunday", "will be charged over the attack on Sunday": what nobody plans is over."""
    if any(stream.low(at - n) in ("of", "about") and stream.low(at - n - 1) in _TOLD_OF for n in (2, 3)):
        return True
    if stream.low(at - 1) not in _MISHAPS or stream.low(at - 2) not in ("the", "a", "an", "his", "her", "its", "their"):
        return False
    return stream.low(at - 3) in (("of", "about") if stream.low(at - 2) in ("a", "an") else _BEHIND)


def _is_of_a_deed(stream: TokenStream, at: int) -> bool:
    """ "his conviction for fraud in May", "an appeal against a conviction in May": what is somebody's, or is answered, has been."""
    for i in range(at - 1, max(at - 1 - _REACH, -1), -1):
        low = stream.low(i)
        if low in _DONE:
            before = stream.low(i - 1)
            return before in _OWNERS or (before in _ARTICLES and stream.low(i - 2) in _AGAINST)
        if not stream[i].text.isalpha() or (stream[i].text.islower() and stream.low(i - 1) not in _JOINED and low not in _JOINED):
            return False
    return False
