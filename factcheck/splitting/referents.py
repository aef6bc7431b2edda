"""What the words of a sentence speak of: the names, nouns and groups that a pronoun may mean, with their number, gender and kind."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.lexicon import meanings, words
from factcheck.language.places import country_of
from factcheck.model import Article, BlockRole, EntityKind, Gender
from factcheck.splitting.coreference import Referent
from factcheck.splitting.ranking import DEFINITE
from factcheck.splitting.syntax import NOUN_SUBJECTS
from factcheck.splitting.tree import text_of

if TYPE_CHECKING:
    from factcheck.splitting.names import Known, Naming
    from factcheck.splitting.parsed import Sentence
    from factcheck.splitting.tree import Token

_GROUPS = meanings("small_words", "groups").keys()
_NOUNS = frozenset({"noun", "proper noun"})
_DETERMINERS = frozenset({"determiner", "possessor", "predeterminer"})
_NO_REFERENT = frozenset({"compound", "adverbial noun", "noun modifier", "attributive"})
"""What a noun is that stands for nothing by itself: Twitter in "Twitter accounts", chief in "chief executive"."""
_LIGHT = words("nouns", "light")
_NOT_PLURAL = words("nouns", "not_plural")
_QUANTITIES = words("nouns", "quantities")
_COLLECTIVES = words("nouns", "collectives")
_LONGEST = 80
"""Code points of a group that can be given in a gist."""


class Referents:
    """Makes the referents of an article, in the order of its text, so that "the bridge" is the bridge that was spoken of before."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        heads = map(article.words, article.blocks_of(BlockRole.HEADLINE, BlockRole.STANDFIRST))
        self._headline = frozenset(" ".join(heads).casefold().replace("’", "'").replace("'s", "").split())
        self._nouns: dict[tuple[str, bool], Hashable] = {}

    def of_name(self, naming: Naming, token: Token) -> Referent:
        """Whom or what a name means. `token` is its last word."""
        known = naming.known
        kind = _kind_of(naming, token)
        several = token.form == "proper plural" and kind not in {EntityKind.BODY, EntityKind.PLACE}  # "the Philippines"
        gender = naming.gender or (known.gender if known else None)
        who: Hashable = known or naming.name.casefold()
        return self._referent(naming.start, naming.end, naming.text, who, known, gender, kind, several, naming.shared)

    def of_noun(self, sentence: Sentence, token: Token, known: Known | None, body: bool) -> Referent:
        """Whom or what a noun without a name means; `known` is the one named that it stands for, `body` that it is a body surely."""
        start, end, text = noun_phrase(sentence, token)
        plural = (token.form in {"plural", "proper plural"} and token.lower not in _NOT_PLURAL) or token.lower in _GROUPS
        kind = (
            known.kind
            if known is not None and known.kind is EntityKind.PERSON
            else (
                EntityKind.BODY
                if body or roles.body_of(token.lemma)
                else EntityKind.PERSON
                if roles.role_of(token.lemma)
                else EntityKind.THING
            )
        )
        who = known or self._noun(token, plural, text)
        gender = roles.role_gender(token.lemma) or (known.gender if known is not None else None)
        collective = not plural and token.lemma.lower() in _COLLECTIVES
        return self._referent(start, end, text, who, known, gender, kind, plural, collective=collective)

    def of_many(self, sentence: Sentence, quantity: Token, counted: Token) -> Referent:
        """So many of those whom a noun or a name calls: "dozens of shopkeepers"."""
        start, end = noun_phrase(sentence, quantity)[0], sentence.end_of(counted)
        text = " ".join(self._text[start:end].split())
        text = text[0].lower() + text[1:]
        people = counted.part == "proper noun" or roles.role_of(counted.lemma)
        kind = EntityKind.PERSON if people else EntityKind.THING
        return self._referent(start, end, text, ("many", text.casefold()), None, None, kind, plural=True)

    def of_group(self, sentence: Sentence, token: Token, first: Referent) -> Referent | None:
        """Those who are named together, "Ann Pell and Carl Moss", where `first` is the first of them and `token` its head."""
        last = token
        while (after := next((c for c in last.children if c.relation == "conjunct" and c.part in _NOUNS), None)) is not None:
            last = after
        if last is token or token.relation == "conjunct":
            return None
        end = sentence.end_of(last)
        text = " ".join(self._text[first.start : end].split())
        if len(text) > _LONGEST:
            return None
        return Referent(first.start, end, text, ("group", text.casefold()), None, None, first.kind, plural=True)

    def _noun(self, token: Token, plural: bool, text: str) -> Hashable:
        """What tells the noun from others: its words, or those of the one with the same noun before where it says no more."""
        key = (token.lemma.casefold(), plural)
        plain = [c for c in token.children if c.part != "punctuation"]
        again = bool(plain) and all(c.relation == "determiner" and c.lower in DEFINITE for c in plain)
        if not (again and key in self._nouns):
            self._nouns[key] = (*key, text.casefold())
        return self._nouns[key]

    def _referent(
        self, start: int, end: int, text: str, who: Hashable, known: Known | None, gender: Gender | None, kind: EntityKind | None,
        plural: bool, shared: bool = False, collective: bool = False,
    ) -> Referent:  # fmt: skip
        last = text.split()[-1].casefold().replace("’", "'")
        return Referent(start, end, text, who, known, gender, kind, plural, shared, last in self._headline, collective)


def speaks_of_something(token: Token) -> bool:
    """Whether a noun stands for something by itself, and is no description of what is named beside it."""
    first = token.head if token.relation == "conjunct" else token  # "a former seamstress and mother of nine"
    described = first.relation == "apposition" or any(c.relation == "apposition" and c.part == "proper noun" for c in token.children)
    is_subject = token.relation == "predicative" and any(c.relation in NOUN_SUBJECTS for c in token.head.children)
    office = token.part == "proper noun" and token.text[0].isupper() and token.lower in roles.OFFICES
    stands = (token.part == "noun" or office) and token.relation not in _NO_REFERENT and token.lemma.lower() not in _LIGHT
    return stands and not described and not is_subject


def counted(token: Token) -> Token | None:
    """The plural that a word says how many of: "a number of | homes", "some of the | pupils"; None for any other word."""
    if token.lemma.lower() not in _QUANTITIES:
        return None
    of = next((c for c in token.rights if c.lower == "of" and c.i == token.i + 1), None)
    many = next((c for c in of.rights if c.relation == "prepositional object"), None) if of is not None else None
    plural = many is not None and many.form in {"plural", "proper plural"} and many.part in _NOUNS
    return many if plural and not any(c.relation == "conjunct" for c in token.children) else None


def noun_phrase(sentence: Sentence, token: Token) -> tuple[int, int, str]:
    """Where a noun phrase stands from its determiner to its noun, and its words on one line."""
    left = next((c.i for c in token.lefts if c.relation in _DETERMINERS), token.left_edge_i)
    while sentence.tree[left].is_punct and left < token.i:
        left += 1
    phrase: Sequence[Token] = sentence.tree[left : token.i + 1]
    return sentence.start_of(phrase[0]), sentence.end_of(token), " ".join(text_of(phrase).split())


def _kind_of(naming: Naming, token: Token) -> EntityKind | None:
    """What a name is; None for one or two words that nothing tells of, which may be a person.

    With an article it is a thing: "The Zeitgeist was recreated".
    """
    kind = naming.known.kind if naming.known is not None else EntityKind.PERSON
    if len(naming.words) == 1 and roles.role_of(naming.words[0]):
        return EntityKind.PERSON  # "the Petitioner"
    if country_of(naming.name) is not None and kind is not EntityKind.PLACE:
        return EntityKind.THING  # "in French"
    articled = any(c.relation == "determiner" for c in token.children)
    told = any(votes > 0 for votes in naming.votes.values())
    unclear = kind is EntityKind.THING and len(naming.words) < 3 and not naming.acronym and not articled and not told
    return None if unclear else kind


def said_to_be(token: Token) -> Token | None:
    """The word that says who a subject is: "The first witness was the harbour master, | Leo Brandt"; None where nothing does."""
    if token.relation not in NOUN_SUBJECTS or token.head.lemma != "be":
        return None
    found = next((c for c in token.head.children if c.relation == "predicative"), None)
    if found is None:
        return None
    return next((c for c in found.children if c.relation == "apposition" and c.part == "proper noun"), found)


def named_behind(token: Token) -> Token | None:
    """The first word of a name that stands behind a role and its place, between commas: "the mayor of Orsa, | Lena Ortiz, met"."""
    tree, at = token.tree, token.i + 1
    while at < len(tree) and tree[at].part in {"adposition", "determiner", "noun", "proper noun", "adjective"}:
        at += 1
    return tree[at + 1] if at + 1 < len(tree) and tree[at].text == "," and tree[at + 1].part == "proper noun" else None
