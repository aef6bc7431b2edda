"""Which language a text is in: English is told by its small words and common ones, any other by py3langid.

That is loaded only where the words do not tell.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from factcheck.language.frequency import zipf
from factcheck.language.lexicon import words
from factcheck.model import FactcheckError

_LOOKED_AT = 5_000
"""Code points of a text that are looked at; no language needs more to be told."""
_ENOUGH = 35
"""Letters that a text has at least, for its language to be told: fewer are names, or words that many languages share.
Letters of other alphabets count three times: they say more of a language, and in some a letter is a word.
"""
_BEYOND_LATIN = "\u0250"
_SHARE = 0.08
"""The share of small English words from which on a text is English."""
_TINY, _TELLERS, _COMMON, _MOST = 4, 3, 3.5, 0.6
"""Letters of a word that tells; how many such words it takes; how common they are (on Zipf's scale); and which share of them is."""
_LEFT_FOR_ENGLISH = 0.01
"""How likely English is, at the most, for a text that is in another language. Of 3,300 paragraphs and headings in English none had
less than 0.03, though some are lists of names; of 350 sentences and short texts in 60 languages all had less.
"""
_LIKELY = 0.25
"""How likely a language is, at least, for a text to be in it: what is in none, as a row of signs, is hardly likelier in any."""
_NONE = "zxx"
_OF_ONE_NAME = {"wuu": "zh", "yue": "zh"}
"""Languages that are written alike and that readers call by one name."""
_SMALL_LETTERS = 0.3
"""The share of words in small letters from which on words in Latin letters are a text and no list of foreign names."""
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, declared: str | None = None) -> str | None:
    """The language of a text as its ISO 639 code, such as `fi`, or `en`; None where the words do not tell.

    `declared` is what its document says (a BCP 47 tag): it counts where the words do not tell.
    """
    text = text[:_LOOKED_AT]
    there = _WORD.findall(text)
    if sum(1 if letter < _BEYOND_LATIN else 3 for word in there for letter in word) < _ENOUGH:
        return None
    small = [word for word in map(str.lower, there) if word in words("small_words", "telling")]
    if small and len(small) >= _SHARE * len(there):
        return "en"
    if _is_common_english(there):
        return "en"
    if not text.isupper() and sum(word[0].isupper() for word in there) > (1 - _SMALL_LETTERS) * len(there):
        return None
    ranked = dict(_identifier().rank(text))
    likeliest = str(next(iter(ranked)))
    if likeliest == "en" or (ranked["en"] <= _LEFT_FOR_ENGLISH and likeliest != _NONE and ranked[likeliest] >= _LIKELY):
        return _OF_ONE_NAME.get(likeliest, likeliest)
    return primary(declared) if declared and not small else None


def _is_common_english(there: list[str]) -> bool:
    """Whether most words in small letters that are not tiny are common in English, as hardly any is in a text of another language."""
    tellers = [word for word in there if len(word) >= _TINY and word.islower()]
    known = sum(zipf(word) >= _COMMON for word in tellers)
    return len(tellers) >= _TELLERS and known >= _MOST * len(tellers)


def primary(tag: str) -> str:
    """The language of a BCP 47 tag, without the country and the rest: of `pt-BR`, `pt`."""
    return re.split(r"[-_]", tag.strip(), maxsplit=1)[0].lower()


def language_name(code: str) -> str:
    """What a language is called in English; the code itself where that has no name."""
    from babel import Locale

    return str(Locale("en").languages.get(code, code))


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    try:
        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:  # it is unpacked to a temporary file
        raise FactcheckError(
            f"The language of an article cannot be found out without room for temporary files ({error.strerror or error}); make "
            "room there, or set TMPDIR to a folder that has some."
        ) from error
