"""What stands beside a gist that leaves something open: the sentence of the article that tells it, or the beginning of its own.

What is not known is not guessed: whoever has not read the article is given the words that whoever has it read them before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.lexicon import words
from factcheck.language.pronouns import THIRD_PERSON, gender_of
from factcheck.language.quotation_marks import PARTNER
from factcheck.model import DateValue, Span
from factcheck.splitting.definites import is_described_definite, is_plain_definite
from factcheck.splitting.left_open import ACCOUNTS, CALLING_AGAIN, PEOPLE, TOLD_OF, Heard, Lack, is_a_firm, is_a_person, points_elsewhere
from factcheck.splitting.restating import named_again
from factcheck.splitting.root import Link
from factcheck.splitting.syntax import NOUN_SUBJECTS, NOUNS, is_finite, is_plural, opening_of, tense_of

if TYPE_CHECKING:
    from factcheck.splitting.clauses import Atom
    from factcheck.splitting.parsed import Sentence
    from factcheck.splitting.people import Cast
    from factcheck.splitting.tree import Token

_LONGEST = 420
"""Code points of what stands before a gist: two long sentences."""
_FARTHEST = 3
"""Sentences back to one that tells what a word means."""
_FARTHEST_NAME = 8
"""Sentences back to whoever speaks in one quotation after the other, or to the firm whose accounts are told."""
_MOST = 2
"""Sentences beside a gist."""
_AS_IT_STANDS = (Link.NONE, Link.SPEAKER, Link.SPEECH)
"""Links of what has no verb in its gist that it has not in the article."""
_ASSERTED = (Link.NONE, Link.SUBJECT)
_FEWEST_OF_A_SENTENCE = 5
"""Words of a sentence that is understood without the one before it."""
_FEWEST = 3
"""Words of a sentence's beginning that tell something."""
_PERIOD = re.compile(r"[\dX]{4}-[QH]\d")
"""A quarter or half of a year in TIMEX3: takes `2014-Q2` and `XXXX-H1`, not `2014-06`."""
_NAMED_PERIOD = re.compile(r"\d|first|second|third|fourth", re.IGNORECASE)
"""What says which quarter it is: takes `second-quarter` and `Q2`, not `the quarter`."""
_COLLECTIVES = words("nouns", "collectives")
_PARTS_OF_FIRMS = frozenset(("arm", "business", "division", "segment", "unit"))
_OWN = frozenset(("this", "that", "these", "those"))
_TOLD_FROM = TOLD_OF | {"prepositional object"}
_NEVER = 10**9
"""Behind every sentence."""
_DEED = 5
"""Letters that a deed and the verb for it have in common: "cancelled", "the cancellation"."""
_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "al", "ure", "ery")
"""What nouns that are made of verbs end in."""


_Question = tuple[int, Lack, str]
"""In which sentence something is left open, what, and by which word."""


class Before:
    """What stands in an article before a gist that leaves something open."""

    def __init__(self, sentences: Sequence[Sentence], text: str, cast: Cast, dates: Sequence[DateValue], headline: str) -> None:
        self._sentences = sentences
        self._text = text
        self._cast = cast
        self._dates = [date for date in dates if not date.value.startswith("P")]
        self._headline = frozenset(headline.casefold().split())
        self._starts = [sentence.span.start for sentence in sentences]
        self._alone: dict[int, bool] = {}
        self._found: dict[_Question, int | None] = {}

    @cached_property
    def _nouns(self) -> dict[str, _Uses]:
        """Where the sentences use each noun; one that only describes another does not count."""
        found: dict[str, _Uses] = defaultdict(_Uses)
        for number, sentence in enumerate(self._sentences):
            for token in sentence.tree:
                if token.part == "proper noun" or (token.part == "noun" and token.relation != "compound"):
                    found[token.lemma.lower()].add(number, token, quoted=sentence.in_quotation(token))
        return found

    @cached_property
    def _deeds(self) -> dict[str, list[int]]:
        """The numbers of the sentences in which each verb stands, by the beginning that a noun made of it has, too."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(self._sentences):
            for token in sentence.tree:
                if token.part == "verb" and len(token.lemma) >= _DEED:
                    found[token.lemma[:_DEED].lower()].append(number)
        return found

    def told(self, number: int, atom: Atom, cuts: Sequence[Span], speaker: Span | None = None) -> str:
        """What the gist of an atom of a sentence needs beside it; nothing where it leaves nothing open and names somebody or something.

        `cuts` are what the gist leaves out of the words that it is made of. `speaker` is one whose words stand in it and name nobody.
        """
        sentence, added = self._sentences[number], [span for span in (speaker, atom.subject) if span is not None]
        tokens = list(self._tokens(atom, added, cuts))
        begun = self._beginning(sentence, atom, added)
        people = set[int]()
        numbers, needs_beginning = self._asked_for(number, tokens, begun, people)
        numbers |= {self._number_at(q.outer.start) for q in sentence.quotations if q.depth and q.outer.start < sentence.span.start}
        numbers |= set(self._of_descriptions((*added, *atom.kept)))
        if not numbers and (reported := self._period_before(number, atom, tokens)) is not None:
            numbers.add(reported)
        named = (atom.attribution is not None and speaker is None) or any(self._names(token, at) for at, token, _ in tokens)
        if not numbers and not needs_beginning and not named:
            needs_beginning = any(t.part == "proper noun" for t in begun)
            numbers |= set() if needs_beginning else {self._before_the_nameless(number, tokens)}
        scrap = atom.link in _AS_IT_STANDS and not any(is_finite(token) for _, token, kept in tokens if kept)
        if scrap and not numbers:
            numbers.add(number - 1)
        needs_beginning = (
            needs_beginning or number in numbers or scrap or self._day_is_cut(sentence, atom) or self._opening_is_cut(sentence, atom)
        )
        earlier = sorted((n for n in numbers if 0 <= n < number), key=lambda n: (n not in people, -n))
        chosen = sorted(earlier[:_MOST])
        return self._joined(chosen, sentence, begun if needs_beginning else [])

    def _period_before(self, number: int, atom: Atom, tokens: Sequence[tuple[int, Token, bool]]) -> int | None:
        """The sentence that tells which quarter a firm's figures are of, where a gist has no day: "Revenue rose to $3bn"."""
        reported = bool(self._periods) and any(_is_reported(token) for _, token, _ in tokens)
        return _last_before(number, self._periods) if reported and not self._has_day(atom) else None

    @cached_property
    def _periods(self) -> list[int]:
        """The numbers of the sentences that tell of a quarter or a half of a year."""
        return sorted({self._number_at(d.start) for d in self._dates if _PERIOD.match(d.value) and _NAMED_PERIOD.search(d.text)})

    def _beginning(self, sentence: Sentence, atom: Atom, added: Sequence[Span]) -> list[Token]:
        """The words of its sentence before a gist that is cut from its end; none where they tell no more than it does itself."""
        begun = [t for t in sentence.tokens(sentence.span.start, max(atom.kept[0].start, sentence.span.start)) if not t.is_punct]
        more = [t for t in begun if not any(span.contains(sentence.span_of(t)) for span in added)]
        return begun if len(more) >= _FEWEST else []

    def _day_is_cut(self, sentence: Sentence, atom: Atom) -> bool:
        """Whether the day of what happened stands only in the words of the sentence before a gist."""
        start = atom.kept[0].start
        return (
            atom.attribution is None
            and atom.link is Link.NONE
            and not self._has_day(atom)
            and any(d.end <= start for d in self._days_in(sentence.span))
        )

    def _days_in(self, span: Span) -> list[DateValue]:
        """The days and periods that are told in a stretch of the article."""
        low = bisect_left(self._dates, span.start, key=lambda d: d.start)
        return self._dates[low : bisect_left(self._dates, span.end, key=lambda d: d.start)]

    def _has_day(self, atom: Atom) -> bool:
        """Whether the words of a gist have a day or a period."""
        return any(self._days_in(span) for span in atom.kept)

    def _opening_is_cut(self, sentence: Sentence, atom: Atom) -> bool:
        """Whether what is told holds only for what stands before it: "Adjusted for tax, | sales were flat"."""
        opening = opening_of(atom.verb) if atom.verb is not None and atom.attribution is None and atom.link in _ASSERTED else []
        return bool(opening) and sentence.start_of(opening[0]) < atom.kept[0].start

    def _tokens(self, atom: Atom, added: Sequence[Span], cuts: Sequence[Span]) -> Iterator[tuple[int, Token, bool]]:
        """The words of a gist in their order, each with the number of its sentence, and whether it is kept and not cut."""
        for span in (*added, *atom.kept):
            at = self._number_at(span.start)
            for token in self._sentences[at].tokens(span.start, span.end):
                start = self._sentences[at].start_of(token)
                if not token.is_punct:
                    yield at, token, span in added or not any(cut.start <= start < cut.end for cut in cuts)

    def _asked_for(
        self, number: int, tokens: Sequence[tuple[int, Token, bool]], begun: Sequence[Token], people: set[int]
    ) -> tuple[set[int], bool]:
        """The sentences that tell what words of a gist leave open, and whether the beginning of its own does.

        Those that tell of a person go into `people`.
        """
        numbers, weak, heard, here = set[int](), set[int](), Heard(self._cast), False
        asked = set[_Question]()
        for at, token, kept in tokens:
            lack = heard.lack(self._sentences[at], token) if kept else None
            if lack is None or (token.part == "noun" and lack is Lack.NOUN and not self._points_elsewhere(at, token)):
                continue
            if (question := _question(at, lack, token)) in asked:
                continue
            asked.add(question)
            if at == number and begun and self._tells(self._sentences[at], begun, lack, token):
                here = True
            elif (where := self._where(at, lack, token)) is not None:
                numbers.add(where)
                people |= {where} if lack is Lack.PERSON else set()
            elif lack is not Lack.NOUN or _noun_of(token).lemma.lower() in CALLING_AGAIN or not self._sentences[at].in_quotation(token):
                weak |= {self._before_one(at), at} - {number}
        return (numbers if numbers or here else weak), here

    def _points_elsewhere(self, number: int, noun: Token) -> bool:
        return points_elsewhere(noun, told_before=self._nouns[noun.lemma.lower()].first < number)

    def _of_descriptions(self, spans: Sequence[Span]) -> Iterator[int]:
        """Where those were told of who are no more than described in a gist: "[His partner] was hurt", "him [the man]"."""
        said = " ".join(self._text[s.start : s.end] for s in spans).casefold()
        for mention in (m for span in spans for m in self._cast.within(span.start, span.end)):
            meant = mention.decision.chosen if mention.decision is not None else None
            if meant is not None and mention.known is None and meant.text.split()[-1].casefold() not in said:
                number = self._number_at(meant.start)
                noun = next((t for t in reversed(self._sentences[number].tokens(meant.start, meant.end)) if t.part == "noun"), None)
                first = self._where_noun(number, noun) if noun is not None and not _is_new(noun) else None
                yield number if first is None else first

    def _names(self, token: Token, number: int) -> bool:
        """Whether a word is of a name, or means somebody or something that is known."""
        return token.part == "proper noun" or self._cast.tied_in(self._sentences[number])(token)

    def _number_at(self, offset: int) -> int:
        """The number of the sentence that stands at an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def _before_the_nameless(self, number: int, tokens: Sequence[tuple[int, Token, bool]]) -> int:
        """The sentence before one that names nobody which tells of what it is about; else the nearest that names somebody or something."""
        subject = next((t for at, t, _ in tokens if at == number and t.part == "noun" and t.relation in NOUN_SUBJECTS), None)
        told = self._where_noun(number, subject) if subject is not None else None
        return self._before_one(number, naming=True) if told is None else told

    def _before_one(self, number: int, *, naming: bool = False) -> int:
        """The nearest sentence before one that stands alone, and names somebody or something if asked; else the one right before."""
        for earlier in range(number - 1, max(-1, number - 1 - _FARTHEST), -1):
            if self._stands_alone(earlier) and (not naming or any(t.part == "proper noun" for t in self._sentences[earlier].tree)):
                return earlier
        return number - 1

    def _where(self, number: int, lack: Lack, token: Token) -> int | None:
        """The number of the sentence that tells what a word leaves open: the nearest that may; None where none does."""
        question = _question(number, lack, token)
        if question not in self._found:
            self._found[question] = self._look_for(number, lack, token)
        return self._found[question]

    def _look_for(self, number: int, lack: Lack, token: Token) -> int | None:
        if lack is Lack.NOUN:
            where = self._where_noun(number, _noun_of(token))
            return max(0, number - 1) if where is None and token.part == "determiner" else where  # "This number is below last year's"
        farthest = _FARTHEST_NAME if lack in {Lack.PERSON, Lack.FIRM} else _FARTHEST
        back = range(number - 1, max(-1, number - 1 - farthest), -1)
        return next((n for n in back if self._tells(self._sentences[n], self._sentences[n].tree, lack, token)), None)

    def _where_noun(self, number: int, noun: Token) -> int | None:
        """Where a thing of that name was told of for the first time or anew, or was done: "a ledger", "flights were cancelled"."""
        lemma = noun.lemma.lower()
        uses, done = self._nouns[lemma], None
        if lemma.endswith(_ENDINGS) and len(lemma) > _DEED:
            done = _last_before(number, self._deeds[lemma[:_DEED]])
        new = uses.new_before(number, noun, first=lemma in self._headline)
        if new is not None and lemma in self._headline:
            return new
        if new is None and done is None:
            return uses.first if uses.first < number else None
        return max(n for n in (new, done) if n is not None)

    def _tells(self, sentence: Sentence, tokens: Sequence[Token], lack: Lack, asked: Token) -> bool:
        """Whether words of a sentence may tell what a word leaves open."""
        match lack:
            case Lack.PERSON:
                return self._tells_of_a_person(sentence, tokens, THIRD_PERSON.get(asked.lower, ""))
            case Lack.SEVERAL | Lack.THING:
                heard = Heard(self._cast)
                open_ = any(heard.lack(sentence, token) is lack for token in tokens)
                return not open_ and any(self._may_be(sentence, token, asked, lack) for token in tokens)
            case Lack.NOUN:
                noun = _noun_of(asked)
                same = any(t.lemma.lower() == noun.lemma.lower() and t.i != noun.i and t.part in NOUNS for t in tokens)
                return same or (noun.lemma.lower() in CALLING_AGAIN and any(is_finite(t) for t in tokens))
            case Lack.FIRM:
                return any(is_a_firm(sentence, t, self._cast) or t.lemma.lower() in _PARTS_OF_FIRMS for t in tokens)
            case Lack.FACT:
                return any(is_finite(t) for t in tokens)

    def _may_be(self, sentence: Sentence, noun: Token, asked: Token, lack: Lack) -> bool:
        """Whether a noun tells of those who may be "they" or "the others", or of what may be "it"; a body is "they", and never "four"."""
        if noun.part not in NOUNS or noun.relation not in _TOLD_FROM:
            return False
        if lack is Lack.THING:
            return not is_plural(noun) and not is_a_person(sentence, noun, self._cast)
        if noun.lemma.lower() in _COLLECTIVES or (asked.lower in THIRD_PERSON and roles.body_of(noun.lemma)):
            return True
        told_of = noun.relation in TOLD_OF or roles.role_of(noun.lemma) or any(c.part == "numeral" for c in noun.children)
        return is_plural(noun) and bool(told_of)

    def _tells_of_a_person(self, sentence: Sentence, tokens: Sequence[Token], pronoun: str) -> bool:
        """Whether words tell of one whom a pronoun may mean, and leave nobody open themselves."""
        heard, told = Heard(self._cast), False
        for token in tokens:
            if heard.lack(sentence, token) is Lack.PERSON:
                return False
            one = token.part in NOUNS and token.relation != "compound" and not is_plural(token)
            gender = roles.role_gender(token.lemma)
            fits = gender is None or gender is gender_of(pronoun)
            told = told or (one and fits and is_a_person(sentence, token, self._cast)) or self._is_tied_person(sentence, token)
        return told

    def _is_tied_person(self, sentence: Sentence, token: Token) -> bool:
        return THIRD_PERSON.get(token.lower) in PEOPLE and self._cast.tied_in(sentence)(token)

    def _stands_alone(self, number: int) -> bool:
        """Whether a sentence is more than a few words, and leaves nothing open itself."""
        if number not in self._alone:
            sentence, heard = self._sentences[number], Heard(self._cast)
            said = [token for token in sentence.tree if not token.is_punct]
            left = any(heard.lack(sentence, token) is not None for token in said)
            self._alone[number] = len(said) >= _FEWEST_OF_A_SENTENCE and not left
        return self._alone[number]

    def _joined(self, numbers: Sequence[int], sentence: Sentence, begun: Sequence[Token]) -> str:
        """The sentences with these numbers and the beginning of the next; the last of them first where there is no room for all."""
        parts = [f"{self._again(sentence, sentence.span.start, sentence.end_of(begun[-1]))} …"] if begun else []
        for number in reversed(numbers):
            again = self._again(self._sentences[number], self._sentences[number].span.start, self._sentences[number].span.end)
            if sum(map(len, parts)) + len(again) <= _LONGEST:
                parts.insert(0, f"{again}." if again[-1].isalnum() else again)
        return " ".join(parts)

    def _again(self, sentence: Sentence, start: int, end: int) -> str:
        """What stands in a sentence between two offsets, as it is understood alone, with the marks of a quotation that goes on."""
        again = named_again(self._text, Span(start=start, end=end), self._cast, sentence.quoted_at)
        for quotation in (q for q in sentence.quotations if not q.depth and q.inner.start < end and start < q.inner.end):
            mark = self._text[quotation.outer.start : quotation.inner.start]
            if quotation.outer.start < start:
                again = mark + again
            if quotation.outer.end > end or not quotation.closed:
                again += self._text[quotation.inner.end : quotation.outer.end] or PARTNER[mark]
        return again


class _Uses:
    """The numbers of the sentences that use a noun, in order: the first of all, and those that tell of a thing anew."""

    def __init__(self) -> None:
        self.first = _NEVER
        self._new: dict[tuple[bool, str | None], list[int]] = defaultdict(list)

    def add(self, number: int, noun: Token, *, quoted: bool) -> None:
        """Takes a use of the noun into account; somebody else's says nothing of it: "Chad's capital" is not "the capital"."""
        if any(c.relation == "possessor" and c.part == "proper noun" for c in noun.lefts):
            return
        self.first = min(self.first, number)
        if _is_new(noun):
            for form in (noun.form, None):
                self._new[quoted, form].append(number)

    def new_before(self, number: int, noun: Token, *, first: bool) -> int | None:
        """The last sentence before one that tells of such a thing anew, or the `first`; rather so many, and rather not in a quotation."""
        for key in ((False, noun.form), (False, None), (True, noun.form), (True, None)):
            if (found := _last_before(number, self._new[key])) is not None:
                return self._new[key][0] if first else found
        return None


def _is_reported(noun: Token) -> bool:
    """Whether it heads what a firm tells of a period: "revenue", "net income", behind a verb that tells what became of it."""
    verb = noun.head
    figures = any(t.part == "numeral" for t in verb.subtree)
    return noun.lemma.lower() in ACCOUNTS and noun.relation in TOLD_OF and verb.part == "verb" and tense_of(verb) == "past" and figures


def _last_before(number: int, numbers: Sequence[int]) -> int | None:
    at = bisect_left(numbers, number)
    return numbers[at - 1] if at else None


def _question(number: int, lack: Lack, token: Token) -> _Question:
    return number, lack, _noun_of(token).lemma.lower() if lack is Lack.NOUN else THIRD_PERSON.get(token.lower, "")


def _noun_of(token: Token) -> Token:
    """The noun that leaves open which one it is, or that "that" stands before."""
    return token.head if token.part == "determiner" else token if token.part == "noun" else token.nbor(1)


def _is_new(noun: Token) -> bool:
    """Whether a noun is told of anew: "a ledger", "two ledgers", "Orsa Court", "the ledger that Ann Lee found"."""
    if noun.part == "proper noun":
        return True
    pointed = any(c.lower in _OWN for c in noun.lefts)
    return not pointed and not is_plain_definite(noun) and not is_described_definite(noun)
