"""The headline behind a claim, for whoever has not read the article: "It fell. [Headline: Orlena sells]"."""

from __future__ import annotations

import re

_LONGEST = 120
"""Code points of a headline in a gist; of a longer one its beginning stands for it."""

_GIVEN = re.compile(r" \[Headline: [^\[\]]*\]\Z")


def with_headline(gist: str, headline: str) -> str:
    """The gist, with the headline of its article in a bracket behind it.

    >>> with_headline("It fell by a third.", "Orlena shares slide")
    'It fell by a third. [Headline: Orlena shares slide]'
    """
    words = " ".join(headline.replace("[", "").replace("]", "").split())
    if len(words) > _LONGEST:
        words = (words[:_LONGEST].rpartition(" ")[0] or words[:_LONGEST]) + "…"
    return f"{gist} [Headline: {words}]" if words else gist


def without_headline(gist: str) -> str:
    """The gist as it is read beside its article."""
    return _GIVEN.sub("", gist)
