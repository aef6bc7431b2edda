"""What a gist leaves open: a pronoun, "this", "did so", "the others" or "the film", of which its words do not tell what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.lexicon import words
from factcheck.language.pronouns import THIRD_PERSON, gender_of
from factcheck.model import EntityKind
from factcheck.splitting.definites import is_described_definite, is_plain_definite
from factcheck.splitting.marks.clause import PREDICATES
from factcheck.splitting.syntax import NOUN_SUBJECTS, SAID_SUBJECTS, is_plural, tense_of

if TYPE_CHECKING:
    from factcheck.splitting.names import Known
    from factcheck.splitting.parsed import Sentence
    from factcheck.splitting.people import Cast
    from factcheck.splitting.tree import Token

_POINTING = frozenset(("this", "that", "these", "those", "such"))
_LIKEWISE = frozenset(("neither", "nor"))
"""Words that at the beginning say the same of another."""
_COMPARING = frozenset(("same", "similar"))
"""Adjectives that compare with what was told of before, unless "as" or "to" tells with what."""
_TAKING_PART = frozenset(("involved", "implicated", "included", "affected"))
"""What somebody is in something that was told of before: "The board is also involved"."""
_EXPECTING = frozenset(("anticipate", "expect", "forecast", "predict", "project"))
_LOOKING = frozenset(("look", "hope"))
"""Verbs that with "for" expect."""
_VAGUE = words("nouns", "vague")
_UNIQUE = words("nouns", "self_evident") | _VAGUE
"""Nouns that leave nothing open: "the police", "this week"."""
CALLING_AGAIN = words("nouns", "calling_again")
ACCOUNTS = words("nouns", "accounts")
_REMAINING = words("small_words", "remaining")
"""Words that mean some of those told of before: "the others", "both", "none"."""
_BODIES = frozenset((EntityKind.BODY, EntityKind.THING))
_WHICHEVER = frozenset(("no", "every", "each", "any"))
PEOPLE = frozenset(("he", "she"))
_HEADS = NOUN_SUBJECTS | {"object", "prepositional object"}
TOLD_OF = NOUN_SUBJECTS | {"object", "agent"}
"""Relations of what a pronoun further on in its sentence is likely to mean."""
_SAID_OF_IT = frozenset(("clausal complement", "open complement", "clausal subject", "adnominal clause"))
"""Relations of what an empty "it" stands for."""


class Lack(StrEnum):
    """What is looked for before a word that leaves it open."""

    PERSON = "person"
    """Whoever "he" or "she" is."""
    SEVERAL = "several"
    """Those who are "they", "the others" or "four"."""
    THING = "thing"
    """What "it" is."""
    NOUN = "noun"
    """Which one "the film" is."""
    FIRM = "firm"
    """Whose "revenue" it is."""
    FACT = "fact"
    """What "this" or "did so" takes up: whatever was told last."""


class Heard:
    """Reads the words of a gist from its beginning, and knows whether those before one can tell what it means."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._told = set[str]()
        self._quoted = set[str]()
        self._nouns = set[str]()

    def lack(self, sentence: Sentence, token: Token) -> Lack | None:
        """What is lacking where nothing before a word, which is the next one, tells what it means; None where nothing is."""
        lack = self._lack(sentence, token)
        if token.part in {"noun", "proper noun"} and token.relation not in {"compound", "adverbial noun"}:
            told = self._quoted if sentence.in_quotation(token) else self._told
            told.update(self._may_be_called(sentence, token))
            self._nouns.add(token.lemma.lower())
        return lack

    def _may_be_called(self, sentence: Sentence, noun: Token) -> Iterator[str]:
        """By which pronouns what a noun tells of may be called further on; a firm's accounts are its own behind its name."""
        if noun.relation in TOLD_OF and is_a_firm(sentence, noun, self._cast):
            yield from ("it", "they")
        if is_a_person(sentence, noun, self._cast):
            person = _person(sentence, noun, self._cast)
            yield from (p for p in PEOPLE if person is None or person.gender in {gender_of(p), None})
        elif noun.relation in TOLD_OF and not is_plural(noun):
            yield "it"
        joined = any(c.relation == "conjunct" for c in noun.children)
        counted = any(c.part == "numeral" for c in noun.children)
        if joined or (is_plural(noun) and (noun.relation in TOLD_OF or counted or roles.role_of(noun.lemma))):
            yield "they"
        if noun.part == "proper noun":
            yield Lack.FIRM

    def _lack(self, sentence: Sentence, token: Token) -> Lack | None:
        if token.lower in THIRD_PERSON:
            left = token.part == "pronoun" and not _is_empty(token) and not self._is_tied(sentence, token)
            return _OF_PRONOUNS[THIRD_PERSON[token.lower]] if left else None
        if _takes_up(token) or (token.lower in _POINTING and _points_back(token)):
            return Lack.NOUN if token.relation == "determiner" else Lack.FACT
        if token.part == "noun" and token.lower not in _REMAINING:
            return self._lack_of_a_noun(sentence, token)
        some = token.relation in NOUN_SUBJECTS and _means_some(token) and not _is_completed(sentence, token, self._cast)
        return Lack.SEVERAL if some else None

    def _lack_of_a_noun(self, sentence: Sentence, noun: Token) -> Lack | None:
        if noun.lemma.lower() not in self._nouns and _is_open_noun(sentence, noun, self._cast):
            return Lack.NOUN
        if _is_of_the_accounts(noun) and Lack.FIRM not in self._told:
            return Lack.FIRM
        return None

    def _is_tied(self, sentence: Sentence, token: Token) -> bool:
        """Whether it is known whom a pronoun means, or words before it in the gist can be what it does: “Rules are rules,” they | said."""
        told = THIRD_PERSON[token.lower]
        quoted = told in self._quoted and sentence.in_quotation(token)
        return told in self._told or quoted or self._cast.tied_in(sentence)(token)


_OF_PRONOUNS = {"he": Lack.PERSON, "she": Lack.PERSON, "it": Lack.THING, "they": Lack.SEVERAL}


def is_a_person(sentence: Sentence, token: Token, cast: Cast) -> bool:
    """Whether a noun names or tells of a person."""
    return _person(sentence, token, cast) is not None or bool(roles.role_of(token.lemma))


def _person(sentence: Sentence, token: Token, cast: Cast) -> Known | None:
    """The person whose name a noun ends."""
    end = sentence.end_of(token)
    return next((m.person for m in cast.within(sentence.start_of(token.left_edge), end) if m.person is not None and m.end == end), None)


def is_a_firm(sentence: Sentence, token: Token, cast: Cast) -> bool:
    """Whether a noun names a body, or whatever else has accounts."""
    named = cast.within(sentence.start_of(token.left_edge), sentence.end_of(token))
    return token.part == "proper noun" and any(m.known is not None and m.known.kind in _BODIES for m in named)


def _is_empty(pronoun: Token) -> bool:
    """ "It was clear that …", "it is time to go": what is clear stands behind it."""
    verb = pronoun.head
    if pronoun.lower != "it" or pronoun.relation not in SAID_SUBJECTS:
        return False
    behind = [*verb.children, *(c for word in verb.children if word.relation in PREDICATES for c in word.children)]
    cleft = any(word.part == "proper noun" and c.relation == "relative clause" for word in verb.children for c in word.children)
    return pronoun.relation == "expletive" or cleft or any(c.i > verb.i and c.relation in _SAID_OF_IT for c in behind if not c.is_punct)


def _takes_up(token: Token) -> bool:
    """Whether a word takes up what was told last: "Nor did the tug", "did so", "the same views", "is involved", "expected $3bn"."""
    if token.lower in _LIKEWISE:
        return token.i <= 1
    if token.lower == "so":
        return token.i > 0 and token.head.lemma == "do" and token.nbor(-1).lemma == "do"
    if token.lower in _COMPARING:
        compared = (*token.children, *token.head.children)
        return token.relation == "attributive" and token.head.lemma != "time" and not any(c.lower in {"as", "to"} for c in compared)
    if token.lower in _TAKING_PART:
        told = any(c.relation in {"preposition", "agent", "object"} for c in token.children)
        passive = any(c.relation == "passive auxiliary" for c in token.children)
        return (token.relation == "adjectival predicative" or passive) and not told
    return _is_expected(token)


def _is_expected(sum_: Token) -> bool:
    """ "Analysts were expecting $3bn", "looked for 49 cents per share": of what, the sentence before tells."""
    verb, looked = sum_.head, sum_.head.lower == "for"
    if looked:
        verb = verb.head
    bare = sum_.part == "numeral" and any(c.text in "$£€¥₹" for c in sum_.children)
    money = bare or (sum_.lower in {"cents", "percent", "pence"} and any(c.part == "numeral" for c in sum_.children))
    told = any(c.relation == "preposition" and c.lower in {"of", "in", "for"} for c in sum_.rights)
    return money and not told and verb.lemma in (_LOOKING if looked else _EXPECTING)


def _points_back(token: Token) -> bool:
    """ "This shows …", "those plans"; not "this week", "those who", "the city that …", "such as"."""
    if token.part == "determiner" and token.relation == "determiner":
        plain = _VAGUE if token.lower in {"that", "those"} else _UNIQUE
        return token.head.part == "noun" and token.head.lemma.lower() not in plain and token.lower != "such"
    following = token.tree[token.i + 1] if token.i + 1 < len(token.tree) else token
    if token.relation == "subordinator":  # "said | that definition is narrow"
        return following.part == "noun" and following.form == "singular" and following.lemma.lower() in CALLING_AGAIN
    narrowed = following.part == "adposition" or any(c.relation in {"relative clause", "preposition"} for c in token.children)
    return token.part == "pronoun" and token.form == "other" and token.relation in _HEADS and not narrowed


def _is_open_noun(sentence: Sentence, token: Token, cast: Cast) -> bool:
    """ "The film", where nothing in the gist says which."""
    if token.lemma.lower() in _UNIQUE or not (is_plain_definite(token) or is_described_definite(token)):
        return False
    if any(c.relation == "preposition" for c in token.rights):
        return False  # "the bridge at Larne"
    start, end = sentence.start_of(token.left_edge), sentence.end_of(token)
    known = any(m.known is not None for m in cast.within(start, end))
    return not known and not _is_completed(sentence, token, cast)


def points_elsewhere(noun: Token, *, told_before: bool) -> bool:
    """Whether a noun with "the" was told of before, or will have been, in other words: as so much of its sentence, or by what it means."""
    calling_again = noun.lemma.lower() in CALLING_AGAIN
    return told_before or calling_again or (noun.relation in TOLD_OF and is_plain_definite(noun))


def _is_of_the_accounts(noun: Token) -> bool:
    """ "Revenue was flat", of which it is not told whose."""
    bare = not any(
        c.relation in {"determiner", "possessor", "numeral", "preposition", "quantifier"} or c.text[0].isupper() for c in noun.children
    )
    return noun.lemma.lower() in ACCOUNTS and noun.relation in NOUN_SUBJECTS and bare and tense_of(noun.head) in {"past", "perfect"}


def _is_completed(sentence: Sentence, token: Token, cast: Cast) -> bool:
    at = sentence.start_of(token)
    return any(d.head == at for d in cast.definites(sentence.start_of(token.left_edge), sentence.end_of(token)))


def _means_some(token: Token) -> bool:
    """ "One has been quarantined", "the others were flown home", "fourteen of them"."""
    behind = [c for c in token.rights if c.relation in {"preposition", "relative clause"}]
    if behind or any(c.lower in _WHICHEVER for c in token.lefts):
        return False  # "no one"
    return token.part == "numeral" or token.lower in _REMAINING
