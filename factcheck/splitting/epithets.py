"""Who is meant by what is told of somebody who was named already: "The former banker", "The 44-year-old", "The Dutchman"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.lexicon import meanings, words
from factcheck.model import EntityKind
from factcheck.splitting.syntax import NOUN_SUBJECTS

if TYPE_CHECKING:
    from factcheck.splitting.names import Known, Naming
    from factcheck.splitting.parsed import Sentence
    from factcheck.splitting.tree import Token

_TELLING = words("small_words", "epithets")
_CALLINGS = words("roles", "callings")
_NATIONALS = words("places", "nationals") | meanings("places", "nationalities").keys()
_SPECIFYING = frozenset(("relative clause", "adnominal clause", "apposition", "conjunct"))
_TOKENS_OF_AN_AGE = 5
"""44 - year - old"""


class Epithets:
    """Whom an article's epithets mean: the one of that age, or the only person whom the sentence before speaks of."""

    def __init__(self, sentences: Sequence[Sentence], namings: Sequence[Naming]) -> None:
        self._aged: dict[str, set[Known]] = defaultdict(set)
        self._callings: dict[Known, str] = {}
        for naming in namings:
            after = sentences[naming.sentence].tree[naming.last : naming.last + 2]
            if naming.known is not None and len(after) > 1 and after[0].text in {",", "("} and after[1].text.isdigit():
                self._aged[after[1].text].add(naming.known)

    def bearer(self, number: int, head: Token, before: Callable[[int], Collection[Known]]) -> Known | None:
        """The person whom an epithet that heads a clause means. None when in doubt.

        `before` says of whom the sentence before the one of that number speaks; it is asked of epithets alone, not of every noun.
        """
        if not number or head.left_edge.lower != "the" or head.relation not in NOUN_SUBJECTS or head.form in {"plural", "proper plural"}:
            return None
        if any(c.relation in _SPECIFYING for c in head.children):
            return None
        if is_aged(head):
            age = head.tree[head.i - _TOKENS_OF_AN_AGE + 1].text
            if self._aged[age]:
                return next(iter(self._aged[age])) if len(self._aged[age]) == 1 else None
        elif not _tells(head):
            return None
        people = before(number)
        (one,) = people if len(people) == 1 else (None,)
        gender = roles.role_gender(head.lemma)
        if one is None or one.kind is not EntityKind.PERSON or (gender is not None and one.gender not in {gender, None}):
            return None
        calling = head.lemma.lower()
        return one if calling not in _CALLINGS or self._callings.setdefault(one, calling) == calling else None


def _tells(head: Token) -> bool:
    """Whether the words tell what somebody is beside what the article has called them: a former post, a nationality."""
    if is_national(head):
        return True
    return roles.role_of(head.lemma) and (head.lemma.lower() in _CALLINGS or any(c.lower in _TELLING for c in head.lefts))


def is_national(token: Token) -> bool:
    """Whether it is a nationality that stands for a person by itself: "the Dutchman", "the Brazilian"."""
    single = token.form in {"singular", "proper singular"} and token.relation in NOUN_SUBJECTS
    return single and token.text in _NATIONALS and token.left_edge.lower == "the"


def is_aged(token: Token) -> bool:
    """Whether it is the "old" of "the 44-year-old" that stands for a person by itself."""
    tree, at = token.tree, token.i
    return (
        token.lower == "old"
        and token.relation in NOUN_SUBJECTS
        and at >= _TOKENS_OF_AN_AGE - 1
        and [t.lower for t in tree[at - 3 : at]] == ["-", "year", "-"]
        and tree[at - 4].text.isdigit()
    )
