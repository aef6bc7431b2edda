"""What a gist leaves open: a pronoun, "this", "the others" or "the film", of which its own words do not tell what they mean.

What is not known is not guessed: such a gist has the sentence before it beside it, for whoever has not read the article.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.lexicon import words
from factcheck.language.pronouns import THIRD_PERSON
from factcheck.language.quotation_marks import PARTNER
from factcheck.model import Span
from factcheck.splitting.definites import is_plain_definite
from factcheck.splitting.marks.clause import PREDICATES
from factcheck.splitting.root import Link
from factcheck.splitting.syntax import NOUN_SUBJECTS, SAID_SUBJECTS, is_finite, is_plural

if TYPE_CHECKING:
    from factcheck.splitting.clauses import Atom
    from factcheck.splitting.parsed import Sentence
    from factcheck.splitting.people import Cast
    from factcheck.splitting.tree import Token

_POINTING = frozenset(("this", "that", "these", "those", "such"))
_LIKEWISE = frozenset(("neither", "nor"))
"""Words that at the beginning say the same of another."""
_UNIQUE = words("nouns", "self_evident") | words("nouns", "vague")
"""Nouns that leave nothing open: "the police", "this week"."""
_REMAINING = words("small_words", "remaining")
"""Words that mean some of those told of before: "the others", "both", "none"."""
_LONGEST = 420
"""Code points of what stands before a gist: two long sentences."""
_FARTHEST = 3
"""Sentences back to one that tells what a word means."""
_PEOPLE = frozenset(("he", "she"))
_HEADS = NOUN_SUBJECTS | {"object", "prepositional object"}
_TOLD_OF = NOUN_SUBJECTS | {"object", "agent"}
"""Relations of what a pronoun further on in its sentence is likely to mean."""
_AS_IT_STANDS = (Link.NONE, Link.SPEAKER, Link.SPEECH)
"""Links of what has no verb in its gist that it has not in the article."""
_SAID_OF_IT = frozenset(("clausal complement", "open complement", "clausal subject", "adnominal clause"))
"""Relations of what an empty "it" stands for."""
_FEWEST_OF_A_SENTENCE = 5
"""Words of a sentence that is understood without the one before it."""
_FEWEST = 3
"""Words of a sentence's beginning that tell something."""


class Before:
    """What stands in an article before a gist that leaves something open."""

    def __init__(self, sentences: Sequence[Sentence], text: str, cast: Cast) -> None:
        self._sentences = sentences
        self._text = text
        self._cast = cast
        self._starts = [sentence.span.start for sentence in sentences]
        self._peopled: dict[int, bool] = {}
        self._alone: dict[int, bool] = {}

    @cached_property
    def _introduced(self) -> dict[str, int]:
        """Of each noun, the number of the sentence that first says something with it."""
        found: dict[str, int] = {}
        for number, sentence in enumerate(self._sentences):
            for token in sentence.tree:
                if token.part == "noun":
                    found.setdefault(token.lemma.lower(), number)
        return found

    def told(self, number: int, atom: Atom, cuts: Sequence[Span], speaker: Span | None = None) -> str:
        """What the gist of an atom of a sentence needs beside it; nothing where it leaves nothing open and names somebody or something.

        `cuts` are what the gist leaves out of the words that it is made of. `speaker` is one whose words stand in it and name nobody.
        """
        sentence, added = self._sentences[number], [span for span in (speaker, atom.subject) if span is not None]
        tokens = list(self._tokens(atom, added, cuts))
        numbers = self._asked_for(number, tokens)
        numbers |= {self._number_at(q.outer.start) for q in sentence.quotations if q.depth and q.outer.start < sentence.span.start}
        named = (atom.attribution is not None and speaker is None) or any(self._names(token, at) for at, token, _ in tokens)
        fragment = atom.link in _AS_IT_STANDS and not any(is_finite(token) for _, token, kept in tokens if kept)
        if not numbers and not named:
            numbers |= set(self._back_to_one_that_stands_alone(number, person=False))
        if not numbers and not fragment:
            return ""
        start = min(atom.kept[0].start, *(span.start for span in added if span.start >= sentence.span.start), sentence.span.end)
        here = [token for token in sentence.tokens(sentence.span.start, start) if not token.is_punct]
        begun = f"{_between(sentence, sentence.span.start, sentence.end_of(here[-1]), self._text)} …" if len(here) >= _FEWEST else ""
        return self._joined(sorted(numbers or {max(0, number - 1)} - {number}), begun)

    def _tokens(self, atom: Atom, added: Sequence[Span], cuts: Sequence[Span]) -> Iterator[tuple[int, Token, bool]]:
        """The words of a gist in their order, each with the number of its sentence, and whether it is kept and not cut."""
        for span in (*added, *atom.kept):
            at = self._number_at(span.start)
            for token in self._sentences[at].tokens(span.start, span.end):
                start = self._sentences[at].start_of(token)
                if not token.is_punct:
                    yield at, token, span in added or not any(cut.start <= start < cut.end for cut in cuts)

    def _asked_for(self, number: int, tokens: Sequence[tuple[int, Token, bool]]) -> set[int]:
        """The sentences that tell what words of a gist leave open, but for its own."""
        numbers, heard = set[int](), _Heard(self._cast)
        for at, token, kept in tokens:
            if kept and len(numbers) <= _FARTHEST and self._is_left_open(heard, at, token):
                numbers |= {*self._numbers(at, token), at} - {number}
        return numbers

    def _is_left_open(self, heard: _Heard, number: int, token: Token) -> bool:
        left = heard.leaves_open(self._sentences[number], token)
        return left and (token.part != "noun" or self._points_back(number, token))

    def _names(self, token: Token, number: int) -> bool:
        """Whether a word is of a name, or means somebody or something that is known."""
        return token.part == "proper noun" or self._cast.tied_in(self._sentences[number])(token)

    def _number_at(self, offset: int) -> int:
        """The number of the sentence that stands at an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def _joined(self, numbers: Sequence[int], begun: str) -> str:
        """The sentences with these numbers and the beginning of the next; the last of them first where there is no room for all."""
        parts = [begun] if begun else []
        for number in reversed(numbers):
            sentence = self._sentences[number]
            words = _between(sentence, sentence.span.start, sentence.span.end, self._text)
            if sum(map(len, parts)) + len(words) <= _LONGEST:
                parts.insert(0, words)
        return " ".join(parts)

    def _points_back(self, number: int, noun: Token) -> bool:
        """Whether a noun with "the" was told of before, or is so much of its sentence that it will have been, in other words."""
        return noun.relation in _TOLD_OF or self._introduced[noun.lemma.lower()] < number

    def _numbers(self, number: int, token: Token) -> Iterator[int]:
        """Those of the sentences that tell what an open word means."""
        if token.part == "noun" and (first := self._introduced[token.lemma.lower()]) < number:
            yield first
            return
        yield from self._back_to_one_that_stands_alone(number, person=THIRD_PERSON.get(token.lower) in _PEOPLE)

    def _back_to_one_that_stands_alone(self, number: int, *, person: bool) -> Iterator[int]:
        """The sentences before one, up to the first that leaves nothing open, and tells of a `person` where one is looked for."""
        for earlier in range(number - 1, max(-1, number - 1 - _FARTHEST), -1):
            yield earlier
            if self._stands_alone(earlier) and (not person or self._tells_of_a_person(earlier)):
                return

    def _stands_alone(self, number: int) -> bool:
        """Whether a sentence is more than a few words, and leaves nothing open itself."""
        if number not in self._alone:
            sentence, heard = self._sentences[number], _Heard(self._cast)
            words = [token for token in sentence.tree if not token.is_punct]
            left = any(self._is_left_open(heard, number, token) for token in words)
            self._alone[number] = len(words) >= _FEWEST_OF_A_SENTENCE and not left
        return self._alone[number]

    def _tells_of_a_person(self, number: int) -> bool:
        """Whether a sentence names or tells of a person, and leaves nobody open itself: not “He hated fuss,” Bo Hart said."""
        if number not in self._peopled:
            sentence = self._sentences[number]
            told = any(_is_a_person(sentence, t, self._cast) for t in sentence.tree)
            self._peopled[number] = told and not any(THIRD_PERSON.get(t.lower) in _PEOPLE for t in sentence.tree)
        return self._peopled[number]


def _between(sentence: Sentence, start: int, end: int, text: str) -> str:
    """What stands in a sentence between two offsets, with the marks of a quotation that goes on before or behind it."""
    words = text[start:end]
    for quotation in (q for q in sentence.quotations if not q.depth and q.inner.start < end and start < q.inner.end):
        mark = text[quotation.outer.start : quotation.inner.start]
        if quotation.outer.start < start:
            words = mark + words
        if quotation.outer.end > end or not quotation.closed:
            words += text[quotation.inner.end : quotation.outer.end] or PARTNER[mark]
    return words


class _Heard:
    """Reads the words of a gist from its beginning, and knows whether those before one can tell what it means."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._told = set[str]()

    def leaves_open(self, sentence: Sentence, token: Token) -> bool:
        """Whether nothing before a word, which is the next one, tells what it means."""
        left = self._is_open(sentence, token)
        if token.part in {"noun", "proper noun"} and token.relation not in {"compound", "adverbial noun"}:
            self._told.update(self._may_be_called(sentence, token))
        return left

    def _may_be_called(self, sentence: Sentence, noun: Token) -> Iterator[str]:
        """By which pronouns what a noun tells of may be called further on."""
        if _is_a_person(sentence, noun, self._cast):
            yield from _PEOPLE
        elif noun.relation in _TOLD_OF and not is_plural(noun):
            yield "it"
        if noun.relation in _TOLD_OF and (is_plural(noun) or any(c.relation == "conjunct" for c in noun.children)):
            yield "they"

    def _is_open(self, sentence: Sentence, token: Token) -> bool:
        if token.lower in _LIKEWISE:
            return token.i <= 1  # "Neither were any survivors"
        if token.lower in THIRD_PERSON:
            return token.part == "pronoun" and not _is_empty(token) and not self._is_tied(sentence, token)
        if token.lower in _POINTING:
            return _points_back(token)
        if token.part == "noun":
            return _is_open_noun(sentence, token, self._cast)
        return token.relation in NOUN_SUBJECTS and _means_some(token) and not _is_completed(sentence, token, self._cast)

    def _is_tied(self, sentence: Sentence, token: Token) -> bool:
        """Whether it is known whom a pronoun means, or words before it in the gist can be what it does."""
        return THIRD_PERSON[token.lower] in self._told or self._cast.tied_in(sentence)(token)


def _is_empty(pronoun: Token) -> bool:
    """ "It was clear that …", "it is time to go": what is clear stands behind it."""
    verb = pronoun.head
    if pronoun.lower != "it" or pronoun.relation not in SAID_SUBJECTS:
        return False
    behind = [*verb.children, *(c for word in verb.children if word.relation in PREDICATES for c in word.children)]
    return pronoun.relation == "expletive" or any(c.i > verb.i and c.relation in _SAID_OF_IT for c in behind if not c.is_punct)


def _is_a_person(sentence: Sentence, token: Token, cast: Cast) -> bool:
    named = cast.within(sentence.start_of(token), sentence.end_of(token))
    return any(m.person is not None for m in named) or bool(roles.role_of(token.lemma))


def _points_back(token: Token) -> bool:
    """ "This shows …", "those plans"; not "this week", "those who", "the city that …", "such as"."""
    if token.part == "determiner" and token.relation == "determiner":
        return token.head.lemma.lower() not in _UNIQUE and token.lower != "such"
    following = token.tree[token.i + 1] if token.i + 1 < len(token.tree) else token
    narrowed = following.part == "adposition" or any(c.relation in {"relative clause", "preposition"} for c in token.children)
    return token.part == "pronoun" and token.form == "other" and token.relation in _HEADS and not narrowed


def _is_open_noun(sentence: Sentence, token: Token, cast: Cast) -> bool:
    """ "The film", where nothing in the gist says which."""
    if not is_plain_definite(token) or token.lemma.lower() in _UNIQUE:
        return False
    if any(c.relation == "preposition" for c in token.rights):
        return False  # "the bridge at Larne"
    start, end = sentence.start_of(token.left_edge), sentence.end_of(token)
    known = any(m.known is not None for m in cast.within(start, end))
    return not known and not _is_completed(sentence, token, cast)


def _is_completed(sentence: Sentence, token: Token, cast: Cast) -> bool:
    at = sentence.start_of(token)
    return any(d.head == at for d in cast.definites(sentence.start_of(token.left_edge), sentence.end_of(token)))


def _means_some(token: Token) -> bool:
    """ "One has been quarantined", "the others were flown home", "fourteen of them"."""
    behind = [c for c in token.rights if c.relation in {"preposition", "relative clause"}]
    if behind:
        return False
    return token.part == "numeral" or token.lower in _REMAINING
