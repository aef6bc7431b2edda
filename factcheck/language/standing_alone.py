"""What a claim needs beside it to be understood without the article that it stands in: the article's headline."""

from __future__ import annotations

import re

from factcheck.language.lexicon import words
from factcheck.model import with_headline

_WORD = re.compile(r"\w+")
_UNSEARCHED = words("small_words", "unsearched")
_STEM = 5
"""Letters by which two forms of a word are one: "closes" and "closing"."""
_MOST = 0.6
"""The share of the headline's words in a gist that says what the headline does."""


def standing_alone(gist: str, headline: str | None) -> str:
    """The gist as it is understood alone: with the headline of its article behind it, unless it says most of that itself.

    >>> standing_alone("The shares closed at $27.15.", "Orlena sells mill to Brannock")
    'The shares closed at $27.15. [Headline: Orlena sells mill to Brannock]'
    >>> standing_alone("Orlena has sold its mill to Brannock for $90 million.", "Orlena sells mill to Brannock")
    'Orlena has sold its mill to Brannock for $90 million.'
    """
    if not headline:
        return gist
    asked, said = _stems(headline), _stems(gist)
    return gist if len(asked & said) > _MOST * len(asked) else with_headline(gist, headline)


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _UNSEARCHED}
