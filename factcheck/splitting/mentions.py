"""Reads an article from its beginning and finds who each name, role and pronoun means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.lexicon import words
from factcheck.language.pronouns import THIRD_PERSON
from factcheck.model import Attribution, EntityKind, How, Span
from factcheck.splitting.coreference import Candidate, CorefResolver, Decision, Pronoun, Referent, Sighting
from factcheck.splitting.epithets import Epithets, is_aged, is_national
from factcheck.splitting.names import LETTERS_BEHIND, Known, Naming
from factcheck.splitting.parsed import with_attributions
from factcheck.splitting.ranking import Ranker
from factcheck.splitting.referents import Referents, counted, named_behind, noun_phrase, said_to_be, speaks_of_something
from factcheck.splitting.syntax import NOUN_SUBJECTS

if TYPE_CHECKING:
    from factcheck.splitting.by_hand import ByHand
    from factcheck.splitting.parsed import Parsed, Sentence
    from factcheck.splitting.tree import Token

_POSSESSIVES = frozenset(("his", "her", "its", "their"))
_TALKERS = frozenset(("i", "me", "my", "we", "us", "our"))
_BEFORE_NOUNS = words("small_words", "determiners")
_JOINED = re.compile(r",\s|\sand\s")
"""Between two titles of one person: takes the ` and ` of `chairman and chief executive`."""
_OF_WHAT = frozenset(("of", "for", "to", "at", "in", "on"))
_QUANTITIES = words("nouns", "quantities")
_PRESIDING = words("roles", "presiding")
_NOT_NOW = frozenset(("former", "ex", "vice", "deputy", "acting", "shadow", "assistant", "late"))
"""A title with one of these is not the title without it."""


@dataclass(frozen=True)
class Mention:
    """A place in the article where somebody or some body is mentioned, and how.

    `gloss` is what stands for it in a gist: the full name, or where nobody is named the words meant ("the researchers").
    """

    start: int
    end: int
    text: str
    how: How
    known: Known | None
    gloss: str | None = None
    decision: Decision | None = None

    @property
    def possessive(self) -> bool:
        """Whether it is a possessive pronoun, so that what stands for it needs a genitive."""
        return self.how is How.PRONOUN and self.text.casefold() in _POSSESSIVES

    @property
    def person(self) -> Known | None:
        """The person whom it means; None where it means nobody with a name, or something else."""
        return self.known if self.known is not None and self.known.kind is EntityKind.PERSON else None


def head_of(sentence: Sentence, span: Span) -> Token | None:
    """The token of the span that its other words hang on; None when the span has no words in the sentence."""
    tokens = [t for t in sentence.tokens(span.start, span.end) if not t.is_punct and not t.is_space]
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), None)


class Reader:
    """Reads the sentences in order, keeping in mind who was spoken of last."""

    def __init__(
        self,
        parsed: Parsed,
        attributions: Sequence[Attribution],
        namings: Sequence[Naming],
        by_hand: ByHand,
        ranker: Ranker | None = None,
    ) -> None:
        """Reads a parsed article. `ranker` says whom pronouns mean, the one that ships unless another is given."""
        self._by_hand = by_hand
        self._sentences = parsed.sentences
        self._parted = 1 - len({s.block for s in parsed.sentences}) / max(1, len(parsed.sentences))
        self._talk = talk_of(parsed.sentences)
        self._goes_on_from = -1
        self._attributions = attributions
        self._namings: dict[int, list[Naming]] = {}
        for naming in namings:
            self._namings.setdefault(naming.sentence, []).append(naming)
        self._roles = _Roles(namings)
        self._epithets = Epithets(parsed.sentences, namings)
        self._referents = Referents(parsed.article)
        self._resolver = CorefResolver(ranker)
        self._mentions: list[Mention] = []

    def read(self) -> list[Mention]:
        """Every mention in the article."""
        for number, (sentence, attributions) in enumerate(with_attributions(self._sentences, self._attributions)):
            speakers = {t.i for a in attributions if a.speaker and (t := head_of(sentence, a.speaker)) is not None}
            self._read_sentence(number, sentence, speakers)
        return self._mentions

    def _read_sentence(self, number: int, sentence: Sentence, speakers: set[int]) -> None:
        names = {i: n for n in self._namings.get(number, ()) for i in range(n.first, n.last)}
        counts = {many.i for token in sentence.tree if (many := counted(token)) is not None}
        for token in sentence.tree:
            named = token.relation == "apposition" and token.head.i in speakers  # "The commissioner, Ada Bell, said"
            at = Sighting(number, sentence, token, token.i in speakers or named)
            kind = THIRD_PERSON.get(token.lower)
            if (many := counted(token)) is not None and not sentence.in_quotation(token):
                self._resolver.hear(self._referents.of_many(sentence, token, many), at)
            elif token.i in counts and token.i not in names:
                continue
            elif token.i in names and not is_national(token):
                self._read_name(names[token.i], at)
            elif kind is not None and token.part == "pronoun":
                if not sentence.in_quotation(token):
                    below = frozenset(_named_below(token, names))
                    looks = (self._goes_on_from, self._parted, self._talk, below)
                    self._read_pronoun(Pronoun(kind, token, sentence, number, at.speaking, *looks), names)
            elif (speaks_of_something(token) or is_aged(token) or is_national(token)) and not sentence.in_quotation(token):
                self._read_noun(at, names)
        if not all(t.is_punct or sentence.in_quotation(t) for t in sentence.tree):
            self._goes_on_from = number

    def _read_name(self, naming: Naming, at: Sighting) -> None:
        if at.token.i == naming.first:
            gloss = naming.known.name if naming.known else None
            self._mentions.append(Mention(naming.start, naming.end, naming.text, How.NAME, naming.known, gloss))
        if at.token.i == naming.last - 1 and (at.token.relation != "compound" or at.token.head.lower in LETTERS_BEHIND):
            self._hear(self._referents.of_name(naming, at.token), at)

    def _hear(self, referent: Referent, at: Sighting) -> None:
        self._resolver.hear(referent, at)
        group = self._referents.of_group(at.sentence, at.token, referent)
        if group is not None:
            self._resolver.hear(group, at)

    def _read_noun(self, at: Sighting, names: Mapping[int, Naming]) -> None:
        """A noun without a name: a role that may stand for somebody named, or something that pronouns may mean."""
        number, token = at.number, at.token
        start, end, text = noun_phrase(at.sentence, token)
        person = roles.role_of(token.lemma) and token.form in {"singular", "proper singular"}
        known = self._roles.bearer(number, at.sentence.tokens(start, end), token) if person else None
        known = known or self._epithets.bearer(number, token, self._people_before)
        named = next((n.known for n in self._namings.get(number, ()) if n.last >= token.i - 1 and n.first < token.i), None)
        body = token.lemma.lower() in roles.MEDIA_HEADS and named is not None
        if body:
            known = named
        elif (known := self._by_hand.at(start, end, text) or known) is not None:
            self._mentions.append(Mention(start, end, text, How.ROLE, known, known.name))
        elif person and (who := said_to_be(token) or named_behind(token)) is not None and who.i in names:
            bearer = names[who.i].known
            known = bearer if bearer is not None and bearer.kind is EntityKind.PERSON else None
        self._hear(self._referents.of_noun(at.sentence, token, known, body), at)

    def _people_before(self, number: int) -> set[Known]:
        """Whom the sentence before names, or means by a pronoun."""
        before = self._sentences[number - 1].span if number else None
        near = takewhile(lambda m: before is not None and m.start >= before.start, reversed(self._mentions))
        return {m.person for m in near if m.person is not None and before is not None and m.end <= before.end}

    def _read_pronoun(self, pronoun: Pronoun, names: Mapping[int, Naming]) -> None:
        token, sentence = pronoun.token, pronoun.sentence
        start, end = sentence.start_of(token), sentence.end_of(token)
        if (known := self._by_hand.at(start, end, token.text)) is not None:
            kind = EntityKind.PERSON if known.kind is EntityKind.PERSON else EntityKind.BODY
            found = Referent(start, end, known.name, known, known, known.gender, kind)
            self._resolver.hear(found, Sighting(pronoun.number, sentence, token, pronoun.speaking))
            decision = Decision(chosen=found, why="put right by hand")
        else:
            decision = self._resolver.resolve(pronoun, self._ahead(pronoun, names))
        meant = decision.chosen
        known = meant.known if meant is not None else None
        gloss = known.name if known is not None else definite(meant.text) if meant is not None else None
        self._mentions.append(Mention(start, end, token.text, How.PRONOUN, known, gloss, decision))

    def _ahead(self, pronoun: Pronoun, names: Mapping[int, Naming]) -> Candidate | None:
        """The name behind it that is the subject of a clause which it opens: "In her speech Ann Pell said"."""
        for verb in pronoun.token.ancestors:
            subject = next((c for c in verb.children if c.relation in NOUN_SUBJECTS and c.i > pronoun.token.i), None)
            if subject is not None and subject.i in names:
                at = Sighting(pronoun.number, pronoun.sentence, subject)
                candidate = Candidate(self._referents.of_name(names[subject.i], subject), at, at)
                return candidate if candidate.fits(pronoun.kind) else None
        return None


def talk_of(sentences: Sequence[Sentence]) -> float:
    """The share of sentences that speak of those who talk: 0 for plain news, near 1 for a letter."""
    return sum(map(_is_talk, sentences)) / max(1, len(sentences))


def _is_talk(sentence: Sentence) -> bool:
    """Whether it speaks of those who talk, outside quotations: "I", "our"."""
    return any(t.lower in _TALKERS and t.part == "pronoun" and not sentence.in_quotation(t) for t in sentence.tree)


def _named_below(pronoun: Token, names: Mapping[int, Naming]) -> Iterator[Known]:
    """Those who are named behind a subject, in its clause or in one that hangs on that."""
    if pronoun.relation in NOUN_SUBJECTS:
        behind = (names[token.i].known for token in pronoun.head.subtree if token.i > pronoun.i and token.i in names)
        yield from (known for known in behind if known is not None)


def definite(words: str) -> str:
    """A noun phrase as it stands inside a sentence when it is spoken of again: "A bridge" as "the bridge", "His boat" as "his boat"."""
    first, _, noun = words.partition(" ")
    if not noun or first.lower() not in _BEFORE_NOUNS:
        return words
    if noun.partition(" of ")[0] in _QUANTITIES and " of " in noun:
        return f"{first.lower()} {noun}"  # "a number of homes"
    return f"the {noun}" if first.lower() in {"a", "an"} else f"{first.lower()} {noun}"


class _Roles:
    """Whom a title was given to, for "the minister" later on."""

    def __init__(self, namings: Sequence[Naming]) -> None:
        self._by_word: dict[str, list[tuple[int, frozenset[str], Known]]] = {}
        self._plainly: dict[str, set[Known]] = {}
        seen = set[tuple[frozenset[str], Known]]()
        for naming in namings:
            known, title = naming.known, _words(naming.title or "")
            if known is None or known.kind is not EntityKind.PERSON or (title, known) in seen:
                continue
            seen.add((title, known))
            for word in sorted(title):
                self._by_word.setdefault(word, []).append((naming.sentence, title, known))
            for word in _heads(naming.title or ""):
                if _bears(title, frozenset({word})):
                    self._plainly.setdefault(word, set()).add(known)
        self._unnamed: set[str] = set()
        self._announced: set[str] = set()

    def bearer(self, sentence: int, words: list[Token], head: Token) -> Known | None:
        """The one person that "the minister" can be: introduced by then, under a title with all of the words.

        None when two people bear the title anywhere in the article, or when somebody without a name ("a minister") came first.
        """
        if words[0].lower != "the":
            if head.lower in self._announced or head.lower not in _PRESIDING:
                self._unnamed.add(head.lower)
            self._announced.add(head.lower)  # "a judge ruled …", who is Judge Ann Lee in the next sentence
            return None
        plain = all(t.part in {"noun", "proper noun", "adjective"} for t in words[1:])
        if (
            not plain
            or head.lower in self._unnamed
            or any(c.relation in {"preposition", "relative clause", "apposition", "adnominal clause"} for c in head.children)
        ):
            return None
        if len(self._plainly.get(head.lower, ())) != 1:
            return None
        wanted = frozenset(t.lower for t in words[1:])
        given = min((self._by_word.get(word, []) for word in wanted), key=len, default=[])
        bearers = {known for at, title, known in given if at <= sentence and _bears(title, wanted)}
        return bearers.pop() if len(bearers) == 1 else None


def _words(title: str) -> frozenset[str]:
    return frozenset(title.lower().split())


def _heads(title: str) -> Iterator[str]:
    """The nouns of a title that say what its bearer is: "secretary" of "chief press secretary for trade and industry"."""
    for part in _JOINED.split(title.lower()):
        words = list(takewhile(lambda word: word not in _OF_WHAT, part.split()))
        if words:
            yield words[-1]


def _bears(title: frozenset[str], wanted: frozenset[str]) -> bool:
    return wanted <= title and not (title - wanted) & _NOT_NOW
