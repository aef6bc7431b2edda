"""Headlines as the parser needs them: cut where they are two, and in the capitals that the body of the article gives their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.language.lexicon import words
from factcheck.model import Article, BlockRole, Span
from factcheck.splitting.syntax import NOUN_SUBJECTS, is_finite

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token, Tree

_STRICKEN = words("small_words", "stricken")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
"""A word with what stands inside it: takes `Okafor` and `North-east`, not `72`."""

_CAPITAL_INSIDE = re.compile(r"(?<=[\w,;’'] )[^\W\d_a-z][\w’'-]*")
"""A word with a capital that no sentence begins with."""

_CUT = re.compile(r";\s+")
_YEAR = re.compile(r"(?:19|20)\d\d")
"""A year: takes `2021`, not `350`."""

_LONGEST = 300
"""Code points; what is longer is no headline, whatever marks it as one."""
_LONG = 3
"""Letters; shorter words have small letters in a heading, too."""
_ENDS = ".!?…:;,”\"’')"
_FEWEST = 5
"""Long words of what may be a sentence; of fewer, capitals say nothing."""


def headlines(article: Article) -> Iterator[Span]:
    """Each statement of the headlines, in order: "Profit falls; shares drop" is two. Offsets are code points into `article.text`."""
    for block in article.blocks_of(BlockRole.HEADLINE):
        start = block.start
        if block.end - block.start > _LONGEST:
            continue
        for cut in (*_CUT.finditer(article.text, block.start, block.end), None):
            end = cut.start() if cut is not None else block.end
            words = article.text[start:end]
            if words.strip():
                start += len(words) - len(words.lstrip())
                yield Span(start=start, end=start + len(words.strip()))
            start = cut.end() if cut is not None else end


def in_capitals(words: Iterable[str], *, maybe_a_sentence: bool = False) -> bool:
    """Whether words are written as those of a heading: more than half of the long ones with a capital.

    Of what may be a sentence the first word says nothing, nor do a few.
    """
    long = [word for word in words if len(word) > _LONG]
    telling, fewest = (long[1:], _FEWEST) if maybe_a_sentence else (long, 1)
    return len(long) >= fewest and 2 * sum(word[0].isupper() for word in telling) > len(long)


def in_plain_letters(article: Article, headline: Span) -> str:
    """A headline whose every word has a capital, as a sentence would be written; of the same length, word by word.

    The capitals that stay are those of words that the article writes with one inside its sentences.
    """
    words = article.words(headline)
    if not in_capitals(w[0] for w in _WORD.finditer(words)):
        return words
    body = "\n".join(map(article.words, article.blocks_of(BlockRole.STANDFIRST, BlockRole.BODY)))
    names = {name.casefold(): name for name in _CAPITAL_INSIDE.findall(body)}

    def plain(word: re.Match[str]) -> str:
        written = names.get(word[0].casefold(), word[0] if word.start() == 0 and not word[0].isupper() else word[0].lower())
        return written if len(written) == len(word[0]) else word[0]

    return _WORD.sub(plain, words)


def asserts(headline: Tree) -> bool:
    """Whether a headline asserts something, and is no label ("The woman who counts swifts"); its verb is often parsed as a noun."""
    main = headline.root
    called = main.form == "base" and not any(c.relation == "object" for c in main.children)  # "Bail for two men"
    nobody = main.i == 0 and (called or main.form == "participle")  # "Accused of fuelling unrest"
    if main.part in {"verb", "auxiliary"} and main.form != "ing" and not nobody:
        return True
    return any(_is_to_come(token) or _is_a_verb(token) or _befell(token) for token in headline)


def is_label(line: Tree, text: str, span: Span) -> bool:
    """Whether a line by itself asserts nothing, as a crosshead or the words under a picture: "Accused of fuelling unrest".

    `span` is where it stands in the article's text. A line that ends as a sentence does, or has a figure or a quotation in it, is none.
    """
    alone = (span.start == 0 or text[span.start - 1] == "\n") and text[span.end : span.end + 1] in {"", "\n"}
    if not alone or text[span.end - 1] in _ENDS or any(t.is_quote or _counts(t) for t in line):
        return False
    told = line.root.form == "participle" and any(c.relation in NOUN_SUBJECTS for c in line.root.children)
    return not told and not any(is_finite(t) or _is_to_come(t) or _is_a_verb(t) or _befell(t) for t in line)


def _counts(token: Token) -> bool:
    """Whether it is a figure, and no year."""
    return (token.part == "numeral" or any(map(str.isdigit, token.text))) and not _YEAR.fullmatch(token.text)


def _is_to_come(token: Token) -> bool:
    """An infinitive after a bare noun, which in a headline is a verb, or tells what will be: "Two plants to close", "US vow to talk"."""
    bare = not any(c.relation in {"determiner", "possessor", "attributive"} for c in token.head.children)
    return token.form == "base" and bare and token.i > token.head.i and any(c.lower == "to" for c in token.lefts)


def _is_a_verb(token: Token) -> bool:
    """Whether a noun has what only a verb has: "police | arrest | leaders", "header | sinks | Ravens"."""
    if token.part != "noun":
        return False
    if any(c.relation in NOUN_SUBJECTS and c.i < token.i for c in token.children):
        return True
    beside = (c for c in token.children if c.relation == "apposition" and c.i == token.i + 1)
    return token.form == "plural" and token.i > 0 and any(not c.is_punct for c in beside)


def _befell(token: Token) -> bool:
    """Whether it says what happened to so many: "600 | dead in quake"."""
    before = token.nbor(-1) if token.i else token
    return token.lower in _STRICKEN and (before.part == "numeral" or before.lower == "people")
