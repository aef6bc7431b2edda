"""What a language model may say in a gist: the claim's own words, every one in its order, and in brackets words of the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from factcheck.language.inflection import past_tense, plural, singular
from factcheck.language.lexicon import meanings, words
from factcheck.language.negation import NEGATION
from factcheck.language.sentences import SPLIT_ROLES
from factcheck.model import Article, BlockRole, Entity, Span
from factcheck.values import find_dates, find_figures

ALIKE = str.maketrans("’‘`´“”„«»–—\u2212\xa0\u202f", '\'\'\'\'"""""---  ')
"""Signs that a model writes one for another, each with the plain one; one code point for one, so that offsets stay true."""

LONGEST = 12
"""Words in a bracket."""
MOST = 8
"""Brackets in a gist."""

_WORD = r"\w+|[^\w\s.,;:!?'\"()\[\]…/-]"
_WORDS = re.compile(_WORD)
"""A word, or a sign that means something: takes `1`, `2` and `m` of `1.2m`, `£`, `%`, not `,` or `-`."""
_PIECES = re.compile(rf"\[(?P<added>[^\[\]]*)\]|(?P<word>{_WORD})")
"""Of a gist: takes `[Ann Lee]`, `left`, not `[[Ann] Lee]`."""
_PLAIN = re.compile(r"[\w\s.,:'&-]+")
"""All that a bracket may hold: takes `Ann O'Neill-Sato's`, not `<b>` or `(she)`."""


_AUXILIARIES: Mapping[str, str] = meanings("wordings", "auxiliaries")


def _forms(there: Iterable[str]) -> frozenset[str]:
    """Words in small letters, with the singular, the plural and the past tense of each, and all forms of be, do and have."""
    plain = frozenset(there)
    made = {form for word in plain if word.isalpha() for form in (singular(word), plural(word), past_tense(word, f"{word}ing"))}
    verbs = {_AUXILIARIES[word] for word in plain if word in _AUXILIARIES}
    return plain | {form for form in made if form} | {form for form, verb in _AUXILIARIES.items() if verb in verbs}


_REFERRING = words("wordings", "referring")
JOINTS = words("small_words", "joints")
_MODALS = words("wordings", "modals")
_FREE = words("wordings", "auxiliaries") | words("wordings", "free") | words("small_words", "determiners") | {"that"}
"""Words that say nothing of their own: they may tie what a bracket adds."""
_LEADS = words("small_words", "determiners") | {"s"}
"""Words before which a noun phrase goes on: an article, a genitive."""
_SAYS = _forms(words("cues", "said") | words("cues", "saying"))
_PAST, _NOT_PAST = words("tenses", "past"), words("tenses", "not_past")

_HEDGES = _MODALS | words("wordings", "turning") | words("negation", "before") | words("stances", "maybe") | words("stances", "arguable")
_CONDITIONS = words("stances", "conditions")
_TURNING = re.compile(
    rf"{NEGATION.pattern}|\b(?:{'|'.join(map(re.escape, sorted(_HEDGES | _CONDITIONS, key=len, reverse=True)))})\b", re.IGNORECASE
)
"""A word that turns a statement round or takes something from it: takes `never`, `denied`, `might`, `if`, `nearly`, not `very`."""


@dataclass(frozen=True)
class Word:
    """A word of the article: where it stands, as written, and its plain form in small letters."""

    start: int
    end: int
    text: str
    plain: str

    @property
    def refers(self) -> bool:
        """Whether it is a pronoun or a relative, in whose place a name may stand; `US` and `IT` are none."""
        return self.plain in _REFERRING and (len(self.text) == 1 or not self.text.isupper())


def words_in(text: str, span: Span) -> list[Word]:
    """The words of `text` at `span`, at their offsets into `text`."""
    here, at = text[span.start : span.end], span.start
    found = _WORDS.finditer(here.translate(ALIKE))
    return [Word(at + word.start(), at + word.end(), here[word.start() : word.end()], word[0].casefold()) for word in found]


def plain_words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [word.plain for word in words_in(text, Span(start=0, end=len(text)))]


def turning(text: str) -> Counter[str]:
    """How often each word stands in a text that turns a statement round or takes something from it."""
    found = (" ".join(found[0].split()) for found in _TURNING.finditer(text.translate(ALIKE)))
    return Counter(word.casefold() for word in found if word.islower() or word.casefold() not in _MODALS)  # "in May" is none


def tells_who(added: str) -> bool:
    """Whether a bracket tells who spoke: `[Ann Lee said that]`, `[Ann Lee:]`, not `[the State]`."""
    spoken = any(word.plain in _SAYS and word.text.islower() for word in words_in(added, Span(start=0, end=len(added))))
    return spoken or added.endswith(":")


def denials(text: str) -> Counter[str]:
    """How often each word stands in a text that denies."""
    return Counter(found[0].casefold() for found in NEGATION.finditer(text.translate(ALIKE)))


class Vocabulary:
    """What an article has words for: what a bracket may add to one of its sentences."""

    def __init__(self, article: Article, entities: Iterable[Entity]) -> None:
        blocks = article.blocks_of(BlockRole.HEADLINE, BlockRole.BYLINE, BlockRole.DATELINE, *SPLIT_ROLES)
        there = [plain_words(article.words(block)) for block in blocks]
        self._forms = _forms(word for block in there for word in block) | {"s"}  # of a genitive
        self._phrases = "\n".join(_in_a_row(block) for block in there)
        self._names = [frozenset(word for name in (e.name, *e.names, *e.titles) for word in plain_words(name)) for e in entities]

    def allows(self, added: str, own: Iterable[str]) -> bool:
        """Whether a bracket may say `added` in a claim whose sentence has the words `own`.

        What its sentence does not say means somebody or something: a name in the ledger, or a noun phrase that stands in the article in
        one piece.
        """
        said, near, at = plain_words(added), _forms(own) | _FREE, 0
        for known, run in ((known, list(group)) for known, group in groupby(said, near.__contains__)):
            if not known and not self._means(run, led=at > 0 and said[at - 1] in _LEADS):
                return False
            at += len(run)
        return self._has(added)

    def tells(self, added: str, own: Iterable[str], who: str) -> bool:
        """Whether a bracket may say `added` to tell who spoke: nobody but `who`, in words of saying and those of its sentence."""
        return self._has(added) and (_forms(own) | _FREE | _SAYS).union(plain_words(who)).issuperset(plain_words(added))

    def _has(self, added: str) -> bool:
        """Whether each word of a bracket stands in the article, or a form of it does; no figure and no date: those have grammars."""
        said = plain_words(added)
        whole = 0 < len(said) <= LONGEST and _PLAIN.fullmatch(added.translate(ALIKE)) is not None
        return whole and self._forms.issuperset(said) and not (find_figures(added) or find_dates(added))

    def _means(self, run: Sequence[str], *, led: bool) -> bool:
        """Whether words mean somebody or something, rather than say that anything happened."""
        if any(name.issuperset(run) for name in self._names):
            return True
        return led and not any(map(_happened, run)) and _in_a_row(run) in self._phrases


def _in_a_row(run: Iterable[str]) -> str:
    """Words in the singular, with a space on either side of each, to be found in a row."""
    return f" {' '.join(singular(word) or word for word in run)} "


def _happened(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and word not in _NOT_PAST)


def asserts(gist: str) -> bool:
    """Whether a gist may be a sentence: three words or more, and one that may be its verb. Coarse, for there is no parse of it."""
    said = plain_words(gist)
    verbs = words("wordings", "auxiliaries") | _MODALS | _SAYS
    return len(said) > 2 and any(word in verbs or _happened(word) or (word.isalpha() and word.endswith("s")) for word in said[1:])


@dataclass
class Wording:
    """A gist that is allowed as far as its form goes: what stands in brackets before each word of the claim, in its place and after it,
    by the number of the word.
    """

    before: dict[int, list[str]] = field(default_factory=dict)
    instead: dict[int, str] = field(default_factory=dict)
    after: dict[int, list[str]] = field(default_factory=dict)

    @property
    def added(self) -> list[str]:
        """All that stands in brackets."""
        beside = (words for several in (*self.before.values(), *self.after.values()) for words in several)
        return [words for words in (*beside, *self.instead.values()) if words]


def wording(own: Sequence[Word], gist: str) -> Wording | None:
    """How a gist words a claim whose words are `own`; None when it has not each of them in its order and, but for brackets, nothing else.

    A bracket may stand in the place of a pronoun or a relative, and a conjunction at the beginning may be left out.
    """
    pieces = list(_PIECES.finditer(gist.translate(ALIKE)))
    if not own or len(pieces) > len(own) + MOST:
        return None
    made, at, end = Wording(), 0, 0
    for number, piece in enumerate(pieces):
        following = next((later["word"].casefold() for later in pieces[number:] if later["word"]), None)
        if at == 0 and own[0].plain in JOINTS and following != own[0].plain:
            made.instead[0], at = "", 1
        due = own[at] if at < len(own) else None
        added = " ".join(gist[slice(*piece.span("added"))].split())
        parted = gist[end : piece.start()].strip() != ""
        end = piece.end()
        if not piece["word"] and not added:
            return None
        if piece["word"]:
            if due is None or piece["word"].casefold() != due.plain:
                return None
            at += 1
        elif due is not None and due.refers and following != due.plain:
            made.instead[at] = added
            at += 1
        elif due is not None and parted:
            made.before.setdefault(at, []).append(added)
        else:
            made.after.setdefault(at - 1, []).append(added)
    return made if at == len(own) else None


def written(article: Article, span: Span, own: Sequence[Word], made: Wording, days: Mapping[int, str], *, elide: bool) -> str:
    """The gist in the article's own letters and marks, with `days`, what a day means, after the offsets at which it ends.

    Where words between are another claim's, an ellipsis stands for them when somebody's words are given (`elide`).
    """
    text = article.text
    out = [_brackets(made.after.get(-1, ()), " "), text[span.start : own[0].start]]
    for number, word in enumerate(own):
        gap = text[word.end : own[number + 1].start if number + 1 < len(own) else span.end]
        out += [
            _brackets(made.before.get(number, ()), " "),
            _brackets([made.instead[number]]) if number in made.instead else text[word.start : word.end],
            f" {_brackets([*made.after.get(number, ()), days.get(word.end, '')])}".rstrip(),
            gap if not _WORDS.search(gap.translate(ALIKE)) else " … " if elide else " ",
        ]
    return _capitalised(" ".join("".join(out).split()))


def _brackets(several: Iterable[str], end: str = "") -> str:
    """Each in brackets, and `end` after them; nothing where there are none."""
    made = " ".join(f"[{words}]" for words in several if words)
    return made + end if made else ""


def _capitalised(gist: str) -> str:
    """With a capital at its beginning, as a sentence has; `iPhone` stays as it is."""
    at = 1 if gist.startswith("[") else 0
    first = gist[at:].split(maxsplit=1)[:1]
    small = first != [] and first[0].islower() and len(first[0][0].upper()) == 1
    return gist[:at] + gist[at].upper() + gist[at + 1 :] if small else gist
