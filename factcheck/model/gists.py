"""What stands behind a claim for whoever has not read the article: "It fell. [Context: Orlena sold its mill.] [Headline: Shares slide]"."""

from __future__ import annotations

import re

_LONGEST = 120
"""Code points of a headline in a gist; of a longer one its beginning stands for it."""

_BEHIND = re.compile(r"(?: \[Context: [^\[\]]*\])?(?: \[Headline: [^\[\]]*\])?\Z")


def with_context(gist: str, before: str) -> str:
    """The gist, with what stands before it in its article in a bracket behind it.

    >>> with_context("It fell by a third.", "Orlena has sold its mill.")
    'It fell by a third. [Context: Orlena has sold its mill.]'
    """
    words = _plain(before)
    return f"{gist} [Context: {words}]" if words else gist


def with_headline(gist: str, headline: str) -> str:
    """The gist, with the headline of its article in a bracket behind it.

    >>> with_headline("It fell by a third.", "Orlena shares slide")
    'It fell by a third. [Headline: Orlena shares slide]'
    """
    words = _plain(headline)
    if len(words) > _LONGEST:
        words = (words[:_LONGEST].rpartition(" ")[0] or words[:_LONGEST]) + "…"
    return f"{gist} [Headline: {words}]" if words else gist


def bare_gist(gist: str) -> str:
    """The gist as it is read beside its article."""
    return _BEHIND.sub("", gist)


def _plain(words: str) -> str:
    return " ".join(words.replace("[", "").replace("]", "").split())
